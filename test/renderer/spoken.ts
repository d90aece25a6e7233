const ROLES: Readonly<Record<string, string>> = {
  BUTTON: 'button',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  INPUT: 'field',
  SELECT: 'list',
  SUMMARY: 'button',
};

const WHOLE = 'h1, h2, h3, button, summary, input, select, p, dt, dd, label, legend, code, pre, span, li';

/**
 * What a screen reader says of a page, a line for each thing that it stops at: its role, where it has one, and its name.
 * What is hidden from it is left out.
 */
export function spokenLines(element: Element): readonly string[] {
  if (isHidden(element)) return [];
  const role = ROLES[element.tagName];
  if (role !== undefined) return [`${role}: ${nameOf(element)}`];
  const region = element.tagName === 'SECTION' ? [`region: ${nameOf(element)}`] : [];
  const isWhole = element.matches(WHOLE) && element.querySelector(WHOLE) === null;
  const inside = isWhole ? [textOf(element)] : [...element.childNodes].flatMap(linesOf);
  return [...region, ...inside.filter((line) => line !== '')];
}

function linesOf(node: ChildNode): readonly string[] {
  if (node instanceof Element) return spokenLines(node);
  return node.textContent === null ? [] : [node.textContent.trim()];
}

function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby');
  const label = labelled === null ? null : element.ownerDocument.getElementById(labelled)?.textContent;
  return label ?? element.getAttribute('aria-label') ?? textOf(element);
}

function textOf(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    return isHidden(node) ? '' : textOf(node);
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function isHidden(element: Element): boolean {
  return element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden');
}
