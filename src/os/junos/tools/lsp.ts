// ping mpls ldp, traceroute mpls ldp: signs and lines as the echo replies come in.
// Source: capture `ping mpls rsvp` (genieparser golden output PingMplsRsvp); transcripts of `ping mpls ldp`, with and without
// replies, and of `traceroute mpls ldp` (vMX); Junos OS CLI reference, "ping mpls ldp": five requests, a second apart.

import { type Ip4, ip4Text, parseIp4 } from '../../../base/ip.ts';
import { present } from '../../../base/must.ts';
import { hostPrefix, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { LspTraceReport, Operation } from '../../../net/operations.ts';
import { seconds } from '../../../sim/time.ts';
import type { Action, ActionContext } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';

const COUNT = 5;
const SIZE = 84;
const TTL = 255;
const WAIT = seconds(2);
/** RFC 8029 §3.1 */
const EGRESS = 3;
const MALFORMED_FROM = [1, 2, 4, 5];

const NOWHERE = present(parseIp4('127.0.0.1'), 'an address');
/** Probes of a traceroute go to addresses of their own. */
const TRACE_TO = present(parseIp4('127.0.0.64'), 'an address');

const fecOf = (text: string): Prefix | undefined => {
  const host = parseIp4(text);
  return host === undefined ? parsePrefix(text) : hostPrefix(host);
};

interface Wanted {
  readonly vrf: ReturnType<typeof vrfNamed>;
  readonly fec: Prefix;
  readonly from: Ip4 | undefined;
  readonly exp: number;
}

function wantedOf({ io, router }: ActionContext, args: Readonly<Record<string, string>>): Wanted | undefined {
  const vrf = vrfNamed(args['instance']);
  if (!isInstance(router, vrf)) {
    io.print([`error: instance ${args['instance']} not found`]);
    return undefined;
  }
  const fec = fecOf(args['fec'] ?? '');
  return fec && { vrf, fec, from: parseIp4(args['source'] ?? ''), exp: Number(args['exp'] ?? 7) };
}

/** ping mpls ldp FEC [count N] [exp N] [size N] [source A] */
export const pingMplsLdp: Action = (context, { args }) => {
  const wanted = wantedOf(context, args);
  if (!wanted) return;
  const { io, router } = context;
  let [sent, received] = [0, 0];
  let operation: Operation | undefined;
  const finish = (): void => {
    operation?.stop();
    const lost = sent === 0 ? 0 : Math.floor((100 * (sent - received)) / sent);
    io.print([
      ...(sent === 0 ? [] : ['']),
      '--- lsping statistics ---',
      `${sent} packets transmitted, ${received} packets received, ${lost}% packet loss`,
    ]);
    end();
  };
  const end = io.running(() => {
    io.write('^C');
    finish();
  });
  const sign = (text: string, counts: boolean): void => {
    sent++;
    if (counts) received++;
    io.write(text);
  };
  const count = Number(args['count'] ?? COUNT);
  const size = Number(args['size'] ?? SIZE);
  const spec = { ...wanted, to: NOWHERE, replyMode: 2, timeout: WAIT, count, size, ttl: TTL, interval: seconds(1) };
  operation = router.lspPing(spec, (report) => {
    if (report.kind === 'reply') {
      const good = report.code === EGRESS;
      sign(good ? '!' : 'x', good);
    } else if (report.kind === 'timeout' || report.kind === 'unsendable') sign('.', false);
    else if (report.kind === 'done') finish();
  });
};

const MAX_TTL = 64;
const TRACE_WAIT = seconds(10);
const HEADING = '  ttl    Label  Protocol    Address          Previous Hop     Probe Status';

/** What comes of a probe, in words. RFC 8029 §3.1 */
function statusOf({ code }: Extract<LspTraceReport, { readonly kind: 'answer' }>): string {
  if (code === EGRESS) return 'Egress';
  return MALFORMED_FROM.includes(code) ? 'Unhelpful' : 'Success';
}

/** The unit that the path begins behind. */
function wayOut({ router }: ActionContext, { vrf, fec }: Wanted): string {
  const routes = (['labeled', 'unicast'] as const)
    .flatMap((table) => router.ask('routes', { vrf, table, within: fec }) ?? [])
    .flatMap((row) => (row.prefix === fec ? row.routes : []));
  return routes.find(({ candidate }) => candidate.route.kind === 'ldp')?.paths[0]?.out ?? '';
}

/** traceroute mpls ldp FEC [exp N] [source A] [ttl N] */
export const tracerouteMplsLdp: Action = (context, { args }) => {
  const wanted = wantedOf(context, args);
  if (!wanted) return;
  const { io, router } = context;
  const maxTtl = Number(args['ttl'] ?? MAX_TTL);
  io.print([`  Probe options: ttl ${maxTtl}, retries 3, wait 10, paths 16, exp ${wanted.exp}, fanout 16`, '']);
  let operation: Operation | undefined;
  let label = '';
  let previous = '(null)';
  const end = io.running(() => finish());
  const finish = (): void => {
    operation?.stop();
    end();
  };
  const out = wayOut(context, wanted);
  const line = (ttl: number, address: string, status: string): void => {
    const cells = [String(ttl).padStart(5), label.padStart(9), '  ', 'LDP'.padEnd(12), address.padEnd(17)];
    io.print([HEADING, `${cells.join('')}${previous.padEnd(17)}${status.padEnd(18)}`, '  FEC-Stack-Sent: LDP ']);
  };
  const spec = { ...wanted, to: TRACE_TO, replyMode: 2, timeout: TRACE_WAIT, maxTtl };
  operation = router.lspTrace(spec, (report) => {
    switch (report.kind) {
      case 'start':
        label = String(report.downstream.labels.at(-1)?.label ?? 3);
        break;
      case 'answer': {
        const address = ip4Text(report.from);
        line(report.ttl, address, statusOf(report));
        previous = address;
        label = String(report.downstream?.labels.at(-1)?.label ?? 3);
        break;
      }
      case 'timeout':
      case 'unsendable':
        line(report.ttl, '(null)', 'No reply');
        break;
      case 'done':
        if (report.reached) io.print(['', `  Path 1 via ${out} destination ${ip4Text(TRACE_TO)}`]);
        finish();
    }
  });
};
