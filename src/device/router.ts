// What the rest of the house may do with a router: tell it its configuration, ask it, order it.

import type { Ip4 } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type {
  LspPingReport,
  LspPingSpec,
  LspTraceReport,
  LspTraceSpec,
  Operation,
  PingReport,
  PingSpec,
  TraceReport,
  TraceSpec,
} from '../net/operations.ts';
import type { Candidate } from '../net/rib-types.ts';
import type { TcpHost } from '../net/tcp/host.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Frame } from '../sim/frame.ts';
import type { Node, PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';
import type { DeviceConfig } from './device-config.ts';
import type { Plan } from './plan.ts';
import type { Ask } from './queries.ts';

/** Orders that are not configuration. */
export type Action =
  /** Forget learned neighbours; those still in use are asked for again. */
  | {
      readonly kind: 'clear-arp';
      readonly vrf?: VrfName;
      readonly interface?: IfName;
      readonly address?: Ip4;
    }
  /** Of everything, of one interface, or of one socket. */
  | { readonly kind: 'clear-counters'; readonly interface?: IfName; readonly port?: PortName }
  | { readonly kind: 'clear-mpls-counters' }
  /** Ends LDP sessions; they come back by themselves. `peer`: one LSR ID. */
  | { readonly kind: 'clear-ldp'; readonly vrf: VrfName; readonly peer?: Ip4 }
  /** Takes BFD sessions down; they come up again by themselves: all, or those with one neighbour. */
  | { readonly kind: 'clear-bfd'; readonly peer?: Ip4 }
  /** Counters of VRRP begin anew: all, or those of one interface. */
  | { readonly kind: 'clear-vrrp'; readonly interface?: IfName }
  /** Take the active routes of a table out and put them in again: all, or the one that holds exactly this prefix. */
  | { readonly kind: 'clear-routes'; readonly vrf: VrfName; readonly prefix?: Prefix }
  /**
   * Sessions of BGP end and come back: all, or those of one VRF, neighbour, AS or group. `soft`: they stay, and what was told
   * is judged and told anew, both ways or one.
   */
  | {
      readonly kind: 'clear-bgp';
      readonly soft: boolean | 'in' | 'out';
      readonly vrf?: VrfName;
      readonly peer?: Ip4;
      readonly asn?: number;
      readonly group?: string;
    }
  /**
   * The routing protocols begin anew. Where BGP keeps forwarding over a restart (RFC 4724 §4.1) only its process is another
   * one; otherwise all neighbours and everything that they told are lost.
   */
  | { readonly kind: 'restart-routing' }
  /** How often entries of prefix lists took a route begins at nothing again: of all, of one list, of one entry. */
  | { readonly kind: 'clear-list-hits'; readonly list?: string; readonly sequence?: number }
  /** Every message of BGP is reported, or no longer. */
  | { readonly kind: 'trace-bgp'; readonly on: boolean }
  /** Flaps of BGP's paths are forgotten, and what was out of use for them is used: all, or a VRF's, a neighbour's, a net's. */
  | { readonly kind: 'clear-bgp-flaps'; readonly vrf?: VrfName; readonly peer?: Ip4; readonly prefix?: Prefix }
  /**
   * Neighbours of IS-IS are lost and found again: all of them, or one. 'all': circuits begin anew as well. 'statistics': only
   * counters do.
   */
  | {
      readonly kind: 'clear-isis';
      readonly what: 'adjacencies' | 'all' | 'statistics';
      /** Of this instance only. */
      readonly instance?: string;
      /** This neighbour only: `0000.0000.0001`. */
      readonly system?: string;
      readonly interface?: IfName;
    };

/** A frame that came in at a port, or goes out there. */
export type FrameTap = (way: 'in' | 'out', port: PortName, frame: Frame) => void;

/** Another route of a VRF became the active one, or none is. */
export interface ActiveChange {
  readonly vrf: VrfName;
  readonly prefix: Prefix;
  readonly before: Candidate | undefined;
  readonly after: Candidate | undefined;
}

export type ActiveWatch = (change: ActiveChange) => void;

export interface Router extends Node {
  /** What it was told last. */
  readonly config: DeviceConfig | undefined;
  /** Brings everything into line with a configuration, at once and whole. Says what that took. */
  apply(config: DeviceConfig): Plan;
  readonly ask: Ask;
  /** When a route, a label, a neighbour or an interface last changed: quiet since then. */
  readonly lastChange: Micros;
  act(action: Action): void;
  ping(spec: PingSpec, report: (report: PingReport) => void): Operation;
  traceroute(spec: TraceSpec, report: (report: TraceReport) => void): Operation;
  /** MPLS echo requests along the label-switched path that packets for a prefix take (RFC 8029). */
  lspPing(spec: Omit<LspPingSpec, 'path'>, report: (report: LspPingReport) => void): Operation;
  lspTrace(spec: Omit<LspTraceSpec, 'path'>, report: (report: LspTraceReport) => void): Operation;
  /** Sees every frame at a port, until the returned function is called or the power goes. */
  tap(see: FrameTap): () => void;
  /** Hears of every route of the VRFs that becomes active, or no longer is, until the returned function is called or the power goes. */
  watchActive(see: ActiveWatch): () => void;
  /** For logins over the network. Undefined: the power is off. Another one after each start. */
  readonly tcp: TcpHost | undefined;
  /** The power goes: timers stop, ports go dark, everything but the configuration is forgotten. */
  powerOff(): void;
}
