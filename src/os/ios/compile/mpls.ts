// mpls …: statements -> how labels are switched, and what LDP does.
// Source: Cisco IOS MPLS Command Reference ("mpls ip propagate-ttl", "mpls ip ttl-expiration pop", "mpls label range",
// "mpls ldp …": each command's "Command Default").

import { type Ip4, isIp4, parseIp4 } from '../../../base/ip.ts';
import { DEFAULT4, hostPrefix, type Prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { MplsConfig } from '../../../device/device-config.ts';
import type { MplsInterface } from '../../../net/interface.ts';
import type { AccessList } from '../../../policy/access-list.ts';
import type { PrefixList } from '../../../policy/prefix-list.ts';
import {
  EVERYTHING,
  type LabelFilter,
  type LdpConfig,
  type LdpInterfaceConfig,
  NOTHING,
} from '../../../protocols/ldp/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { ROUTE_KINDS, type RouteKind } from '../../../route/route.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import { addressesOf, interfaceNode, interfaceNodes, isShut, vrfOf } from '../edit/addresses.ts';
import { reveal7 } from '../secrets.ts';
import { accessListNamed } from './access-list.ts';
import { takesBgpLabels } from './bgp-labelled.ts';
import { tagOf } from './isis.ts';
import { chainKeys } from './isis-circuit.ts';
import { prefixListNamed } from './prefix-list.ts';
import { all, isOn, numberOf, one } from './tree-reader.ts';

/** "mpls label range": 16 to 100000. */
const RANGE = { first: 16, last: 100_000 };
/** "mpls ldp discovery", "mpls ldp holdtime", "mpls ldp backoff". Seconds. */
const HELLO = { hold: 15, interval: 5 };
const TARGETED = { hold: 90, interval: 10 };
const SESSION = { hold: 180, backoff: 15, maximum: 120, retry: 5 };

export function compileMpls(tree: ConfigTree): MplsConfig {
  const both = isOn(tree, 'mpls ip propagate-ttl');
  const range = one(tree, 'mpls label range')?.args;
  const pop = numberOf(tree, 'mpls ip ttl-expiration pop', 'labels');
  return {
    labels: { first: Number(range?.['first'] ?? RANGE.first), last: Number(range?.['last'] ?? RANGE.last), step: 1 },
    forwarding: {
      propagateTtl: {
        forwarded: both && isOn(tree, 'mpls ip propagate-ttl forwarded'),
        local: both && isOn(tree, 'mpls ip propagate-ttl local'),
      },
      errorsDownPath: { deeperThan: pop ?? 0 },
    },
  };
}

/** "mpls ldp autoconfig" of the IS-IS process that the interface belongs to: LDP runs on all of them, and on no loopback. */
export function byIsis(tree: ConfigTree, node: ConfigNode): boolean {
  const joined = one(node, 'ip router isis');
  const loopback = node.words[1]?.startsWith('Loopback') === true;
  if (!joined || loopback || !isOn(node, 'mpls ldp igp autoconfig')) return false;
  const tag = joined.args['tag'] ?? '';
  const process = all(tree, 'router isis').find((node) => tagOf(node) === tag);
  const said = process && one(process, 'mpls ldp autoconfig');
  if (!said) return false;
  const level = said.words.find((word) => word.startsWith('level-'));
  const type = one(node, 'isis circuit-type')?.words[2];
  return level === undefined || type === undefined || type === 'level-1-2' || type.startsWith(level);
}

/** LDP is told to run there. `mpls ip` of the whole box must be in force as well. */
const hasMpls = (tree: ConfigTree, node: ConfigNode): boolean =>
  isOn(tree, 'mpls ip') && (one(node, 'mpls ip') !== undefined || byIsis(tree, node));

/** Undefined: labelled packets are not taken there. */
export function mplsOf(tree: ConfigTree, node: ConfigNode, mtu: number): MplsInterface | undefined {
  if (!hasMpls(tree, node) && !takesBgpLabels(tree, node)) return undefined;
  return { mtu: numberOf(node, 'mpls mtu', 'bytes') ?? numberOf(node, 'mpls mtu override', 'bytes') ?? mtu };
}

/** By VRF: a process runs where some interface has `mpls ip`. */
export function compileLdp(
  tree: ConfigTree,
  interfaces: ReadonlySet<string>,
  vrfs: ReadonlySet<string>,
): Readonly<Record<VrfName, LdpConfig>> {
  const found: Record<VrfName, IfName[]> = {};
  for (const node of interfaceNodes(tree)) {
    const name = node.words[1] as IfName;
    const vrf = (vrfOf(node) ?? MAIN) as VrfName;
    if (!interfaces.has(name) || !vrfs.has(vrf) || !hasMpls(tree, node)) continue;
    found[vrf] = [...(found[vrf] ?? []), name];
  }
  return Object.fromEntries(
    (Object.entries(found) as [VrfName, IfName[]][]).map(([vrf, names]) => [vrf, ldpOf(tree, vrf, names)]),
  );
}

/** The times of LDP in the global table, whether or not it runs. */
export const ldpTimes = (
  tree: ConfigTree,
): Pick<LdpConfig, 'session' | 'targeted'> & { readonly hello: LdpInterfaceConfig['hello'] } => {
  const { session, targeted } = ldpOf(tree, MAIN, []);
  return { session, targeted, hello: helloTimes(tree, 'hello', HELLO) };
};

function ldpOf(tree: ConfigTree, vrf: VrfName, names: readonly IfName[]): LdpConfig {
  const hold = numberOf(tree, 'mpls ldp holdtime', 'seconds') ?? SESSION.hold;
  const backoff = one(tree, 'mpls ldp backoff')?.args;
  return {
    routerId: routerIdOf(tree, vrf),
    transport: 'router-id',
    interfaces: Object.fromEntries(names.map((name) => [name, linkOf(tree, name)])),
    targeted: {
      peers: neighbors(tree, vrf, 'targeted').map(({ address }) => address),
      hello: helloTimes(tree, 'targeted-hello', TARGETED),
      accept: one(tree, 'mpls ldp discovery targeted-hello accept') ? 'any' : 'configured',
      ...protectionOf(tree, vrf),
    },
    session: {
      hold: seconds(hold),
      keepalive: seconds(Math.floor(hold / 3)),
      backoff: {
        initial: seconds(Number(backoff?.['initial'] ?? SESSION.backoff)),
        maximum: seconds(Number(backoff?.['maximum'] ?? SESSION.maximum)),
      },
      connectRetry: seconds(SESSION.retry),
    },
    authentication: authenticationOf(tree, vrf),
    labels: labelsOf(tree, vrf),
    routes: { impose: true, tables: [], trackIgpMetric: false },
  };
}

/** `mpls ldp router-id NAME`: the interface's address, while it has one and is not shut. */
function routerIdOf(tree: ConfigTree, vrf: VrfName): Ip4 | undefined {
  const name = one(tree, 'mpls ldp router-id')?.args['interface'];
  const node = name === undefined ? undefined : interfaceNode(tree, name);
  if (!node || isShut(node) || (vrfOf(node) ?? MAIN) !== vrf) return undefined;
  const address = addressesOf(node).find(({ secondary }) => !secondary)?.address;
  return address !== undefined && isIp4(address) ? address : undefined;
}

interface Times {
  readonly hold: number;
  readonly interval: number;
}

function helloTimes(tree: ConfigTree, which: 'hello' | 'targeted-hello', defaults: Times): LdpInterfaceConfig['hello'] {
  const hold = numberOf(tree, `mpls ldp discovery ${which} holdtime`, 'seconds') ?? defaults.hold;
  const interval = numberOf(tree, `mpls ldp discovery ${which} interval`, 'seconds') ?? defaults.interval;
  return { hold: hold === 0xffff ? 'infinite' : seconds(hold), interval: seconds(interval) };
}

function linkOf(tree: ConfigTree, name: IfName): LdpInterfaceConfig {
  const node = interfaceNode(tree, name) ?? { children: [] };
  const transport = one(node, 'mpls ldp discovery transport-address');
  const address = parseIp4(transport?.args['address'] ?? '');
  return {
    hello: helloTimes(tree, 'hello', HELLO),
    transport: transport && (address ?? 'interface'),
    syncDelay: syncDelayOf(node),
  };
}

function syncDelayOf(node: ConfigTree): Micros | undefined {
  const delay = numberOf(node, 'mpls ldp igp sync delay', 'seconds');
  return delay === undefined || !isOn(node, 'mpls ldp igp sync') ? undefined : seconds(delay);
}

/** "mpls ldp session protection": for a day unless it is said. */
const PROTECTION = 86_400;

function protectionOf(tree: ConfigTree, vrf: VrfName): Pick<LdpConfig['targeted'], 'protect'> {
  const said = all(tree, 'mpls ldp session protection').find(({ args }) => (args['vrf'] ?? MAIN) === vrf);
  if (!said) return {};
  const peers = said.args['list'] === undefined ? 'everybody' : (accessListNamed(tree, said.args['list']) ?? NOBODY);
  const duration = said.words.includes('infinite') ? 'infinite' : seconds(Number(said.args['seconds'] ?? PROTECTION));
  return { protect: { peers, duration } };
}

interface Neighbor {
  readonly address: Ip4;
  readonly node: ConfigNode;
}

/** `mpls ldp neighbor [vrf NAME] ADDRESS …` of a VRF, with this word. */
function neighbors(tree: ConfigTree, vrf: VrfName, what: string): readonly Neighbor[] {
  return tree.children.flatMap((node): readonly Neighbor[] => {
    const ours = node.spec.name.startsWith('mpls ldp neighbor') && node.words.includes(what) && !node.negated;
    const address = parseIp4(node.args['address'] ?? '');
    return ours && address !== undefined && (node.args['vrf'] ?? MAIN) === vrf ? [{ address, node }] : [];
  });
}

function keysOf(tree: ConfigTree, vrf: VrfName): Readonly<Record<string, string>> {
  return Object.fromEntries(
    neighbors(tree, vrf, 'password').map(({ node }) => [node.args['address'] ?? '', secretOf(node)]),
  );
}

function secretOf({ args, words }: ConfigNode): string {
  const secret = args['secret'] ?? '';
  return words.at(-2) === '7' ? (reveal7(secret) ?? secret) : secret;
}

/**
 * A neighbor's own password counts first, then the options in the order of their numbers, then the fallback. Cisco, MPLS LDP
 * Lossless MD5 Session Authentication; "mpls ldp password …".
 */
function authenticationOf(tree: ConfigTree, vrf: VrfName): LdpConfig['authentication'] {
  const ours = (name: string): readonly ConfigNode[] =>
    all(tree, name).filter(({ args }) => (args['vrf'] ?? MAIN) === vrf);
  const listOf = ({ args }: ConfigNode): AccessList => accessListNamed(tree, args['list'] ?? '') ?? NOBODY;
  const keyOf = (node: ConfigNode): readonly string[] => {
    const chain = node.args['chain'];
    return chain === undefined ? [secretOf(node)] : chainKeys(tree, chain).slice(0, 1);
  };
  const options = ours('mpls ldp password option for').toSorted((a, b) => numberIn(a) - numberIn(b));
  const [required] = ours('mpls ldp password required');
  return {
    byPeer: keysOf(tree, vrf),
    rules: [
      ...options.flatMap((node) =>
        keyOf(node).map((key) => ({ peers: listOf(node), key, name: `option ${numberIn(node)}` })),
      ),
      ...ours('mpls ldp password fallback').flatMap((node) =>
        keyOf(node).map((key) => ({ peers: undefined, key, name: 'fallback' })),
      ),
    ],
    required: required && (required.args['list'] === undefined ? 'everybody' : listOf(required)),
  };
}

const numberIn = ({ args }: ConfigNode): number => Number(args['number']);
/** A list that there is not. */
const NOBODY: AccessList = { name: '', entries: [] };

/** Every route of the table but BGP's own has a label ("show mpls ldp bindings"). */
const FEC_KINDS: readonly RouteKind[] = ROUTE_KINDS.filter(
  (kind) => !kind.startsWith('bgp') && !['local', 'ldp', 'aggregate'].includes(kind),
);

const exactly = (prefix: Prefix, low: number, high: number): PrefixList => ({
  name: prefix.text,
  entries: [{ sequence: 5, verdict: 'permit', prefix, low, high }],
});
const HOSTS = exactly(DEFAULT4, 32, 32);
const THE_DEFAULT = exactly(DEFAULT4, 0, 0);

function allocateOf(tree: ConfigTree): LabelFilter {
  const block = one(tree, 'mpls ldp label');
  const list = block && one(block, 'allocate global prefix-list')?.args['list'];
  const allowed = block && one(block, 'allocate global host-routes') ? HOSTS : undefined;
  const prefixes = list === undefined ? allowed : (prefixListNamed(tree, list) ?? undefined);
  // "mpls ip default-route": labels for the default route must be asked for.
  const noDefault = { prefixes: THE_DEFAULT, peers: undefined, verdict: 'deny' } as const;
  return {
    rules: [
      ...(one(tree, 'mpls ip default-route') ? [] : [noDefault]),
      ...(prefixes ? [{ prefixes, peers: undefined, verdict: 'permit' } as const] : []),
    ],
    otherwise: prefixes ? 'deny' : 'permit',
  };
}

/**
 * "mpls ldp advertise-labels": everything to everybody; once that is negated, what the statements with `for` name, each to
 * the peers of its own second list. The first statement whose lists fit both decides.
 */
function advertiseOf(tree: ConfigTree, vrf: VrfName): LabelFilter {
  if (isOn(tree, 'mpls ldp advertise-labels')) return EVERYTHING;
  const rules = all(tree, 'mpls ldp advertise-labels for')
    .filter(({ args }) => (args['vrf'] ?? MAIN) === vrf)
    .map(({ args }) => ({
      prefixes: listed(tree, args['prefixes']),
      peers: listed(tree, args['peers']),
      verdict: PERMIT,
    }));
  return rules.length === 0 ? NOTHING : { rules, otherwise: 'deny' };
}

const PERMIT = 'permit' as const;

/** An access list that is not defined permits nothing; undefined: none was named. */
function listed(tree: ConfigTree, name: string | undefined): AccessList | undefined {
  return name === undefined ? undefined : (accessListNamed(tree, name) ?? { name, entries: [] });
}

/** "mpls ldp explicit-null [for LIST] [to LIST]" */
function explicitNullOf(tree: ConfigTree): LabelFilter {
  const args = one(tree, 'mpls ldp explicit-null')?.args;
  if (!args) return NOTHING;
  const [prefixes, peers] = [listed(tree, args['prefixes']), listed(tree, args['peers'])];
  if (!prefixes && !peers) return EVERYTHING;
  return { rules: [{ prefixes, peers, verdict: PERMIT }], otherwise: 'deny' };
}

/** "mpls ldp neighbor labels accept": of such a neighbor only what its list permits; of the others everything. */
function acceptOf(tree: ConfigTree, vrf: VrfName): LabelFilter {
  const rules = neighbors(tree, vrf, 'labels').flatMap(({ address, node: { args } }) => {
    const peers = exactly(hostPrefix(address), 32, 32);
    return [
      { prefixes: listed(tree, args['list']), peers, verdict: PERMIT },
      { prefixes: undefined, peers, verdict: 'deny' as const },
    ];
  });
  return rules.length === 0 ? EVERYTHING : { rules, otherwise: PERMIT };
}

function labelsOf(tree: ConfigTree, vrf: VrfName): LdpConfig['labels'] {
  return {
    kinds: FEC_KINDS,
    allocate: allocateOf(tree),
    control: 'independent',
    egress: EVERYTHING,
    advertise: advertiseOf(tree, vrf),
    accept: acceptOf(tree, vrf),
    explicitNull: explicitNullOf(tree),
    withdrawDelay: seconds(0),
  };
}
