/** The titles of the panels of a dashboard, and the words of the alert that only silences others. */
export interface ExportWords {
  readonly now: string;
  readonly overTime: string;
  readonly whatIsWrong: string;
  readonly availability: string;
  /** For a span of hours or days, as its sign has it, such as "24h". */
  readonly availabilityOf: (span: string) => string;
  readonly answerTime: string;
  readonly healthPage: string;
  readonly port: string;
  readonly requestTime: string;
  readonly traffic: string;
  readonly errors: string;
  readonly incidents: string;
  readonly proxy: string;
  readonly dataSource: string;
  readonly justOver: string;
  readonly justOverWhy: string;
}
