// What one release of IOS on one kind of box prints differently from another: data for the renderers.

import type { Model } from '../../os.ts';

/** What `show interfaces` says of one class of ports, beyond what is computed. */
export interface PortKind {
  /** The port's name without its numbers: `GigabitEthernet`. */
  readonly prefix: string;
  /** `Hardware is …` */
  readonly hardware: string;
  /** Duplex, speed, media and flow control, as whole lines; empty where the driver prints none. */
  readonly media: readonly string[];
  readonly inputQueue: number;
  /** The driver counts pause frames and the watchdog; otherwise dribbling packets. */
  readonly pauses: boolean;
  /** `interface resets` of a port that was never down. */
  readonly resets: number;
  /** As `show version` counts them: `Gigabit Ethernet`. */
  readonly counted: string;
}

/** What `show ip route summary` makes of a route. */
export interface RouteMemory {
  readonly overhead: number;
  readonly bytes: number;
  /** A classful network that holds subnets (`internal`). */
  readonly internal: number;
  /** Sources in the order of the table's first lines. */
  readonly sources: readonly ('connected' | 'static' | 'application')[];
}

/** Sizes that `show ip bgp summary` multiplies. */
export interface BgpMemory {
  readonly network: number;
  /** VPNv4 nets carry their distinguisher. */
  readonly vpnNetwork: number;
  readonly path: number;
  readonly attribute: number;
  readonly extended: number;
}

/** `VPNv4 Unicast`; `vpn`: only when BGP has a VRF. */
export interface BgpFamilyName {
  readonly name: string;
  readonly vpn: boolean;
}

/** Questions of the extended ping and traceroute that came and went. */
export interface DialogueStyle {
  /** `Ingress ping [n]: ` */
  readonly ingress: boolean;
  /** The default as it stands in the brackets. */
  readonly pattern: string;
}

export interface Release {
  readonly model: Model;
  readonly portKinds: readonly PortKind[];
  readonly version: VersionText;
  /** Lines of `Codes:` of `show ip route`, trailing blanks included. */
  readonly routeLegend: readonly string[];
  /** Lines above the table of `show ip bgp`, after the first. */
  readonly bgpLegend: readonly string[];
  /** `show ip bgp neighbors` counts how often there was a way to the neighbour. */
  readonly bgpReachability: boolean;
  /** The log tells the notification that goes with a session that somebody cleared. */
  readonly bgpClearNotifies: boolean;
  /** Columns of status marks before a BGP prefix. */
  readonly bgpStatusWidth: 5 | 6;
  /** Width of the name in `show ip interface brief`. */
  readonly briefNameWidth: number;
  /** `show ip cef` tells the label of a path and, behind it, the one that was given out: `label 17-(local:18)`. */
  readonly cefLocalLabels: boolean;
  /** Round trips are seen in steps of so many milliseconds. */
  readonly clockStep: number;
  /** Keeps routes of applications: a protocol of its own in `show ip protocols`. */
  readonly application: boolean;
  /** Families that `show ip bgp all` walks through: always, or once a VRF is in BGP. */
  readonly bgpFamilies: readonly BgpFamilyName[];
  /** Families of a VRF that `show vrf detail` calls `not active` when they are not configured. */
  readonly vrfFamilies: readonly string[];
  readonly routeMemory: RouteMemory;
  readonly bgpMemory: BgpMemory;
  readonly dialogue: DialogueStyle;
  /** As `show running-config` has it: `15.7`. */
  readonly train: string;
}

export interface VersionText {
  readonly head: readonly string[];
  /** Lines between the uptime and the export notice. */
  readonly restart: readonly string[];
  /** Minutes that the control processor runs longer than the router; undefined: not told. */
  readonly processorLead: number | undefined;
  /** Between the export notice and the processor. */
  readonly licence: readonly string[];
  /** `%board` stands for the serial number. */
  readonly processor: readonly string[];
  /** After the count of interfaces. */
  readonly memory: readonly string[];
  readonly board: { readonly length: number; readonly alphabet: string };
}

/** Ports `GigabitEthernet0/0` … */
export function numbered(prefix: string, from: number, to: number): string[] {
  const names: string[] = [];
  for (let i = from; i <= to; i++) names.push(`${prefix}${i}`);
  return names;
}

/** Family names; those that need a VRF begin with VPN. */
export const families = (names: readonly string[]): readonly BgpFamilyName[] =>
  names.map((name) => ({ name, vpn: name.startsWith('VPN') }));
