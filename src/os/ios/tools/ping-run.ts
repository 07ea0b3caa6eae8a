// A ping while it runs: the header, a sign for every request, the line of success.
// Source: captures `ping` of IOSv 15.x, IOS XE and 7206VXR; Cisco, "Understand the Extended ping and Extended traceroute
// Commands" (signs); a filtered ping shows U (capture of an extended ping across an access list, IOS XE).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import type { Operation, PingReport, PingSpec } from '../../../net/operations.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { ActionContext } from '../action.ts';
import { releaseOf } from '../releases.ts';

/** What is to be sent: complete, every default filled in. */
export interface PingOrder {
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  readonly repeat: number;
  /** Sizes from … to, so many apart; one size when both are equal. */
  readonly sizes: { readonly from: number; readonly to: number; readonly step: number };
  readonly timeoutSeconds: number;
  readonly df: boolean;
  readonly tos: number;
  /** Named by the user; otherwise 0xABCD goes without saying. */
  readonly pattern: number | undefined;
  readonly validate: boolean;
  readonly verbose: boolean;
}

export const PING_DEFAULTS = {
  from: undefined,
  repeat: 5,
  sizes: { from: 100, to: 100, step: 1 },
  timeoutSeconds: 2,
  df: false,
  tos: 0,
  pattern: undefined,
  validate: false,
  verbose: false,
} as const;

const DEFAULT_PATTERN = 0xabcd;
/** Signs to a line. */
const SIGNS_MAX = 70;

/** Sends it all and says what comes of it. The break key ends it and gives the sum of what there was. */
export function runPing(context: ActionContext, order: PingOrder): void {
  context.io.print(headerLines(order));
  new RunningPing(context, order).next();
}

function headerLines(order: PingOrder): readonly string[] {
  const { from, to } = order.sizes;
  const sizes = sizesOf(order).length;
  const size = from === to ? `${from}` : `[${from}..${to}]`;
  const pattern = order.pattern?.toString(16).toUpperCase().padStart(4, '0');
  return [
    'Type escape sequence to abort.',
    `Sending ${order.repeat * sizes}, ${size}-byte ICMP Echos to ${ip4Text(order.to)}, timeout is ${order.timeoutSeconds} seconds:`,
    ...(order.from === undefined ? [] : [`Packet sent with a source address of ${ip4Text(order.from)} `]),
    ...(order.df ? ['Packet sent with the DF bit set'] : []),
    ...(order.validate ? ['Reply data will be validated'] : []),
    ...(pattern === undefined ? [] : [`Packet has data pattern 0x${pattern}`]),
  ];
}

function sizesOf({ sizes }: PingOrder): readonly number[] {
  const all: number[] = [];
  for (let size = sizes.from; size <= sizes.to; size += sizes.step) all.push(size);
  return all;
}

class RunningPing {
  readonly #context: ActionContext;
  readonly #order: PingOrder;
  /** One series of requests of equal size after the other. */
  #series: readonly (readonly [size: number, count: number])[];
  #operation: Operation | undefined;
  #end: (() => void) | undefined;
  #column = 0;
  #sent = 0;
  /** A request that could not be sent: its sign comes when its time is up, as if it had been lost. */
  #refused: PingError | undefined;
  #rtts: number[] = [];

  constructor(context: ActionContext, order: PingOrder) {
    this.#context = context;
    this.#order = order;
    const sizes = sizesOf(order);
    this.#series =
      sizes.length === 1
        ? [[order.sizes.from, order.repeat]]
        : Array.from({ length: order.repeat }, () => sizes.map((size) => [size, 1] as const)).flat();
    this.#end = context.io.running(() => this.#finish());
  }

  next(): void {
    const [first, ...rest] = this.#series;
    if (first === undefined) {
      this.#finish();
      return;
    }
    this.#series = rest;
    this.#operation = this.#context.router.ping(this.#spec(...first), (report) => this.#hear(report));
  }

  #spec(size: number, count: number): PingSpec {
    const { vrf, to, from, df, tos, timeoutSeconds, pattern } = this.#order;
    return {
      vrf,
      to,
      from,
      count,
      size,
      df,
      ttl: this.#context.box.os.personality.stack.pingTtl,
      tos,
      timeout: seconds(timeoutSeconds),
      pace: 'answer',
      pattern: pattern ?? DEFAULT_PATTERN,
    };
  }

  #hear(report: PingReport): void {
    if (this.#end === undefined) return;
    if (report.kind === 'sent' || report.kind === 'done') this.#signRefused();
    if (report.kind === 'done') this.next();
    else if (report.kind === 'reply') {
      if (report.duplicate) return;
      const millis = roundTrip(this.#context, report.rtt);
      this.#rtts.push(millis);
      this.#sign('!', `Reply to request ${this.#sent} (${millis} ms)`);
    } else if (report.kind === 'timeout') this.#sign('.', `Request ${this.#sent} timed out`);
    else if (report.kind === 'error') {
      if (report.from === undefined) this.#refused = report;
      else this.#sign(signOf(report), `Unreachable from ${ip4Text(report.from)}`);
    }
  }

  #signRefused(): void {
    if (!this.#refused) return;
    this.#refused = undefined;
    this.#sign('.', `Request ${this.#sent} timed out`);
  }

  #sign(sign: string, words: string): void {
    this.#sent++;
    const { io } = this.#context;
    if (this.#order.verbose) {
      io.print([words], { page: false });
      return;
    }
    if (this.#column === SIGNS_MAX) {
      io.write('\n');
      this.#column = 0;
    }
    io.write(sign);
    this.#column++;
  }

  #finish(): void {
    if (this.#end === undefined) return;
    this.#operation?.stop();
    const { io } = this.#context;
    if (!this.#order.verbose) io.write('\n');
    io.print([successLine(this.#sent, this.#rtts)]);
    const end = this.#end;
    this.#end = undefined;
    end();
  }
}

/** Milliseconds as this box's clock tells them; never less than one. */
function roundTrip(context: ActionContext, rtt: Micros): number {
  const step = releaseOf(context.box.chassis.model).clockStep;
  return Math.max(1, Math.floor(rtt / 1000 / step) * step);
}

type PingError = Extract<PingReport, { readonly kind: 'error' }>;

/** What an ICMP error looks like among the signs. */
export function signOf(error: PingError): string {
  if (error.type === 4) return 'Q';
  if (error.type === 11) return '&';
  if (error.type !== 3) return '?';
  if (error.code === 0) return 'N';
  if (error.code === 2) return 'P';
  if (error.code === 4) return 'M';
  if (error.code === 9 || error.code === 10) return 'A';
  return 'U';
}

function successLine(sent: number, rtts: readonly number[]): string {
  const percent = sent === 0 ? 0 : Math.floor((100 * rtts.length) / sent);
  const rate = `Success rate is ${percent} percent (${rtts.length}/${sent})`;
  if (rtts.length === 0) return rate;
  const sum = rtts.reduce((total, rtt) => total + rtt, 0);
  const times = [Math.min(...rtts), Math.floor(sum / rtts.length), Math.max(...rtts)];
  return `${rate}, round-trip min/avg/max = ${times.join('/')} ms`;
}
