import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, commandText } from '../../../core/advice/commands.ts';
import { LINKS } from '../../../core/advice/links.ts';
import { REMEDIES } from '../../../core/advice/remedies.ts';
import { FINDING_IDS } from '../../../core/health/finding.ts';
import { english } from '../../../core/text/english.ts';

const steps = Object.values(REMEDIES).flat();

describe('remedies', () => {
  it.each(FINDING_IDS)('%s has one to four steps, and words for all', (id) => {
    expect(REMEDIES[id].length).toBeLessThanOrEqual(4);
    const words = english.findings[id];
    expect([words.title, words.headline({}), words.why({})].every((text) => text.length > 5)).toBe(true);
  });

  it('every command, link and worded step is used by some remedy', () => {
    const commands = steps.flatMap((step) => (step.kind === 'copy' ? [step.command] : []));
    const links = steps.flatMap((step) => (step.kind === 'open' ? [step.link] : []));
    expect(new Set(commands)).toEqual(new Set(COMMAND_IDS));
    expect(new Set(links)).toEqual(new Set(Object.keys(LINKS)));
    expect(new Set(steps.map(({ id }) => id))).toEqual(new Set(Object.keys(english.steps)));
  });

  it('never kills or deletes on the user’s behalf', () => {
    const texts = COMMAND_IDS.flatMap((id) => [commandText(id, 'linux'), commandText(id, 'windows')]);
    expect(texts.filter((text) => /\b(?:kill|rm|del|taskkill|sudo)\b/.test(text))).toEqual([]);
  });

  it('opens https pages only', () => {
    expect(Object.values(LINKS).every((link) => link.startsWith('https://'))).toBe(true);
  });

  it('speaks the language of the system’s shell', () => {
    expect(commandText('set-cli-path', 'mac')).toContain('export');
    expect(commandText('set-cli-path', 'windows')).toContain('setx');
  });
});
