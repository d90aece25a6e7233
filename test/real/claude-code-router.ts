import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The version that was tried when this was written; its answers are among the recorded ones too. */
const ROUTER = '@musistudio/claude-code-router@1.0.73';

/** The router in a folder of its own, with a home of its own. */
export interface InstalledRouter {
  readonly url: string;
  /** The command that serves, and the environment that it needs. */
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Installs claude-code-router from the npm registry below `folder`, set up with a provider that does not exist. */
export async function installRouter(folder: string): Promise<InstalledRouter> {
  const port = await freePort();
  const program = join(folder, 'program');
  const home = join(folder, 'home');
  await mkdir(program, { recursive: true });
  await mkdir(join(home, '.claude-code-router'), { recursive: true });
  const provider = { name: 'nobody', api_base_url: 'http://127.0.0.1:9/v1', api_key: 'made-up', models: ['none'] };
  const config = { PORT: port, HOST: '127.0.0.1', Providers: [provider], Router: { default: 'nobody,none' } };
  await writeFile(join(home, '.claude-code-router', 'config.json'), JSON.stringify(config));
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--prefix', program, ROUTER], {
    cwd: program,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    command: [join(program, 'node_modules', '.bin', 'ccr'), 'start'],
    env: { ...process.env, HOME: home },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
