import { expect, it, vi } from 'vitest';
import { earlyWish } from '../../electron/early-wish.ts';

it('is fulfilled each time once somebody heeds it', () => {
  const wish = earlyWish();
  const show = vi.fn();
  wish.heed(show);
  expect(show).not.toHaveBeenCalled();
  wish.express();
  wish.express();
  expect(show).toHaveBeenCalledTimes(2);
});

it('is fulfilled once, as soon as somebody heeds it, however often it was had before', () => {
  const wish = earlyWish();
  const show = vi.fn();
  wish.express();
  wish.express();
  wish.heed(show);
  expect(show).toHaveBeenCalledTimes(1);
});
