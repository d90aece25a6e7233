/** Where the metrics of a target are: below its address, or beside the health page where the address names one. */
export const METRICS_PATHS = { below: '/metrics', beside: '/../metrics' } as const;

export type MetricsPath = (typeof METRICS_PATHS)[keyof typeof METRICS_PATHS];
