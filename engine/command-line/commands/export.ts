import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light export` */
export const exportFiles: Command = {
  name: 'export',
  summary: 'Writes what other programs need to watch the proxies, or to keep Pilot Light running',
  details: [
    'prometheus: the configuration of Prometheus, blackbox_exporter and Alertmanager, with alerts that wait as long as the ' +
      'light does. grafana: a dashboard over them. kubernetes: the probes of a deployment. systemd: a service of the user that runs "pilot-light watch --notify". metrics: when the login on ' +
      'this computer ends, for the textfile collector of node_exporter; no proxy tells that.',
    'The proxies are asked once, to learn where each has its health page; one that does not answer is taken to have the ' +
      'usual one.',
    'With a folder, the files are written there; otherwise they are printed. A file that Pilot Light did not write is never ' +
      'written over, unless you say --force.',
  ],
  operands: {
    usage: 'prometheus|grafana|kubernetes|systemd|metrics [FOLDER|-]',
    least: 1,
    most: 2,
    first: ['prometheus', 'grafana', 'kubernetes', 'systemd', 'metrics'],
  },
  options: {
    ...TARGET_OPTIONS,
    force: { summary: 'Write over files that Pilot Light did not write' },
  },
  examples: [
    { line: 'pilot-light export prometheus monitoring', says: 'Four files in the folder "monitoring".' },
    { line: 'pilot-light export grafana monitoring', says: 'The dashboard beside them, to be imported.' },
    { line: 'pilot-light export kubernetes --url http://127.0.0.1:8000', says: 'The probes of one proxy, printed.' },
    { line: 'pilot-light export systemd - > pilot-light.service', says: 'The unit in a file of your choice.' },
    { line: 'pilot-light export metrics monitoring', says: 'The end of the login, as often as you run it.' },
  ],
  run: async (given, session) => (await import('../run-export.ts')).runExport(given, session),
};
