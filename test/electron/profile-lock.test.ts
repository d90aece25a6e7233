import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { holderOf, isTakenByAnother } from '../../electron/profile-lock.ts';

it.each([
  ['host-42', 42],
  ['host-with-dashes-42', undefined],
  ['host-0', undefined],
  ['host--1', undefined],
  ['host-99999999999', undefined],
  ['host-42 ', undefined],
  ['other-42', undefined],
  ['host', undefined],
  [undefined, undefined],
])('in a lock %j it reads the process %j', (lock, pid) => {
  expect(holderOf(lock, 'host')).toBe(pid);
});

it('reads the process behind a host whose own name has dashes', () => {
  expect(holderOf('a-b-c-42', 'a-b-c')).toBe(42);
});

const DEAD = 999_999_999;

it.each([
  ['this process', `${hostname()}-${process.pid}`, false],
  ['another that is alive', `${hostname()}-${process.ppid}`, true],
  ['one that is dead', `${hostname()}-${DEAD}`, false],
  ['one of another computer', `elsewhere-${process.ppid}`, false],
])('a profile that is locked by %s', (_whom, lock, isTaken) => {
  const profile = mkdtempSync(join(tmpdir(), 'pilot-light-lock-'));
  onTestFinished(() => rmSync(profile, { recursive: true }));
  symlinkSync(lock, join(profile, 'SingletonLock'));
  expect(isTakenByAnother(profile, process.pid)).toBe(isTaken);
});

it('a profile without a lock is taken by nobody', () => {
  expect(isTakenByAnother(join(tmpdir(), 'pilot-light-nowhere'), process.pid)).toBe(false);
});
