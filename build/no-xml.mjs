// Stands in for the XML parsers of the desktop bus client in the bundle: it only needs them to ask programs what they can
// do, which we never do. Without them the main process is a quarter smaller.
const NOTHING = { parse: () => ({}), build: () => '' };

export function XMLParser() {
  return NOTHING;
}

// oxlint-disable-next-line import/no-default-export -- so the library imports it
export default function XMLBuilder() {
  return NOTHING;
}
