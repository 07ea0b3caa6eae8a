// Lab, Task, Check: what a lab says.

import type { Micros } from '../sim/time.ts';

export interface LabDevice {
  readonly name: string;
  /** `ios`, `junos`, `host` */
  readonly os: string;
  /** One of the operating system's models; undefined: its first. */
  readonly model: string | undefined;
  /** Where the map draws it, in cells of a grid. */
  readonly at: readonly [number, number] | undefined;
  /** Who may log in at the console; told to the learner. */
  readonly login: { readonly user: string; readonly password: string } | undefined;
  /** It is a logical system of this other device: its hardware, configuration and power are that one's. */
  readonly of?: string;
}

/** A cable (two ends) or a LAN (any number). */
export interface LabLink {
  readonly id: string;
  readonly kind: 'cable' | 'lan';
  /** A port, or one VLAN of it (`xe-0/0/0.105`): then a switch that the lab does not show parts the VLANs. */
  readonly ends: readonly { readonly device: string; readonly port: string }[];
  readonly delay: Micros;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  /** From a nudge to the command itself; each is asked for. */
  readonly hints: readonly string[];
  /** Done only when these tasks are. */
  readonly after: readonly string[];
  readonly points: number;
  readonly checks: readonly Check[];
}

/** Words for both outcomes come with every check. */
export interface Saying {
  /** What must be so, as a sentence. */
  readonly say: string;
  /** What to look at when it is not. */
  readonly hint?: string;
  /** Must be so for that long. */
  readonly holdSeconds?: number;
  /** The check passes when what it asks is not so. */
  readonly not?: boolean;
}

/** One thing asked of the network. */
export type Question =
  | {
      readonly check: 'route';
      readonly on: string;
      readonly vrf?: string;
      readonly prefix: string;
      /** Only the part before a dot is compared: `bgp` covers `bgp.local`. */
      readonly kind?: string;
      /** Interface or gateway of its next hop. */
      readonly via?: string;
    }
  | {
      readonly check: 'routes';
      readonly on: string;
      readonly vrf?: string;
      readonly within?: string;
      readonly kind?: string;
      readonly count: number;
    }
  | {
      readonly check: 'ping';
      readonly from: string;
      readonly vrf?: string;
      readonly source?: string;
      readonly to: string;
      readonly size?: number;
      readonly df?: boolean;
    }
  | {
      readonly check: 'path';
      readonly from: string;
      readonly vrf?: string;
      readonly to: string;
      /** Addresses that answer, hop by hop. */
      readonly through: readonly string[];
    }
  /** The learner ran such a ping, with this many answers. */
  | {
      readonly check: 'tried';
      readonly on: string;
      readonly vrf?: string;
      readonly to: string;
      readonly received: number;
    }
  | {
      readonly check: 'interface';
      readonly on: string;
      readonly name: string;
      readonly up?: boolean;
      readonly address?: string;
      readonly vrf?: string;
    }
  | {
      readonly check: 'vrf';
      readonly on: string;
      readonly vrf: string;
      readonly rd?: string;
    }
  /** A net of the VPNv4 table: its distinguisher, and the route targets of its best path. */
  | {
      readonly check: 'vpn-net';
      readonly on: string;
      readonly rd: string;
      readonly prefix: string;
      readonly targets?: readonly string[];
    }
  /** An IS-IS adjacency that is up on an interface. */
  | { readonly check: 'isis-neighbor'; readonly on: string; readonly name: string; readonly authenticated?: boolean }
  /** A working LDP session with this LSR ID. */
  | { readonly check: 'ldp-neighbor'; readonly on: string; readonly peer: string }
  /** LDP and the IGP agree on an interface: the IGP waits for LDP there, and need not wait any more. */
  | { readonly check: 'ldp-sync'; readonly on: string; readonly name: string }
  /** A BFD session that is up. */
  | { readonly check: 'bfd-neighbor'; readonly on: string; readonly peer: string }
  /** What a router is in a VRRP group of an interface: `init` until the group runs. */
  | {
      readonly check: 'vrrp-state';
      readonly on: string;
      readonly name: string;
      readonly group: number;
      readonly state: 'init' | 'backup' | 'master';
    }
  /** A BGP session that is up, and speaks this family. */
  | {
      readonly check: 'bgp-neighbor';
      readonly on: string;
      readonly vrf?: string;
      readonly peer: string;
      readonly family?: 'ipv4' | 'ipv4-labeled' | 'vpnv4';
      readonly authenticated?: boolean;
    }
  /** What BGP's best path to a prefix says; `used` false: what one that is not the best says. */
  | {
      readonly check: 'bgp-path';
      readonly on: string;
      readonly vrf?: string;
      readonly prefix: string;
      readonly used?: boolean;
      /** The neighbour that told it. */
      readonly from?: string;
      /** Router ID of who brought it into the AS. */
      readonly originator?: string;
      readonly localPref?: number;
      readonly med?: number;
      readonly asPath?: string;
      /** Among others: target:1:1, origin:1:1. */
      readonly extended?: readonly string[];
    }
  /** So many prefixes came from a BGP neighbour, before any policy. */
  | {
      readonly check: 'bgp-received';
      readonly on: string;
      readonly vrf?: string;
      readonly peer: string;
      readonly count: number;
    }
  /** A labelled packet for a prefix arrives where it ends (RFC 8029). */
  | { readonly check: 'lsp'; readonly from: string; readonly to: string }
  /** A cable fails, and `within` later a ping gets through again. */
  | {
      readonly check: 'converges';
      readonly from: string;
      readonly source?: string;
      readonly to: string;
      /** A link by its id. */
      readonly cut: string;
      /** The cable swallows everything, and both ends still see light. */
      readonly silent?: boolean;
      /** Only what this device sends on the link is lost; what it hears still comes. */
      readonly oneWay?: string;
      readonly within: string;
    }
  /** For the rare task that is about the words. */
  | { readonly check: 'statement'; readonly on: string; readonly line: string };

/** Several checks as one: all of them, or one at least. */
export type Group =
  | { readonly check: 'every'; readonly of: readonly Check[] }
  | { readonly check: 'any'; readonly of: readonly Check[] };

/** Something that may happen to a network: one of the three. */
export interface Incident {
  /** A link, by its id: its cable is pulled out. */
  readonly cut?: string;
  /** A device, or a logical system. */
  readonly off?: string;
  /** Lines of configuration, as a start file has them. */
  readonly typed?: { readonly on: string; readonly lines: readonly string[] };
  /** So long afterwards the question is asked. */
  readonly within: string;
}

/** A question about the network after an incident; everything is put back when it is answered. */
export type Supposition = Incident & { readonly check: 'when'; readonly expect: Check };

export type Check = Saying & (Question | Group | Supposition);

/** One lab, read and found sound. */
export interface Lab {
  /** Its folder below `labs/`: `vrf-leak`, `vrf-leak/wrong-import`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Microseconds from 1970 to lab time 0. */
  readonly epoch: number;
  readonly seed: number;
  readonly devices: readonly LabDevice[];
  readonly links: readonly LabLink[];
  readonly tasks: readonly Task[];
  /** What each device is configured with when the power comes on: files that are read one on top of the other. */
  readonly start: Readonly<Record<string, readonly ConfigFile[]>>;
  readonly solution: Readonly<Record<string, readonly ConfigFile[]>>;
  /** Typed after the solution is loaded, where a task asks that something be seen: a script. */
  readonly proof: ConfigFile | undefined;
  readonly guide: string;
  /** Hash of everything above: a save knows whether its lab has changed. */
  readonly digest: string;
}

/** A file of a lab: as errors name it, and what it holds. */
export interface ConfigFile {
  readonly file: string;
  readonly text: string;
}

/** What is wrong with a lab, and where: line 0 stands for the whole file. */
export interface LabProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** `labs/vrf-leak/lab.json:12: two devices are called "r1"` */
export function problemText(problem: LabProblem): string {
  return `${problem.file}${problem.line > 0 ? `:${problem.line}` : ''}: ${problem.message}`;
}
