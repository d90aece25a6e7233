/** A value that has to be there. */
export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there');
  return value;
}
