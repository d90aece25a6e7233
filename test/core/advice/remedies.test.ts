import { describe, expect, it } from 'vitest';
import type { Circumstances, CliAge } from '../../../core/advice/circumstances.ts';
import { COMMAND_IDS, commandText, TERMINAL_COMMANDS, type CommandId } from '../../../core/advice/commands.ts';
import { LINK_IDS, LINKS } from '../../../core/advice/links.ts';
import { MAX_STEPS, remedy } from '../../../core/advice/remedies.ts';
import type { Step, StepId } from '../../../core/advice/step.ts';
import { FINDING_IDS, type FindingId } from '../../../core/health/finding.ts';
import type { Platform } from '../../../core/platform.ts';
import type { Installer } from '../../../core/sight/installer.ts';
import { english } from '../../../core/text/english.ts';

const PLATFORMS: readonly Platform[] = ['linux', 'mac', 'windows'];
const INSTALLERS: readonly (Installer | undefined)[] = [undefined, 'native', 'npm', 'homebrew', 'winget'];
const AGES: readonly CliAge[] = ['absent', 'misnamed', 'old', 'current', 'unknown'];

const EVERYWHERE: readonly Circumstances[] = PLATFORMS.flatMap((platform) =>
  INSTALLERS.flatMap((installer) =>
    AGES.map((cli) => ({ platform, cli, ...(installer !== undefined && { installer }) })),
  ),
);
const idsOf = (steps: readonly Step[]): readonly StepId[] => steps.map(({ id }) => id);
const ids = (finding: FindingId, at: Circumstances): readonly StepId[] => idsOf(remedy(finding, at));
const commandOf = (step: Step): readonly CommandId[] => ('command' in step ? [step.command] : []);
const commands = (finding: FindingId, at: Circumstances): readonly CommandId[] =>
  remedy(finding, at).flatMap(commandOf);
const everyStep = FINDING_IDS.flatMap((id) => EVERYWHERE.flatMap((at) => remedy(id, at)));

// What only one system understands.
const ONLY_ON: Readonly<Record<Platform, RegExp>> = {
  linux: /never/,
  mac: /never/,
  windows: /winget|\bsetx\b|\birm\b|where\.exe|%\w+%/,
};
const UNIX_ONLY = /\bexport\b|\bchmod\b|\bcurl\b|\bbash\b|\bbrew\b|command -v|which |\$\{?\w/;

function isForeign(text: string, platform: Platform): boolean {
  return platform === 'windows' ? UNIX_ONLY.test(text) : ONLY_ON.windows.test(text);
}

/** What is wrong with a remedy under some circumstances. */
function misfits(finding: FindingId, at: Circumstances): readonly string[] {
  const steps = remedy(finding, at);
  const where = JSON.stringify(at);
  const texts = steps.flatMap(commandOf).map((command) => commandText(command, at.platform));
  return [
    ...(steps.length >= 1 && steps.length <= MAX_STEPS ? [] : [`${steps.length} steps ${where}`]),
    ...(new Set(idsOf(steps)).size === steps.length ? [] : [`a step twice ${where}`]),
    ...texts.filter((text) => isForeign(text, at.platform)).map((text) => `${text} ${where}`),
  ];
}

describe.each(FINDING_IDS)('the remedy for %s', (finding) => {
  it('fits wherever it is given', () => {
    expect(EVERYWHERE.flatMap((at) => misfits(finding, at))).toEqual([]);
  });

  it('has words for everything', () => {
    const words = english.findings[finding];
    expect([words.title, words.headline({}), words.why({})].every((text) => text.length > 5)).toBe(true);
    const steps = EVERYWHERE.flatMap((at) => remedy(finding, at));
    expect(steps.filter(({ id }) => english.steps[id].length < 5)).toEqual([]);
  });

  it('does not begin with an alternative to nothing', () => {
    const first = EVERYWHERE.flatMap((at) => remedy(finding, at).slice(0, 1));
    expect(first.filter(({ id }) => english.steps[id].startsWith('Or '))).toEqual([]);
  });

  it('puts what worked before all others, and changes nothing else', () => {
    for (const at of EVERYWHERE) {
      const usual = ids(finding, at);
      for (const worked of usual) {
        const others = usual.filter((id) => id !== worked);
        expect(idsOf(remedy(finding, at, worked))).toEqual([worked, ...others]);
      }
    }
  });

  it('forgets what worked where it does not fit', () => {
    for (const at of EVERYWHERE) {
      const known = new Set(ids(finding, at));
      const foreign = everyStep.find(({ id }) => !known.has(id) && !hasStep(finding, id));
      expect(idsOf(remedy(finding, at, foreign?.id))).toEqual([...known]);
    }
  });
});

function hasStep(finding: FindingId, id: StepId): boolean {
  return EVERYWHERE.some((at) => ids(finding, at).includes(id));
}

describe('the documented problems', () => {
  const linux: Circumstances = { platform: 'linux', cli: 'unknown' };

  it('CLI not found: install it, or set CLAUDE_CLI_PATH', () => {
    const texts = commands('cli-not-found', linux).map((id) => commandText(id, 'linux'));
    expect(texts.join('\n')).toContain('CLAUDE_CLI_PATH');
    expect(texts.join('\n')).toContain('install.sh');
  });

  it('CLI not found, and it is here: only to set CLAUDE_CLI_PATH', () => {
    expect(commands('cli-not-found', { ...linux, cli: 'current' })).toEqual(['set-cli-path']);
  });

  it('CLI not found where a setting names it: to correct that', () => {
    expect(commands('cli-not-found', { ...linux, cli: 'misnamed' })).toEqual(['set-cli-path']);
  });

  it('CLI not found, and it is not here: to install it, as it is done on this system', () => {
    const absent = (platform: Platform): readonly CommandId[] => commands('cli-not-found', { platform, cli: 'absent' });
    expect(absent('linux')).toEqual(['install-native', 'set-cli-path']);
    expect(absent('mac')).toEqual(['install-native', 'install-homebrew', 'set-cli-path']);
    expect(absent('windows')).toEqual(['install-native', 'install-winget', 'set-cli-path']);
  });

  it('authentication failed: claude auth login', () => {
    expect(remedy('signed-out', linux)[0]).toMatchObject({ kind: 'terminal', command: 'sign-in' });
    expect(commandText('sign-in', 'linux')).toBe('claude auth login');
  });

  it('port already in use: --port or PORT', () => {
    expect(commands('port-taken', linux)).toEqual(['other-port-flag', 'other-port-env']);
    expect(commandText('other-port-flag', 'linux')).toContain('--port');
    expect(commandText('other-port-env', 'linux')).toContain('PORT=');
  });
});

describe('by how the CLI came here', () => {
  it.each<readonly [Installer, CommandId, CommandId]>([
    ['native', 'update-native', 'install-native'],
    ['npm', 'update-npm', 'install-npm'],
    ['homebrew', 'update-homebrew', 'install-homebrew'],
  ])('%s: updated by %s, repaired by %s', (installer, update, repair) => {
    const at: Circumstances = { platform: 'mac', installer, cli: 'old' };
    expect(commands('cli-too-old', at)).toEqual([update]);
    expect(commands('cli-wrong-machine', at)).toEqual([repair]);
  });

  it('winget: on Windows', () => {
    const at: Circumstances = { platform: 'windows', installer: 'winget', cli: 'current' };
    expect(commands('cli-too-old', at)).toEqual(['update-winget']);
    expect(commands('cli-wrong-machine', at)).toEqual(['install-winget']);
  });

  it('nobody knows how: a guide, and no guess', () => {
    const at: Circumstances = { platform: 'linux', cli: 'old' };
    expect(remedy('cli-too-old', at)).toMatchObject([{ kind: 'open', link: 'install-guide' }]);
  });
});

describe('what would be taken for a prompt', () => {
  it('is never offered to a CLI that is too old for it', () => {
    const dangerous: readonly CommandId[] = ['sign-in'];
    const old = EVERYWHERE.filter(({ cli }) => cli === 'old');
    const offered = FINDING_IDS.filter((id) => old.some((at) => commands(id, at).some((of) => dangerous.includes(of))));
    expect(offered).toEqual([]);
    expect(remedy('signed-out', { platform: 'linux', cli: 'old' })[0]?.id).toBe('sign-in-by-prompt');
  });
});

describe('steps, commands and links', () => {
  it('are of use: every command belongs to some remedy, and what is watched for to some step', () => {
    expect(new Set(everyStep.flatMap(commandOf))).toEqual(new Set(COMMAND_IDS));
    expect(Object.keys(english.watching).filter((id) => !everyStep.some((step) => step.id === id))).toEqual([]);
  });

  it('open https pages only', () => {
    expect(LINK_IDS.filter((id) => !LINKS[id].startsWith('https://'))).toEqual([]);
  });

  it('never kill or delete on the user’s behalf', () => {
    const texts = COMMAND_IDS.flatMap((id) => PLATFORMS.map((platform) => commandText(id, platform)));
    expect(texts.filter((text) => /\b(?:kill|pkill|rm|del|erase|taskkill|sudo)\b/.test(text))).toEqual([]);
  });

  it('run in a terminal what they would copy', () => {
    for (const [id, args] of Object.entries(TERMINAL_COMMANDS)) {
      const command = COMMAND_IDS.find((of) => of === id);
      const texts = PLATFORMS.map((platform) => command && commandText(command, platform));
      expect(new Set(texts)).toEqual(new Set([['claude', ...args].join(' ')]));
    }
  });
});
