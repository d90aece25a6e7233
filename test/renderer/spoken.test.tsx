import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mainProcess, openIn, openPopup } from './popup.tsx';
import { spokenLines } from './spoken.ts';
import { snapshotOf, STATE_NAMES } from './states.ts';

// 64 parts, and a text of 5,000 letters, would only be noise here.
const TOLD = STATE_NAMES.filter((name) => name !== 'many' && name !== 'hostile');

describe.each(TOLD)('%s', (state) => {
  it('reads from top to bottom like this', async () => {
    const { element } = await openIn(state);
    const lines = spokenLines(element);
    expect(lines[0]).toMatch(/^heading: \p{Lu}/u);
    // Nothing stands alone that only the eye could place: every line has words, and every control its name.
    expect(lines.filter((line) => !/\p{L}|\d/u.test(line) || /: ?$|undefined|NaN/.test(line))).toEqual([]);
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('is spoken as one sentence when it comes, and once', async () => {
    const now = Date.now();
    const first = state === 'paused' ? 'healthy' : 'paused';
    const popup = await openPopup(mainProcess(snapshotOf([first], now)));
    popup.main.push(snapshotOf([state], now, 2));
    const headline = screen.getByRole('heading', { level: 1 }).textContent;
    expect(screen.getByRole('status').textContent).toContain(headline);
    popup.main.push(snapshotOf([state], now, 3));
    expect(screen.getByRole('status').textContent.split(headline ?? '')).toHaveLength(2);
  });
});
