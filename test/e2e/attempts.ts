import type { JSHandle, Page } from 'playwright-core';

/** Runs inside the page: tries everything, and tells of each attempt its result or the name of its error. */
export type TryAll = (attempts: Readonly<Record<string, () => unknown>>) => Promise<Readonly<Record<string, string>>>;

/** Puts a `TryAll` into the page, where its own functions are at hand for the attempts. */
export function tryAllIn(page: Page): Promise<JSHandle<TryAll>> {
  return page.evaluateHandle<TryAll>(() => async (attempts) => {
    // Playwright's evaluate is exempt from the content security policy until the next task.
    await new Promise((next) => setTimeout(next));
    const outcomes: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        // One attempt at a time, so that none can be blamed on another.
        // oxlint-disable-next-line no-await-in-loop
        outcomes[name] = String(await attempt());
      } catch (error) {
        outcomes[name] = error instanceof Error ? error.name : String(error);
      }
    }
    return outcomes;
  });
}
