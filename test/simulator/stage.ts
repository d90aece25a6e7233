import { readUptime } from '../../core/health/uptime.ts';
import type { Moment } from './moment.ts';
import type { Options } from './options.ts';
import { SCENARIOS, type Presence, type Reply, type Scenario, type ScenarioName } from './scenarios.ts';

/** What is being played, with the memory that a process would have: since when it runs, what it has answered. */
export class Stage {
  #name: ScenarioName;
  #options: Options;
  #since: number;
  #born: number;
  #requests = 0;
  readonly #now: () => number;

  /** `now` is a monotonic clock in milliseconds. */
  constructor(name: ScenarioName, options: Options, now: () => number) {
    this.#now = now;
    this.#name = name;
    this.#options = options;
    this.#since = now();
    this.#born = now() - uptimeMs(options);
  }

  get name(): ScenarioName {
    return this.#name;
  }

  get options(): Options {
    return this.#options;
  }

  get scenario(): Scenario {
    return SCENARIOS[this.#name];
  }

  get delayMs(): number {
    return this.#options.delay ?? this.scenario.delayMs ?? 0;
  }

  switchTo(name: ScenarioName, options: Options): void {
    this.#name = name;
    this.#options = options;
    this.#since = this.#now();
    if (options.uptime !== undefined) this.#born = this.#now() - uptimeMs(options);
  }

  /** It came back as a new process: it has run for no time and has answered nothing. */
  beBorn(): void {
    this.#born = this.#now();
    this.#requests = 0;
  }

  presence(): Presence {
    return this.scenario.presence?.(this.#elapsed(), this.#options) ?? 'there';
  }

  reply(path: string, where: Pick<Moment, 'host' | 'port' | 'now'>): Reply {
    this.#requests += 1;
    const uptimeSeconds = (this.#now() - this.#born) / 1_000;
    return this.scenario.reply(
      path,
      { ...where, uptimeSeconds, requests: this.#requests },
      this.#options,
      this.#elapsed(),
    );
  }

  #elapsed(): number {
    return this.#now() - this.#since;
  }
}

function uptimeMs({ uptime }: Options): number {
  return (readUptime(uptime) ?? 0) * 1_000;
}
