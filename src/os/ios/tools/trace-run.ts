// A traceroute while it runs: one line a hop, one time a probe.
// Source: captures `traceroute` (IOS 15.x: changing addresses, labels, lost probes; networks with and without MPLS); Cisco,
// "Understand the Extended ping and Extended traceroute Commands" (!N, !H, !P, !A).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import type { Operation, ReportedLabel, TraceReport } from '../../../net/operations.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { ActionContext } from '../action.ts';
import { releaseOf } from '../releases.ts';
import { nameOf } from './lookup.ts';

export interface TraceOrder {
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  /** Addresses only, although there may be names. */
  readonly numeric: boolean;
  readonly timeoutSeconds: number;
  readonly probes: number;
  readonly firstTtl: number;
  readonly maxTtl: number;
  readonly port: number;
}

export const TRACE_DEFAULTS = {
  from: undefined,
  numeric: false,
  timeoutSeconds: 3,
  probes: 3,
  firstTtl: 1,
  maxTtl: 30,
  port: 33_434,
} as const;

/** IP and UDP headers with nothing in them. */
const PROBE_SIZE = 28;

export function runTrace(context: ActionContext, order: TraceOrder): void {
  new RunningTrace(context, order).start();
}

class RunningTrace {
  readonly #context: ActionContext;
  readonly #order: TraceOrder;
  #operation: Operation | undefined;
  #end: (() => void) | undefined;
  /** Address that the current line shows. */
  #shown: Ip4 | undefined;
  /** Something stands on the current line behind the number of the hop. */
  #begun = false;
  #hops = 0;
  /** A probe that could not be sent: its star comes when its time is up, as if it had been lost. */
  #owed = false;

  constructor(context: ActionContext, order: TraceOrder) {
    this.#context = context;
    this.#order = order;
  }

  start(): void {
    const { io, router } = this.#context;
    const { vrf, to, from, probes, timeoutSeconds, firstTtl, maxTtl, port } = this.#order;
    io.print([
      'Type escape sequence to abort.',
      `Tracing the route to ${this.#hostText(to)}`,
      'VRF info: (vrf in name/id, vrf out name/id)',
    ]);
    this.#end = io.running(() => this.#finish());
    this.#operation = router.traceroute(
      { vrf, to, from, probes, timeout: seconds(timeoutSeconds), firstTtl, maxTtl, port, size: PROBE_SIZE },
      (report) => this.#hear(report),
    );
  }

  #hear(report: TraceReport): void {
    if (this.#end === undefined) return;
    if (this.#owed) this.#put(' * ');
    this.#owed = report.kind === 'unsendable';
    if (report.kind === 'done') this.#finish();
    else if (report.kind === 'hop') this.#hop(report.ttl);
    else if (report.kind === 'answer') this.#answer(report);
    else if (report.kind === 'timeout') this.#put(' * ');
  }

  #hop(ttl: number): void {
    const { io } = this.#context;
    if (this.#hops > 0) io.write('\n');
    io.write(`${String(ttl).padStart(3)} `);
    this.#hops++;
    this.#shown = undefined;
    this.#begun = false;
  }

  #answer(report: Extract<TraceReport, { readonly kind: 'answer' }>): void {
    if (report.from !== this.#shown) {
      const { io } = this.#context;
      if (this.#begun) io.write('\n    ');
      io.write(this.#hostText(report.from) + labelText(report.labels));
      this.#shown = report.from;
    }
    this.#put(this.#resultText(report.type, report.code, report.rtt));
  }

  #put(text: string): void {
    this.#context.io.write(text);
    this.#begun = true;
  }

  #resultText(type: number, code: number, rtt: Micros): string {
    if (type !== 3 || code === 3) {
      const step = releaseOf(this.#context.box.chassis.model).clockStep;
      return ` ${Math.floor(rtt / 1000 / step) * step} msec`;
    }
    if (code === 0) return ' !N ';
    if (code === 1) return ' !H ';
    if (code === 2) return ' !P ';
    return [9, 10, 13].includes(code) ? ' !A ' : ' !U ';
  }

  #hostText(address: Ip4): string {
    const name = this.#order.numeric ? undefined : nameOf(this.#context.box, address);
    return name === undefined ? ip4Text(address) : `${name} (${ip4Text(address)})`;
  }

  #finish(): void {
    if (this.#end === undefined) return;
    this.#operation?.stop();
    this.#context.io.write('\n');
    const end = this.#end;
    this.#end = undefined;
    end();
  }
}

/** ` [MPLS: Labels 16/21 Exp 0]` */
function labelText(labels: readonly ReportedLabel[]): string {
  const [first] = labels;
  if (first === undefined) return '';
  const numbers = labels.map(({ label }) => label).join('/');
  return ` [MPLS: Label${labels.length > 1 ? 's' : ''} ${numbers} Exp ${first.exp}]`;
}
