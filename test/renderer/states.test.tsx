import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openIn } from './popup.tsx';
import { STATE_NAMES, type StateName } from './states.ts';

/** What each state must say: its headline, and texts that belong to it. */
const SAYS: Readonly<Record<StateName, readonly [headline: string, ...texts: readonly string[]]>> = {
  starting: ['Looking for the proxy…'],
  healthy: [
    'Everything is healthy',
    'Claude CLI',
    '2.0.0 · /usr/local/bin/claude',
    'Signed in',
    'Trouble for 2 min 5 s',
    '12.1',
    '0.3%',
  ],
  basic: [
    'The proxy answers',
    'Seen here',
    'Login stored here',
    'This proxy tells nothing of the Claude CLI or the sign-in.',
  ],
  'signed-out': ['Claude is signed out', 'claude auth login', 'Signed out', 'Watching for the new login…'],
  fixed: ['Everything is healthy', 'Fixed after 8 s'],
  watching: ['Claude is signed out', 'Watching whether it helps…'],
  'still-failing': ['Claude is signed out', 'Still failing. Next: Open a terminal and sign in'],
  'cli-missing': ['The Claude CLI is missing', '~/.local/bin/claude', 'Claude CLI not found in PATH'],
  'port-taken': [
    'Port 8000 is already in use',
    '--port 8001',
    'export PORT=8001',
    'The proxy cannot start because python3 http.server (process 4121) holds its port.',
  ],
  'not-running': ['The proxy is not running', 'Start the proxy as you usually do'],
  'not-responding-yet': ['The proxy does not respond yet'],
  'not-responding': ['The proxy does not respond'],
  confirming: ['Claude is signed out', 'localhost:8000 · confirming…'],
  recovering: ['Everything is healthy', 'localhost:8000 · answering again, confirming…'],
  'upstream-failing': [
    'Requests fail behind a healthy proxy',
    'Read what the proxy wrote in its log',
    'The proxy says that it is well, but most of the newest requests failed (most often: upstream_error). Its way to Claude may be closed, or its login refused.',
    'Traffic',
  ],
  degraded: ['A part of the proxy fails: response_cache', 'response_cache', 'Degraded', 'disk almost full'],
  unknown: ['No health page at this address'],
  stranger: [
    'Another program answers: python3 http.server',
    'python3 http.server (process 4121) answers at the proxy’s address, and not as a Claude proxy does.',
  ],
  slow: ['The proxy answers slowly', 'Read what the proxy wrote in its log'],
  stale: ['Looking for the proxy…', 'localhost:8000 · confirming…'],
  awake: ['Looking for the proxy…', 'localhost:8000 · confirming…'],
  exposed: ['Everything is healthy', 'Others on the network can reach the proxy'],
  many: ['Everything is healthy', 'worker_61', 'and 9 more'],
  hostile: ['The Claude CLI does not work'],
  paused: ['Paused', 'The proxy is not asked anything until you resume.'],
};

describe.each(STATE_NAMES)('%s', (state) => {
  it('says what is so in one sentence, and the rest below', async () => {
    const { element } = await openIn(state);
    const [headline, ...texts] = SAYS[state];
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(headline);
    for (const text of texts) expect(within(element).getAllByText(hasText(text)).length).toBeGreaterThan(0);
    expect(element.textContent).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('is accessible', async () => {
    const { element } = await openIn(state);
    // Colours are judged where they are real: when the pictures are taken.
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

// A command is cut into parts that may stand on different lines, so the text is that of the whole element.
function hasText(text: string): (content: string, element: Element | null) => boolean {
  return (_content, element) => element?.textContent === text && element.closest('[aria-hidden=true]') === null;
}

it('puts the components in trouble first', async () => {
  await openIn('signed-out');
  const rows = within(screen.getByRole('region', { name: 'Components' })).getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual([
    'Authentication',
    'Claude CLI',
    'API server',
  ]);
});

it('shows the worst target in full and the others as rows', async () => {
  await openIn('healthy', 'signed-out', 'paused');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Claude is signed out');
  const others = within(screen.getByRole('region', { name: 'Other proxies' })).getAllByRole('listitem');
  expect(others.map((row) => row.textContent)).toEqual(['localhost:8000Healthy', 'localhost:8002Paused']);
});

it('shows the exact times behind the relative ones', async () => {
  await openIn('healthy');
  const subline = screen.getByText(/^localhost:8000 · up/);
  expect(subline.title).toMatch(/\nHealthy since .*\d:\d\d:\d\d.*\nLast checked .*\d:\d\d:\d\d/);
  expect(screen.getByText(/expires in 31 d/).title).toMatch(/\nExpires .*\d:\d\d:\d\d/);
});

it('inputs 32 to 38: makes no element of what the proxy says, and keeps every character plain', async () => {
  const { element } = await openIn('hostile');
  expect(element.querySelectorAll('img, script, iframe, a, [onerror]')).toHaveLength(0);
  expect(document.title).not.toMatch(/[12]/);
  expect(element.textContent).toContain('<img src=x onerror=');
  expect(element.textContent).not.toMatch(/\p{C}/u);
});
