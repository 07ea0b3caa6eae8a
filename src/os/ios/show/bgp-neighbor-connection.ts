// show ip bgp neighbors: the way to the neighbour and the TCP connection.
// Source: as bgp-neighbors.ts; the counters are those of this router's TCP, what it does not count is 0.

import { ip4Text } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import type { TcpRow } from '../../../device/queries.ts';
import type { TimerCounters } from '../../../net/tcp/control-block.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import { type Micros, seconds, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { downText, errorText } from '../bgp-errors.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
import { associated } from './bgp-facts.ts';
import { vrfIdOf } from './vrf-facts.ts';

/** From the way there to what the session can do. */
export function trackingLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const { config } = peer;
  const restart = config.gracefulRestart;
  return [
    ...reachLines(context, peer),
    `  Connections established ${peer.established}; dropped ${peer.dropped}`,
    `  Last reset ${resetText(context, peer)}`,
    ...externalLines(peer),
    `  Interface associated: ${linkText(context, peer)}`,
    '  Transport(tcp) path-mtu-discovery is enabled',
    restart === undefined
      ? '  Graceful-Restart is disabled'
      : `  Graceful-Restart is enabled, restart-time ${restart} seconds, stalepath-time ${wholeSeconds(config.helper?.stale ?? seconds(360))} seconds`,
    '  SSO is disabled',
  ];
}

/** IOSv 15.7 counts how often there was a way; 15.2 and 16.4 do not. */
function reachLines(context: ViewContext, { config }: BgpPeerRow): readonly string[] {
  const { address, vrf } = config;
  const way = context.ask('lookup', { vrf, to: address });
  const tracked = `  Address tracking is enabled, the RIB does ${way ? 'have' : 'not have'} a route to ${ip4Text(address)}`;
  if (!way || !releaseOf(context.box.chassis.model).bgpReachability) return [tracked];
  const rows = context.ask('routes', { vrf }) ?? [];
  const routes = rows.filter((row) => contains(row.prefix, address)).flatMap((row) => row.routes);
  const since = routes.reduce<Micros | undefined>((at, row) => row.activeSince ?? at, undefined);
  return [
    tracked,
    '  Route to peer address reachability Up: 1; Down: 0',
    `    Last notification ${since === undefined ? 'never' : ageText((context.now - since) as Micros)}`,
  ];
}

/** Reasons in the words of IOS: captures `Last reset …, due to …` and `%BGP-5-ADJCHANGE: … Down …`. */
function resetText(context: ViewContext, { lastDown, lastError }: BgpPeerRow): string {
  if (!lastDown) return 'never';
  const { reason, at, changed } = lastDown;
  const error = lastError?.at === at ? lastError.error : undefined;
  const what =
    error && (reason === 'notification-received' || reason === 'notification-sent' || reason === 'hold-expired')
      ? `, ${errorText(error)}`
      : '';
  return `${ageText((context.now - at) as Micros)}, due to ${downText(reason, changed)} of session 1${what}`;
}

function externalLines({ config, kind }: BgpPeerRow): readonly string[] {
  if (kind === 'internal') return [];
  if (config.minTtl !== undefined)
    return [`  External BGP neighbor may be up to ${255 - config.minTtl} hop${config.minTtl === 254 ? '' : 's'} away.`];
  const hops = config.ttl ?? 1;
  if (hops > 1)
    return [
      `  External BGP neighbor may be up to ${hops} hops away.`,
      '  External BGP neighbor NOT configured for connected checks (multi-hop no-disable-connected-check)',
    ];
  return [
    config.direct
      ? '  External BGP neighbor configured for connected checks (single-hop no-disable-connected-check)'
      : '  External BGP neighbor NOT configured for connected checks (single-hop disable-connected-check)',
  ];
}

/** The interface in whose subnet the neighbour is. */
function linkText(context: ViewContext, { config }: BgpPeerRow): string {
  const on = associated(context, config);
  return on ? `${on.name} (peering address in same link)` : '(none) (peering address NOT in same link)';
}

const NO_TIMER: TimerCounters = { starts: 0, wakeups: 0, at: undefined };

export function connectionLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const row = peer.state === 'established' ? connectionOf(context, peer) : undefined;
  if (!row) return ['  No active TCP connection'];
  const { config } = peer;
  return [
    `Connection state is ESTAB, I/O status: 1, unread input bytes: 0            `,
    `Connection is ECN Disabled, Mininum incoming TTL ${config.minTtl ?? 0}, Outgoing TTL ${config.ttl ?? 255}`,
    `Local host: ${ip4Text(row.local)}, Local port: ${row.localPort}`,
    `Foreign host: ${ip4Text(row.peer)}, Foreign port: ${row.peerPort}`,
    `Connection tableid (VRF): ${vrfIdOf(context.box, config.vrf)}`,
    'Maximum output segment queue size: 50',
    '',
    'Enqueued packets for retransmit: 0, input: 0  mis-ordered: 0 (0 bytes)',
    '',
    ...timerLines(context, row),
    '',
    ...numberLines(context, row),
    ...datagramLines(row, config.vrf !== MAIN),
  ];
}

function connectionOf(context: ViewContext, { config, tcp, local }: BgpPeerRow): TcpRow | undefined {
  return (context.ask('tcp', { vrf: config.vrf }) ?? []).find(
    (row) =>
      row.peer === config.address &&
      row.status.state === 'established' &&
      (row.localPort === 179 || row.peerPort === 179) &&
      (tcp ? row.localPort === tcp.localPort && row.peerPort === tcp.peerPort : row.local === local),
  );
}

/** Milliseconds since the box was switched on, as the router's clock counts. */
const tick = (at: Micros): string =>
  `0x${Math.floor(at / 1000)
    .toString(16)
    .toUpperCase()}`;

function timerLines({ now }: ViewContext, { status: { timers } }: TcpRow): readonly string[] {
  const line = (name: string, { starts, wakeups, at }: Readonly<TimerCounters>): string =>
    `${name.padEnd(11)}${String(starts).padStart(10)}${String(wakeups).padStart(11)}${(at === undefined ? '0x0' : tick(at)).padStart(16)}`;
  return [
    `Event Timers (current time is ${tick(now)}):`,
    'Timer          Starts    Wakeups            Next',
    line('Retrans', timers.retransmit),
    line('TimeWait', timers.wait),
    line('AckHold', timers.ack),
    line('SendWnd', timers.persist),
    ...['KeepAlive', 'GiveUp', 'PmtuAger', 'DeadWait', 'Linger', 'ProcessQ'].map((name) => line(name, NO_TIMER)),
  ];
}

const millis = (span: Micros | undefined): number => Math.floor((span ?? 0) / 1000);

function numberLines({ now }: ViewContext, { status: s }: TcpRow): readonly string[] {
  const ten = (value: number): string => String(value).padStart(10);
  const six = (value: number): string => String(value).padStart(6);
  const idle = (at: Micros | undefined): number => millis(at === undefined ? undefined : ((now - at) as Micros));
  return [
    `iss: ${ten(s.iss)}  snduna: ${ten(s.sndUna)}  sndnxt: ${ten(s.sndNxt)}`,
    `irs: ${ten(s.irs)}  rcvnxt: ${ten(s.rcvNxt)}`,
    '',
    `sndwnd: ${six(s.sndWnd)}  scale:      0  maxrcvwnd: ${six(s.rcvWnd)}`,
    `rcvwnd: ${six(s.rcvWnd)}  scale:      0  delrcvwnd: ${six(0)}`,
    '',
    `SRTT: ${millis(s.srtt)} ms, RTTO: ${millis(s.rto)} ms, RTV: ${millis(s.rttVariance)} ms, KRTT: 0 ms`,
    `minRTT: ${millis(s.minRtt)} ms, maxRTT: ${millis(s.maxRtt)} ms, ACK hold: 200 ms`,
    `uptime: ${idle(s.since)} ms, Sent idletime: ${idle(s.lastSent)} ms, Receive idletime: ${idle(s.lastReceived)} ms `,
  ];
}

function datagramLines({ status, counters, mss, index }: TcpRow, inVrf: boolean): readonly string[] {
  const { segmentsIn, outOfOrder, dataSegmentsIn, bytesIn } = counters;
  const sent = `retransmit: ${counters.retransmits}, fastretransmit: ${counters.fastRetransmits}`;
  return [
    `Status Flags: ${status.passive ? 'passive open, gen tcbs' : 'active open'}`,
    `Option Flags: ${inVrf ? 'VRF id set, ' : ''}nagle, path mtu capable`,
    'IP Precedence value : 6',
    '',
    `Datagrams (max data segment is ${mss} bytes):`,
    `Rcvd: ${segmentsIn} (out of order: ${outOfOrder}), with data: ${dataSegmentsIn}, total data bytes: ${bytesIn}`,
    `Sent: ${counters.segmentsOut} (${sent}, partialack: 0, Second Congestion: 0), with data: ${counters.dataSegmentsOut}, total data bytes: ${counters.bytesOut}`,
    '',
    ' Packets received in fast path: 0, fast processed: 0, slow path: 0',
    ' fast lock acquisition failures: 0, slow path: 0',
    `TCP Semaphore      ${blockAddress(index)}  FREE `,
  ];
}

/** Where a box keeps the n-th connection: addresses as captured, in the steps of the captures. */
const blockAddress = (index: number): string => `0x${(0x10b88d84 + index * 0x70).toString(16).toUpperCase()}`;
