import type { ExportFile } from '../export-file.ts';
import { yamlText } from '../yaml-text.ts';
import { promDuration, type Pace } from './pace.ts';
import { jobOf, QUESTION_IDS, QUESTIONS, type Question } from './questions.ts';

// Every status with which a body is read: those of success, and the errors of servers, with which proxies answer too.
const WITH_BODY = [200, 500, 501, 502, 503, 504] as const;
const MAX_BODY = '256KB';
const ANY_CASE = '(?i)';

const HEAD = [
  'The modules of blackbox_exporter 0.20 or later that ask a Claude proxy for its health.',
  'Where you have modules of your own, put these beside them.',
];

/** The configuration of blackbox_exporter. */
export function blackboxConfig(pace: Pace): ExportFile {
  const http = QUESTION_IDS.map((id) => [jobOf(id), httpModule(QUESTIONS[id], pace)] as const);
  const modules = Object.fromEntries([[jobOf('port'), tcpModule(pace)], ...http]);
  return { name: 'blackbox.yml', text: yamlText({ modules }, HEAD) };
}

function tcpModule({ portLimitMs }: Pace): object {
  return { prober: 'tcp', timeout: promDuration(portLimitMs), tcp: { preferred_ip_protocol: 'ip4' } };
}

function httpModule(question: Question, { answerLimitMs }: Pace): object {
  return {
    prober: 'http',
    timeout: promDuration(answerLimitMs),
    http: {
      method: 'GET',
      preferred_ip_protocol: 'ip4',
      follow_redirects: false,
      body_size_limit: MAX_BODY,
      headers: { Accept: 'application/json' },
      ...bodyTerms(question),
    },
  };
}

function bodyTerms(question: Question): object {
  if (question.kind === 'proof') {
    const { body, unless } = question;
    return { fail_if_body_not_matches_regexp: [body], fail_if_body_matches_regexp: unless.map(anyCase) };
  }
  return { valid_status_codes: WITH_BODY, fail_if_body_matches_regexp: question.bodies.map(anyCase) };
}

// Words that prove health are exact; for a word that speaks of trouble no spelling is too odd.
function anyCase(pattern: string): string {
  return ANY_CASE + pattern;
}
