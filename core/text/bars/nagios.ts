import type { Light } from '../../health/light.ts';
import type { Snapshot, TargetView } from '../../snapshot.ts';
import { english } from '../english.ts';
import { targetLine, worstLine } from './bar-lines.ts';

const WORDS: Readonly<Record<Light, string>> = {
  healthy: 'OK',
  degraded: 'WARNING',
  down: 'CRITICAL',
  unknown: 'UNKNOWN',
  paused: 'UNKNOWN',
};

/**
 * The output of a Nagios or Icinga plugin: a line with figures (how long each answer took, in seconds, and how many
 * targets are healthy), then a line for each target where there are several. In English, as all plugins.
 */
export function nagiosLines(snapshot: Snapshot): readonly string[] {
  const { light, targets } = snapshot;
  const first = `PROXY ${WORDS[light]} - ${asWords(worstLine(snapshot, english))} | ${measured(targets).join(' ')}`;
  if (targets.length < 2) return [first];
  return [
    first,
    ...targets.map((target) => `${WORDS[target.light]} - ${asWords(targetLine(target, snapshot, english))}`),
  ];
}

function measured(targets: readonly TargetView[]): readonly string[] {
  const healthy = targets.filter(({ light }) => light === 'healthy').length;
  return [
    ...targets.flatMap(({ name, ms }) =>
      ms === undefined ? [] : [`'${asLabel(name)}'=${(ms / 1_000).toFixed(3)}s;;;0`],
    ),
    `healthy=${healthy};;;0;${targets.length}`,
  ];
}

// A bar begins the figures; a label ends with a quote and may hold no sign of equality.
function asWords(text: string): string {
  return text.replaceAll('|', '¦');
}

function asLabel(text: string): string {
  return asWords(text).replaceAll(/['=]/g, '_');
}
