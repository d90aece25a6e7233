import { describe, expect, it } from 'vitest';
import { readBody } from '../../../core/health/body.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import type { Running } from '../../../core/recorder/recorder.ts';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { redactor } from '../../../core/report/redact.ts';
import { answer } from '../answers.ts';
import { leftOf } from '../report/left-of.ts';
import { SECRETS, WORDS } from '../report/secrets.ts';
import { NOW } from '../states.ts';
import { lived, probes, REFUSED, written, type Happening } from './course.ts';
import { there } from '../../there.ts';
import { readBack } from './read-back.ts';

// All that are written plainly, and of the many codings every third: a report is tried with all of them.
const PLANTED = SECRETS.filter(({ name }, i) => !name.includes(', ') || i % 3 === 0);

/** Answers that have a text in every place in which a dialect looks for one, and where none looks. */
const answersWith = (text: string): readonly ProbeResult[] => {
  const configuration = { host: text, port: 8000 };
  const component = { status: text, error: text, message: text, version: text, path: text, host: text, user: text };
  const details = { searched_paths: [text], host: text, [text]: text };
  return [
    answer(200, { status: 'healthy', components: { [text]: component, claude_cli: component }, configuration }),
    answer(503, { status: 'unhealthy', service: 'meridian', version: text, error: text, details }),
    answer(503, { status: 'unhealthy', error: `The CLI was not found: ${text}`, details, unknown: { deep: [text] } }),
    answer(503, {
      status: 'fail',
      serviceId: text,
      output: text,
      checks: { [text]: [{ status: 'fail', output: text }] },
    }),
    answer(200, { status: 'ok', service: text }),
    { ...answer(429, text), headers: { contentType: text, server: text, retryAfter: text } },
    { kind: 'failure', failure: 'reset', code: text, path: '/health', ms: 1 },
  ];
};

const recordingWith = (text: string): Running => {
  const said: readonly Happening[] = answersWith(text).flatMap((result) => probes(1, result));
  const accepted: Happening = { after: 1_000, service: text };
  return there(lived([...said, accepted, ...probes(3, REFUSED)]).recorder?.running);
};

describe('inputs 48 and 56: a recording', () => {
  it('is tried with enough of them', () => {
    expect(PLANTED.length).toBeGreaterThan(100);
  });

  it.each(PLANTED)('has nothing of: $name', ({ text, hidden }) => {
    const file = written(recordingWith(text));
    expect(leftOf(hidden, file)).toEqual([]);
    expect(replayText(readBack(file)).difference).toBeUndefined();
  });

  it('names no account, however it is spelled, and no moment at which a login ends', () => {
    const auth = { loggedIn: true, email: 'Quincy', subscriptionType: 'Platinum', expiresAt: NOW + 12_345 };
    const body = { status: 'healthy', auth, user: 'Quincy', organizationName: 'Quincy', components: undefined };
    const detailed = { authentication: { status: 'healthy', user: 'Quincy', expires: new Date(NOW + 12_345) } };
    const results = [answer(200, body), answer(200, { status: 'healthy', components: detailed })];
    const course = lived([...results.flatMap((result) => probes(2, result)), ...probes(3, REFUSED)]);
    const file = written(there(course.kept.at(-1)));
    expect(file).not.toMatch(/quincy|platinum|12\.345|12345/i);
    expect(file).toContain('[left out]');
  });

  it('tells the address of this computer, and of another only the port', () => {
    const running = recordingWith('x');
    const at = (url: string): unknown => JSON.parse(written(running, { url }));
    expect(at('http://127.0.0.1:8123/base')).toMatchObject({ address: 'http://127.0.0.1:8123/base' });
    const far = written(running, { url: 'https://proxy.wile.example/base' });
    expect(far).not.toContain('wile');
    expect(JSON.parse(far)).toMatchObject({ address: '[host]:443' });
  });

  it('keeps the words of this computer out as well', () => {
    const file = written(recordingWith(`started by ${WORDS.user} in ${WORDS.home}`), { redact: redactor(WORDS) });
    expect(file).not.toContain(WORDS.user);
    expect(file).toContain('[user]');
  });
});

describe('an answer in a recording', () => {
  it('leaves out an answer that is nested too deep, and is written all the same', () => {
    const deep = `{"status":"unhealthy","error":"no","more":${'['.repeat(4_000)}${']'.repeat(4_000)}}`;
    const running = there(
      lived([...probes(2, answer(200, { status: 'ok' })), ...probes(3, answer(503, deep))]).kept.at(-1),
    );
    expect(written(running)).toContain('reported-unhealthy');
    expect(written(running)).not.toContain('[[');
  });

  it('is JSON still, in its old shape', () => {
    const text = 'jane.doe@wile-rockets.example';
    const events = readBack(written(recordingWith(text))).parts.flatMap((part) => part.events);
    const answers = events.flatMap((event) => event.answer ?? []);
    expect(answers.length).toBeGreaterThanOrEqual(3);
    for (const { body } of answers) expect(readBody({ ...answer(200, ''), body }).kind).toBe('json');
    expect(answers.map(({ body }) => body).join('\n')).toContain('"details":{"searched_paths":["[e-mail]"],');
  });
});
