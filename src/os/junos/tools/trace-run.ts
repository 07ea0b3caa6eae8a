// A traceroute while it runs: one line a hop, one time a probe, the labels that the hop saw below it.
// Source: captures `traceroute`, `traceroute … no-resolve` (genieparser golden outputs; transcripts of public labs with MPLS,
// changing addresses and refusals); FreeBSD traceroute(8), on which it is built, for its words.

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import type { Operation, ReportedLabel, TraceReport } from '../../../net/operations.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { ActionContext } from '../action.ts';
import { releaseOf } from '../releases.ts';
import { hostText } from '../show/host-names.ts';
import { isDiscarded } from './discarded.ts';

export interface TraceOrder {
  /** As it was typed. */
  readonly host: string;
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  /** Addresses only, although there may be names. */
  readonly numeric: boolean;
  readonly wait: Micros;
  readonly maxTtl: number;
}

const PROBES = 3;
const FIRST_PORT = 33_434;

export function runTrace(context: ActionContext, order: TraceOrder): void {
  const { host, to, from, maxTtl } = order;
  const source = from === undefined ? '' : ` from ${ip4Text(from)}`;
  const { probeSize } = releaseOf(context.box.chassis.model);
  context.io.write(`traceroute to ${host} (${ip4Text(to)})${source}, ${maxTtl} hops max, ${probeSize} byte packets\n`);
  new RunningTrace(context, order, probeSize).start();
}

type Answer = Extract<TraceReport, { readonly kind: 'answer' }>;

class RunningTrace {
  readonly #context: ActionContext;
  readonly #order: TraceOrder;
  readonly #size: number;
  #operation: Operation | undefined;
  #end: (() => void) | undefined;
  #hops = 0;
  /** Address that the current line shows. */
  #shown: Ip4 | undefined;
  #labels: readonly ReportedLabel[] = [];
  /** A probe that could not be sent: its star comes when its time is up. */
  #owed = false;
  /** The number of the hop, until something follows it: complaints overtake it. */
  #number = '';

  constructor(context: ActionContext, order: TraceOrder, size: number) {
    this.#context = context;
    this.#order = order;
    this.#size = size;
  }

  start(): void {
    const { io, router } = this.#context;
    const { vrf, to, from, wait, maxTtl } = this.#order;
    this.#end = io.running(() => {
      io.write('^C\n');
      this.#stop();
    });
    this.#operation = router.traceroute(
      {
        vrf,
        to,
        from,
        probes: PROBES,
        timeout: wait,
        firstTtl: 1,
        maxTtl,
        port: FIRST_PORT,
        size: this.#size,
      },
      (report) => this.#hear(report),
    );
    if (this.#end === undefined) this.#operation.stop();
  }

  #hear(report: TraceReport): void {
    if (this.#end === undefined) return;
    if (this.#owed) this.#put(' *');
    this.#owed = report.kind === 'unsendable';
    if (report.kind === 'hop') this.#hop(report.ttl);
    else if (report.kind === 'answer') this.#answer(report);
    else if (report.kind === 'timeout') this.#put(' *');
    else if (report.kind === 'unsendable') this.#complain();
    else {
      this.#endLine();
      this.#stop();
    }
  }

  #hop(ttl: number): void {
    if (this.#hops > 0) this.#endLine();
    this.#hops++;
    this.#shown = undefined;
    this.#labels = [];
    this.#number = `${String(ttl).padStart(2)} `;
  }

  #answer(report: Answer): void {
    if (report.from !== this.#shown) this.#put(` ${this.#hostText(report.from)}`);
    this.#shown = report.from;
    if (report.labels.length > 0) this.#labels = report.labels;
    this.#put(`  ${(report.rtt / 1000).toFixed(3)} ms${flagText(report)}`);
  }

  #put(text: string): void {
    this.#context.io.write(this.#number + text);
    this.#number = '';
  }

  /** A probe that a `discard` route swallows is lost like any other. */
  #complain(): void {
    const { vrf, to, host } = this.#order;
    if (isDiscarded(this.#context.router, vrf, to)) return;
    this.#context.io.write('traceroute: sendto: No route to host\n');
    this.#put(`traceroute: wrote ${host} ${this.#size} chars, ret=-1\n`);
  }

  #endLine(): void {
    const { io } = this.#context;
    io.write('\n');
    for (const [i, { label, exp, ttl }] of this.#labels.entries()) {
      const bottom = i === this.#labels.length - 1 ? 1 : 0;
      io.write(`     MPLS Label=${label} CoS=${exp} TTL=${ttl} S=${bottom}\n`);
    }
  }

  #hostText(address: Ip4): string {
    const text = ip4Text(address);
    return this.#order.numeric ? text : `${hostText(this.#context.box, address)} (${text})`;
  }

  #stop(): void {
    const end = this.#end;
    if (end === undefined) return;
    this.#end = undefined;
    this.#operation?.stop();
    end();
  }
}

/** ` !N` behind the time of a probe that was refused on its way. */
function flagText({ type, code }: Answer): string {
  if (type !== 3) return '';
  switch (code) {
    case 0:
      return ' !N';
    case 1:
      return ' !H';
    case 2:
      return ' !P';
    case 3:
      return '';
    case 4:
      return ' !F';
    case 5:
      return ' !S';
    case 13:
      return ' !X';
    default:
      return ` !<${code}>`;
  }
}

/** What is waited for an answer, unless told otherwise. Junos OS CLI reference, "traceroute". */
export const TRACE_WAIT = seconds(5);
