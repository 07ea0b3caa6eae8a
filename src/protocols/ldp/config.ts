// What LDP is told. One process a VRF.

import type { Ip4 } from '../../base/ip.ts';
import type { TableKind } from '../../net/rib-types.ts';
import type { AccessList } from '../../policy/access-list.ts';
import type { PrefixList } from '../../policy/prefix-list.ts';
import type { IfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';

/** Says yes or no of a FEC, or of a FEC and a peer: the first rule that fits decides. */
export interface LabelFilter {
  readonly rules: readonly {
    /** Fits prefixes that the list permits; undefined: any. */
    readonly prefixes: PrefixList | AccessList | undefined;
    /** Fits peers whose LSR ID (as a /32) the list permits; undefined: any. */
    readonly peers: PrefixList | AccessList | undefined;
    readonly verdict: 'permit' | 'deny';
  }[];
  readonly otherwise: 'permit' | 'deny';
}

export const EVERYTHING: LabelFilter = { rules: [], otherwise: 'permit' };
export const NOTHING: LabelFilter = { rules: [], otherwise: 'deny' };

/** Times of Hellos, whole seconds on the wire. RFC 5036 §3.5.2 */
export interface HelloTimes {
  readonly interval: Micros;
  /** 'infinite': 0xffff. */
  readonly hold: Micros | 'infinite';
}

export interface LdpInterfaceConfig {
  readonly hello: HelloTimes;
  /** Own end of its sessions; undefined: as the process has it. */
  readonly transport: 'router-id' | 'interface' | Ip4 | undefined;
  /** An IGP waits for LDP here; how long after the session is up it is told so. Undefined: nobody asked. RFC 5443 §3 */
  readonly syncDelay: Micros | undefined;
}

export interface LdpTargetedConfig {
  /** Whom Hellos are sent to unasked. RFC 5036 §2.4.2 */
  readonly peers: readonly Ip4[];
  readonly hello: HelloTimes;
  /** Whose targeted Hellos are answered: of everybody, of those whom the list permits (as a /32), of configured peers alone. */
  readonly accept: 'any' | PrefixList | 'configured';
  /** With whom (the list permits the LSR ID as a /32) a session shall outlive its links, and how long. */
  readonly protect?: {
    readonly peers: AccessList | PrefixList | 'everybody';
    readonly duration: Micros | 'infinite';
  };
}

export interface LdpSessionConfig {
  /** Proposed for the session; the lesser of both sides' counts. */
  readonly hold: Micros;
  /** Between KeepAlives; at most a third of the agreed hold time is used. */
  readonly keepalive: Micros;
  /** Before a session that was refused is tried again, at first and at most. RFC 5036 §2.5.3 */
  readonly backoff: { readonly initial: Micros; readonly maximum: Micros };
  /** Before a connection that did not come about is tried again. */
  readonly connectRetry: Micros;
}

/** Who must sign. RFC 5036 §2.9, RFC 2385 */
export interface LdpAuthentication {
  /** By the peer's LSR ID or transport address, as text. */
  readonly byPeer: Readonly<Record<string, string>>;
  /** For peers that have none of their own, in order: whom the list permits (as a /32). */
  readonly rules: readonly {
    readonly peers: PrefixList | AccessList | undefined;
    readonly key: string;
    /** What its owner calls it. */
    readonly name?: string;
  }[];
  /** No session without a key with those whom the list permits. */
  readonly required: PrefixList | AccessList | 'everybody' | undefined;
}

export interface LdpLabelConfig {
  /** Which routes are FECs. */
  readonly kinds: readonly RouteKind[];
  /** Which of them get a label of ours. */
  readonly allocate: LabelFilter;
  /** RFC 5036 §2.6.1: whether a label is told before the next hop has told its own. */
  readonly control: 'independent' | 'ordered';
  /** For which FECs this router speaks as their egress; 'router-id': for its own /32 alone. */
  readonly egress: LabelFilter | 'router-id';
  /** Which bindings go to which peers, and which of theirs are used. */
  readonly advertise: LabelFilter;
  readonly accept: LabelFilter;
  /** For which FECs, to which peers, the egress gives out explicit null; elsewhere implicit null. */
  readonly explicitNull: LabelFilter;
  /** How long a label is still told after the next hop has taken its own back. */
  readonly withdrawDelay: Micros;
}

export interface LdpRoutesConfig {
  /** Labels are put on packets of the routes themselves. */
  readonly impose: boolean;
  /** Where routes of LDP's own go. */
  readonly tables: readonly TableKind[];
  /** Their metric is that of the route they follow; otherwise 1. */
  readonly trackIgpMetric: boolean;
}

export interface LdpConfig {
  /** Undefined: chosen among the addresses of the VRF. */
  readonly routerId: Ip4 | undefined;
  readonly transport: 'router-id' | 'interface';
  readonly interfaces: Readonly<Record<IfName, LdpInterfaceConfig>>;
  readonly targeted: LdpTargetedConfig;
  readonly session: LdpSessionConfig;
  readonly authentication: LdpAuthentication;
  readonly labels: LdpLabelConfig;
  readonly routes: LdpRoutesConfig;
}
