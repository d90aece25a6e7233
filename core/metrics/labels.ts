/** Names and values in turn: a page may have many thousand of these, so they are kept flat. */
export type Labels = readonly string[];

/**
 * The value of the first label of that name. An empty one is the same as none.
 * @see https://prometheus.io/docs/concepts/data_model/
 */
export function labelOf(labels: Labels, name: string): string | undefined {
  for (let at = 0; at < labels.length; at += 2) if (labels[at] === name) return labels[at + 1] || undefined;
  return undefined;
}

/** The value of the first of several names that is there. */
export function firstLabel(labels: Labels, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = labelOf(labels, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** One text for one set of labels, whatever their order. */
export function keyOf(labels: Labels): string {
  const pairs: string[] = [];
  for (let at = 0; at < labels.length; at += 2) pairs.push(`${labels[at]}${INNER}${labels[at + 1]}`);
  return pairs.toSorted().join(OUTER);
}

// No text of a page has these in earnest.
const INNER = '\u0000';
const OUTER = '\u0001';
