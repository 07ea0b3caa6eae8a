// Device configurations from short descriptions: what an operating system's compiler would make, by hand.

import type { Ip4 } from '../../src/base/ip.ts';
import { mac } from '../../src/base/mac.ts';
import { present } from '../../src/base/must.ts';
import { parseIpWithLength } from '../../src/base/prefix.ts';
import type { DeviceConfig, MplsConfig, VrfConfig } from '../../src/device/device-config.ts';
import type { InterfaceConfig, PortConfig } from '../../src/net/interface.ts';
import type { BgpConfig, BgpFamily, BgpVpn, Redistribution, Rung } from '../../src/protocols/bgp/config.ts';
import type { IsisConfig } from '../../src/protocols/isis/config.ts';
import type { LdpConfig } from '../../src/protocols/ldp/config.ts';
import type { StaticPath } from '../../src/protocols/static/config.ts';
import { parseRouteTarget, type RouteTarget } from '../../src/route/community.ts';
import { MAIN, type VrfName } from '../../src/route/names.ts';
import type { Nexthop } from '../../src/route/route.ts';
import { parseRd } from '../../src/route/route-distinguisher.ts';
import type { PortName } from '../../src/sim/node.ts';
import { seconds } from '../../src/sim/time.ts';
import { DISTANCES, hop, ifName, ip, p, vrfName } from './routes.ts';

// Cisco "Select BGP Best Path Algorithm", document 13753.
export const LADDER: readonly Rung[] = [
  'valid',
  'weight',
  'local-preference',
  'locally-originated',
  'aigp',
  'as-path-length',
  'origin',
  'med',
  'external',
  'igp-metric',
  'oldest-external',
  'router-id',
  'cluster-length',
  'peer-address',
];

/** `10.0.0.1/24 10.0.1.1/24`: the first is primary. With `down` it is shut. */
export interface InterfaceSpec {
  readonly at?: string;
  readonly vrf?: string;
  readonly down?: boolean;
  readonly vlan?: number;
  readonly mtu?: number;
  /** Takes labelled packets, up to its MTU or this long. */
  readonly mpls?: boolean | number;
}

/** `Loopback…` and `lo…` have no port; `Null0` is one; `e0.10` is on `e0`. */
export function interfaceConfig(name: string, spec: InterfaceSpec): InterfaceConfig {
  const kind = /^lo/i.test(name) ? 'loopback' : /^null/i.test(name) ? 'null' : 'ethernet';
  const addresses = (spec.at ?? '').split(' ').filter((text) => text !== '');
  return {
    name: ifName(name),
    kind,
    port: kind === 'ethernet' ? (name.split('.')[0] as PortName) : undefined,
    vlan: spec.vlan,
    vrf: vrfName(spec.vrf ?? MAIN),
    enabled: spec.down !== true,
    mtu: spec.mtu ?? 1500,
    addresses: addresses.map((text, i) => ({ ...present(parseIpWithLength(text), text), secondary: i > 0 })),
    description: undefined,
    bandwidthKbps: 1_000_000,
    delayMicros: 10,
    arpTimeout: seconds(14_400),
    proxyArp: false,
    ...(spec.mpls ? { mpls: { mtu: spec.mpls === true ? (spec.mtu ?? 1500) : spec.mpls } } : {}),
  };
}

/** `10.0.0.0/8` `10.0.0.0/8 100` (preference), by next hops as `hop` spells them. */
export interface StaticSpec extends Partial<Omit<StaticPath, 'prefix' | 'nexthop'>> {
  readonly to: string;
  readonly via: string | Nexthop;
}

export const staticPath = ({ to, via, ...more }: StaticSpec): StaticPath => ({
  prefix: p(to),
  nexthop: typeof via === 'string' ? hop(via) : via,
  preference: 1,
  metric: 0,
  tag: undefined,
  name: undefined,
  permanent: false,
  install: true,
  recursive: true,
  ...more,
});

export interface DeviceSpec {
  readonly hostname?: string;
  readonly routing?: boolean;
  readonly interfaces?: Readonly<Record<string, string | InterfaceSpec>>;
  /** Beside the main table. */
  readonly vrfs?: readonly string[];
  /** By VRF. */
  readonly static?: Readonly<Record<string, readonly StaticSpec[]>>;
  readonly isis?: readonly IsisConfig[];
  readonly bgp?: BgpConfig | undefined;
  readonly ldp?: LdpConfig | undefined;
  readonly mpls?: MplsConfig;
  /** Ports that are switched off. */
  readonly dark?: readonly string[];
}

export const vrfConfig = (name: string): VrfConfig => ({
  name: vrfName(name),
  preferences: DISTANCES,
  rd: undefined,
  routerId: undefined,
  description: undefined,
  kind: name === MAIN ? 'main' : 'vrf',
});

/** `number` tells boxes apart by their MAC addresses. */
export function deviceConfig(spec: DeviceSpec, number = 1): DeviceConfig {
  const interfaces = Object.entries(spec.interfaces ?? {}).map(([name, one]) =>
    interfaceConfig(name, typeof one === 'string' ? { at: one } : one),
  );
  const names = [...new Set(interfaces.flatMap(({ port }) => port ?? []))].sort();
  const ports = names.map(
    (name, i): PortConfig => ({
      name,
      enabled: !spec.dark?.includes(name),
      mac: mac(0x020000000000 + number * 256 + i),
    }),
  );
  const paths = Object.entries(spec.static ?? {}).map(([vrf, list]) => [vrf, list.map(staticPath)] as const);
  return {
    hostname: spec.hostname ?? `r${number}`,
    routing: spec.routing ?? true,
    ports: Object.fromEntries(ports.map((one) => [one.name, one])),
    interfaces: Object.fromEntries(interfaces.map((one) => [one.name, one])),
    vrfs: Object.fromEntries([MAIN, ...(spec.vrfs ?? [])].map((name) => [name, vrfConfig(name)])),
    static: { paths: Object.fromEntries(paths) },
    isis: spec.isis ?? [],
    bgp: spec.bgp,
    ...(spec.ldp ? { ldp: { [MAIN]: spec.ldp } } : {}),
    ...(spec.mpls ? { mpls: spec.mpls } : {}),
  };
}

export const rt = (text: string): RouteTarget => present(parseRouteTarget(text), text);
export const rd = (text: string) => present(parseRd(text), text);

/** One VRF under BGP. */
export interface BgpVrfSpec {
  readonly rd?: string | undefined;
  readonly import?: readonly string[];
  readonly export?: readonly string[];
  readonly exportPolicy?: BgpVpn['exportPolicy'];
  readonly importPolicy?: BgpVpn['importPolicy'];
  readonly redistribute?: readonly (Redistribution['kinds'][number] | Redistribution)[];
  readonly networks?: readonly (string | BgpFamily['networks'][number])[];
}

const family = (vrf: VrfName, spec: BgpVrfSpec): BgpFamily => ({
  vrf,
  networks: (spec.networks ?? []).map((one) => (typeof one === 'string' ? { prefix: p(one), policy: undefined } : one)),
  redistribute: (spec.redistribute ?? []).map((one) =>
    typeof one === 'string' ? { kinds: [one], policy: undefined, metric: undefined } : one,
  ),
});

const vpn = (vrf: VrfName, distinguisher: string, spec: BgpVrfSpec): BgpVpn => ({
  vrf,
  rd: rd(distinguisher),
  importTargets: (spec.import ?? []).map(rt),
  exportTargets: (spec.export ?? []).map(rt),
  exportPolicy: spec.exportPolicy,
  importPolicy: spec.importPolicy,
  routerId: undefined,
});

/** BGP as IOS would be told: its ladder (Cisco document 13753), weight 32768 for what it originates. */
export function bgpConfig(
  vrfs: Readonly<Record<string, BgpVrfSpec>>,
  options: { readonly asn?: number; readonly routerId?: string | undefined } = {},
): BgpConfig {
  const entries = Object.entries(vrfs).map(([name, spec]) => [vrfName(name), spec] as const);
  const routerId = 'routerId' in options ? options.routerId : '192.0.2.1';
  return {
    asn: options.asn ?? 65535,
    routerId: routerId === undefined ? undefined : (ip(routerId) as Ip4),
    ladder: LADDER,
    families: Object.fromEntries(
      entries.filter(([, spec]) => spec.redistribute || spec.networks).map(([vrf, spec]) => [vrf, family(vrf, spec)]),
    ),
    vpns: Object.fromEntries(
      entries.flatMap(([vrf, spec]) => (spec.rd === undefined ? [] : [[vrf, vpn(vrf, spec.rd, spec)] as const])),
    ),
    localWeight: 32768,
    defaultLocalPref: 100,
  };
}
