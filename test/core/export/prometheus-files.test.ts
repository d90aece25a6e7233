import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isOurs } from '../../../core/export/export-file.ts';
import { exportTargets } from '../../../core/export/export-target.ts';
import { conditions } from '../../../core/export/prometheus/conditions.ts';
import { paceFor } from '../../../core/export/prometheus/pace.ts';
import { prometheusFiles } from '../../../core/export/prometheus/prometheus-files.ts';
import { scrapeConfig } from '../../../core/export/prometheus/scrape-config.ts';
import { byCause, type Finding } from '../../../core/health/finding.ts';
import { readSettings, LANGUAGES } from '../../../core/settings.ts';
import { GOLDEN, sourceOf } from './sources.ts';

interface Job {
  readonly job_name: string;
  readonly scrape_interval: string;
  readonly static_configs: readonly { readonly targets: readonly string[]; readonly labels: Record<string, string> }[];
}

interface Rule {
  readonly alert?: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

type Inhibition = Readonly<Record<'source_matchers' | 'target_matchers' | 'equal', readonly string[]>>;

const fileOf = (given: object, name: string): string =>
  prometheusFiles(sourceOf(given)).find((file) => file.name === name)?.text ?? '';
const read = (given: object, name: string): unknown => parse(fileOf(given, name));
const scrapeJobs = (text: string): readonly Job[] => (parse(text) as { scrape_configs: Job[] }).scrape_configs;
const jobs = (given: object): readonly Job[] => scrapeJobs(fileOf(given, 'prometheus.yml'));
const rules = (given: object): readonly Rule[] =>
  (read(given, 'pilot-light.rules.yml') as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const ruleOf = (given: object, alert: string): Rule | undefined => rules(given).find((rule) => rule.alert === alert);

describe('export prometheus', () => {
  it.each(prometheusFiles(GOLDEN))('writes $name as before', async ({ name, text }) => {
    await expect(text).toMatchFileSnapshot(`../../fixtures/export/${name}`);
    expect(isOurs(text)).toBe(true);
  });

  it('gives every name and address back to whoever reads the file, whatever they hold', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('yes', '~', '1e3', '- a', '# b', "it's", '{{ x }}', '0o7', '!!str', '*a', '12:30', '$1'),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.webUrl(), (names, url) => {
        const settings = readSettings({ targets: names.map((each) => ({ name: each, url })) });
        const targets = exportTargets(settings, new Map());
        const { text } = scrapeConfig(targets, paceFor(settings));
        for (const { static_configs: each } of scrapeJobs(text)) {
          expect(each.map(({ labels }) => [labels['proxy'], labels['url']])).toEqual(
            targets.map((target) => [target.name, target.url]),
          );
        }
      }),
    );
  });

  it('waits as long as the light does', () => {
    expect(ruleOf({}, 'PilotLightProxyNotRunning')).toMatchObject({ for: '8s', keep_firing_for: '4s' });
    expect(ruleOf({}, 'PilotLightSignedOut')).toMatchObject({ for: '15s', keep_firing_for: '15s' });
    expect(ruleOf({}, 'PilotLightNotResponding')).toMatchObject({ for: '30s', keep_firing_for: '15s' });
    expect(ruleOf({ interval: 30 }, 'PilotLightProxyNotRunning')).toMatchObject({ for: '1m', keep_firing_for: '30s' });
    expect(ruleOf({}, 'PilotLightSignInExpiresSoon')).not.toHaveProperty('for');
  });

  it('counts a fault from when on the user says', () => {
    const strict = { confirmAfter: 5, slowAfter: 250 };
    expect(ruleOf(strict, 'PilotLightProxyNotRunning')).toMatchObject({ for: '16s', keep_firing_for: '4s' });
    expect(ruleOf(strict, 'PilotLightSignedOut')).toMatchObject({ for: '1m', keep_firing_for: '15s' });
    expect(ruleOf(strict, 'PilotLightSlowAnswer')).toMatchObject({ labels: { severity: 'warning' } });
    expect(ruleOf({}, 'PilotLightSlowAnswer')).toMatchObject({ labels: { severity: 'info' } });
    expect(fileOf(strict, 'pilot-light.rules.yml')).toContain('{job="pilot-light-health"} > 0.25 and');
  });

  it('asks in all no more often than the tightest known limit allows, 30 times a minute', () => {
    const questions = jobs({}).filter(({ job_name: job }) => !/port|metrics/.test(job));
    const perMinute = questions.map(({ scrape_interval: every }) => 60 / Number.parseInt(every, 10));
    expect(perMinute.reduce((sum, each) => sum + each, 0)).toBeLessThan(30);
  });

  it('silences what a worse finding explains, and never the root cause', () => {
    const seen = conditions(paceFor(readSettings(undefined)));
    const order = byCause(seen.map(({ finding, severity }): Finding => ({ id: finding, severity, evidence: {} })));
    const { inhibit_rules: inhibitions } = read({}, 'alertmanager.yml') as { inhibit_rules: Inhibition[] };
    const silenced = (cause: string): readonly string[] =>
      inhibitions
        .filter((each) => each.source_matchers.includes(`finding="${cause}"`))
        .flatMap((each) => /"(.*)"/.exec(each.target_matchers[0] ?? '')?.[1]?.split('|') ?? []);
    order.forEach(({ id }, i) => {
      expect(new Set(silenced(id))).toEqual(new Set(order.slice(i + 1).map((later) => later.id)));
    });
    expect(inhibitions.every(({ equal }) => equal.join() === 'url')).toBe(true);
  });

  it.each(LANGUAGES)('says what to do in the language of the settings: %s', (language) => {
    const each = rules({ language }).filter(({ alert }) => alert !== undefined);
    expect(each.length).toBeGreaterThan(15);
    for (const { annotations = {} } of each) {
      expect(annotations['summary']).toMatch(/\S \(\{\{ \$labels\.proxy \}\}\)$/);
      expect(annotations['description']).toMatch(/\S/);
    }
    expect(ruleOf({ language }, 'PilotLightSignedOut')?.annotations?.['remedy']).toContain('claude auth login');
  });

  it('says nothing to anybody where notifications are off, and nothing in quiet hours', () => {
    expect(read({ notifications: false }, 'alertmanager.yml')).not.toMatchObject({
      route: { routes: expect.arrayContaining([expect.objectContaining({ receiver: 'pilot-light' })]) },
    });
    expect(read({ quietHours: { from: '09:00', to: '12:30' } }, 'alertmanager.yml')).toMatchObject({
      time_intervals: [{ time_intervals: [{ times: [{ start_time: '09:00', end_time: '12:30' }] }] }],
    });
    expect(read({ quietHours: { from: '22:00', to: '00:00' } }, 'alertmanager.yml')).toMatchObject({
      time_intervals: [{ time_intervals: [{ times: [{ start_time: '22:00', end_time: '24:00' }] }] }],
    });
    expect(fileOf({ quietHours: { from: '09:00', to: '09:00' } }, 'alertmanager.yml')).not.toContain('quiet-hours');
  });
});
