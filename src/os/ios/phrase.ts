// What IOS logs of events.
// Source: Cisco IOS System Messages (LINK, LINEPROTO, IP, BGP); captured logs of IOS 15.x (order and pause of LINK and
// LINEPROTO; `%BGP-4-NORTRID`); genieparser ShowLogging.

import { ipText } from '../../base/ip.ts';
import { macDots } from '../../base/mac.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Md5Failure } from '../../net/tcp/signature.ts';
import { seconds } from '../../sim/time.ts';
import type { Box, LogLine } from '../os.ts';
import { PERSONALITY } from './personality.ts';
import { bgpLines } from './phrase-bgp.ts';
import { redundancyLines } from './phrase-redundancy.ts';
import { vrfIdOf } from './show/vrf-facts.ts';
import { refused, statements } from './statements.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

/** The lines that an event makes, oldest first; none for what IOS keeps to itself. */
export function phrase(event: DeviceEvent, box: Box): readonly LogLine[] {
  switch (event.kind) {
    case 'port':
      return [portLine(event.port, event.state)];
    case 'interface':
      return interfaceLines(event, box);
    case 'duplicate-address': {
      const what = `Duplicate address ${ipText(event.address)} on ${event.interface}`;
      return [{ severity: 4, text: `%IP-4-DUPADDR: ${what}, sourced by ${macDots(event.mac)}` }];
    }
    case 'bgp-no-router-id':
    case 'bgp-converged':
    case 'bgp-restarted':
    case 'bgp-peer-up':
    case 'bgp-peer-down':
    case 'bgp-peer-state':
    case 'bgp-notification':
    case 'bgp-maximum-prefix':
    case 'bgp-update':
    case 'bgp-best':
      return bgpLines(event, box);
    case 'md5-missing':
    case 'md5-wrong':
      return [badDigest(event, box)];
    case 'ldp-session':
      return ldpLines(event, box);
    case 'ldp-protection':
      return [protectionLine(event)];
    case 'bfd-session':
      return [bfdLine(event)];
    case 'isis-adjacency':
      return logsAdjacencies(event, box) ? [adjacencyLine(event)] : [];
    case 'vrrp-state':
    case 'vrrp-refused':
    case 'track':
      return redundancyLines(event);
    case 'isis-authentication':
    case 'isis-overload':
    case 'isis-lsp-full':
    case 'isis-duplicate-system':
    case 'isis-sequence-exhausted':
    case 'isis-lsp-confused':
    case 'md5-unexpected':
    case 'ldp-adjacency':
    case 'ldp-sync':
    case 'ldp-no-labels':
    case 'unstable':
      return [];
  }
}

/** System Messages, BFDFSM-6-BFD_SESS_UP and BFD_SESS_DOWN (captured logs of IOS XE). */
function bfdLine({ state, diagnostic, localDiscriminator }: Of<'bfd-session'>): LogLine {
  const handle = localDiscriminator - PERSONALITY.bfd.firstDiscriminator + 1;
  const session = `BFD-SYSLOG: BFD session ld:${localDiscriminator} handle:${handle}`;
  if (state === 'up') return { severity: 6, text: `%BFDFSM-6-BFD_SESS_UP: ${session} is going UP` };
  const reason = BFD_REASONS[diagnostic] ?? 'RX DOWN';
  return { severity: 6, text: `%BFDFSM-6-BFD_SESS_DOWN: ${session},is going Down Reason: ${reason}` };
}

const BFD_REASONS: Readonly<Partial<Record<Of<'bfd-session'>['diagnostic'], string>>> = {
  'detection-time-expired': 'DETECT TIMER EXPIRED',
  'administratively-down': 'ADMIN DOWN',
  'path-down': 'PATH DOWN',
};

/** System Messages, LDP-5-SP. */
function protectionLine({ lsr, phase }: Of<'ldp-protection'>): LogLine {
  const what = phase === 'holding' ? 'session hold up initiated' : 'session recovery succeeded';
  return { severity: 5, text: `%LDP-5-SP: ${ipText(lsr.id)}:${lsr.space}: ${what}` };
}

/** System Messages, LDP-5-NBRCHG; not with `no mpls ldp logging neighbor-changes`. */
function ldpLines({ lsr, uid, up, reason }: Of<'ldp-session'>, box: Box): readonly LogLine[] {
  if (refused(box.store.running, 'mpls ldp logging neighbor-changes')) return [];
  const who = `%LDP-5-NBRCHG: LDP Neighbor ${ipText(lsr.id)}:${lsr.space} (${uid})`;
  const text = up ? `${who} is UP` : `${who} is DOWN (${ldpReason(reason)})`;
  return [{ severity: 5, text }];
}

function ldpReason(reason: Of<'ldp-session'>['reason']): string {
  if (typeof reason === 'object') {
    if ('heard' in reason) return `Received error notification from peer: ${statusText(reason.heard)}`;
    return `Error notification sent to peer: ${statusText(reason.said)}`;
  }
  return LDP_REASONS[reason ?? 'connection-closed'];
}

/** `Holddown time expired`: status codes by the words of RFC 5036, as IOS writes them. */
function statusText(status: number | string): string {
  if (status === 'hold timer expired') return 'Holddown time expired';
  const text = typeof status === 'number' ? `status 0x${status.toString(16)}` : status;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LDP_REASONS: Readonly<Record<Extract<Of<'ldp-session'>['reason'], string>, string>> = {
  'hello-expired': 'Discovery Hello Hold Timer expired',
  'keepalive-expired': 'Session KeepAlive Timer expired',
  'initialization-expired': 'Session KeepAlive Timer expired',
  'connection-closed': 'TCP connection closed by peer',
  'interface-down': 'Interface not operational',
  cleared: 'User cleared session manually',
  reconfigured: 'LDP configuration changed',
  stopped: 'LDP disabled',
};

const logsAdjacencies = ({ instance }: Of<'isis-adjacency'>, box: Box): boolean =>
  !statements(box.store.running, 'router isis').some(
    (process) => (process.args['process'] ?? '') === instance && refused(process, 'log-adjacency-changes'),
  );

/**
 * "log-adjacency-changes" is on by default for what hellos bring about. Source: Cisco IOS IP Routing: IS-IS, that command;
 * logs of IOS 12.2 to 15.x (`Up, new adjacency`, `Down, hold time expired`, `Down, interface deleted(non-iih)`).
 */
const ADJACENCY: Readonly<Record<Of<'isis-adjacency'>['reason'], string>> = {
  new: 'new adjacency',
  'hold-time': 'hold time expired',
  'interface-down': 'interface deleted(non-iih)',
  'circuit-removed': 'interface deleted(non-iih)',
  'no-area': 'area mismatch',
  'wrong-level': 'level mismatch',
  'one-way': 'neighbor forgot us',
  restarted: 'neighbor forgot us',
  bfd: 'bfd neighbor down',
  cleared: 'adjacency cleared',
  'other-system': 'new system ID',
};

function adjacencyLine({ system, hostname, on, up, reason }: Of<'isis-adjacency'>): LogLine {
  const text = `ISIS: Adjacency to ${hostname ?? system} (${on}) ${up ? 'Up' : 'Down'}, ${ADJACENCY[reason]}`;
  return { severity: 5, text: `%CLNS-5-ADJCHANGE: ${text}` };
}

function badDigest(event: Md5Failure, box: Box): LogLine {
  const fault = event.kind === 'md5-missing' ? 'No' : 'Invalid';
  const ends = `from ${ipText(event.from)}(${event.fromPort}) to ${ipText(event.to)}(${event.toPort})`;
  return { severity: 6, text: `%TCP-6-BADAUTH: ${fault} MD5 digest ${ends} tableid - ${vrfIdOf(box, event.vrf)}` };
}

function portLine(name: string, state: Of<'port'>['state']): LogLine {
  if (state === 'disabled')
    return { severity: 5, text: `%LINK-5-CHANGED: Interface ${name}, changed state to administratively down` };
  return { severity: 3, text: `%LINK-3-UPDOWN: Interface ${name}, changed state to ${state}` };
}

/** The line protocol follows its link by a second. Sub-interfaces say nothing (`logging event subif-link-status`). */
function interfaceLines(event: Of<'interface'>, box: Box): readonly LogLine[] {
  const { interface: name, up } = event;
  if (name.includes('.') || name.startsWith('Null')) return [];
  const protocol: LogLine = {
    severity: 5,
    text: `%LINEPROTO-5-UPDOWN: Line protocol on Interface ${name}, changed state to ${up ? 'up' : 'down'}`,
    after: seconds(1),
  };
  if (!name.startsWith('Loopback')) return [protocol];
  if (!up) return [portLine(name, 'disabled'), protocol];
  return wasShut(name, box) ? [portLine(name, 'up'), protocol] : [protocol];
}

/** A loopback that is new has no link to speak of; one that was shut or removed before comes up like a port. */
function wasShut(name: string, box: Box): boolean {
  const { text } = portLine(name, 'disabled');
  return box.log.some((entry) => entry.text === text);
}
