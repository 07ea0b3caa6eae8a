// vrrp …: statements of interfaces -> groups.
// Source: Cisco IOS First Hop Redundancy Protocols Command Reference, with the defaults it names ("vrrp priority": 100; "vrrp
// preempt": on, no delay; "vrrp timers advertise": 1 second; "vrrp track": decrement 10; "fhrp version vrrp": v2); FHRP
// Configuration Guide, "VRRPv3 Protocol Support" (1000 ms; match-address on; only one of both versions is configured).

import { byName } from '../../../base/by-name.ts';
import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { VrrpConfig, VrrpGroupConfig, VrrpTrack } from '../../../protocols/vrrp/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { type Micros, millis, seconds } from '../../../sim/time.ts';
import { addressesOf, interfaceNodes, vrfOf } from '../edit/addresses.ts';
import { all, isOn, numberOf, one, textOf } from './tree-reader.ts';

const PRIORITY = 100;
const OWNER = 255;
const INTERVAL = seconds(1);
const DECREMENT = 10;
/** RFC 3768 §6.1, also of shorter intervals: `Master Down interval is 1.608 sec` with `msec 333` (capture of IOSv). */
const SKEW = seconds(1);

/** What both ways of configuring a group have in common. */
type Said = Pick<
  VrrpGroupConfig,
  'group' | 'enabled' | 'addresses' | 'priority' | 'preempt' | 'interval' | 'tracks' | 'description'
>;

/** Is VRRP configured by address families (version 3), or by `vrrp GROUP ip` (version 2)? */
export const isVersion3 = (tree: ConfigTree): boolean => one(tree, 'fhrp version vrrp')?.words.includes('v3') === true;

/** By VRF; those without a group are not there. */
export function compileVrrp(tree: ConfigTree, interfaces: ReadonlySet<string>): Readonly<Record<VrfName, VrrpConfig>> {
  const found = new Map<VrfName, VrrpGroupConfig[]>();
  for (const node of interfaceNodes(tree)) {
    const name = node.words[1] as IfName;
    if (!interfaces.has(name)) continue;
    const groups = isVersion3(tree) ? familiesOf(node, name) : groupsOf(node, name);
    if (groups.length === 0) continue;
    const vrf = (vrfOf(node) ?? MAIN) as VrfName;
    found.set(vrf, [...(found.get(vrf) ?? []), ...groups]);
  }
  return byName([...found].map(([vrf, groups]) => [vrf, { groups }]));
}

const parsed = (text: string | undefined): readonly Ip4[] => {
  const address = parseIp4(text ?? '');
  return address === undefined ? [] : [address];
};

/** The owner of an address is its master whatever its priority says. */
function ownerOr(node: ConfigNode, addresses: readonly Ip4[], priority: number): number {
  const own = addressesOf(node).map(({ address }) => address);
  return addresses[0] !== undefined && own.includes(addresses[0]) ? OWNER : priority;
}

function preemptOf(of: ConfigTree, name: string): VrrpGroupConfig['preempt'] {
  return isOn(of, name) ? { after: seconds(numberOf(of, `${name} delay minimum`, 'minimum') ?? 0) } : undefined;
}

const tracksOf = (of: ConfigTree, name: string): readonly VrrpTrack[] =>
  all(of, name).map(({ args, words }) => ({
    object: args['object'] ?? '',
    effect: words.includes('shutdown') ? 'stop' : Number(args['decrement'] ?? DECREMENT),
  }));

/** "vrrp delay minimum": from an interface's coming up to its groups' beginning. */
function delayOf(node: ConfigNode): Pick<VrrpGroupConfig, 'startDelay'> {
  const delay = numberOf(node, 'vrrp delay', 'minimum');
  return delay === undefined ? {} : { startDelay: seconds(delay) };
}

/** `vrrp GROUP …`, group by group. */
function groupsOf(node: ConfigNode, on: IfName): readonly VrrpGroupConfig[] {
  const words = node.children.filter(
    ({ spec, args }) => spec.name.startsWith('vrrp ') && !spec.name.includes('family') && args['group'] !== undefined,
  );
  const numbers = [...new Set(words.map(({ args }) => Number(args['group'])))].sort((a, b) => a - b);
  return numbers.map((group) => {
    const of = { children: words.filter(({ args }) => Number(args['group']) === group) } as unknown as ConfigTree;
    const more = all(of, 'vrrp ip secondary').flatMap(({ args }) => parsed(args['address']));
    const addresses = [...parsed(textOf(of, 'vrrp ip', 'address')), ...more];
    const timers = one(of, 'vrrp timers advertise')?.args;
    const short = timers?.['millis'];
    const said: Said = {
      group,
      enabled: one(of, 'vrrp shutdown') === undefined,
      addresses,
      priority: ownerOr(node, addresses, numberOf(of, 'vrrp priority', 'priority') ?? PRIORITY),
      preempt: preemptOf(of, 'vrrp preempt'),
      interval: short === undefined ? seconds(Number(timers?.['interval'] ?? 1)) : millis(Number(short)),
      tracks: tracksOf(of, 'vrrp track'),
      description: textOf(of, 'vrrp description', 'text'),
    };
    const password = textOf(of, 'vrrp authentication', 'password');
    return {
      ...whole(on, said),
      version: 2,
      password,
      learn: one(of, 'vrrp timers learn') !== undefined,
      ...delayOf(node),
    };
  });
}

/** `vrrp GROUP address-family ipv4` and what stands under it. */
const familiesOf = (node: ConfigNode, on: IfName): readonly VrrpGroupConfig[] =>
  all(node, 'vrrp address-family ipv4')
    .map((family): VrrpGroupConfig => {
      const primary = parsed(textOf(family, 'address primary', 'address'));
      const more = all(family, 'address secondary').flatMap(({ args }) => parsed(args['address']));
      // Without a primary address there is no group.
      const addresses = primary.length === 0 ? [] : [...primary, ...more];
      const said: Said = {
        group: Number(family.args['group']),
        enabled: one(family, 'shutdown') === undefined,
        addresses,
        priority: ownerOr(node, addresses, numberOf(family, 'priority', 'priority') ?? PRIORITY),
        preempt: preemptOf(family, 'preempt'),
        interval: millis(numberOf(family, 'timers advertise', 'interval') ?? INTERVAL / 1000),
        tracks: tracksOf(family, 'track'),
        description: textOf(family, 'description', 'text'),
      };
      return {
        ...whole(on, said),
        version: 3,
        alsoVersion2: one(family, 'vrrpv2') !== undefined,
        skew: 'interval',
        matchAddresses: isOn(family, 'match-address'),
        ...delayOf(node),
      };
    })
    .sort((a, b) => a.group - b.group);

/** A group as its owner said, the rest as IOS has it. */
function whole(on: IfName, said: Said): VrrpGroupConfig {
  return {
    ...said,
    // "Tracking not supported on IP Address owner".
    tracks: said.priority === OWNER ? [] : said.tracks,
    on,
    version: 2,
    alsoVersion2: false,
    local: undefined,
    learn: false,
    threshold: 3,
    skew: SKEW,
    // A master answers for the virtual address whoever owns it (capture: a PC's ping of it, IOSv, 2023).
    accept: true,
    matchAddresses: true,
    pseudoHeader: true,
    password: undefined,
    priorityHold: { lower: 0 as Micros, raise: 0 as Micros },
    silence: 0 as Micros,
  };
}
