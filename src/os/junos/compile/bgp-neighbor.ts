// protocols bgp group … neighbor: statements -> one neighbor of the BGP process.
// Source: Junos OS BGP user guide, "hold-time" (90 seconds), "multihop" (ttl 64; a session of one hop has 1), "passive",
// "local-as", "authentication-key", "allow"; `show bgp neighbor`: helper of a graceful restart by default.

import type { Ip4 } from '../../../base/ip.ts';
import { parseIp4 } from '../../../base/ip.ts';
import { parsePrefix } from '../../../base/prefix.ts';
import type { BgpNeighbor, ListenRange, LocalAs } from '../../../protocols/bgp/config.ts';
import { parseAsn } from '../../../route/extended.ts';
import type { VrfName } from '../../../route/names.ts';
import { micros, seconds } from '../../../sim/time.ts';
import { reveal9 } from '../secrets.ts';
import { bfdTimers } from './bfd.ts';
import { allowedOf, familiesOf } from './bgp-family.ts';
import { holding, type Inherited, inherited, isInternalGroup } from './bgp-levels.ts';
import { defaultAddress } from './default-address.ts';
import { restartsGracefully } from './graceful-restart.ts';
import { all, type Block, has, number, one, value } from './tree-reader.ts';

const HOLD = 90;
const MULTIHOP_TTL = 64;
/** A peer that restarts is helped; the time is what an own restart would take ("restart-time": 120 seconds). */
const RESTART = 120;
/** "stale-routes-time": 300 seconds. */
const STALE = 300;
/** Traces of sessions that do not come up: the next attempt half a minute later; a session that ended begins again after some seconds. */
const CONNECT_RETRY = 32;
const IDLE_HOLD = 5;

/** The instance whose neighbors these are. */
export interface Speaking {
  readonly tree: Block;
  readonly vrf: VrfName;
  /** Its own AS, or the router's; undefined: nobody gave it one. */
  readonly asn: number | undefined;
  readonly loops: number;
  readonly hearsShutdown: boolean;
}

const text = (from: Inherited, name: string, arg: string): string | undefined => value(holding(from, name), name, arg);

const asnOf = (from: Inherited, name: string, arg: string): number | undefined => {
  const said = text(from, name, arg);
  return said === undefined ? undefined : parseAsn(said);
};

/** "local-as": before the router's own number in what is told, and put into what comes. */
function localAsOf(from: Inherited): LocalAs | undefined {
  const asn = asnOf(from, 'local-as', 'as-number');
  const node = inherited(from, 'local-as');
  if (asn === undefined || !node) return undefined;
  const words = [...node.words, ...node.children.flatMap((child) => child.words)];
  const loops = words[words.indexOf('loops') + 1];
  const alias = words.includes('alias');
  return {
    asn,
    prependIn: !words.includes('private'),
    prependOwn: !alias && !words.includes('no-prepend-global-as'),
    loops: words.includes('loops') ? Number(loops) - 1 : 0,
    ...(alias ? { dual: true } : {}),
  };
}

/** A key of MD5: its own, or that of a chain which begins last. */
function keyOf(tree: Block, from: Inherited): string | undefined {
  const key = text(from, 'authentication-key', 'key');
  if (key !== undefined) return reveal9(key);
  const name = text(from, 'authentication-key-chain', 'key-chain');
  const chains = one(one(tree, 'security'), 'authentication-key-chains');
  const chain = all(chains, 'key-chain').find((node) => node.args['key-chain'] === name);
  const start = (one: Block): string => value(one, 'start-time', 'time') ?? '';
  const last = [...all(chain, 'key')].sort((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0))[0];
  const secret = value(last, 'secret', 'secret');
  return secret === undefined ? undefined : reveal9(secret);
}

interface Said {
  readonly internal: boolean;
  readonly multihop: boolean;
  readonly hold: number;
}

function ttlOf(from: Inherited, { internal, multihop }: Said): number {
  const ttl = number(inherited(from, 'multihop'), 'ttl', 'ttl');
  return internal || multihop ? (ttl ?? MULTIHOP_TTL) : 1;
}

/** "graceful-restart": others are helped in any case; under `routing-options` it makes one's own restarts graceful. */
function restartOf(tree: Block, from: Inherited): Pick<BgpNeighbor, 'gracefulRestart' | 'keepsForwarding' | 'helper'> {
  const block = inherited(from, 'graceful-restart');
  if (has(block, 'disable')) return { gracefulRestart: undefined };
  return {
    gracefulRestart: number(block, 'restart-time', 'seconds') ?? RESTART,
    helper: { stale: seconds(number(block, 'stale-routes-time', 'seconds') ?? STALE) },
    ...(restartsGracefully(tree) ? { keepsForwarding: true } : {}),
  };
}

/** Everything but who it is. */
function template(speaking: Speaking, from: Inherited): Omit<BgpNeighbor, 'vrf' | 'address' | 'remoteAs'> {
  const { tree, vrf, loops, hearsShutdown } = speaking;
  const internal = isInternalGroup(from.group);
  const multihop = inherited(from, 'multihop') !== undefined;
  const direct = !internal && !multihop;
  const hold = number(holding(from, 'hold-time'), 'hold-time', 'seconds') ?? HOLD;
  const least = number(holding(from, 'minimum-hold-time'), 'minimum-hold-time', 'seconds');
  const liveness = holding(from, 'bfd-liveness-detection');
  const delay = number(holding(from, 'out-delay'), 'out-delay', 'seconds') ?? 0;
  const holdTime = seconds(hold);
  return {
    localAs: localAsOf(from),
    description: text(from, 'description', 'description'),
    passive: inherited(from, 'passive') !== undefined,
    shutdown: false,
    localAddress:
      parseIp4(text(from, 'local-address', 'address') ?? '') ?? (direct ? undefined : defaultAddress(tree, vrf)),
    md5: keyOf(tree, from),
    ttl: ttlOf(from, { internal, multihop, hold }),
    minTtl: undefined,
    direct: direct && inherited(from, 'accept-remote-nexthop') === undefined,
    holdTime,
    ...(least === undefined ? {} : { leastHold: seconds(least) }),
    keepalive: micros(Math.floor(holdTime / 3)),
    connectRetry: seconds(CONNECT_RETRY),
    idleHold: seconds(IDLE_HOLD),
    advertisementInterval: seconds(delay),
    families: familiesOf({ tree, vrf, internal, loops, hearsShutdown }, from),
    ...restartOf(tree, from),
    bfd: bfdTimers(liveness),
    group: from.group.args['group'],
  };
}

/** Of an internal group: our own AS, as it is shown there. */
const remoteOf = (speaking: Speaking, from: Inherited): number | undefined =>
  asnOf(from, 'peer-as', 'peer-as') ??
  (isInternalGroup(from.group) ? (localAsOf(from)?.asn ?? speaking.asn) : undefined);

/** Undefined: of another family, or nobody knows its AS. */
export function neighborOf(speaking: Speaking, from: Inherited): BgpNeighbor | undefined {
  const address: Ip4 | undefined = parseIp4(from.neighbor.args['neighbor'] ?? '');
  const remoteAs = remoteOf(speaking, from);
  if (address === undefined || remoteAs === undefined) return undefined;
  const rest = template(speaking, from);
  // Families that nobody here speaks leave nothing to talk about.
  if (Object.keys(rest.families).length === 0) return undefined;
  return { vrf: speaking.vrf, address, remoteAs, ...rest };
}

/** `allow` of a group: whoever comes from there, with the group's statements. */
export function rangesOf(speaking: Speaking, bgp: Inherited['bgp']): readonly ListenRange[] {
  return all(bgp, 'group').flatMap((group) => {
    const from: Inherited = { neighbor: group, group, bgp };
    const remoteAs = remoteOf(speaking, from);
    return allowedOf(group).flatMap((said): readonly ListenRange[] => {
      const range = parsePrefix(said === 'all' ? '0.0.0.0/0' : said);
      if (range?.family !== 4 || remoteAs === undefined) return [];
      return [{ vrf: speaking.vrf, range, remoteAs: [[remoteAs, remoteAs]], template: template(speaking, from) }];
    });
  });
}
