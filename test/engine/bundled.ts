import { join } from 'node:path';
import { build } from 'vite';

/** Makes one file of a program in TypeScript, for the Node of today, which reads none. Returns its path. */
export async function bundled(entry: string, folder: string): Promise<string> {
  const name = 'program.mjs';
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, name);
}
