// The lab "Leaking routes between VRFs with MP-BGP": one router, three VRFs of three loopbacks, in the order of its tasks.

import type { BgpVpn } from '../../src/protocols/bgp/config.ts';
import { type BgpVrfSpec, bgpConfig, type DeviceSpec, type InterfaceSpec } from './config.ts';
import { PLAIN, Topology } from './topology.ts';

const NETS = { 'VRF-A': ['172.16.1', 10], 'VRF-B': ['172.20.2', 20], 'VRF-C': ['10.30.3', 30] } as const;
type Name = keyof typeof NETS;
const NAMES = Object.keys(NETS) as Name[];

export const LEAK_INTERFACES: Readonly<Record<string, InterfaceSpec>> = Object.fromEntries(
  NAMES.flatMap((vrf) =>
    [0, 1, 2].map((i) => [`Loopback${NETS[vrf][1] + i}`, { at: `${NETS[vrf][0]}${i}.1/24`, vrf }] as const),
  ),
);

/** How far the learner has come, and what he did otherwise. */
export interface LeakStage {
  readonly redistribute?: boolean | readonly Name[];
  readonly export?: boolean | readonly Name[];
  readonly import?: boolean;
  readonly rds?: Partial<Record<Name, string>>;
  readonly imports?: Partial<Record<Name, readonly string[]>>;
  readonly vrfs?: Partial<Record<Name, Partial<BgpVrfSpec>>>;
  readonly exportPolicy?: BgpVpn['exportPolicy'];
}

const IMPORTS: Readonly<Record<Name, readonly string[]>> = {
  'VRF-A': ['65535:3'],
  'VRF-B': ['65535:3'],
  'VRF-C': ['65535:1', '65535:2'],
};
const target = (vrf: Name): string => `65535:${NAMES.indexOf(vrf) + 1}`;
const includes = (which: boolean | readonly Name[] | undefined, vrf: Name): boolean =>
  which === true || (Array.isArray(which) && which.includes(vrf));

export function leakSpec(stage: LeakStage): DeviceSpec {
  const vrfs = NAMES.map((vrf): readonly [Name, BgpVrfSpec] => [
    vrf,
    {
      rd: stage.rds?.[vrf] ?? target(vrf),
      ...(includes(stage.redistribute, vrf) ? { redistribute: ['connected'] } : {}),
      export: includes(stage.export, vrf) ? [target(vrf)] : [],
      import: stage.imports?.[vrf] ?? (stage.import ? IMPORTS[vrf] : []),
      ...stage.vrfs?.[vrf],
    },
  ]);
  return { vrfs: NAMES, interfaces: LEAK_INTERFACES, bgp: bgpConfig(Object.fromEntries(vrfs)) };
}

export const DONE: LeakStage = { redistribute: true, export: true, import: true };

export const leakLab = (stage: LeakStage, seed = 1): Topology =>
  new Topology({ devices: { Router: leakSpec(stage) }, personality: PLAIN, seed });
