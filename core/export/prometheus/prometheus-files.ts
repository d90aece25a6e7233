import type { Platform } from '../../platform.ts';
import type { Settings } from '../../settings.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import type { ExportFile } from '../export-file.ts';
import type { ExportTarget } from '../export-target.ts';
import { yamlText } from '../yaml-text.ts';
import { alertingRules } from './alerts.ts';
import { alertmanagerConfig } from './alertmanager-config.ts';
import { blackboxConfig } from './blackbox-config.ts';
import { conditions } from './conditions.ts';
import { paceFor, promDuration } from './pace.ts';
import { availabilityRules, recordingRules } from './recording-rules.ts';
import { RULES_FILE, scrapeConfig } from './scrape-config.ts';

/** What an export is made from. The same always gives the same text. */
export interface ExportSource {
  readonly settings: Settings;
  readonly targets: readonly ExportTarget[];
  /** The words of annotations and titles. */
  readonly texts: Catalogue;
  /** Where the proxies run: for the commands of their remedies. */
  readonly platform: Platform;
}

const RULES_HEAD = [
  'Recording and alerting rules for Prometheus 2.42 or later.',
  'An alert waits as long as the light does: so many looks in a row for a trouble, and two for its end.',
];

const NOW_AND_THEN = '5m';

/** The files of `export prometheus`. */
export function prometheusFiles({ settings, targets, texts, platform }: ExportSource): readonly ExportFile[] {
  const pace = paceFor(settings);
  const seen = conditions(pace);
  const groups = [
    { name: 'pilot-light', interval: promDuration(pace.portMs), rules: recordingRules(seen) },
    {
      name: 'pilot-light-alerts',
      interval: promDuration(pace.portMs),
      rules: alertingRules(seen, pace, texts, platform),
    },
    { name: 'pilot-light-availability', interval: NOW_AND_THEN, rules: availabilityRules() },
  ];
  return [
    scrapeConfig(targets, pace),
    { name: RULES_FILE, text: yamlText({ groups }, RULES_HEAD) },
    blackboxConfig(pace),
    alertmanagerConfig(seen, pace, settings),
  ];
}
