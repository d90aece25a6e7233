import { afterEach, expect, it, vi } from 'vitest';
import { english } from '../../core/text/english.ts';
import { drawPicture } from '../../renderer/picture.tsx';
import { diagnosisOf } from './diagnoses.ts';
import { mainProcess, openPopup } from './popup.tsx';
import { snapshotOf, STATE_NAMES } from './states.ts';

afterEach(() => void vi.restoreAllMocks());

it.each(STATE_NAMES)('%s: the first picture is what the popup then draws', async (state) => {
  // No time passes between the two.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  const snapshot = snapshotOf([state, 'starting'], Date.now());
  const picture = document.createElement('div');
  picture.innerHTML = drawPicture(snapshot, english) ?? '';
  const { element } = await openPopup(mainProcess(snapshot));
  expect(alike(picture)).toBe(alike(element));
  // The policy of the page would refuse it.
  expect(picture.querySelector('[style], style, script')).toBeNull();
});

it('there is none where the popup opens with a diagnosis', () => {
  const now = Date.now();
  expect(drawPicture(snapshotOf(['healthy'], now, 1, { diagnosis: diagnosisOf('running', now) }), english)).toBe(
    undefined,
  );
});

// Markup without what is made up anew each time: ids, and the marks between texts. Text stays as it is escaped.
function alike(element: Element): string {
  return element.innerHTML.replaceAll(/<!--.*?-->/g, '').replaceAll(/_r_\w+_|_R_\w*_/g, 'id');
}
