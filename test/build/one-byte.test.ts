import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { oneByte } from '../../build/one-byte.mjs';
import { ROOT } from '../../build/setup/paths.mjs';

// Mostly plain, as our bundles are.
const FEW = `
  // ${'plain '.repeat(40)}
  const größe = 'a → b 😀';
  [größe, \`\${größe} … “quoted”\`, /^[→…]$/u.test('…'), /^.$/u.test('😀'), '→'.length, { '→': 1 }['→']]
`;

it('says the same with one byte a character', () => {
  const code = oneByte(FEW);
  expect(code).toMatch(/^[\0-\xff]*$/);
  expect(runInNewContext(code)).toEqual(runInNewContext(FEW));
  expect(JSON.stringify(runInNewContext(code))).toBe('["a → b 😀","a → b 😀 … “quoted”",true,true,1,1]');
});

it('leaves alone what would be longer for it', () => {
  const many = "const word = '代理没有运行';";
  expect(oneByte(many)).toBe(many);
  expect(oneByte('const plain = 1;')).toBe('const plain = 1;');
});

it('meets no character beyond Latin-1 in String.raw, where an escape is not one', () => {
  const rooms = ['core', 'engine', 'electron', 'renderer'].map((room) => join(ROOT, room));
  const sources = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(room, name)),
  );
  expect(sources.length).toBeGreaterThan(300);
  const raw = (path: string): boolean => /\.raw`[^`]*[^\0-\xff]/.test(readFileSync(path, 'utf8'));
  expect(sources.filter(raw)).toEqual([]);
});
