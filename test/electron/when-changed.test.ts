import { expect, it } from 'vitest';
import { whenChanged } from '../../electron/when-changed.ts';

it('applies a value only when it differs from the last', () => {
  const applied: unknown[] = [];
  const apply = whenChanged((value: readonly object[]) => applied.push(value));
  apply([{ a: 1 }]);
  apply([{ a: 1 }]);
  apply([{ a: 2 }]);
  apply([{ a: 1 }]);
  expect(applied).toEqual([[{ a: 1 }], [{ a: 2 }], [{ a: 1 }]]);
});
