// What one release of Junos on one kind of box prints differently from another: data for the renderers.

import type { Model } from '../../os.ts';
import type { BuiltIn } from './built-in.ts';
import type { Package } from './packages.ts';

/** Sockets of one kind. */
export interface PortKind {
  /** `ge-`; the first that fits counts. */
  readonly prefix: string;
  /** Interface and SNMP index of its first port; the others follow in order. */
  readonly index: number;
  readonly snmp: number;
  /**
   * `forwarding`: behind the forwarding engine, with alarms, PCS and queues. `management`: on the routing engine. `tunnel`:
   * within the forwarding engine.
   */
  readonly place: 'forwarding' | 'management' | 'tunnel';
  /** Items of the line that begins with `Link-level type`; `%mtu` and `%mru` are filled in. */
  readonly link: readonly string[];
  /** Bits a second; for shares of queues. */
  readonly speed: number;
}

/** `show route`: blanks and lines that changed over the years. */
export interface RouteStyle {
  /** Before 15.1: what later releases tell of labels and of BGP is left out. */
  readonly early?: boolean;
  /** Behind the `>` of the next hop in use. */
  readonly selected: string;
  /** `, validation-state: unverified` behind the AS path. */
  readonly validation: boolean;
  /** `Next-hop session id` and `Kernel Table Id`, and sessions in decimal. */
  readonly kernelTable: boolean;
  readonly thread: boolean;
}

/** `show bgp …` */
export interface BgpStyle {
  /** A thread reads and writes: groups are numbered, tables in the summary have lines of their own (not yet in 13.3). */
  readonly threads: boolean;
  /** `Receive eBGP Origin Validation community`, and for how long a session has been up (25.4). */
  readonly originValidation: boolean;
}

export interface InterfaceStyle {
  /** Ports without units show one that the system made: `ge-0/0/1.16386`. */
  readonly idleUnits: boolean;
  /** `Ethernet FEC statistics` */
  readonly fec: boolean;
  /** Flags of the device itself, and other elements that only the newest have (25.4). */
  readonly specificFlags: boolean;
  /** Index and SNMP index of the first unit of a port; the others follow in the order of the box. */
  readonly unitIndex: number;
  readonly unitSnmp: number;
  /** Behind the flags of a family of a port behind the forwarding engine (`0x0`). */
  readonly familyFlags: string | undefined;
}

/** An instance that the system makes for itself, with what stands in its tables. */
export interface InternalInstance {
  readonly name: string;
  /** Table name without the instance: active, hidden. */
  readonly tables: readonly (readonly [table: string, active: number, hidden: number])[];
  /** Units that belong to it. */
  readonly interfaces: readonly string[];
}

export interface Release {
  readonly model: Model;
  /** `Model: …` of `show version`. */
  readonly product: string;
  /** `--- JUNOS …`, as a login sees it. */
  readonly banner: string;
  /** A line above everything that concerns one member of a virtual chassis (`fpc0:`). */
  readonly member: string | undefined;
  readonly packages: readonly Package[];
  readonly ports: readonly PortKind[];
  readonly builtIn: readonly BuiltIn[];
  readonly internal: readonly InternalInstance[];
  readonly route: RouteStyle;
  readonly bgp: BgpStyle;
  readonly interfaces: InterfaceStyle;
  /** Bytes of a traceroute probe, headers included. */
  readonly probeSize: number;
  /** Numbers of the daemons that write to the log. */
  readonly pids: Readonly<Record<'bfdd' | 'mib2d' | 'rpd' | 'vrrpd', number>>;
  /** What an idle routing engine tells of its load. */
  readonly load: string;
}

/** Ports `ge-0/0/0` … */
export const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
