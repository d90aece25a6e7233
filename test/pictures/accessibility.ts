import type { WebContents } from 'electron';
import { readFileSync } from 'node:fs';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

function run(withoutRules: readonly string[]): string {
  const rules = Object.fromEntries(withoutRules.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  return `axe.run(${options}).then(({ violations }) => JSON.stringify(violations))`;
}

/** Runs axe in the real page, where colours and sizes are real, and says what is wrong: nothing, if all is well. `axe` is its script file. */
export async function accessibilityFaults(
  page: WebContents,
  axe: string,
  withoutRules: readonly string[] = [],
): Promise<readonly string[]> {
  await page.executeJavaScript(`${readFileSync(axe, 'utf8')}; undefined`);
  const violations: readonly Violation[] = JSON.parse(await page.executeJavaScript(run(withoutRules)));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}
