// Checks that send packets: a ping and a traceroute of the examiner's own, run in a fork of the learner's world.

import { type Ip4, ip4Text, parseIp4 } from '../base/ip.ts';
import { present } from '../base/must.ts';
import { parsePrefix } from '../base/prefix.ts';
import type { Router } from '../device/router.ts';
import type { PingTotals, TraceReport } from '../net/operations.ts';
import { type IfName, MAIN, type VrfName } from '../route/names.ts';
import { impair, type Way } from '../sim/link.ts';
import { plus, seconds, ZERO } from '../sim/time.ts';
import type { RunningLab } from './build.ts';
import type { Finding, Of } from './finding.ts';
import { parseSpan } from './span.ts';

const PINGS = 5;
/** The first may be lost while a neighbour's address is asked for, as on a real router. */
const ENOUGH = PINGS - 1;
const SIZE_DEFAULT = 100;
const TIMEOUT = seconds(2);
/** A probe that has not ended by then never will. */
const LIMIT = seconds(120);

/** An address, or that of an interface. Undefined: left to the router. */
function sourceOf(text: string | undefined, router: Router): Ip4 | 'none' | undefined {
  if (text === undefined) return undefined;
  const address = parseIp4(text);
  if (address !== undefined) return address;
  const found = router
    .ask('interfaces', { name: text as IfName })[0]
    ?.interface.addresses.find((one) => !one.secondary);
  return found === undefined ? 'none' : (found.address as Ip4);
}

/** Five echo requests; four answers are a yes, none is a no. */
export function pingVerdict(question: Of<'ping'>, router: Router, fork: RunningLab): Finding {
  const from = sourceOf(question.source, router);
  const head = `${question.from}${question.vrf === undefined ? '' : ` in ${question.vrf}`}`;
  if (from === 'none') return { holds: false, why: `${question.from} has no address on ${question.source}` };
  let totals: PingTotals | undefined;
  let refused = '';
  const operation = router.ping(
    {
      vrf: (question.vrf ?? MAIN) as VrfName,
      to: present(parseIp4(question.to), 'a checked address'),
      from,
      count: PINGS,
      size: question.size ?? SIZE_DEFAULT,
      df: question.df ?? false,
      ttl: 64,
      tos: 0,
      timeout: TIMEOUT,
      pace: 'answer',
      pattern: undefined,
    },
    (report) => {
      if (report.kind === 'done') totals = report.totals;
      else if (report.kind === 'error')
        refused = report.from === undefined ? '; it could not even be sent' : `; ${ip4Text(report.from)} refused it`;
    },
  );
  fork.until(() => totals !== undefined, plus(fork.world.now, LIMIT));
  operation.stop();
  const { sent, received } = totals ?? { sent: PINGS, received: 0 };
  const why = `${head} pings ${question.to}: ${received} of ${sent} answered${received === 0 ? refused : ''}`;
  if (received >= ENOUGH) return { holds: true, why };
  return received === 0 ? { holds: false, why } : { holds: false, mixed: true, why };
}

/** One address a hop: of the first probe that was answered. */
export function traceVerdict(question: Of<'path'>, router: Router, fork: RunningLab): Finding {
  const hops = new Map<number, Ip4>();
  let tried = 0;
  let reached: boolean | undefined;
  const hear = (report: TraceReport): void => {
    if (report.kind === 'answer' && !hops.has(report.ttl)) hops.set(report.ttl, report.from);
    if (report.kind !== 'done') tried = Math.max(tried, report.ttl);
    else reached = report.reached;
  };
  const operation = router.traceroute(
    {
      vrf: (question.vrf ?? MAIN) as VrfName,
      to: present(parseIp4(question.to), 'a checked address'),
      from: undefined,
      probes: 2,
      timeout: TIMEOUT,
      firstTtl: 1,
      maxTtl: question.through.length + 2,
      port: 33434,
      size: 60,
    },
    hear,
  );
  fork.until(() => reached !== undefined, plus(fork.world.now, LIMIT));
  operation.stop();
  const seen = Array.from({ length: tried }, (_, i) => {
    const hop = hops.get(i + 1);
    return hop === undefined ? '*' : ip4Text(hop);
  });
  const way = seen.length === 0 ? 'nowhere' : seen.join(' ');
  const why = `from ${question.from} to ${question.to} packets go ${way}${reached ? '' : ' and do not arrive'}`;
  return { holds: reached === true && seen.join(' ') === question.through.join(' '), why };
}

/** Three labelled echo requests of RFC 8029; one that came to the end of the path is a yes. */
export function lspVerdict(question: Of<'lsp'>, router: Router, fork: RunningLab): Finding {
  let done = false;
  let arrived = 0;
  const codes = new Set<number>();
  const operation = router.lspPing(
    {
      fec: present(parsePrefix(question.to), 'a checked prefix'),
      vrf: MAIN,
      to: present(parseIp4('127.0.0.1'), 'an address'),
      from: undefined,
      exp: 0,
      replyMode: 2,
      timeout: TIMEOUT,
      count: 3,
      size: SIZE_DEFAULT,
      ttl: 255,
      interval: ZERO,
    },
    (report) => {
      if (report.kind === 'done') done = true;
      if (report.kind !== 'reply') return;
      codes.add(report.code);
      if (report.code === EGRESS) arrived++;
    },
  );
  fork.until(() => done, plus(fork.world.now, LIMIT));
  operation.stop();
  const codesSaid = codes.size === 0 ? 'no answer' : `return codes ${[...codes].sort((a, b) => a - b).join(', ')}`;
  const why = `${question.from}: labelled packets for ${question.to} ${arrived > 0 ? 'arrive' : `do not arrive (${codesSaid})`}`;
  return { holds: arrived > 0, why };
}

/** RFC 8029 §3.1: "Replying router is an egress for the FEC". */
const EGRESS = 3;

/** What is broken is mended again, so that the next question finds the network whole. */
export function convergence(question: Of<'converges'>, router: Router, fork: RunningLab): Finding {
  const { from, to, source } = question;
  const ping = (): Finding =>
    pingVerdict({ check: 'ping', from, to, ...(source === undefined ? {} : { source }) }, router, fork);
  const before = ping();
  if (!before.holds) return { holds: false, why: `${before.why}, with all cables in order` };
  const { world } = fork;
  const link = present(world.link(question.cut), 'a link that was checked when the lab was read');
  const end = link.ports.find((port) => port.node === question.oneWay);
  const way: Way | undefined = end && { end, direction: 'out' };
  const { faults } = link;
  const ways = [...link.ways];
  if (question.silent) impair(link, { lossPerMillion: 1_000_000 }, way);
  else world.setLink(link.id, false, way);
  fork.advance(plus(world.now, present(parseSpan(question.within), 'a checked time')));
  const after = ping();
  if (question.silent) {
    link.faults = faults;
    link.ways.clear();
    for (const [key, one] of ways) link.ways.set(key, one);
  } else world.setLink(link.id, true, way);
  fork.settle(seconds(120), seconds(30));
  const what = end ? `what ${end.node} sends on ${question.cut} was lost` : `${question.cut} failed`;
  return { ...after, why: `${question.within} after ${what}, ${after.why}` };
}
