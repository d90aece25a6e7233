import { readFileSync } from 'node:fs';
import { cpus, totalmem, type, release } from 'node:os';
import { join } from 'node:path';

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly node: string;
  /** Absent where there is none to measure with. */
  readonly electron?: string;
  /** Year, month, day, UTC. */
  readonly date: string;
}

export function thisMachine(): Machine {
  const processors = cpus();
  const electron = electronVersion();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1_024 ** 3),
    os: [distribution(), `${type()} ${release()}`].filter((name) => name !== undefined).join(', '),
    node: process.versions.node,
    ...(electron !== undefined && { electron }),
    date: new Date().toISOString().slice(0, 10),
  };
}

function distribution(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    // Not every Linux has the file; its kernel is named all the same.
    return undefined;
  }
}

/** Its own folder names it. */
function electronVersion(): string | undefined {
  try {
    return readFileSync(join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'version'), 'utf8')
      .replace(/^v/, '')
      .trim();
  } catch {
    // The bench can be started without any.
    return undefined;
  }
}
