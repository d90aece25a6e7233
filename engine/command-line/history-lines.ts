import { totalOf, type Availability } from '../../core/history/availability.ts';
import type { Span } from '../../core/history/look-back.ts';
import { WORST_FIRST, type TimelineState } from '../../core/history/states.ts';
import { newestFirst, type OwnedIncident, type TargetPast } from '../../core/report/history-status.ts';
import { BEATS, heartbeat } from '../../core/text/bars/heartbeat.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { historyFigures } from '../../core/text/history-figures.ts';
import { pastIncidentLine } from '../../core/text/past-incident-lines.ts';
import { latencyLine, stateWord } from '../../core/text/stretch-lines.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import type { Piece, Style } from './terminal.ts';

type Line = readonly Piece[];

const STYLES: Readonly<Record<TimelineState, Style>> = {
  up: 'good',
  degraded: 'warning',
  down: 'bad',
  paused: 'faint',
  gap: 'faint',
};

/** The past of all targets as lines: a bar and figures for each. */
export function historyLines(span: Span, targets: readonly TargetPast[], texts: Catalogue): readonly Line[] {
  const { spokenSpans } = texts.history;
  const seen = targets.some(({ past }) => isKnown(past.availability));
  return [
    [['faint', spokenSpans[span]]],
    ...targets.flatMap((target) => [[], ...targetLines(target, texts)]),
    ...(seen ? [[], legend(texts)] : []),
  ];
}

function targetLines({ name, url, past }: TargetPast, texts: Catalogue): readonly Line[] {
  const { availability, overall } = past;
  const title: Line =
    name === url
      ? [['strong', shortUrl(url)]]
      : [
          ['strong', name],
          ['faint', ` · ${shortUrl(url)}`],
        ];
  if (!isKnown(availability)) return [title, ['  ', texts.history.empty]];
  const figures = historyFigures(availability, texts).map(({ label, value }) => `${label} ${value}`);
  return [
    title,
    ['  ', ...heartbeat(availability).map(beat)],
    ['  ', figures.join(' · ')],
    ...(overall === undefined ? [] : [[`  ${texts.history.responseTime}: ${latencyLine(overall, texts)}`]]),
  ];
}

// A pause is remembered, too, though nothing was observed in it.
function isKnown(availability: Availability): boolean {
  const { from, to, ms } = totalOf(availability);
  return ms.gap < to - from;
}

function beat(state: TimelineState): Piece {
  return [STYLES[state], BEATS[state]];
}

function legend(texts: Catalogue): Line {
  return WORST_FIRST.flatMap((state) => [beat(state), ` ${stateWord(state, texts)}  `]);
}

/** The incidents of all targets as lines, newest first. */
export function incidentLines(span: Span, targets: readonly TargetPast[], texts: Catalogue): readonly Line[] {
  const { history } = texts;
  const told = newestFirst(targets);
  const left = targets.reduce((sum, { past }) => sum + past.availability.incidents, 0) - told.length;
  const isSeen = targets.some(({ past }) => isKnown(past.availability));
  const none = isSeen ? history.noIncident : history.empty;
  const now = Math.max(0, ...targets.map(({ past }) => past.availability.to));
  return [
    [['faint', history.spokenSpans[span]]],
    ...(told.length === 0 ? [[], [none]] : told.flatMap((each) => [[], ...linesOf(each, now, texts)])),
    ...(left > 0 ? [[], [['faint', history.more(left)] as const]] : []),
  ];
}

function linesOf({ name, incident }: OwnedIncident, now: number, texts: Catalogue): readonly Line[] {
  const { history, steps } = texts;
  const { ending, provedBy, note } = incident;
  const { headline, detail, exact } = pastIncidentLine(incident, now, texts);
  const helped = provedBy === undefined ? [] : [[`  ${history.fixedBy(steps[provedBy.step])}`]];
  return [
    [
      [ending === undefined ? 'bad' : 'strong', headline],
      ['faint', ` · ${shortUrl(name)}`],
    ],
    ['  ', detail, ['faint', ` · ${exact}`]],
    ...helped,
    ...(note === undefined ? [] : [[`  ${history.note}: ${note}`]]),
  ];
}
