type Case = readonly [name: string, body: string];

// None of these is a health answer, whether it is JSON or not: what matters is that each is survived and never green.
const SCALARS: readonly string[] = [
  '0',
  '-0',
  '1e400',
  '-1e400',
  '1E+2',
  '9007199254740993',
  '0.1e-999',
  'true',
  'null',
  '"\\ud800"',
  '"\\u0000"',
  '"\\uD83D\\uDD25"',
  '"healthy"',
];

const MALFORMED: readonly string[] = [
  '{"status":"healthy",}',
  '{"status":"healthy"',
  '{"status":"healthy"}}',
  '{"status":"healthy"}#',
  '{"status":"healthy"} {"status":"healthy"}',
  '{status:"healthy"}',
  "{'status':'healthy'}",
  '{"status":healthy}',
  '{"status":"healthy\n"}',
  '{"status":"health\ty"}',
  '{"status"::"healthy"}',
  '{"status" "healthy"}',
  '{"status":"healthy" "x":1}',
  '{"status":"healthy","x":01}',
  '{"status":"healthy","x":+1}',
  '{"status":"healthy","x":.5}',
  '{"status":"healthy","x":1.}',
  '{"status":"healthy","x":NaN}',
  '{"status":"healthy","x":Infinity}',
  '{"status":"healthy","x":0x10}',
  '{"status":"healthy","x":"\\x41"}',
  '{"status":"healthy","x":"\\u12"}',
  '/* comment */ {"status":"healthy"}',
  '{"status":"healthy"} // comment',
  '[1,,2]',
  '[,1]',
  ']',
  '{',
  '"',
  'nul',
  'tru',
  '\u0000{"status":"healthy"}',
  '{"status":"healthy"}\u0000',
  'callback({"status":"healthy"})',
  'data: {"status":"healthy"}\n\n',
  'status: healthy',
  '<status>healthy</status>',
];

const WRAPPERS: readonly (readonly [name: string, wrap: (inner: string) => string])[] = [
  ['alone', (inner) => inner],
  ['in an array', (inner) => `[${inner}]`],
  ['under another key', (inner) => `{"state":${inner}}`],
  ['with space around it', (inner) => ` \t\r\n${inner}\n`],
];

const DEEP: readonly Case[] = [10, 1_000, 100_000].flatMap((depth): readonly Case[] => [
  [`${depth} arrays`, '['.repeat(depth) + ']'.repeat(depth)],
  [`${depth} objects`, '{"status":'.repeat(depth) + '"healthy"' + '}'.repeat(depth)],
  [`${depth} arrays left open`, '['.repeat(depth)],
]);

/** Valid, invalid and borderline JSON, made here after the idea of the public JSON parsing test suites. */
export function jsonCorpus(): readonly Case[] {
  const small = [...SCALARS, ...MALFORMED].flatMap((body) =>
    WRAPPERS.map(([name, wrap]): Case => [`${body} ${name}`, wrap(body)]),
  );
  return [...small, ...DEEP];
}
