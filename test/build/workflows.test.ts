import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const FILES = readdirSync(FOLDER);

const permissions = v.record(v.string(), v.picklist(['read', 'write', 'none']));
const step = v.object({
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown())),
});
const workflow = v.object({
  permissions,
  jobs: v.record(
    v.string(),
    v.object({ 'timeout-minutes': v.number(), permissions: v.optional(permissions), steps: v.array(step) }),
  ),
});

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const { scripts } = v.parse(v.object({ scripts: v.record(v.string(), v.string()) }), manifest);

// Each job that may write, and what.
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  'release.yml packages': ['id-token', 'attestations'],
  'release.yml draft': ['contents'],
};

const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

describe.each(FILES)('.github/workflows/%s', (file) => {
  const read = v.parse(workflow, parse(textOf(file)));
  const jobs = Object.entries(read.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('may do no more than it needs', () => {
    expect(Object.values(read.permissions)).not.toContain('write');
    for (const [name, job] of jobs) {
      const written = Object.entries(job.permissions ?? {}).filter(([, may]) => may === 'write');
      expect(written.map(([what]) => what)).toEqual(MAY_WRITE[`${file} ${name}`] ?? []);
    }
  });

  it('takes actions by their full hash, and names the version', () => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('keeps no token where the code of others runs', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  it('puts nothing from outside into a command', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('runs only scripts that there are', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)].map(([, script = '']) => script));
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

it('one version of each action is in use', () => {
  const uses = FILES.flatMap((file) => [...textOf(file).matchAll(/uses: (\S+)/g)].map(([, use = '']) => use));
  const names = [...new Set(uses)].map((use) => use.split('@')[0]);
  expect(names).toEqual([...new Set(names)]);
});
