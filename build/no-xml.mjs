// Stands in for the XML parsers of the desktop bus client in the bundle: it only needs them to ask programs what they can
// do, which we never do. Without them the main process is a quarter smaller.
export class XMLParser {}

export default class XMLBuilder {
  build() {
    return '';
  }
}
