import type { WebContents } from 'electron';
import { readFileSync } from 'node:fs';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const RUN = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`;

/** Runs axe in the real page, where colours and sizes are real, and says what is wrong: nothing, if all is well. `axe` is its script file. */
export async function accessibilityFaults(page: WebContents, axe: string): Promise<readonly string[]> {
  await page.executeJavaScript(`${readFileSync(axe, 'utf8')}; undefined`);
  const violations: readonly Violation[] = JSON.parse(await page.executeJavaScript(RUN));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}
