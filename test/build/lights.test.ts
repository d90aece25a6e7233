import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { lightIn, readLights } from '../../build/lights.mjs';

test('the light is read from a line of the report, and from no other line', () => {
  expect(lightIn('12:00:01  down     Claude is signed out (localhost:8000)')).toBe('down');
  expect(lightIn('a server says: down')).toBeUndefined();
});

test('lights are awaited in their order, and every line is passed on', async () => {
  const output = new PassThrough();
  const shown: string[] = [];
  const lights = readLights(output, (line) => shown.push(line));
  const told = lights.await(['unknown', 'down'], 10_000);
  output.write('12:00:01  down     a\nnoise\n12:00:02  unknown  b\n12:00:03  down     c\n');
  expect(await told).toBe(true);
  expect(shown).toHaveLength(4);
});

test('a light that does not come is not awaited for ever', async () => {
  const lights = readLights(new PassThrough(), () => {});
  expect(await lights.await(['healthy'], 10)).toBe(false);
});
