import { describe, expect, it } from 'vitest';
import { startSimulator } from '../simulator/simulator.ts';
import { HAS_PROMETHEUS, promtool } from './programs.ts';

describe.skipIf(!HAS_PROMETHEUS)('the metrics page that the simulator plays', () => {
  it('is one that promtool has nothing to say against', async () => {
    const simulator = await startSimulator({ scenario: 'healthy' });
    const page = await (await fetch(`${simulator.url}/metrics`)).text();
    await simulator.close();
    expect(promtool(['check', 'metrics'], page)).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
