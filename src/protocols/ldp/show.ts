// What can be asked of LDP: rows of facts, the union of what vendors print; and what it reports by itself.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { ForwardingPath } from '../../net/rib-types.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { LdpSyncState, StreamFacts } from '../plugin.ts';
import type { LdpConfig } from './config.ts';
import type { StatusName } from './iana.ts';
import type { LdpState } from './session-fsm.ts';

/** Why a session ended. */
export type DownReason =
  | 'hello-expired'
  | 'keepalive-expired'
  | 'initialization-expired'
  | 'connection-closed'
  | 'interface-down'
  | 'cleared'
  | 'reconfigured'
  | 'stopped'
  /** The peer said why, or we did. */
  | { readonly heard: StatusName | number }
  | { readonly said: StatusName };

export interface LdpIdentifier {
  readonly id: Ip4;
  readonly space: number;
}

/** What the process reports. */
export type LdpEvent =
  | {
      readonly kind: 'ldp-session';
      readonly vrf: VrfName;
      readonly lsr: LdpIdentifier;
      /** The peer's transport address. */
      readonly transport: Ip4;
      readonly uid: number;
      readonly up: boolean;
      readonly reason: DownReason | undefined;
    }
  | {
      readonly kind: 'ldp-adjacency';
      readonly vrf: VrfName;
      readonly lsr: LdpIdentifier;
      /** Undefined: targeted. */
      readonly on: IfName | undefined;
      readonly from: Ip4;
      readonly up: boolean;
    }
  /** A protected session lost its last link, or has one again. */
  | {
      readonly kind: 'ldp-protection';
      readonly vrf: VrfName;
      readonly lsr: LdpIdentifier;
      readonly phase: 'holding' | 'recovered';
    }
  | { readonly kind: 'ldp-sync'; readonly vrf: VrfName; readonly on: IfName; readonly state: LdpSyncState }
  | { readonly kind: 'ldp-no-labels'; readonly vrf: VrfName; readonly prefix: Prefix };

/** How LDP stands on an interface for the IGP. RFC 5443 */
export interface SyncFact {
  readonly on: IfName;
  readonly state: LdpSyncState;
  /** Sessions are up, and their peers are told of it then; undefined: nothing is waited for. */
  readonly readyAt: Micros | undefined;
}

export interface LdpHelloRow {
  readonly lsr: LdpIdentifier;
  readonly on: IfName | undefined;
  readonly from: Ip4;
  readonly transport: Ip4;
  readonly localTransport: Ip4;
  /** Proposed by us and by the peer, and agreed. 0xffff and 'infinite': for ever. */
  readonly localHoldSeconds: number;
  readonly peerHoldSeconds: number;
  readonly hold: Micros | 'infinite';
  /** When it is given up unless a Hello is heard before. */
  readonly expires: Micros | undefined;
  readonly heardAt: Micros;
  readonly since: Micros;
  readonly sequence: number | undefined;
  /** The route that the peer's transport address is found by; undefined: there is none. */
  readonly reachableBy: Prefix | undefined;
  readonly password: boolean;
}

/** One source of Hellos: an interface, or a target. */
export interface LdpDiscoveryRow {
  readonly vrf: VrfName;
  readonly on: IfName | undefined;
  readonly target: Ip4 | undefined;
  /** Configured, or only answering. */
  readonly active: boolean;
  /** A target asks us for Hellos. */
  readonly asked: boolean;
  /** Hellos are sent, and heard. */
  readonly sending: boolean;
  readonly receiving: boolean;
  readonly helloInterval: Micros;
  readonly holdSeconds: number;
  readonly nextHello: Micros | undefined;
  readonly localTransport: Ip4 | undefined;
  readonly hellosSent: number;
  readonly hellosReceived: number;
  readonly adjacencies: readonly LdpHelloRow[];
}

export interface LdpNeighborRow {
  readonly vrf: VrfName;
  readonly lsr: LdpIdentifier;
  readonly local: LdpIdentifier | undefined;
  readonly uid: number;
  readonly state: LdpState;
  readonly active: boolean;
  readonly transport: Ip4 | undefined;
  readonly localTransport: Ip4 | undefined;
  readonly connection: StreamFacts | undefined;
  readonly changedAt: Micros;
  readonly upSince: Micros | undefined;
  readonly adjacencies: readonly LdpHelloRow[];
  readonly addresses: readonly Ip4[];
  /** Proposed by us and by the peer, and agreed. */
  readonly localHold: Micros;
  readonly peerHold: Micros | undefined;
  readonly hold: Micros | undefined;
  readonly keepalive: Micros | undefined;
  readonly maxPdu: number | undefined;
  /** When the session is given up unless something is heard before, and when the next KeepAlive is due. */
  readonly expires: Micros | undefined;
  readonly nextKeepalive: Micros | undefined;
  readonly nextAttempt: Micros | undefined;
  /** The session was refused: how long is waited after the next refusal. RFC 5036 §2.5.3 */
  readonly backoff: Micros | undefined;
  readonly messagesSent: ReadonlyMap<string, number>;
  readonly messagesReceived: ReadonlyMap<string, number>;
  /** By TLV type. */
  readonly capabilitiesSent: readonly number[];
  readonly capabilitiesReceived: readonly number[];
  /** `of`: the rule that it is of, if it is not the peer's own. */
  readonly password: { readonly inUse: boolean; readonly required: boolean; readonly of: string | undefined };
  /** Its session outlives its links; 'incomplete': no targeted Hello was heard yet. */
  readonly protection:
    | { readonly state: 'incomplete' | 'ready' | 'protecting'; readonly duration: Micros | 'infinite' }
    | undefined;
  readonly labelsReceived: number;
  readonly labelsSent: number;
  /** Revision of the last binding that was told. */
  readonly lastRevision: number;
  /** How often it went down after it had been up. */
  readonly flaps: number;
  readonly lastDown: { readonly reason: DownReason; readonly at: Micros } | undefined;
}

/** A label as it was told: 0 and 3 are the null labels. */
export interface LdpRemoteBinding {
  readonly lsr: LdpIdentifier;
  readonly label: number;
  /** It is that of a next hop. */
  readonly inUse: boolean;
  /** Not used: the configuration forbids it. */
  readonly filtered: boolean;
}

export interface LdpBindingRow {
  readonly prefix: Prefix;
  readonly revision: number;
  /** The next hops are known. */
  readonly routed: boolean;
  /** 'null': this router is the egress; what peers are told says which null. */
  readonly local: number | 'null' | undefined;
  readonly ways: readonly ForwardingPath[];
  readonly told: readonly { readonly lsr: LdpIdentifier; readonly label: number }[];
  readonly remote: readonly LdpRemoteBinding[];
}

export interface LdpProcessRow {
  readonly vrf: VrfName;
  readonly config: LdpConfig;
  readonly local: LdpIdentifier | undefined;
  readonly messageId: number;
  readonly advertisedAddresses: readonly Ip4[];
  readonly sessions: Readonly<Record<LdpState, number>>;
  readonly labels: number;
  readonly drops: ReadonlyMap<string, number>;
}

export interface LdpSyncRow extends SyncFact {
  readonly vrf: VrfName;
  /** Undefined: nobody asked for it here. */
  readonly delay: Micros | undefined;
  readonly peers: readonly { readonly lsr: LdpIdentifier; readonly up: boolean }[];
}

export interface LdpQueries {
  /** One row a VRF with LDP. */
  'ldp.processes': { args: { readonly vrf?: VrfName }; answer: readonly LdpProcessRow[] };
  /** Interfaces in the order of their names, then targets. */
  'ldp.discovery': { args: { readonly vrf: VrfName }; answer: readonly LdpDiscoveryRow[] };
  /** In the order of LSR IDs. */
  'ldp.neighbors': { args: { readonly vrf: VrfName }; answer: readonly LdpNeighborRow[] };
  /** In table order. */
  'ldp.bindings': { args: { readonly vrf: VrfName }; answer: readonly LdpBindingRow[] };
  'ldp.sync': { args: { readonly vrf: VrfName }; answer: readonly LdpSyncRow[] };
}
