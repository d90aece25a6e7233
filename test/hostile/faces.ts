import { COMMAND_IDS, commandText } from '../../core/advice/commands.ts';
import { remedy } from '../../core/advice/remedies.ts';
import { parseAction } from '../../core/contract.ts';
import { FINDING_IDS } from '../../core/health/finding.ts';
import type { Alert } from '../../core/monitor/alerts.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { alsoFound } from '../../core/text/also-found.ts';
import { componentList } from '../../core/text/component-list.ts';
import { english } from '../../core/text/english.ts';
import { lastIncidentRow } from '../../core/text/last-incident.ts';
import { menuRows } from '../../core/text/menu.ts';
import { notificationText } from '../../core/text/notification.ts';
import { cardFor, type StepRow } from '../../core/text/remedy-card.ts';
import { reportLine } from '../../core/text/report-line.ts';
import { exactly, headline, shortUrl, subline } from '../../core/text/target-lines.ts';
import { tooltip } from '../../core/text/tooltip.ts';

/** All that can be read or done in the faces of one snapshot, and of the alerts that led to it. */
export interface Faces {
  /** What goes to the desktop itself: one wrong character there ends Electron. */
  readonly tooltip: string;
  readonly menu: readonly string[];
  readonly notifications: readonly string[];
  /** What a terminal and the popup show. */
  readonly lines: readonly string[];
  readonly rows: readonly string[];
  readonly steps: readonly StepRow[];
}

/** Words every face, for all targets and all findings, whether they are the root cause or not. */
export function facesOf(snapshot: Snapshot, alerts: readonly Alert[]): Faces {
  const { targets, at } = snapshot;
  const cards = targets.flatMap((target) =>
    target.findings.map((finding) => cardFor(finding, target, snapshot, english)),
  );
  return {
    tooltip: tooltip(snapshot, english),
    menu: menuRows(snapshot, english).flatMap((row) => (row.kind === 'separator' ? [] : [row.text])),
    notifications: targets
      .flatMap((target) => alerts.map((alert) => notificationText(alert, target, english)))
      .flatMap(({ title, body }) => [title, body]),
    lines: [
      reportLine(snapshot, english),
      ...targets.flatMap((target) => [headline(target, english), subline(target, at, english)]),
      ...cards.flatMap(({ title, why, said, searchedPaths }) => [title, why, said?.words ?? '', ...searchedPaths]),
      ...targets.flatMap((target) => alsoFound(target, english).flatMap(({ title, detail }) => [title, detail])),
    ],
    rows: targets.flatMap((target) => rowsOf(target, at)),
    steps: cards.flatMap(({ steps }) => steps),
  };
}

function rowsOf(target: Snapshot['targets'][number], now: number): readonly string[] {
  const { report, lastIncident } = target;
  const list = report === undefined ? undefined : componentList(report, now, english);
  const past = lastIncident === undefined ? undefined : lastIncidentRow(lastIncident, now, english);
  return [
    ...(list?.rows.flatMap(({ name, detail, exact = '', pill }) => [name, detail, exact, pill]) ?? []),
    ...[list?.more, list?.note, past?.title, past?.detail, past?.exact].filter((text) => text !== undefined),
    ...exactly(target, english),
  ];
}

const COMMANDS: ReadonlySet<string> = new Set(COMMAND_IDS.map((id) => commandText(id, 'linux')));
const STEP_TEXTS: ReadonlySet<string> = new Set(Object.values(english.steps));
const STEPS: ReadonlySet<unknown> = new Set(
  FINDING_IDS.flatMap((id) => remedy(id, { platform: 'linux', cli: 'unknown' })),
);

/** Whether a step is one of our own in every part: nothing that it says, copies, opens or does came from outside. */
export function isOurs({ step, text, command, button }: StepRow): boolean {
  const copiesOurs = command === undefined ? !('command' in step) : COMMANDS.has(command.text);
  const doesOurs = button === undefined || parseAction(button.action) !== undefined;
  return STEPS.has(step) && STEP_TEXTS.has(text) && copiesOurs && doesOurs;
}

/** All that a notification about the target at this address can ever say, but for how long something lasted. */
export function ownNotifications(url: string): ReadonlySet<string> {
  const where = shortUrl(url);
  const words = FINDING_IDS.map((id) => english.findings[id]);
  const headlines = words.map((of) => of.headline({}));
  const remedies = words.map((of) => `${of.title}. ${where}`);
  const others = [english.flappingTitle, english.flappingBody(where), english.recoveredTitle];
  return new Set([...headlines, ...remedies, ...others, ...headlines.map((of) => english.recoveredBody(of, '1 s'))]);
}
