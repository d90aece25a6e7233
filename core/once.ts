/**
 * Makes something when it is first asked for, and only then. For expressions with Unicode classes, which take longer to make
 * than all the rest of a short-lived program.
 */
export function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
