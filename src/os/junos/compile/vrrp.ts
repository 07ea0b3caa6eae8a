// vrrp-group …: statements of addresses -> groups, and what they track.
// Source: Junos OS High Availability User Guide, "Understanding VRRP" and the statements it lists (priority 100; preempt on;
// advertise-interval 1 second; advertisements-threshold 3; startup-silent-period 4 seconds; no-accept-data); capture `show vrrp
// detail`, SRX, Junos 24.4 (version 3: skew by the interval). The words of the refusals were not captured.

import { byName } from '../../../base/by-name.ts';
import { type Ip4, ipText, isIp4, parseIp4 } from '../../../base/ip.ts';
import { contains, type IpWithLength, parseIpWithLength, prefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { DeviceConfig } from '../../../device/device-config.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import type { Tracked, TrackObject } from '../../../protocols/track/config.ts';
import type { VrrpGroupConfig } from '../../../protocols/vrrp/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import { type Micros, millis, seconds } from '../../../sim/time.ts';
import { logicalName } from '../interface-names.ts';
import { reveal9 } from '../secrets.ts';
import type { Instances } from './instances.ts';
import { all, type Block, type Faults, has, number, one, value, worded } from './tree-reader.ts';

const PRIORITY = 100;
const OWNER = 255;
const INTERVAL = 1;
const THRESHOLD = 3;
const SILENCE = 4;
const NOW = seconds(0);

type Path = readonly (ConfigNode | string)[];

/** One group's statement, and where it stands. */
interface Found {
  readonly on: IfName;
  readonly own: IpWithLength;
  readonly node: ConfigNode;
  readonly path: Path;
}

/** Every group of every unit, in the order of the configuration. */
function groupNodes(tree: Block): readonly Found[] {
  return all(one(tree, 'interfaces'), '<interface-name>').flatMap((physical) =>
    all(physical, 'unit').flatMap((unit) => {
      const inet = one(unit, 'family inet');
      const on = logicalName(physical.words[0] ?? '', unit.args['unit'] ?? '0') as IfName;
      return all(inet, 'address').flatMap((address) => {
        const own = parseIpWithLength(address.args['ipv4-prefix'] ?? '');
        const path = ['interfaces', physical, unit, 'family inet', address];
        return own ? all(address, 'vrrp-group').map((node) => ({ on, own, node, path: [...path, node] })) : [];
      });
    }),
  );
}

/** The groups of each instance, and the objects that they go by. */
export function compileVrrp(
  tree: Block,
  instances: Instances,
  interfaces: Readonly<Record<IfName, InterfaceConfig>>,
  faults: Faults,
): Pick<DeviceConfig, 'track' | 'vrrp'> {
  const protocol = one(one(tree, 'protocols'), 'vrrp');
  const groups = new Map<VrfName, VrrpGroupConfig[]>();
  const objects = new Map<string, TrackObject>();
  const seen = new Set<string>();
  for (const found of groupNodes(tree)) {
    check(found, seen, faults);
    const face = interfaces[found.on];
    // A group 0 can be typed; no packet can name it.
    if (!face || Number(found.node.args['group']) === 0) continue;
    const here = groups.get(face.vrf) ?? [];
    here.push(groupOf(found, protocol));
    groups.set(face.vrf, here);
    for (const { object, what } of trackedBy(found.node, instances))
      objects.set(object, { name: object, what, delay: { up: NOW, down: NOW } });
  }
  return {
    vrrp: byName([...groups].map(([vrf, list]) => [vrf, { groups: list }])),
    track: objects.size === 0 ? undefined : { objects: [...objects.values()], routeInterval: NOW },
  };
}

const virtualAddresses = (node: ConfigNode): readonly Ip4[] =>
  all(node, 'virtual-address').flatMap(({ args }) => parseIp4(args['address'] ?? '') ?? []);

/** What only the whole group shows. */
function check({ on, own, node, path }: Found, seen: Set<string>, faults: Faults): void {
  const addresses = virtualAddresses(node);
  const name = `${on} ${node.args['group']}`;
  if (seen.has(name)) faults.error(path, 'duplicate vrrp-group on interface');
  seen.add(name);
  if (addresses.length === 0) faults.error(path, 'virtual-address must be configured');
  const block = prefix(own.address, own.length);
  for (const address of addresses)
    if (!contains(block, address))
      faults.error(path, `virtual-address ${ipText(address)} must be on the same subnet as interface address`);
  const owner = addresses.some((address) => address === own.address);
  const priority = number(node, 'priority', 'priority') ?? PRIORITY;
  if (owner && priority !== OWNER)
    faults.error(path, 'priority must be 255 when virtual-address is the same as interface address');
  if (!owner && priority === OWNER)
    faults.error(path, 'priority 255 is allowed only when virtual-address is the same as interface address');
  if (priority === OWNER && worded(node, 'no-preempt'))
    faults.error(path, 'no-preempt is not allowed with priority 255');
}

function intervalOf(node: ConfigNode): Micros {
  const fast = number(node, 'fast-interval', 'milliseconds');
  return fast === undefined ? seconds(number(node, 'advertise-interval', 'seconds') ?? INTERVAL) : millis(fast);
}

/** Version 2 counts in parts of a second, of a shorter interval in parts of it. */
function skewOf(protocol: Block | undefined, version3: boolean, interval: Micros): VrrpGroupConfig['skew'] {
  if (has(protocol, 'skew-timer-disable')) return NOW;
  return version3 ? 'interval' : (Math.min(interval, seconds(1)) as Micros);
}

function groupOf({ on, own, node }: Found, protocol: Block | undefined): VrrpGroupConfig {
  const version3 = has(protocol, 'version-3');
  const interval = intervalOf(node);
  const hold = seconds(number(one(node, 'preempt'), 'hold-time', 'seconds') ?? 0);
  const tracks = one(node, 'track');
  const priorityHold = seconds(number(tracks, 'priority-hold-time', 'seconds') ?? 0);
  const simple = one(node, 'authentication-type simple') !== undefined && !version3;
  const key = value(node, 'authentication-key', 'key');
  return {
    on,
    group: Number(node.args['group']),
    version: version3 ? 3 : 2,
    alsoVersion2: false,
    enabled: true,
    addresses: virtualAddresses(node),
    local: isIp4(own.address) ? own.address : undefined,
    priority: number(node, 'priority', 'priority') ?? PRIORITY,
    preempt: worded(node, 'no-preempt') ? undefined : { after: hold },
    interval,
    learn: false,
    threshold:
      number(node, 'advertisements-threshold', 'number') ??
      number(protocol, 'global-advertisements-threshold', 'number') ??
      THRESHOLD,
    skew: skewOf(protocol, version3, interval),
    accept: worded(node, 'accept-data') !== undefined,
    matchAddresses: true,
    pseudoHeader: !has(protocol, 'checksum-without-pseudoheader'),
    password: simple ? reveal9(key ?? '') : undefined,
    tracks: costsOf(tracks),
    priorityHold: { lower: has(protocol, 'asymmetric-hold-time') ? NOW : priorityHold, raise: priorityHold },
    silence: seconds(number(protocol, 'startup-silent-period', 'seconds') ?? SILENCE),
    description: undefined,
  };
}

/** Interfaces and routes by the names that the show commands read back: `ge-0/0/0.0`, `10.0.0.0/8 default`. */
const nameOf = ({ args }: ConfigNode): string => args['interface'] ?? `${args['route']} ${args['instance']}`;

const costsOf = (tracks: Block | undefined): VrrpGroupConfig['tracks'] => [
  ...all(tracks, 'interface').map((node) => ({
    object: nameOf(node),
    effect: number(node, 'priority-cost', 'cost') ?? 0,
  })),
  ...all(tracks, ROUTE).map((node) => ({ object: nameOf(node), effect: Number(node.args['cost'] ?? 0) })),
];

const ROUTE = 'route routing-instance priority-cost';

function trackedBy(
  node: ConfigNode,
  instances: Instances,
): readonly { readonly object: string; readonly what: Tracked }[] {
  const tracks = one(node, 'track');
  const faces = all(tracks, 'interface').map((track) => ({ object: nameOf(track), what: linkOf(nameOf(track)) }));
  const routes = all(tracks, ROUTE).map((track) => ({ object: nameOf(track), what: routeOf(track, instances) }));
  return [...faces, ...routes];
}

/** A unit, or a whole socket. */
const linkOf = (name: string): Tracked =>
  name.includes('.')
    ? { kind: 'interface', on: name as IfName, what: 'line' }
    : { kind: 'port', port: name as PortName };

/** Host bits are taken, and mean the network (capture junos_commit_check). */
function routeOf({ args }: ConfigNode, instances: Instances): Tracked {
  const block = parseIpWithLength(args['route'] ?? '');
  const name = args['instance'] ?? '';
  const vrf = name === 'default' || name === 'master' ? MAIN : instances.byName.get(name as VrfName)?.vrf.name;
  if (!block || vrf === undefined) return { kind: 'fixed', up: false };
  return { kind: 'route', vrf, prefix: prefix(block.address, block.length) };
}
