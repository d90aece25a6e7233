import fc from 'fast-check';

type Mutation = (body: string, at: number, other: string) => string;

// What bad wires, bad proxies and bad luck do to a body.
const MUTATIONS: readonly Mutation[] = [
  (body, at) => body.slice(0, at),
  (body, at) => body.slice(0, at) + body.slice(at + 1),
  (body, at) => body.slice(0, at) + body.charAt(at) + body.slice(at),
  (body, at) => body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ 1) + body.slice(at + 1),
  (body, at, other) => body.slice(0, at) + other + body.slice(at),
  (body, at, other) => body.slice(0, at) + other.slice(at),
  (body) => body.replace(/"(healthy|ok|pass)"/, (_word, good: string) => `"${good.toUpperCase()}"`),
  (body) => body.replace(/"status"/g, '"Status"'),
  (body) => body.replace(/"healthy"/g, 'true'),
  (body) => body.replace(/"(?:healthy|ok|pass)"/, '"unhealthy"'),
  (body) => body.replace(/true/g, 'false'),
  (body) => body.replace(/:/g, ': '),
  (body) => `[${body}]`,
  (body) => `{"status":${body}}`,
  (body) => body + body,
  (body) => `\uFEFF${body}`,
  (body) => body.replace(/\{/g, '{"__proto__":{"status":"healthy"},'),
];

/** A body after one to three accidents. */
export function mutated(bodies: readonly string[]): fc.Arbitrary<string> {
  const body = fc.constantFrom(...bodies);
  const accident = fc.tuple(fc.constantFrom(...MUTATIONS), fc.nat(400), body);
  return fc
    .tuple(body, fc.array(accident, { minLength: 1, maxLength: 3 }))
    .map(([start, accidents]) => accidents.reduce((text, [mutate, at, other]) => mutate(text, at, other), start));
}
