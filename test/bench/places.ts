import { fileURLToPath } from 'node:url';

/** The folder of the project: this source and its bundle in `out/bench` lie equally deep in it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
