// A PC's orders: ping, trace, save, clear. Words: VPCS 0.8 transcripts in public lab notes.

import { type Ip4, ip4Text, parseIp4 } from '../../base/ip.ts';
import { present } from '../../base/must.ts';
import { remove } from '../../config/edit.ts';
import type { Match } from '../../language/spec.ts';
import type { Operation, PingReport, TraceReport } from '../../net/operations.ts';
import { MAIN } from '../../route/names.ts';
import { type Micros, millis, seconds } from '../../sim/time.ts';
import type { Action, ActionContext } from '../action.ts';
import { statement } from './compile.ts';

const HEADERS = 28;

const ms = (span: Micros): string => (span / 1000).toFixed(3);
const target = (match: Match): Ip4 => present(parseIp4(match.args['target'] ?? ''), 'an address that was read as one');

/** What an ICMP error is called. */
const ERRORS: Readonly<Record<string, string>> = {
  '3/0': 'Destination network unreachable',
  '3/1': 'Destination host unreachable',
  '3/2': 'Destination protocol unreachable',
  '3/3': 'Destination port unreachable',
  '3/4': 'Fragmentation required',
  '3/13': 'Communication administratively prohibited',
  '11/0': 'TTL expired in transit',
};

const errorText = (type: number, code: number): string =>
  `(ICMP type:${type}, code:${code}, ${ERRORS[`${type}/${code}`] ?? 'unknown'})`;

function pingLine(to: string, report: PingReport, bytes: number): string | undefined {
  switch (report.kind) {
    case 'reply':
      return `${bytes} bytes from ${ip4Text(report.from)} icmp_seq=${report.sequence + 1} ttl=${report.ttl} time=${ms(report.rtt)} ms`;
    case 'timeout':
      return `${to} icmp_seq=${report.sequence + 1} timeout`;
    case 'error':
      return report.from === undefined
        ? undefined
        : `*${ip4Text(report.from)} icmp_seq=${report.sequence + 1} ttl=64 time=0.000 ms ${errorText(report.type, report.code)}`;
    default:
      return undefined;
  }
}

const ping: Action = ({ router, io }, match) => {
  const to = target(match);
  const size = Number(match.args['size'] ?? 56) + HEADERS;
  // The first report may come before `ping` has returned.
  let operation: Operation | undefined;
  let refused = false;
  const done = io.running(() => {
    operation?.stop();
    io.write('^C\n');
    done();
  });
  io.print([''], { page: false });
  operation = router.ping(
    {
      vrf: MAIN,
      to,
      from: undefined,
      count: Number(match.args['count'] ?? 5),
      size,
      df: match.words.includes('-D'),
      ttl: 64,
      tos: 0,
      timeout: millis(Number(match.args['wait'] ?? 1000)),
      pace: seconds(1),
      pattern: undefined,
    },
    (report) => {
      if (refused) return;
      // The PC itself cannot send it: no address, no gateway. It says so once and gives up.
      refused = report.kind === 'error' && report.from === undefined;
      const line = refused ? `host (${ip4Text(to)}) not reachable` : pingLine(ip4Text(to), report, size);
      if (line !== undefined) io.print([line], { page: false });
      if (refused) operation?.stop();
      if (refused || report.kind === 'done') {
        io.print([''], { page: false });
        done();
      }
    },
  );
  if (refused) operation.stop();
};

/** Hops gather their answers; a line is printed when the next one begins. */
class Hops {
  #line = '';
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  heard(report: TraceReport): void {
    switch (report.kind) {
      case 'hop':
        this.#flush();
        this.#line = `${String(report.ttl).padStart(2)} `;
        break;
      case 'answer': {
        const from = ip4Text(report.from);
        const final = report.type === 3;
        if (final) this.#line += `  *${from}   ${ms(report.rtt)} ms ${errorText(report.type, report.code)}`;
        else this.#line += `${this.#line.includes(from) ? '' : `  ${from} `}  ${ms(report.rtt)} ms`;
        break;
      }
      case 'timeout':
      case 'unsendable':
        this.#line += '  *';
        break;
      case 'done':
        this.#flush();
        break;
    }
  }

  #flush(): void {
    if (this.#line !== '') this.#write(`${this.#line}\n`);
    this.#line = '';
  }
}

const trace: Action = ({ router, io }, match) => {
  const to = target(match);
  const maxTtl = Number(match.args['hops'] ?? 8);
  const hops = new Hops((text) => io.write(text));
  let operation: Operation | undefined;
  let reached = false;
  const done = io.running(() => {
    operation?.stop();
    io.write('^C\n');
    done();
  });
  io.print([`trace to ${ip4Text(to)}, ${maxTtl} hops max, press Ctrl+C to stop`], { page: false });
  operation = router.traceroute(
    { vrf: MAIN, to, from: undefined, probes: 3, timeout: seconds(1), firstTtl: 1, maxTtl, port: 33434, size: 64 },
    (report) => {
      if (reached) return;
      hops.heard(report);
      // The first answer of the destination ends it.
      reached = report.kind === 'answer' && report.type === 3;
      if (reached) {
        operation?.stop();
        hops.heard({ kind: 'done', reached });
      }
      if (reached || report.kind === 'done') {
        io.print([''], { page: false });
        done();
      }
    },
  );
};

function save({ box, io }: ActionContext): void {
  box.store.startup = { tree: box.store.running, at: box.now, user: 'pc' };
  io.print(['Saving startup configuration to startup.vpc', '.  done', '']);
}

const clear: Action = ({ box, router, io }, match) => {
  if (match.words.includes('arp')) router.act({ kind: 'clear-arp' });
  else {
    const ip = statement(box.store.running, 'ip');
    const tree = ip ? remove(box.store.running, [ip]).tree : box.store.running;
    box.apply(tree);
    box.store.replace({ tree, at: box.now, user: 'pc', client: 'cli', comment: undefined });
    io.print(['IPv4 address/mask, gateway, DNS, and DHCP cleared']);
  }
};

export const actions: Readonly<Record<string, Action>> = { ping, trace, save, clear };
