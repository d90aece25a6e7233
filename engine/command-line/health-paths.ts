import { judge } from '../../core/health/judge.ts';
import type { Settings } from '../../core/settings.ts';
import { portOf } from '../../core/target-url.ts';
import { look } from '../look.ts';
import { holdConnection } from '../probe/held-connection.ts';
import type { Session } from './session.ts';

const ASK_LIMIT_MS = 2_000;
const AT_ONCE = 16;

/** Where each target has its health page, by address. One that does not answer as a proxy does is left out. Never rejects. */
export async function healthPaths(settings: Settings, session: Session): Promise<ReadonlyMap<string, string>> {
  const waiting = [...new Set(settings.targets.map(({ url }) => url))];
  const found = new Map<string, string>();
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      // The next is asked when this one has answered.
      // oxlint-disable-next-line no-await-in-loop
      const path = await healthPath(url, session);
      if (path !== undefined) found.set(url, path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

async function healthPath(url: string, { clock, version }: Session): Promise<string | undefined> {
  const connection = holdConnection({ url, clock, onLost: () => {}, userAgent: `Pilot-Light/${version}` });
  const address = new URL(url);
  try {
    const { path } = await look({
      ask: (each) => connection.ask(each, ASK_LIMIT_MS),
      judged: (result) => judge(result, { sight: { port: portOf(address), now: clock.now() } }),
      remembered: undefined,
      hasPath: address.pathname !== '/',
    });
    return path;
  } finally {
    connection.close();
  }
}
