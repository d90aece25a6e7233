import { portOf } from '../../target-url.ts';
import type { ExportFile } from '../export-file.ts';
import { healthUrl, type ExportTarget } from '../export-target.ts';
import { yamlText } from '../yaml-text.ts';
import { MARGIN_MS, promDuration, type Pace } from './pace.ts';
import { jobOf, QUESTION_IDS } from './questions.ts';

/** Where blackbox_exporter listens unless it is told otherwise. */
const BLACKBOX = '127.0.0.1:9115';
const ALERTMANAGER = '127.0.0.1:9093';

/** The names of the files of rules, as the main configuration refers to them. */
export const RULES_FILE = 'pilot-light.rules.yml';

const HEAD = [
  'The configuration of Prometheus 2.42 or later (alerts use keep_firing_for).',
  'It asks each proxy through blackbox_exporter, and reads its own /metrics page where it has one.',
];

/** The configuration of Prometheus. */
export function scrapeConfig(targets: readonly ExportTarget[], pace: Pace): ExportFile {
  const { portMs, answerMs, portLimitMs, answerLimitMs } = pace;
  const port = probeJob('port', targets, hostAndPort, portMs, portLimitMs);
  const questions = QUESTION_IDS.map((id) => probeJob(id, targets, healthUrl, answerMs, answerLimitMs));
  const config = {
    global: { scrape_interval: promDuration(answerMs), evaluation_interval: promDuration(portMs) },
    alerting: { alertmanagers: [{ static_configs: [{ targets: [ALERTMANAGER] }] }] },
    rule_files: [RULES_FILE],
    scrape_configs: [metricsJob(targets, pace), port, ...questions],
  };
  return { name: 'prometheus.yml', text: yamlText(config, [...HEAD, ...notFound(targets)]) };
}

function notFound(targets: readonly ExportTarget[]): readonly string[] {
  const count = targets.filter(({ path }) => path === undefined).length;
  if (count === 0) return [];
  return [`${count} of ${targets.length} proxies did not answer when this was written: /health is taken for the page.`];
}

function timing(intervalMs: number, limitMs: number): object {
  return { scrape_interval: promDuration(intervalMs), scrape_timeout: promDuration(limitMs + MARGIN_MS) };
}

// The page of the proxy's own figures: where there is none, the job is down and nothing else.
function metricsJob(targets: readonly ExportTarget[], { answerMs, answerLimitMs }: Pace): object {
  const each = targets.map((target) => {
    const { protocol, pathname } = new URL(target.url);
    const path = `${pathname.replace(/\/+$/, '')}/metrics`;
    const labels = { ...labelsOf(target), __scheme__: protocol.replace(':', ''), __metrics_path__: path };
    return { targets: [hostAndPort(target)], labels };
  });
  return {
    job_name: jobOf('metrics'),
    ...timing(answerMs, answerLimitMs),
    follow_redirects: false,
    body_size_limit: '4MB',
    sample_limit: 10_000,
    static_configs: each,
  };
}

function probeJob(
  question: Parameters<typeof jobOf>[0],
  targets: readonly ExportTarget[],
  address: (target: ExportTarget) => string,
  intervalMs: number,
  limitMs: number,
): object {
  return {
    job_name: jobOf(question),
    ...timing(intervalMs, limitMs),
    metrics_path: '/probe',
    params: { module: [jobOf(question)] },
    static_configs: targets.map((target) => ({ targets: [address(target)], labels: labelsOf(target) })),
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: BLACKBOX },
    ],
  };
}

/** What a target is called in every series: its name, and the address that tells it from others of the same name. */
function labelsOf({ name, url }: ExportTarget): { readonly proxy: string; readonly url: string } {
  return { proxy: name, url };
}

function hostAndPort({ url }: ExportTarget): string {
  const address = new URL(url);
  return `${address.hostname}:${portOf(address)}`;
}
