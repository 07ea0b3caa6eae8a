// Probes: an echo request every so often, and what became of the last one.
// Source: Cisco IOS IP SLAs Configuration Guide, "Configuring IP SLAs ICMP Echo Operations".

import { equal } from '../../base/equal.ts';
import { isIp4 } from '../../base/ip.ts';
import { SortedMap } from '../../base/sorted-map.ts';
import { type Micros, micros, millis, plus, since } from '../../sim/time.ts';
import type { ProcessContext } from '../plugin.ts';
import type { Probe } from './config.ts';
import { byObjectName } from './object-name.ts';
import type { ProbeRow, ProbeVerdict, TrackEvent } from './show.ts';

type Context = Pick<ProcessContext<undefined, TrackEvent>, 'timer' | 'timerAt' | 'now' | 'echo' | 'interface'>;

/** The tables agree by then on what was configured together with it. */
const SOON = millis(1);

interface Running {
  readonly probe: Probe;
  verdict: ProbeVerdict;
  rtt: Micros | undefined;
  at: Micros | undefined;
  successes: number;
  failures: number;
  /** When it stops for good. */
  readonly until: Micros | undefined;
  over: boolean;
}

export class Probes {
  readonly #context: Context;
  readonly #running = new SortedMap<string, Running>(byObjectName);

  constructor(context: Context) {
    this.#context = context;
  }

  /** Another operation begins anew: its numbers are those of the old one no longer. */
  configure(wanted: readonly Probe[]): void {
    for (const [name, { probe }] of this.#running.entries())
      if (!wanted.some((one) => equal(one, probe))) {
        this.#running.delete(name);
        this.#context.timer('probe', name, 'off');
        this.#context.timer('life', name, 'off');
        this.#context.echo(name, undefined);
      }
    for (const probe of wanted) if (!this.#running.get(probe.name)) this.#begin(probe);
  }

  /** True: this timer was a probe's. */
  expire(timer: string, name: string): boolean {
    if (timer !== 'probe' && timer !== 'life') return false;
    const running = this.#running.get(name);
    if (timer === 'probe' && running) this.#send(running);
    if (timer === 'life' && running) {
      running.over = true;
      running.verdict = 'unknown';
      this.#context.timer('probe', name, 'off');
      this.#context.echo(name, undefined);
    }
    return true;
  }

  /** What became of a request: its time there and back, or nothing. */
  answered(name: string, rtt: Micros | undefined): void {
    const running = this.#running.get(name);
    if (!running || running.over) return;
    const { threshold } = running.probe;
    running.rtt = rtt;
    running.verdict = rtt === undefined ? 'timeout' : rtt > threshold ? 'over-threshold' : 'ok';
    if (rtt === undefined) running.failures++;
    else running.successes++;
  }

  row(name: string): ProbeRow | undefined {
    const running = this.#running.get(name);
    if (!running) return undefined;
    const { probe, verdict, rtt, at, successes, failures, until, over } = running;
    const left = until === undefined ? undefined : since(this.#context.now, until);
    return { probe, verdict, rtt, at, successes, failures, active: !over, left: over ? micros(0) : left };
  }

  rows(): readonly ProbeRow[] {
    return this.#running.keys().flatMap((name) => this.row(name) ?? []);
  }

  #begin(probe: Probe): void {
    const { name, life } = probe;
    const first = plus(probe.after, SOON);
    const until = life === undefined ? undefined : plus(plus(this.#context.now, first), life);
    const nothing = { rtt: undefined, at: undefined, successes: 0, failures: 0, over: false };
    this.#running.set(name, { probe, verdict: 'unknown', until, ...nothing });
    this.#context.timer('probe', name, first);
    if (life !== undefined) this.#context.timer('life', name, plus(first, life));
  }

  #send(running: Running): void {
    const { name, vrf, to, from, frequency, timeout, size, tos } = running.probe;
    this.#context.timer('probe', name, frequency);
    running.at = this.#context.now;
    const face = typeof from === 'string' ? this.#context.interface(from) : undefined;
    const own = face?.up ? face.addresses.map(({ address }) => address).find(isIp4) : undefined;
    // An interface that is down has no address to ask from.
    if (typeof from === 'string' && own === undefined) {
      this.answered(name, undefined);
      return;
    }
    this.#context.echo(name, { vrf, to, from: typeof from === 'string' ? own : from, timeout, size, tos });
  }
}
