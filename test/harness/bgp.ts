// Neighbours from short descriptions: everything that is not said is as RFC 4271 §10 suggests, or off.

import type { Ip4 } from '../../src/base/ip.ts';
import type { FamilyName } from '../../src/protocols/bgp/iana.ts';
import type { BgpNeighbor, NeighborFamily } from '../../src/protocols/bgp/neighbor-config.ts';
import { MAIN } from '../../src/route/names.ts';
import { seconds, ZERO } from '../../src/sim/time.ts';
import { ip } from './routes.ts';

export const FAMILY: NeighborFamily = {
  importPolicy: undefined,
  exportPolicy: undefined,
  keepInbound: false,
  nexthop: 'rules',
  client: false,
  sendStandard: true,
  sendExtended: true,
  sendLarge: true,
  maximumPrefix: undefined,
  defaultOriginate: false,
  ownAsAllowed: 0,
  asOverride: false,
  removePrivate: 'off',
  tellBack: false,
  weight: undefined,
  addPath: { receive: false, send: 0 },
};

type Spec = Partial<Omit<BgpNeighbor, 'families' | 'address' | 'localAddress'>> & {
  readonly local?: string;
  readonly families?: Readonly<Partial<Record<FamilyName, Partial<NeighborFamily>>>>;
};

/** An external neighbour on a link, unless it is said otherwise; IPv4 unicast unless families are named. */
export function neighbor(address: string, remoteAs: number, spec: Spec = {}): BgpNeighbor {
  const { families = { ipv4: {} }, local, ...rest } = spec;
  return {
    vrf: MAIN,
    address: ip(address) as Ip4,
    remoteAs,
    localAs: undefined,
    description: undefined,
    passive: false,
    shutdown: false,
    localAddress: local === undefined ? undefined : (ip(local) as Ip4),
    md5: undefined,
    ttl: undefined,
    minTtl: undefined,
    direct: false,
    holdTime: seconds(90),
    keepalive: seconds(30),
    connectRetry: seconds(120),
    idleHold: seconds(5),
    advertisementInterval: ZERO,
    gracefulRestart: undefined,
    bfd: undefined,
    group: undefined,
    ...rest,
    families: Object.fromEntries(Object.entries(families).map(([name, family]) => [name, { ...FAMILY, ...family }])),
  };
}
