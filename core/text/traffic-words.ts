/** The words around the traffic of a proxy. Numbers come as the language writes them. */
export interface TrafficWords {
  readonly title: string;
  /** Where the figures come from, and of how many minutes they are. */
  readonly source: (minutes: number) => string;
  /** The same, before there is a figure. */
  readonly counting: string;
  readonly requests: string;
  readonly latency: string;
  readonly errors: string;
  readonly active: (count: number) => string;
  /** A figure that no bucket bounds: at least so much. */
  readonly more: (figure: string) => string;
  readonly seconds: (seconds: string) => string;
  readonly countsProbes: string;
  /** The picture as a sentence: requests a minute. */
  readonly course: (least: string, most: string, last: string) => string;
  /** The same, before there is a picture. */
  readonly nothingYet: string;
}
