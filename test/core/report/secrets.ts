import type { PrivateWords } from '../../../core/report/redact.ts';

/** What is private on the computer of these tests. */
export const WORDS: PrivateWords = {
  home: '/home/janedoe',
  user: 'janedoe',
  hostName: 'zephyr-book.local',
  organisation: 'Wile Rockets',
};

/** Something planted: how it is written, and what nobody may be able to read out of what is left of it. */
export interface Planted {
  readonly name: string;
  readonly text: string;
  readonly hidden: readonly string[];
}

const API_KEY = 'sk-ant-api03-Q7fK2mXp9_ZtRw4LbN8vYc1HsJd6GuEo5TiAx3Pn-kB0qWzMr7CyVh2SfDl9gA';
const OAUTH = 'sk-ant-oat01-h8Gx3LpQzR5vNtY7wKc2MjBfD9sEaUo4iWyTq6XkZn1rVbPmHd0lCg';
const HEX = '9f2c7be10d4a83f65e1b9c07d2a4f8836be51c90';
const BODY = 'Q7fK2mXp9ZtRw4LbN8vYc1HsJd6GuEo5TiAx3PnkB0qWzMr7';
const JWT = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJqYW5lLmRvZSIsImlhdCI6MTUxNjIzOTAyMn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`;
const MAIL = 'jane.doe@wile-rockets.example';

const all = (text: string, write: (character: string) => string): string => Array.from(text, write).join('');
const hexOf = (character: string, width: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(width, '0');
const inPieces = (text: string, size: number): readonly string[] => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

/** How a text may be written so that it does not look like itself. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'base64 of base64': (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  'base64 in lines': (text) => inPieces(Buffer.from(text).toString('base64'), 12).join('\n'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hex with spaces': (text) => all(text, (c) => `${hexOf(c, 2)} `).trim(),
  'hex with colons': (text) => all(text, (c) => `${hexOf(c, 2)}:`).slice(0, -1),
  'list of codes': (text) => `[${Array.from(text, (c) => c.codePointAt(0)).join(',')}]`,
  percent: (text) => encodeURIComponent(text),
  'percent everywhere': (text) => all(text, (c) => `%${hexOf(c, 2)}`),
  'percent twice': (text) => encodeURIComponent(all(text, (c) => `%${hexOf(c, 2)}`)),
  'JSON escapes': (text) => all(text, (c) => String.raw`\u${hexOf(c, 4)}`),
  'C escapes': (text) => all(text, (c) => String.raw`\x${hexOf(c, 2)}`),
  octal: (text) => all(text, (c) => `\\${(c.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`),
  'HTML by number': (text) => all(text, (c) => `&#${c.codePointAt(0)};`),
  'HTML by hex': (text) => all(text, (c) => `&#x${hexOf(c, 2)};`),
  'quoted-printable': (text) => all(text, (c) => `=${hexOf(c, 2).toUpperCase()}`),
  'quoted-printable line ends': (text) => inPieces(text, 16).join('=\n'),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ error: { text } })),
  'zero-width characters': (text) => all(text, (c) => `${c}\u200b`),
  'soft hyphens': (text) => inPieces(text, 3).join('\u00ad'),
  'full-width letters': (text) =>
    all(text, (c) => (c > ' ' && c <= '~' ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0) : c)),
  'spaces between all letters': (text) => all(text, (c) => `${c} `).trim(),
  'pieces of four': (text) => inPieces(text, 4).join(' '),
  'pieces of eight': (text) => inPieces(text, 8).join('\n'),
  'upper case': (text) => text.toUpperCase(),
  'null bytes': (text) => all(text, (c) => `${c}\0`),
};

const secret = (name: string, text: string, ...hidden: readonly string[]): Planted => ({
  name,
  text,
  hidden: hidden.length === 0 ? [text] : hidden,
});

const WRAPPING = 'JSON in JSON';

// Where nothing else is said, neither the text nor what was made of it may be left.
const encoded = (what: string, text: string, ...hidden: readonly string[]): readonly Planted[] =>
  Object.entries(ENCODINGS).map(([way, write]) => {
    const whole = way === WRAPPING ? [text] : [text, write(text)];
    return secret(`${what}, ${way}`, write(text), ...(hidden.length === 0 ? whole : hidden));
  });

/** Whole secrets as they are found in texts. */
const PLAIN: readonly Planted[] = [
  secret('API key in a sentence', `invalid x-api-key: ${API_KEY}, try another`, API_KEY),
  secret('short API key', 'using sk-ant-abc123XYZ now', 'abc123XYZ'),
  secret('session key', 'sessionKey=sk-ant-sid01-AbCdEf0123456789xyzXYZ-0aB1cD2e', 'AbCdEf0123456789xyzXYZ-0aB1cD2e'),
  secret('API key torn by a space', `${API_KEY.slice(0, 30)} ${API_KEY.slice(30)}`, API_KEY),
  secret('API key torn by line ends', `${API_KEY.slice(0, 9)}\n${API_KEY.slice(9, 33)}\n${API_KEY.slice(33)}`, API_KEY),
  secret('API key with typeset hyphens', API_KEY.replaceAll('-', '\u2011'), API_KEY.replaceAll('-', '')),
  secret('API key backwards', Array.from(API_KEY).toReversed().join(''), API_KEY.slice(13)),
  secret('API key in an address', `http://localhost:8000/health?key=${API_KEY}&x=1`, API_KEY),
  secret('Bearer', 'Authorization: Bearer f3kq-29ss-zz', 'f3kq-29ss-zz'),
  secret('Bearer, quoted', `"authorization":"Bearer ${BODY}"`, BODY),
  secret('Basic', 'Authorization: Basic amFuZWRvZTpodW50ZXIy', 'amFuZWRvZTpodW50ZXIy'),
  secret('Basic in prose', 'sent Basic YTpiYw== and failed', 'YTpiYw'),
  secret('JWT', `token ${JWT} expired`, JWT),
  secret('JWT without signature', JWT.split('.').slice(0, 2).join('.'), JWT.split('.')[1] ?? ''),
  secret(
    'OAuth JSON',
    `{"claudeAiOauth":{"accessToken":"${OAUTH}","refreshToken":"short-one","expiresAt":1}}`,
    OAUTH,
    'short-one',
  ),
  secret(
    'OAuth JSON in JSON',
    JSON.stringify(`{"accessToken":"plainword","refreshToken":"otherword"}`),
    'plainword',
    'otherword',
  ),
  secret('OAuth JSON, cut off', `{"refreshToken":"${OAUTH.slice(13)}`, OAUTH.slice(13)),
  secret('snake case', 'refresh_token=abcdef-secretive', 'abcdef-secretive'),
  secret('cookie', 'Cookie: sid=s3ss10n; theme=dark; lastActiveOrg=quux77', 's3ss10n', 'quux77'),
  secret('set-cookie', 'Set-Cookie: __cf_bm=xyzzy.plugh; path=/; HttpOnly', 'xyzzy'),
  secret('password', 'password: swordfish', 'swordfish'),
  secret('password of a database', 'postgres://svc:tr0ub4dor@db.wile.example:5432/claude', 'tr0ub4dor', 'db.wile'),
  secret('password in a loopback address', 'http://svc:tr0ub4dor@localhost:8000/', 'tr0ub4dor'),
  secret('password as an option', 'proxy --password hunter2x --port 8000', 'hunter2x'),
  secret('key as an option', 'proxy --api-key=k3yk3y --port 8000', 'k3yk3y'),
  secret('variable', 'ANTHROPIC_API_KEY=verysecret', 'verysecret'),
  secret('variable, exported', `export CLAUDE_CODE_OAUTH_TOKEN="very secret"`, 'very secret'),
  secret('YAML', 'client_secret: qwertz', 'qwertz'),
  secret('XML', '<apiKey>qwertz</apiKey>', 'qwertz'),
  secret('key', 'key=qwertz', 'qwertz'),
  secret('token', 'token: q.w.e.r.t.z', 'q.w.e.r.t.z'),
  secret('GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'),
  secret('GitHub, fine-grained', 'github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789'),
  secret('AWS', 'AKIAIOSFODNN7EXAMPLE'),
  secret('AWS secret', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
  secret('Slack', 'xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy'),
  secret('Google', 'AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'),
  secret('Google OAuth', 'ya29.a0AfH6SMBx-short'),
  secret('OpenAI', 'sk-proj-9aB8cD7eF6gH5iJ4kL3mN2o'),
  secret('GitLab', 'glpat-9aB8cD7eF6gH5iJ4kL3m'),
  secret('npm', 'npm_9aB8cD7eF6gH5iJ4kL3mN2oP1qR0sT9uV8wX'),
  secret('Hugging Face', 'hf_aBcDeFgHiJkLmNoPqRsTuVwXyZ012345'),
  secret(
    'private key',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
    'b3BlbnNzaC1rZXk',
  ),
  secret('long base64', 'kq3Vt0PzR8xYw2LmNc7HbJdFgUeSiAo5', 'kq3Vt0PzR8xYw2LmNc7HbJdFgUeSiAo5'),
  secret('long hex', HEX),
  secret('random lower case', 'xkqjvzwpmfhgbtdrlxkqzvjw'),
  secret('base32', 'NJQW4ZJOMRXWKQDXNFWGKLLSN5RWWZLUOM', 'NJQW4ZJOMRXWKQDXNFWGKLLSN5RWWZLUOM'),
  secret('UUID of an account', '3f2b9c1d-7a4e-4c58-9b1f-0d2e6a8c4b7f'),
  secret('UUID of an organisation', '"organizationUuid":"3F2B9C1D-7A4E-4C58-9B1F-0D2E6A8C4B7F"', '3F2B9C1D-7A4E'),
  secret('id of an organisation', 'org_01Hx5kQwZr9TtYbN3vLcMd'),
  secret('address of a network card', 'a4:83:e7:5b:19:0c'),
  secret('e-mail', `account ${MAIL} has no seat`, 'jane.doe', 'wile-rockets'),
  secret('e-mail with a plus', 'jane+claude@gmail.com', 'jane', 'gmail'),
  secret('e-mail spelled out', 'jane.doe (at) wile-rockets (dot) example', 'jane.doe', 'wile-rockets'),
  secret('e-mail torn', 'jane.doe@\nwile-rockets.example', 'jane.doe', 'wile-rockets'),
  secret('e-mail of another alphabet', 'jürgen@müller.example', 'jürgen', 'müller', 'jurgen'),
  secret('e-mail by entity', 'jane.doe&commat;wile-rockets&period;example', 'jane.doe', 'wile-rockets'),
  secret('user of a computer', 'janet@workhorse', 'janet', 'workhorse'),
  secret('git', 'git@git.wile.example:moon/secret-plan.git', 'wile', 'secret-plan'),
  secret('own home', '/home/janedoe/.local/bin/claude', 'janedoe'),
  secret('home on Linux', 'searched /home/tweety/.nvm/versions/node/v22.1.0/bin/claude', 'tweety'),
  secret('home on a Mac', '/Users/tweety/.claude/local/claude', 'tweety'),
  secret('home on Windows', String.raw`C:\Users\tweety\AppData\Roaming\npm\claude.cmd`, 'tweety'),
  secret('home on Windows with a space', String.raw`C:\Users\Tweety Bird\AppData\claude.exe`, 'tweety', 'bird'),
  secret('home on Windows, in JSON', String.raw`"path":"C:\\Users\\tweety\\AppData"`, 'tweety'),
  secret('home on Windows, with slashes', 'C:/Users/tweety/AppData', 'tweety'),
  secret('home, short name', String.raw`C:\Users\TWEETY~1\AppData`, 'tweety'),
  secret('home of a Silverblue', '/var/home/tweety/bin', 'tweety'),
  secret('home under WSL', '/mnt/c/Users/tweety/bin', 'tweety'),
  secret('home as an address', 'file:///home/tweety/proxy.js:12:4', 'tweety'),
  secret('home with percents', '%2Fhome%2Ftweety%2Fbin', 'tweety'),
  secret('home with u escapes', String.raw`\u002fhome\u002ftweety\u002fbin`, 'tweety'),
  secret('home by tilde', '~tweety/bin/claude', 'tweety'),
  secret('home as a project', '~/.claude/projects/-home-tweety-moon/x.jsonl', 'tweety'),
  secret('user', 'started by janedoe', 'janedoe'),
  secret('user in capitals', 'OWNER JANEDOE', 'janedoe'),
  secret('user with accents', 'started by jánedoë', 'jánedoë', 'janedoe'),
  secret('user, named', 'user=tweety', 'tweety'),
  secret('user, quoted', '{"username":"tweety"}', 'tweety'),
  secret('organisation', 'The seat of Wile Rockets is full', 'rockets'),
  secret('organisation, named', '{"organizationName":"Road Runner Inc"}', 'road runner'),
  secret('host', 'connect ECONNREFUSED proxy.wile.example:8443', 'wile'),
  secret('own host', 'on zephyr-book.local', 'zephyr'),
  secret('own host, short', 'on ZEPHYR-BOOK', 'zephyr'),
  secret('host without dots', 'getaddrinfo ENOTFOUND workhorse', 'workhorse'),
  secret('host with a port', 'upstream build-box:8443 failed', 'build-box'),
  secret('IPv4', 'connect EHOSTUNREACH 192.168.17.23:8000', '192.168.17.23'),
  secret('IPv6', 'connect to [2001:db8:17::23]:8000', '2001:db8:17::23'),
  secret('IPv6, link-local', 'fe80::1ff:fe23:4567:890a%eth0', 'fe80::1ff'),
  secret('address', 'see https://wiki.wile.example/claude/setup?team=moon', 'wile', 'moon'),
  secret('address with percents', 'https%3A%2F%2Fwiki.wile.example%2Fmoon', 'wile', 'moon'),
  secret('share', String.raw`\\workhorse\tools\claude.exe`, 'workhorse'),
];

const MATRIX: readonly Planted[] = [
  ...encoded('API key', API_KEY),
  ...encoded('OAuth token', OAUTH),
  ...encoded('JSON Web Token', JWT),
  ...encoded('password', '"password":"swordfish"', 'swordfish'),
  ...encoded('e-mail', MAIL, 'jane.doe', 'wile-rockets'),
  ...encoded('home', '/home/janedoe/bin', 'janedoe'),
  ...encoded('host', 'proxy.wile.example', 'wile'),
];

/** Everything that is planted. */
export const SECRETS: readonly Planted[] = [...PLAIN, ...MATRIX];
