/** Calls `apply` only when the value differs from the last one. For plain data: compared by what JSON makes of it. */
export function whenChanged<T>(apply: (value: T) => void): (value: T) => void {
  let last: string | undefined;
  return (value) => {
    const now = JSON.stringify(value);
    if (now === last) return;
    last = now;
    apply(value);
  };
}
