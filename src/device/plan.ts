// Old and new DeviceConfig -> what must be stopped, started, reconfigured, in order.

import { equal } from '../base/equal.ts';
import type { DeviceConfig } from './device-config.ts';

/** One step of a commit; printable ("this commit will restart BGP 65535"). */
export interface PlanStep {
  readonly what:
    | 'hostname'
    | 'vrfs'
    | 'interfaces'
    | 'static'
    | 'aggregate'
    | 'copies'
    | 'bfd'
    | 'isis'
    | 'ldp'
    | 'bgp'
    | 'track'
    | 'vrrp';
  readonly how: 'start' | 'stop' | 'reconfigure';
}

export type Plan = readonly PlanStep[];

/** What each step carries out: compared by identity first, then by what is in it. */
const SLICES: Readonly<Record<PlanStep['what'], (config: DeviceConfig) => unknown>> = {
  hostname: ({ hostname }) => hostname,
  vrfs: ({ vrfs }) => vrfs,
  interfaces: ({ routing, ports, interfaces, mpls }) => ({ routing, ports, interfaces, mpls }),
  static: (config) => config.static,
  aggregate: (config) => config.aggregate,
  copies: (config) => config.copies,
  bfd: ({ bfd }) => bfd,
  isis: ({ isis }) => (isis.length === 0 ? undefined : isis),
  ldp: ({ ldp }) => ldp,
  bgp: ({ bgp }) => bgp,
  track: (config) => config.track,
  vrrp: (config) => config.vrrp,
};

/** Below comes first: routes need VRFs and interfaces, protocols need routes. */
const ORDER: readonly PlanStep['what'][] = [
  'hostname',
  'vrfs',
  'interfaces',
  'static',
  'aggregate',
  'copies',
  'bfd',
  'isis',
  'ldp',
  'bgp',
  'track',
  'vrrp',
];

/** The steps from one configuration to another; from undefined, everything that is configured is started. */
export function plan(before: DeviceConfig | undefined, after: DeviceConfig): Plan {
  return ORDER.flatMap((what): PlanStep[] => {
    const how = change(
      before && SLICES[what](before),
      SLICES[what](after),
      what === 'bgp' && asnChanged(before, after),
    );
    return how === 'restart' ? [step(what, 'stop'), step(what, 'start')] : how ? [step(what, how)] : [];
  });
}

const step = (what: PlanStep['what'], how: PlanStep['how']): PlanStep => ({ what, how });

function change(before: unknown, after: unknown, restart: boolean): PlanStep['how'] | 'restart' | undefined {
  if (before === undefined) return after === undefined ? undefined : 'start';
  if (after === undefined) return 'stop';
  if (restart) return 'restart';
  return equal(before, after) ? undefined : 'reconfigure';
}

/** A BGP process is known by its AS: another number is another process. */
const asnChanged = (before: DeviceConfig | undefined, after: DeviceConfig): boolean =>
  before?.bgp !== undefined && after.bgp !== undefined && before.bgp.asn !== after.bgp.asn;
