// protocols ldp: statements -> what LDP does in each instance.
// Source: Junos OS MPLS Applications, "ldp" and its statements; defaults as `show ldp overview`, `show ldp interface detail`
// and `show ldp session detail` print them (genieparser golden outputs).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import type { TableKind } from '../../../net/rib-types.ts';
import { EVERYTHING, type LdpConfig, type LdpInterfaceConfig, NOTHING } from '../../../protocols/ldp/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { ROUTE_KINDS, type RouteKind } from '../../../route/route.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import { reveal9 } from '../secrets.ts';
import type { Instances } from './instances.ts';
import { labelFilter } from './label-policy.ts';
import { listed, mplsBlock } from './mpls.ts';
import { all, type Block, has, number, one, value } from './tree-reader.ts';

/** Seconds; `show ldp overview`, "Timers" and "IGP". */
const HELLO = { interval: 5, hold: 15 };
const TARGETED = { interval: 15, hold: 45 };
const SESSION = { keepalive: 10, hold: 30, retry: 1 };
const WITHDRAW_DELAY = 60;
const SYNC_DELAY = 10;
/** RFC 5036 §2.5.3: at least 15 seconds at first, at least two minutes at most. */
const BACKOFF = { initial: 15, maximum: 120 };

/** By instance: a process runs where `protocols ldp` names an interface or a neighbor. */
export function compileLdp(
  tree: Block,
  instances: Instances,
  interfaces: Readonly<Record<IfName, InterfaceConfig>>,
): Readonly<Record<VrfName, LdpConfig>> {
  const blocks: readonly (readonly [VrfName, Block])[] = [
    [MAIN, tree],
    ...[...instances.byName].map(([name, { node }]) => [name, node] as const),
  ];
  return Object.fromEntries(
    blocks.flatMap(([vrf, holder]) => {
      const block = ldpBlock(holder);
      return block ? [[vrf, ldpOf(tree, holder, block, unitsOf(interfaces, vrf))] as const] : [];
    }),
  );
}

/** `protocols ldp` of an instance, unless it is disabled or names nobody. */
export function ldpBlock(holder: Block): ConfigNode | undefined {
  const block = one(one(holder, 'protocols'), 'ldp');
  return block && !has(block, 'disable') && (has(block, 'interface') || has(block, 'neighbor')) ? block : undefined;
}

const unitsOf = (interfaces: Readonly<Record<IfName, InterfaceConfig>>, vrf: VrfName): readonly IfName[] =>
  Object.values(interfaces)
    .filter((config) => config.vrf === vrf)
    .map(({ name }) => name);

function ldpOf(tree: Block, holder: Block, block: ConfigNode, units: readonly IfName[]): LdpConfig {
  const routerId = value(one(holder, 'routing-options'), 'router-id', 'router-id');
  const transport = one(block, 'transport-address');
  const address = parseIp4(transport?.args['address'] ?? '');
  const own = address ?? (transport?.words[1] === 'interface' ? 'interface' : undefined);
  return {
    routerId: routerId === undefined ? undefined : parseIp4(routerId),
    transport: own === 'interface' ? own : 'router-id',
    interfaces: Object.fromEntries(
      units.flatMap((name) => {
        const node = listed(block, name);
        return node ? [[name, linkOf(block, node, address)] as const] : [];
      }),
    ),
    targeted: {
      peers: all(block, 'neighbor').flatMap(({ args }) => parseIp4(args['neighbor'] ?? '') ?? []),
      hello: helloTimes(one(block, 'targeted-hello'), TARGETED),
      accept: has(block, 'strict-targeted-hellos') ? 'configured' : 'any',
    },
    session: sessionOf(block),
    authentication: authenticationOf(block),
    labels: labelsOf(tree, block),
    routes: {
      impose: false,
      tables: has(block, 'no-forwarding') ? [] : tablesOf(tree),
      trackIgpMetric: has(block, 'track-igp-metric'),
    },
  };
}

function helloTimes(block: Block | undefined, usual: typeof HELLO): LdpInterfaceConfig['hello'] {
  const hold = number(block, 'hold-time', 'seconds') ?? usual.hold;
  const interval = number(block, 'hello-interval', 'seconds') ?? usual.interval;
  return { hold: hold === 0xffff ? 'infinite' : seconds(hold), interval: seconds(interval) };
}

function linkOf(block: ConfigNode, node: ConfigNode, transport: Ip4 | undefined): LdpInterfaceConfig {
  const word = one(node, 'transport-address')?.words[1];
  return {
    hello: helloTimes(node, HELLO),
    transport: word === 'interface' || word === 'router-id' ? word : transport,
    syncDelay: syncDelay(block),
  };
}

/** What an IGP that waits for LDP is kept waiting after the session is up. */
export const syncDelay = (block: Block | undefined): Micros =>
  seconds(number(one(block, 'igp-synchronization'), 'holddown-interval', 'seconds') ?? SYNC_DELAY);

const sessionOf = (block: ConfigNode): LdpConfig['session'] => ({
  hold: seconds(number(block, 'keepalive-timeout', 'seconds') ?? SESSION.hold),
  keepalive: seconds(number(block, 'keepalive-interval', 'seconds') ?? SESSION.keepalive),
  backoff: { initial: seconds(BACKOFF.initial), maximum: seconds(BACKOFF.maximum) },
  connectRetry: seconds(SESSION.retry),
});

const keyOf = (node: ConfigNode): string | undefined => {
  const written = value(node, 'authentication-key', 'key');
  return written === undefined ? undefined : (reveal9(written) ?? written);
};

function authenticationOf(block: ConfigNode): LdpConfig['authentication'] {
  return {
    byPeer: Object.fromEntries(
      all(block, 'session').flatMap((node) => {
        const key = keyOf(node);
        return key === undefined ? [] : [[node.args['session'] ?? '', key] as const];
      }),
    ),
    rules: all(block, 'session-group').flatMap((node) => {
      const prefix = parsePrefix(node.args['session-group'] ?? '');
      const key = keyOf(node);
      if (!prefix || key === undefined) return [];
      const entry = { sequence: 1, verdict: 'permit', prefix, low: 32, high: 32 } as const;
      return [{ peers: { name: prefix.text, entries: [entry] }, key }];
    }),
    required: undefined,
  };
}

/** Whatever has an exact route may be labelled once its next hop told a label; BGP's routes, LDP's own and Local ones are not FECs. */
const FEC_KINDS: readonly RouteKind[] = ROUTE_KINDS.filter(
  (kind) => !kind.startsWith('bgp') && kind !== 'ldp' && kind !== 'local',
);

function labelsOf(tree: Block, block: ConfigNode): LdpConfig['labels'] {
  const policies = (name: string): readonly string[] => all(block, name).map(({ args }) => args['policy'] ?? '');
  const egress = policies('egress-policy');
  return {
    kinds: FEC_KINDS,
    allocate: EVERYTHING,
    control: 'ordered',
    // "egress-policy": without one, only the address of the loopback.
    egress: egress.length === 0 ? 'router-id' : labelFilter(tree, egress, 'deny'),
    advertise: labelFilter(tree, policies('export'), 'permit'),
    accept: labelFilter(tree, policies('import'), 'permit'),
    explicitNull: has(block, 'explicit-null') ? EVERYTHING : NOTHING,
    withdrawDelay: seconds(WITHDRAW_DELAY),
  };
}

/** "traffic-engineering (Protocols MPLS)": inet.3, inet.0 in its place, or both. */
function tablesOf(tree: Block): readonly TableKind[] {
  switch (one(mplsBlock(tree), 'traffic-engineering')?.children[0]?.words[0]) {
    case 'bgp-igp':
      return ['unicast'];
    case 'bgp-igp-both-ribs':
    case 'mpls-forwarding':
      return ['labeled', 'unicast'];
    default:
      return ['labeled'];
  }
}
