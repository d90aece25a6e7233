import { describe, expect, it } from 'vitest';
import type { Component } from '../../../core/health/report.ts';
import { componentRow, maskUser } from '../../../core/text/component-row.ts';
import { english } from '../../../core/text/english.ts';

const DAY = 86_400_000;
const row = (component: Partial<Component>): ReturnType<typeof componentRow> =>
  componentRow({ id: 'authentication', health: 'healthy', role: 'required', ...component }, 0, english);

describe('componentRow', () => {
  it('shows what was told, and nothing of what was not', () => {
    expect(row({ id: 'claude_cli', version: '2.0.0', path: '/usr/local/bin/claude' })).toEqual({
      id: 'claude_cli',
      name: 'Claude CLI',
      detail: '2.0.0 · /usr/local/bin/claude',
      pill: 'Healthy',
      health: 'healthy',
    });
    expect(row({}).detail).toBe('');
  });

  it('counts in plain words', () => {
    expect(row({ id: 'api_server', port: 8000, requests: 1250, errors: 1 }).detail).toBe(
      'port 8000 · 1,250 requests · 1 error',
    );
  });

  it('says who is signed in without showing it all, and how long that lasts', () => {
    const signedIn = row({ signedIn: true, user: 'user@example.com', expiresAt: 31 * DAY });
    expect(signedIn).toMatchObject({ detail: 'u•••@example.com · expires in 31 d', pill: 'Signed in' });
    expect(row({ signedIn: true, expiresAt: -1 }).detail).toBe('expired');
    expect(row({ signedIn: false, health: 'down' }).pill).toBe('Signed out');
  });

  it('shows a component that nobody knows by its own name', () => {
    expect(row({ id: 'vector_store', health: 'degraded', message: 'slow' })).toMatchObject({
      name: 'vector_store',
      detail: 'slow',
      pill: 'Degraded',
    });
  });
});

it('input 48: a name is masked even where it is no address', () => {
  expect(['root', '@example.com', 'a@b@c.de', ''].map(maskUser)).toEqual(['r•••', '@•••', 'a•••@c.de', '•••']);
});
