// An advertisement came in.                                                        RFC 5798 §7.1, RFC 3768 §7.1

import { sameBytes } from '../../base/bytes.ts';
import { type Ip4, ip4Text, isIp4 } from '../../base/ip.ts';
import { isOwn } from '../../net/addresses.ts';
import type { DecodeError } from '../../net/codec.ts';
import type { Micros } from '../../sim/time.ts';
import type { ProcessInput } from '../plugin.ts';
import type { VrrpGroupConfig } from './config.ts';
import { heardFrom } from './group.ts';
import { AUTHENTICATION, PRIORITY, TTL } from './iana.ts';
import { type Context, type FaceCounts, type Group, isOwner, keyOf, type VrrpModel } from './model.ts';
import { type VrrpPacket, vrrpPacket } from './packet.ts';
import type { VrrpDrop } from './show.ts';
import { passwordData, statedInterval, versionsOf } from './transmit.ts';

type Arrived = ProcessInput & { readonly kind: 'packet' };

/** Takes a packet, or counts why not: with its group where it has one, else with its interface. */
export function received(context: Context, model: VrrpModel, input: Arrived): VrrpDrop | undefined {
  const { on, from, to } = input;
  if (from === 'link' || to === 'link' || !isIp4(from) || !isIp4(to)) return undefined;
  const face = model.faces.get(on);
  if (!face) return 'no group';
  face.packets++;
  if (input.ttl !== TTL) return drop(face, 'ttl');
  const group = model.groups.get(keyOf({ on, group: input.bytes[1] ?? 0 }));
  const ends = group && !group.config.pseudoHeader ? undefined : { from, to };
  const read = vrrpPacket.decode(input.bytes, ends);
  if (!read.ok) return drop(face, unreadable(read.error));
  if (!group) return drop(face, 'no group');
  const why = refusal(group, read.value, from);
  if (why) {
    if (why.reason === 'version') drop(face, why.reason);
    complain(context, group, from, why);
    return drop(group.counts, why.reason);
  }
  group.complaints.clear();
  const { version, priority } = read.value;
  group.counts.received[version]++;
  if (priority === PRIORITY.stopped) group.counts.zeroReceived++;
  heardFrom(context, group, { address: from, priority, interval: intervalOf(read.value) });
  return undefined;
}

function drop(counts: Pick<FaceCounts, 'drops'>, reason: VrrpDrop): VrrpDrop {
  counts.drops.set(reason, (counts.drops.get(reason) ?? 0) + 1);
  return reason;
}

const unreadable = (error: DecodeError): VrrpDrop => (error.kind === 'value' ? 'address count' : error.kind);

/** The interval that its sender says it goes by. Nothing at all would be no time to answer in. */
const intervalOf = ({ version, interval }: VrrpPacket): Micros =>
  (Math.max(1, interval) * (version === 3 ? 10_000 : 1_000_000)) as Micros;

/** Why an advertisement is not heard; where numbers tell: what came, and what was expected. */
interface Refusal {
  readonly reason: VrrpDrop;
  readonly got: number;
  readonly expected: number;
}

const refused = (reason: VrrpDrop, got = 0, expected = 0): Refusal => ({ reason, got, expected });

/** The checks that know the group, in the order of RFC 5798 §7.1. */
function refusal(group: Group, packet: VrrpPacket, from: Ip4): Refusal | undefined {
  const { config, face, state } = group;
  if (!versionsOf(config).includes(packet.version)) return refused('version', packet.version, config.version);
  if (face && isOwn(face, from)) return refused('own packet');
  if (state === 'init') return refused('not running');
  if (isOwner(group)) return refused('owner conflict');
  if (packet.version === 2) {
    const expected = config.password === undefined ? AUTHENTICATION.none : AUTHENTICATION.simple;
    if (packet.authentication !== expected) return refused('authentication type', packet.authentication, expected);
    const wrong = expected === AUTHENTICATION.simple && !sameBytes(packet.data, passwordData(config.password));
    if (wrong) return refused('password');
  }
  return wrongAddresses(config, packet) ?? wrongInterval(config, packet);
}

function wrongAddresses({ matchAddresses, addresses }: VrrpGroupConfig, packet: VrrpPacket): Refusal | undefined {
  if (!matchAddresses || packet.priority === PRIORITY.owner) return undefined;
  const [got, expected] = [packet.addresses.length, addresses.length];
  if (got !== expected) return refused('virtual address count', got, expected);
  return addresses.every((address) => packet.addresses.includes(address)) ? undefined : refused('virtual addresses');
}

/** RFC 3768 §7.1: a version 2 router hears nobody whose interval is another, unless it was told to learn it. */
function wrongInterval({ version, learn, interval }: VrrpGroupConfig, packet: VrrpPacket): Refusal | undefined {
  if (packet.version !== 2 || version !== 2 || learn) return undefined;
  const stated = statedInterval(2, interval);
  return packet.interval === stated ? undefined : refused('interval', packet.interval, stated);
}

function complain(context: Context, { config, complaints }: Group, from: Ip4, why: Refusal): void {
  const name = `${ip4Text(from)} ${why.reason}`;
  if (complaints.has(name)) return;
  complaints.add(name);
  context.emit({ kind: 'vrrp-refused', on: config.on, group: config.group, from, ...why });
}
