import { describe, expect, it } from 'vitest';
import { beginProof, type Proof } from '../../../core/advice/proof.ts';
import { parseAction } from '../../../core/contract.ts';
import { FINDING_IDS, type Finding, type FindingId } from '../../../core/health/finding.ts';
import type { CliSeen, LocalSight } from '../../../core/sight/local-sight.ts';
import type { Snapshot, TargetView } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { cardFor, fixedLine, remedyCard, type RemedyCard } from '../../../core/text/remedy-card.ts';
import { NOW, snapshotIn, STATE_NAMES, viewIn, type StateName } from '../states.ts';

function cardIn(
  name: StateName,
  more: Partial<Snapshot> = {},
  target: Partial<TargetView> = {},
): RemedyCard | undefined {
  return remedyCard({ ...viewIn(name), ...target }, { ...snapshotIn(name), ...more }, english);
}

function cardOf(id: FindingId, more: Partial<Snapshot> = {}, target: Partial<TargetView> = {}): RemedyCard {
  const finding: Finding = { id, severity: 'down', evidence: {} };
  return cardFor(finding, { ...viewIn('signed-out'), ...target }, { ...snapshotIn('signed-out'), ...more }, english);
}

function sightWith(seen: Partial<CliSeen>): LocalSight {
  const cli: CliSeen = { path: '/usr/bin/claude', source: 'path', state: 'program', ...seen };
  return { cli: { candidates: [cli], chosen: cli, searched: [] }, signIn: { place: 'file', overriddenBy: [] } };
}

const stepIds = (card: RemedyCard | undefined): readonly string[] | undefined => card?.steps.map(({ step }) => step.id);

describe('the card', () => {
  it('says what is wrong, why, and what to do, with each command beside a copy of it', () => {
    const use = { type: 'use-step', target: 'target-1', finding: 'signed-out', step: 'sign-in' } as const;
    expect(cardIn('signed-out')).toEqual({
      title: 'Sign in to Claude again',
      why: 'The proxy runs, but the Claude CLI has no valid login, so every request fails.',
      said: { by: 'The proxy says', words: 'Claude CLI authentication failed' },
      searchedPaths: [],
      steps: [
        {
          step: expect.objectContaining({ kind: 'terminal' }) as unknown,
          text: 'Open a terminal and sign in',
          command: { text: 'claude auth login', copy: { ...use, way: 'copy' } },
          button: { label: 'Open terminal', action: { ...use, way: 'run' } },
        },
        {
          step: { kind: 'wait', id: 'come-back' },
          text: 'Come back here – nothing else to do',
          watching: 'Watching for the new login…',
        },
      ],
    });
  });

  it('is there for whatever is wrong, and for nothing else', () => {
    const without: readonly StateName[] = ['starting', 'healthy', 'basic', 'recovering', 'recovered', 'paused'];
    expect(STATE_NAMES.filter((name) => cardIn(name) === undefined)).toEqual(without);
  });

  it('shows where was searched', () => {
    expect(cardIn('cli-missing')?.searchedPaths).toContain('/usr/local/bin/claude');
  });

  it('is there under a green light only for what will surely break it', () => {
    const hint = (id: FindingId): Finding => ({ id, severity: 'hint', evidence: {} });
    // A proxy in a container has a login of its own: that none is here is no reason to ask for one.
    const harmless = [hint('exposed-to-network'), hint('signed-out-here')];
    expect(cardIn('healthy', {}, { findings: harmless })).toBeUndefined();
    const { title } = english.findings['sign-in-expires-soon'];
    expect(cardIn('healthy', {}, { findings: [...harmless, hint('sign-in-expires-soon')] })?.title).toBe(title);
  });

  it.each(FINDING_IDS)('for %s only asks for what the contract knows', (id) => {
    const { steps } = cardOf(id);
    const actions = steps.flatMap(({ command, button }) => [command?.copy, button?.action]);
    const known = actions.filter((action) => action !== undefined);
    expect(known.filter((action) => parseAction(action) === undefined)).toEqual([]);
    expect(steps.filter(({ step, command, button }) => step.kind !== 'wait' && !command && !button)).toEqual([]);
  });
});

describe('where the target runs', () => {
  it('speaks the language of the system’s shell', () => {
    const texts = (platform: Snapshot['platform']): readonly (string | undefined)[] =>
      cardOf('cli-is-another', { platform }).steps.map(({ command }) => command?.text);
    expect(texts('mac')[0]).toContain('export CLAUDE_CLI_PATH');
    expect(texts('windows')[0]).toContain('setx CLAUDE_CLI_PATH');
  });

  it('fits the CLI that is installed here', () => {
    expect(stepIds(cardOf('signed-out', { sight: sightWith({ version: '2.0.0' }) }))?.[0]).toBe('sign-in-by-prompt');
    expect(stepIds(cardOf('signed-out', { sight: sightWith({ version: '2.1.330' }) }))?.[0]).toBe('sign-in');
  });

  it('does not take this computer’s CLI for that of another', () => {
    const sight = sightWith({ version: '2.0.0' });
    const elsewhere = { url: 'http://proxy.example:8000' };
    expect(stepIds(cardOf('signed-out', { sight }, elsewhere))?.[0]).toBe('sign-in');
  });
});

describe('what worked before', () => {
  it('comes first, and is marked', () => {
    const card = cardOf('not-responding', { worked: { 'not-responding': 'read-proxy-log' } });
    expect(stepIds(card)).toEqual(['read-proxy-log', 'restart-proxy']);
    expect(card.steps.map(({ worked }) => worked)).toEqual(['Worked last time', undefined]);
  });

  it('is remembered for that finding only', () => {
    const card = cardOf('not-responding', { worked: { 'connection-lost': 'read-proxy-log' } });
    expect(stepIds(card)).toEqual(['restart-proxy', 'read-proxy-log']);
  });
});

describe('what became of a step', () => {
  const begun = beginProof('signed-out', 'sign-in', NOW);
  const line = (proof: Proof, id: FindingId = 'signed-out'): unknown => cardOf(id, {}, { proof }).proof;

  it.each<readonly [Proof, string]>([
    [begun, 'Watching whether it helps…'],
    [{ ...begun, state: 'still-failing' }, 'Still failing. Next: Open a terminal and sign in'],
    [{ ...begun, state: 'fixed', fixedAt: NOW + 8_000 }, 'Fixed after 8 s'],
  ])('%j', (proof, text) => {
    expect(line(proof)).toEqual({ state: proof.state, text });
  });

  it('belongs to the finding that it was used for', () => {
    expect(line(begun, 'cli-broken')).toBeUndefined();
  });

  it('is told as good news when the card is gone', () => {
    expect(fixedLine(viewIn('healthy'), english)).toBeUndefined();
    expect(fixedLine({ ...viewIn('healthy'), proof: begun }, english)).toBeUndefined();
    const fixed: Proof = { ...begun, state: 'fixed', fixedAt: NOW + 72_000 };
    expect(fixedLine({ ...viewIn('healthy'), proof: fixed }, english)).toBe('Fixed after 1 min 12 s');
  });
});
