// The names by which a router's parts know one another.

import type { Branded } from '../base/brand.ts';

/** A layer-3 interface: `GigabitEthernet0/1.100`, `ge-0/0/0.0`, `Loopback10`, `lo0.0`. Unique in its device. */
export type IfName = Branded<string, 'IfName'>;

/** A VRF or routing instance; the global table is `MAIN`. */
export type VrfName = Branded<string, 'VrfName'>;

/** The table of everything that is in no VRF: IOS' global table, Junos' master instance. */
export const MAIN = 'default' as VrfName;

/** Who put a route there: `connected`, `static`, `ospf/1`, `bgp/65535`. */
export type ProcessId = Branded<string, 'ProcessId'>;
