// Messages onto a connection, counted.                                               RFC 4271 §4

import { CAPABILITY, FAMILIES, type FamilyName, RESTART_FLAG } from './iana.ts';
import type { BgpNeighbor } from './neighbor-config.ts';
import { noteError } from './note-error.ts';
import type { Dialect } from './packet/attribute.ts';
import { type BgpError, bgpError } from './packet/error.ts';
import { encodeMessage, type Message } from './packet/message.ts';
import type { Capability, Open, Restart } from './packet/open.ts';
import { asnTowards, type Line, ownId, type Peer, type Speaker } from './peer.ts';
import type { BgpState } from './session-fsm.ts';

const PLAIN: Dialect = { as4: true, addPath: new Set() };

const COUNTED = {
  open: 'opens',
  update: 'updates',
  notification: 'notifications',
  keepalive: 'keepalives',
  'route-refresh': 'refreshes',
} as const;

/** Bytes of so many messages of one type. */
function put(speaker: Speaker, peer: Peer, line: Line, type: Message['type'], bytes: Uint8Array, count: number): void {
  if (!line.stream) return;
  peer.sentMessages[COUNTED[type]] += count;
  peer.bytes.sent += bytes.length;
  peer.lastWrite = speaker.context.now;
  speaker.context.write(line.stream, bytes);
}

export function say(speaker: Speaker, peer: Peer, line: Line, message: Message): void {
  put(speaker, peer, line, message.type, encodeMessage(message, peer.agreement?.writing ?? PLAIN), 1);
}

/** Messages that were made before, on the session that stands. */
export function write(speaker: Speaker, peer: Peer, type: Message['type'], bytes: Uint8Array, count: number): void {
  const [line] = peer.lines;
  if (line) put(speaker, peer, line, type, bytes, count);
}

/** Asks for a family again, or says that the answer begins or ends. RFC 2918 §3, RFC 7313 §3.2 */
export function sayRefresh(speaker: Speaker, peer: Peer, family: FamilyName, subtype: 0 | 1 | 2): void {
  const [line] = peer.lines;
  if (!line) return;
  say(speaker, peer, line, { type: 'route-refresh', ...FAMILIES[family], subtype, after: new Uint8Array(0) });
}

/** `was`: how far the connection had come. */
export function notify(speaker: Speaker, peer: Peer, line: Line, error: BgpError, was: BgpState): void {
  if (!line.stream) return;
  say(speaker, peer, line, { type: 'notification', error });
  noteError(peer, error, true, speaker.context.now);
  const { vrf, address, remoteAs } = peer.config;
  const way = wayOf(line, was);
  speaker.context.emit({ kind: 'bgp-notification', vrf, peer: address, asn: remoteAs, sent: true, error, ...way });
}

/** Who opened a connection that is no session yet. */
export const wayOf = (line: Line, was: BgpState): { readonly way?: 'active' | 'passive' } =>
  was === 'established' ? {} : { way: line.passive ? 'passive' : 'active' };

/** A family of a peer in the order in which they are told. */
export const familiesOf = (config: BgpNeighbor): readonly FamilyName[] =>
  (Object.keys(FAMILIES) as FamilyName[]).filter((family) => config.families[family] !== undefined);

/** RFC 7911 §4: 1 receives, 2 sends, 3 both. */
function addPaths(config: BgpNeighbor): readonly Capability[] {
  const families = familiesOf(config).flatMap((family) => {
    const wanted = config.families[family]?.addPath;
    const mode = (wanted?.receive ? 1 : 0) + (wanted && wanted.send > 0 ? 2 : 0);
    return mode === 0 ? [] : [{ ...FAMILIES[family], mode }];
  });
  return families.length === 0 ? [] : [{ kind: 'add-path', families }];
}

/** Forwarding was kept when a process took over, and when nothing but the session ended. */
const keptFamilies = (speaker: Speaker, peer: Peer): Restart['families'] =>
  familiesOf(peer.config).map((family) => ({
    ...FAMILIES[family],
    flags: speaker.restarted || peer.established > 0 ? RESTART_FLAG.forwarding : 0,
  }));

/** What this router can do with this peer: each capability in a parameter of its own, as most do. RFC 5492 §4 */
export function ownOpen(speaker: Speaker, peer: Peer): Open {
  const { config } = peer;
  const asn = asnTowards(speaker.config, peer);
  const restart: readonly Capability[] =
    config.gracefulRestart === undefined
      ? []
      : [
          {
            kind: 'graceful-restart',
            flags: speaker.deferred ? RESTART_FLAG.restarting : 0,
            seconds: config.gracefulRestart,
            families: config.keepsForwarding ? keptFamilies(speaker, peer) : [],
          },
        ];
  const list: readonly Capability[] = [
    ...familiesOf(config).map((family): Capability => ({ kind: 'multiprotocol', ...FAMILIES[family] })),
    { kind: 'route-refresh-old' },
    { kind: 'route-refresh' },
    ...(config.enhancedRefresh ? [{ kind: 'enhanced-refresh' as const }] : []),
    { kind: 'four-octet-as', asn },
    ...restart,
    ...addPaths(config),
  ];
  return {
    asn,
    holdTime: config.holdTime / 1_000_000,
    routerId: ownId(speaker, config.vrf) ?? (0 as never),
    parameters: config.plainOpen ? [] : list.map((capability) => [capability]),
  };
}

/** RFC 5492 §5: which capability is missing. */
export const missingCapability = (): BgpError => bgpError(2, 7, Uint8Array.of(CAPABILITY.multiprotocol, 4, 0, 1, 0, 1));
