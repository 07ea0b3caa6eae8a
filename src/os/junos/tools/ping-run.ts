// A ping while it runs: a line or a sign for every reply, lines for errors, the statistics.
// Source: captures `ping` (genieparser golden outputs; transcripts of public labs: errors with the header they quote, rapid
// signs); FreeBSD ping(8), on which it is built, for the time it waits and for its words.

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import type { Operation, PingReport } from '../../../net/operations.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { ActionContext } from '../action.ts';
import { isDiscarded } from './discarded.ts';
import { quotedHeader } from './quoted-header.ts';

/** What is to be sent: complete, every default filled in. */
export interface PingOrder {
  /** As it was typed. */
  readonly host: string;
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  /** Undefined: until somebody ends it. */
  readonly count: number | undefined;
  readonly dataBytes: number;
  readonly df: boolean;
  readonly ttl: number;
  readonly tos: number;
  readonly rapid: boolean;
  readonly interval: Micros;
  /** How long it waits for the last reply when none has come at all. */
  readonly wait: Micros;
}

/** IP and ICMP headers. */
const HEADERS = 28;
/** Without room for a time stamp no times are told. */
const STAMP = 8;
/** A request is open for as long as anybody may still answer it. */
const PATIENCE = seconds(3600);
/** `rapid` goes on when a second has brought no reply. */
const RAPID_TIMEOUT = seconds(1);

const NO_ROUTE = 'ping: sendto: No route to host';
const TOO_LONG = 'ping: sendto: Message too long';

/** Sends it all and says what comes of it. The break key ends it and gives the sum of what there was. */
export function runPing(context: ActionContext, order: PingOrder): void {
  const address = ip4Text(order.to);
  context.io.write(`PING ${order.host} (${address}): ${order.dataBytes} data bytes\n`);
  new RunningPing(context, order).start();
}

class RunningPing {
  readonly #context: ActionContext;
  readonly #order: PingOrder;
  readonly #timer: string;
  #operation: Operation | undefined;
  #end: (() => void) | undefined;
  #sent = 0;
  #duplicates = 0;
  #rtts: readonly Micros[] = [];
  /** A request that could not be sent: what its sign waits for. */
  #refused = false;

  constructor(context: ActionContext, order: PingOrder) {
    this.#context = context;
    this.#order = order;
    this.#timer = `ping/${context.session}`;
  }

  start(): void {
    const { io, router } = this.#context;
    const { vrf, to, from, count, dataBytes, df, ttl, tos, rapid, interval } = this.#order;
    const interrupt = (): void => {
      io.write('^C');
      this.#finish();
    };
    this.#end = io.running(interrupt, count === undefined ? { endless: true } : {});
    const operation = router.ping(
      {
        vrf,
        to,
        from,
        count,
        size: dataBytes + HEADERS,
        df,
        ttl,
        tos,
        timeout: rapid ? RAPID_TIMEOUT : PATIENCE,
        pace: rapid ? 'answer' : interval,
        pattern: undefined,
      },
      (report) => this.#hear(report),
    );
    this.#operation = operation;
    if (this.#end === undefined) operation.stop();
  }

  #hear(report: PingReport): void {
    if (this.#end === undefined) return;
    if (report.kind === 'sent') this.#requested();
    else if (report.kind === 'reply') this.#replied(report);
    else if (report.kind === 'timeout') this.#sign('.');
    else if (report.kind === 'error') this.#failed(report);
    else {
      this.#signRefused();
      if (this.#order.rapid) this.#finish();
    }
  }

  #requested(): void {
    this.#signRefused();
    this.#sent++;
    const { count, rapid, interval } = this.#order;
    if (!rapid && this.#sent === count) this.#context.box.timer(this.#timer, interval, () => this.#waitForTheRest());
  }

  /** All is sent. Whoever answered so far took no longer than a second; where nobody did, patience is asked for. */
  #waitForTheRest(): void {
    const slowest = Math.max(0, ...this.#rtts);
    const patience =
      this.#rtts.length > 0 ? seconds(Math.max(1, Math.floor((2 * slowest) / 1_000_000))) : this.#order.wait;
    this.#context.box.timer(this.#timer, patience, () => this.#finish());
  }

  #replied(report: Extract<PingReport, { readonly kind: 'reply' }>): void {
    const { io } = this.#context;
    const { rapid, dataBytes, count } = this.#order;
    if (report.duplicate) this.#duplicates++;
    else this.#rtts = [...this.#rtts, report.rtt];
    if (rapid) {
      if (!report.duplicate) io.write('!');
    } else {
      const time = dataBytes >= STAMP ? ` time=${millis(report.rtt)} ms` : '';
      const again = report.duplicate ? ' (DUP!)' : '';
      const from = `${report.bytes} bytes from ${ip4Text(report.from)}`;
      io.write(`${from}: icmp_seq=${report.sequence & 0xffff} ttl=${report.ttl}${time}${again}\n`);
    }
    if (!rapid && this.#rtts.length === count) this.#finish();
  }

  #failed(report: Extract<PingReport, { readonly kind: 'error' }>): void {
    const { io } = this.#context;
    if (report.from === undefined) {
      this.#refused = true;
      const { vrf, to } = this.#order;
      if (!isDiscarded(this.#context.router, vrf, to)) io.write(`${report.code === 4 ? TOO_LONG : NO_ROUTE}\n`);
    } else if (this.#order.rapid) this.#sign('.');
    else {
      const text = `${report.bytes ?? 0} bytes from ${ip4Text(report.from)}: ${errorText(report)}`;
      io.write([text, ...quotedHeader(report.quoted), '', ''].join('\n'));
    }
  }

  #signRefused(): void {
    if (this.#refused) this.#sign('.');
    this.#refused = false;
  }

  #sign(sign: string): void {
    if (this.#order.rapid) this.#context.io.write(sign);
  }

  #finish(): void {
    const end = this.#end;
    if (end === undefined) return;
    this.#end = undefined;
    this.#operation?.stop();
    const { box, io } = this.#context;
    box.timer(this.#timer, 'off');
    io.write(statistics(this.#order, this.#sent, this.#duplicates, this.#rtts));
    end();
  }
}

const millis = (span: number): string => (span / 1000).toFixed(3);

/** The words of FreeBSD's ping for an ICMP message about the request. */
export function errorText(error: {
  readonly type: number;
  readonly code: number;
  readonly mtu: number | undefined;
}): string {
  const { type, code, mtu } = error;
  if (type === 4) return 'Source Quench';
  if (type === 11) return code === 0 ? 'Time to live exceeded' : 'Frag reassembly time exceeded';
  if (type !== 3) return `Bad ICMP type: ${type}`;
  if (code === 4) return `frag needed and DF set (MTU ${mtu ?? 0})`;
  return UNREACHABLE[code] ?? `Dest Unreachable, Bad Code: ${code}`;
}

const UNREACHABLE: Readonly<Record<number, string>> = {
  0: 'Destination Net Unreachable',
  1: 'Destination Host Unreachable',
  2: 'Destination Protocol Unreachable',
  3: 'Destination Port Unreachable',
  5: 'Source Route Failed',
  13: 'Communication prohibited by filter',
};

function statistics(order: PingOrder, sent: number, duplicates: number, rtts: readonly Micros[]): string {
  const lost = Math.floor((100 * (sent - rtts.length)) / Math.max(1, sent));
  const again = duplicates === 0 ? '' : `+${duplicates} duplicates, `;
  const lines = [
    '',
    `--- ${order.host} ping statistics ---`,
    `${sent} packets transmitted, ${rtts.length} packets received, ${again}${lost}% packet loss`,
    ...(rtts.length > 0 && order.dataBytes >= STAMP ? [roundTrips(rtts)] : []),
    '',
  ];
  return lines.join('\n');
}

function roundTrips(rtts: readonly Micros[]): string {
  const mean = rtts.reduce((sum, rtt) => sum + rtt, 0) / rtts.length;
  const square = rtts.reduce((sum, rtt) => sum + rtt * rtt, 0) / rtts.length;
  const deviation = Math.sqrt(Math.max(0, square - mean * mean));
  const times = [Math.min(...rtts), mean, Math.max(...rtts), deviation].map(millis);
  return `round-trip min/avg/max/stddev = ${times.join('/')} ms`;
}
