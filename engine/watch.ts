import { AS_NAMED, type HealthPath } from '../core/health/discovery.ts';
import type { Identity } from '../core/health/identity.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';
import { deadlineFor, delayAfter, expiryAfter, holdsFor, intervalOf, type Pace } from '../core/monitor/schedule.ts';
import { freshWatch, step, type WatchEvent, type WatchState } from '../core/monitor/watch-state.ts';
import type { Connection } from './connection.ts';
import { contained } from './contained.ts';
import { judging, type Judging } from './judging.ts';
import { look, type Look } from './look.ts';
import { timeSense, type TimeSense } from './time-sense.ts';
import type { WatchOptions } from './watch-options.ts';
import type { WatchRules } from './watch-rules.ts';

// Within this time a computer that said so is asleep, and then no timer runs.
const FALLS_ASLEEP_MS = 60_000;

/** The watch over one target: one timer, one request at a time, one state. */
export class Watch {
  readonly #options: WatchOptions;
  readonly #hasPath: boolean;
  readonly #judging: Judging;
  readonly #time: TimeSense;
  #state: WatchState;
  #rules: WatchRules;
  #connection: Connection;
  #remembered: HealthPath | undefined;
  #watched = false;
  #asleep = false;
  #stopped = false;
  /** Grows with every probe that is started; an older one that ends late is ignored. */
  #round = 0;
  #asking = false;
  #cancelTimer = (): void => {};
  #cancelExpiry = (): void => {};
  #cancelWaking = (): void => {};

  /** Starts watching; the first probe starts at once. */
  constructor(options: WatchOptions) {
    this.#options = options;
    this.#rules = options.rules;
    this.#hasPath = new URL(options.url).pathname !== '/';
    this.#judging = judging(options);
    this.#state = freshWatch(options.clock.now());
    this.#time = timeSense(options.clock);
    this.#connection = this.#connect();
    this.checkNow();
  }

  state(): WatchState {
    return this.#state;
  }

  /** Probes at once, unless a probe is under way: that one is as fresh. */
  checkNow(): void {
    if (!this.#asking) this.#schedule(0);
  }

  /** Whether this computer shows by now what would change the light or what is found, so that it should be looked again. */
  hasNews(): boolean {
    return this.#judging.hasNews(this.#state);
  }

  /** Whether somebody looks on, so that changes should be seen within a second. */
  attend(watched: boolean): void {
    if (this.#watched === watched) return;
    this.#watched = watched;
    if (watched) this.checkNow();
  }

  /** From now on these rules hold; another interval begins with a probe. */
  follow(rules: WatchRules): void {
    const { fixedMs } = this.#rules;
    this.#rules = rules;
    if (fixedMs !== rules.fixedMs) this.checkNow();
  }

  pause(): void {
    this.#cancel();
    this.#apply({ type: 'paused', at: this.#options.clock.now() });
  }

  resume(): void {
    this.#time.waiting(0);
    this.#apply({ type: 'resumed', at: this.#options.clock.now() });
    this.#goOnAsking();
  }

  /** From now on this program is the one that is expected. */
  accept(identity: Identity): void {
    this.#apply({ type: 'accepted', identity });
    this.checkNow();
  }

  /** The computer is about to sleep: no more probes until it wakes, told or not. May be called twice. */
  sleep(): void {
    this.#asleep = true;
    this.#cancel();
    this.#cancelWaking();
    // Not every sleep comes about, and not every wake is told: a light that stood still would be believed.
    this.#cancelWaking = this.#options.clock.after(FALLS_ASLEEP_MS, () => this.wake());
  }

  /** The computer is awake: one probe at once, and patience with faults for a moment. May be called twice. */
  wake(): void {
    this.#cancelWaking();
    this.#asleep = false;
    this.#time.waiting(0);
    this.#bePatient();
    this.#goOnAsking();
  }

  /** Ends timers and connection; nothing is called afterwards. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
    this.#cancelWaking();
    this.#connection.close();
  }

  #connect(): Connection {
    return this.#options.connect(this.#options.url, () => this.checkNow());
  }

  #apply(event: WatchEvent, result?: ProbeResult): void {
    const before = this.#state;
    const { thresholds } = this.#rules;
    const { state, alerts } = step(before, event, thresholds);
    this.#state = state;
    const { onEvent, onStep, onError, clock } = this.#options;
    const holdsMs = holdsFor(state, this.#pace());
    const what = { event, before, after: state, thresholds, alerts, ...(result && { result }) };
    contained(() => onEvent?.({ ...what, at: clock.now(), holdsMs }), onError);
    contained(() => onStep(state, alerts), onError);
  }

  #isIdle(): boolean {
    return this.#stopped || this.#asleep || this.#state.light === 'paused';
  }

  #schedule(delayMs: number): void {
    this.#cancelTimer();
    if (this.#isIdle()) return;
    const { clock } = this.#options;
    this.#cancelTimer = clock.after(delayMs, () => this.#probe());
  }

  #probe(): void {
    this.#noticeJump();
    this.#round += 1;
    const round = this.#round;
    this.#asking = true;
    this.#expectAnEnd();
    void this.#look()
      .then((seen) => this.#ended(round, seen))
      .catch((error: unknown) => this.#options.onError(error))
      .finally(() => this.#goOn(round));
  }

  #look(): Promise<Look> {
    const intervalMs = intervalOf(this.#state, this.#pace());
    return look({
      ask: (path) => this.#connection.ask(path, deadlineFor(path, intervalMs)),
      judged: (result) => this.#judging.judged(result, this.#state),
      remembered: this.#remembered,
      hasPath: this.#hasPath,
    });
  }

  #ended(round: number, { verdict, result, path }: Look): void {
    if (round !== this.#round || this.#isIdle()) return;
    // What comes back after a restart may be another version: it is asked anew.
    this.#remembered = verdict.findings[0]?.id === 'proxy-not-running' ? undefined : (path ?? this.#remembered);
    const { clock } = this.#options;
    this.#apply({ type: 'judged', verdict, at: clock.now(), grace: this.#time.inGrace() }, result);
  }

  #goOn(round: number): void {
    if (round !== this.#round) return;
    this.#asking = false;
    this.#cancelExpiry();
    const delayMs = delayAfter(this.#state, this.#pace());
    this.#time.waiting(delayMs);
    this.#schedule(delayMs);
    if (this.#isIdle()) return;
    this.#options.scraper?.idle({
      state: this.#state,
      watched: this.#watched,
      isPage: this.#remembered === AS_NAMED,
      untilNextMs: delayMs,
      connection: this.#connection,
      doubt: () => this.checkNow(),
    });
  }

  #pace(): Pace {
    const { fixedMs } = this.#rules;
    return { watched: this.#watched, fixedMs, keepAliveMs: this.#connection.keepAliveMs() };
  }

  // The deadline ends every probe long before this; it is for the day on which it does not.
  #expectAnEnd(): void {
    this.#cancelExpiry();
    const { clock, onError } = this.#options;
    this.#cancelExpiry = clock.after(expiryAfter(intervalOf(this.#state, this.#pace())), () => {
      onError(new Error('A probe did not end by itself; it was given up, and a new one started.'));
      this.#round += 1;
      this.#asking = false;
      this.#connection.close();
      this.#connection = this.#connect();
      this.#apply({ type: 'expired', at: clock.now() });
      this.checkNow();
    });
  }

  // A probe that was under way before is as fresh as a new one, but must be watched again.
  #goOnAsking(): void {
    if (this.#asking) this.#expectAnEnd();
    else this.checkNow();
  }

  #noticeJump(): void {
    const jump = this.#time.waited();
    if (jump.kind === 'clock-set') this.#apply({ type: 'shifted', by: jump.by });
    if (jump.kind === 'slept') this.#bePatient();
  }

  // What was true before a sleep proves nothing now, and faults are given a moment to pass.
  #bePatient(): void {
    const { clock } = this.#options;
    this.#time.beginGrace();
    const age = clock.now() - (this.#state.probedAt ?? clock.now());
    if (age > expiryAfter(intervalOf(this.#state, this.#pace()))) this.#apply({ type: 'expired', at: clock.now() });
  }

  #cancel(): void {
    this.#cancelTimer();
    this.#cancelExpiry();
  }
}
