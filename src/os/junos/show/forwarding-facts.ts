// What stands in the kernel's table of one instance: routes that rpd gave it, and what it knows of interfaces and
// neighbours by itself.                                                               Source: as forwarding-table.ts

import { type Ip4, ip4Text, ipText, isIp4, parseIp4 } from '../../../base/ip.ts';
import { type Mac, macColons } from '../../../base/mac.ts';
import { present } from '../../../base/must.ts';
import {
  broadcastOf,
  comparePrefix,
  DEFAULT4,
  hostPrefix,
  type Prefix,
  parsePrefix,
  prefix,
} from '../../../base/prefix.ts';
import type { SortedMap } from '../../../base/sorted-map.ts';
import type { ArpRow, InterfaceRow, RouteRow } from '../../../device/queries.ts';
import { balancedBy } from '../../../device/uses.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { bgpScene } from './bgp-facts.ts';
import { indirectHop, isIndirect } from './indirect.ts';
import { hopKey, looseIndex, type NumberedHop, pathKey } from './next-hops.ts';
import { pushText, wayOf } from './route-words.ts';

/** `rjct`, `ucst`, `Push 16` …: what the kernel does with the packet. */
export interface ForwardingHop {
  readonly to: string;
  readonly type: string;
  readonly index: number;
  readonly references: number;
  readonly out: string | undefined;
}

export interface ForwardingEntry {
  readonly prefix: Prefix;
  /** `user`: rpd's · `intf`, `dest`: the kernel's own, of interfaces and of single addresses · `perm`: always there. */
  readonly type: 'user' | 'intf' | 'dest' | 'perm';
  readonly references: number;
  /** The first one stands beside the prefix, others below it. */
  readonly hops: readonly ForwardingHop[];
}

type Hops = SortedMap<string, NumberedHop>;

/** What the routes of one instance are written down with. */
interface Scene {
  readonly arp: readonly ArpRow[];
  readonly fixed: Fixed;
  readonly all: Hops;
  /** Packets are shared among all of its ways. */
  readonly balanced: (row: RouteRow) => boolean;
  /** Of a route whose protocol next hop had to be looked for. */
  readonly indirect: (row: RouteRow) => ForwardingHop | undefined;
}

/** Entries that are always there have fixed numbers, one row of them an instance. */
interface Fixed {
  readonly discard: number;
  readonly multicast: number;
  readonly reject: number;
  readonly group: number;
  readonly broadcast: number;
}

const MAIN_FIXED: Fixed = { discard: 34, multicast: 35, reject: 36, group: 31, broadcast: 32 };
const FIRST_INSTANCE = 593;
const INSTANCE_STEP = 9;

/** `place` counts instances, the main one being 0. */
function fixedOf(place: number): Fixed {
  if (place === 0) return MAIN_FIXED;
  const base = FIRST_INSTANCE + (place - 1) * INSTANCE_STEP;
  return { discard: base, multicast: base + 1, reject: base + 2, group: base + 4, broadcast: base + 5 };
}

const RANK = { user: 0, intf: 1, dest: 2, perm: 3 } as const;

/** IPv4, in table order. */
export function entriesOf(context: ViewContext, vrf: VrfName, place: number, hops: Hops): readonly ForwardingEntry[] {
  const fixed = fixedOf(place);
  const arp = context.ask('arp', { vrf }).filter((row) => !row.own);
  const own = context.ask('interfaces', {}).filter((row) => row.interface.vrf === vrf && row.interface.up);
  const balancing = context.router.config?.vrfs[vrf]?.balancing;
  const balanced = balancing ? balancedBy(balancing) : () => true;
  const given = (context.ask('routes', { vrf }) ?? []).flatMap(({ routes }) => routes.filter(isGiven));
  const scene: Scene = {
    arp,
    fixed,
    all: hops,
    balanced: ({ candidate }) => balanced(candidate.route),
    indirect: indirectHops(context, vrf, given),
  };
  const users = given.flatMap((row) => {
    const to = row.candidate.route.prefix;
    return to.family === 4 ? [userEntry(to, row, scene)] : [];
  });
  const used = new Set(users.flatMap((entry) => entry.hops.map((hop) => `${hop.to} ${hop.out}`)));
  return [
    ...users,
    ...own.flatMap(interfaceEntries),
    ...arp.map((row) => neighbourEntry(row, used, hops)),
    ...permanent(fixed),
  ].sort((a, b) => comparePrefix(a.prefix, b.prefix) || RANK[a.type] - RANK[b.type]);
}

const isGiven = ({ active, candidate: { route } }: RouteRow): boolean =>
  active && route.noInstall !== true && route.kind !== 'connected' && route.kind !== 'local';

/** Each with the number of routes that use it. */
function indirectHops(context: ViewContext, vrf: VrfName, given: readonly RouteRow[]): Scene['indirect'] {
  const bgp = bgpScene(context);
  const rows = given.filter((row) => wayOf(row).kind === 'paths' && isIndirect(bgp, vrf, row));
  const counts = new Map<number, number>();
  for (const row of rows) {
    const { index } = indirectHop(row);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return (row) => {
    if (!rows.includes(row)) return undefined;
    const { index } = indirectHop(row);
    return { to: '', type: 'indr', index, references: (counts.get(index) ?? 0) + 1, out: undefined };
  };
}

function userEntry(to: Prefix, row: RouteRow, scene: Scene): ForwardingEntry {
  const indirect = scene.indirect(row);
  return { prefix: to, type: 'user', references: 0, hops: [...(indirect ? [indirect] : []), ...userHops(row, scene)] };
}

function userHops(row: RouteRow, { arp, fixed, all, balanced }: Scene): readonly ForwardingHop[] {
  const way = wayOf(row);
  const plain = { to: '', references: 1, out: undefined };
  const number = all.get(hopKey(row));
  switch (way.kind) {
    case 'paths': {
      const used = balanced(row) ? way.paths : way.paths.slice(0, 1);
      const paths = used.map((path) => pathHop(path, arp, all));
      if (paths.length === 1) return paths;
      return [{ ...plain, type: 'ulst', index: listIndex(number), references: number?.references ?? 1 }, ...paths];
    }
    case 'table':
      return [{ ...plain, type: 'rtbl', index: 1 }];
    case 'word':
      return [
        way.word === 'Reject'
          ? { ...plain, type: 'rjct', index: fixed.reject }
          : { ...plain, type: 'dscd', index: fixed.discard },
      ];
    case 'own':
    case 'local':
      return [{ ...plain, type: 'locl', index: looseIndex(way.on) }];
  }
}

/** Lists count down from the end of twenty bits. */
const listIndex = (number: NumberedHop | undefined): number => 0xfffff - (number?.index ?? 0);

function pathHop(path: ForwardingPath, arp: readonly ArpRow[], all: Hops): ForwardingHop {
  const { gateway, out, push } = path;
  const number = all.get(pathKey(path));
  const known = arp.some((row) => row.interface === out && row.address === gateway && row.mac !== undefined);
  const plain = gateway === undefined || !isIp4(gateway);
  return {
    to: gateway === undefined ? '' : ipText(gateway),
    type: pushText({ ...path, push }) ?? (gateway === undefined ? 'rslv' : plain || known ? 'ucst' : 'hold'),
    index: number?.index ?? looseIndex(pathKey(path)),
    references: number?.references ?? 1,
    out,
  };
}

/** The subnet, its own addresses and its broadcasts. A host's address has no subnet. */
function interfaceEntries({ interface: on }: InterfaceRow): readonly ForwardingEntry[] {
  return on.addresses.flatMap(({ address, length }) => {
    if (!isIp4(address)) return [];
    const subnet = prefix(address, length);
    const entry = (
      to: Ip4,
      type: 'intf' | 'dest',
      kind: 'locl' | 'recv' | 'bcst',
      references: number,
    ): ForwardingEntry => {
      const hop = { to: ip4Text(to), type: kind, index: looseIndex(`${kind} ${ip4Text(to)}`), references };
      return {
        prefix: hostPrefix(to),
        type,
        references: 0,
        hops: [{ ...hop, out: kind === 'locl' ? undefined : on.name }],
      };
    };
    if (length === 32) return [entry(address, 'intf', 'locl', 1)];
    const resolve: ForwardingHop = {
      to: '',
      type: 'rslv',
      index: looseIndex(`rslv ${on.name}`),
      references: 1,
      out: on.name,
    };
    const broadcast = broadcastOf(subnet);
    return [
      { prefix: subnet, type: 'intf', references: 0, hops: [resolve] },
      entry(address, 'intf', 'locl', 2),
      entry(address, 'dest', 'locl', 2),
      ...(broadcast === undefined
        ? []
        : [entry(subnet.address as Ip4, 'dest', 'recv', 1), entry(broadcast, 'dest', 'bcst', 1)]),
    ];
  });
}

function neighbourEntry(row: ArpRow, used: ReadonlySet<string>, all: Hops): ForwardingEntry {
  const key = pathKey({ out: row.interface, gateway: row.address, push: [] });
  const number = all.get(key);
  const text = ip4Text(row.address);
  const hop: ForwardingHop = {
    to: row.mac === undefined ? text : shortMac(row.mac),
    type: row.mac === undefined ? 'hold' : 'ucst',
    index: number?.index ?? looseIndex(key),
    references: number?.references ?? 1,
    out: row.interface,
  };
  const references = used.has(`${text} ${row.interface}`) ? 1 : 0;
  return { prefix: hostPrefix(row.address), type: 'dest', references, hops: [hop] };
}

/** `2:5:86:71:cd:7` */
const shortMac = (address: Mac): string =>
  macColons(address)
    .split(':')
    .map((octet) => octet.replace(/^0(?=.)/, ''))
    .join(':');

function permanent(fixed: Fixed): readonly ForwardingEntry[] {
  const entry = (to: Prefix, type: string, index: number, gateway = ''): ForwardingEntry => ({
    prefix: to,
    type: 'perm',
    references: 0,
    hops: [{ to: gateway, type, index, references: 1, out: undefined }],
  });
  const block = (text: string): Prefix => present(parsePrefix(text), text);
  const host = (text: string): Prefix => hostPrefix(present(parseIp4(text), text));
  return [
    entry(DEFAULT4, 'rjct', fixed.reject),
    entry(host('0.0.0.0'), 'dscd', fixed.discard),
    entry(block('224.0.0.0/4'), 'mdsc', fixed.multicast),
    entry(host('224.0.0.1'), 'mcst', fixed.group, '224.0.0.1'),
    entry(host('255.255.255.255'), 'bcst', fixed.broadcast),
  ];
}

/** `default` of the main instance. */
export const kernelName = (vrf: VrfName): string => (vrf === MAIN ? 'default' : vrf);
