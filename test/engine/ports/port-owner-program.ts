// Asks who holds a port, for a test in which somebody else has to ask.
import { systemClock } from '../../../engine/clock.ts';
import { portOwner } from '../../../engine/ports/port-owner.ts';

const [host = '', port] = process.argv.slice(2);
const question = { host, port: Number(port), platform: 'linux' } as const;
const owner = await portOwner(question, { clock: systemClock, run: () => Promise.resolve(undefined) });
process.stdout.write(JSON.stringify(owner));
