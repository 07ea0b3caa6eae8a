// What the process reports, in no vendor's words.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { FamilyName } from './iana.ts';
import type { BgpError } from './packet/error.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Refusal } from './refusal.ts';
import type { BgpState } from './session-fsm.ts';

/** Why a session ended. */
export type DownReason =
  | 'hold-expired'
  | 'notification-received'
  | 'notification-sent'
  | 'closed'
  | 'cleared'
  | 'shutdown'
  | 'removed'
  | 'reconfigured'
  | 'interface-down'
  | 'bfd-down'
  | 'maximum-prefixes'
  | 'collision';

/** What of a configuration ends a session when it changes; 'session': anything else. */
export type SessionChange = 'router-id' | 'remote-as' | 'families' | 'client' | 'session';

interface OfPeer {
  readonly vrf: VrfName;
  readonly peer: Ip4;
  readonly asn: number;
}

/** A path as a message told it, and why it was not taken in. */
export interface BgpTold {
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  readonly refused?: Refusal;
}

export type BgpEvent =
  | { readonly kind: 'bgp-no-router-id' }
  /** Once after the start: every session is up, and each peer has told all that it had to tell. */
  | { readonly kind: 'bgp-converged' }
  /** A graceful restart is over: paths were chosen and told, what the process before forwarded may go. RFC 4724 §4.1 */
  | { readonly kind: 'bgp-restarted' }
  | (OfPeer & { readonly kind: 'bgp-peer-up' })
  | (OfPeer & {
      readonly kind: 'bgp-peer-down';
      readonly reason: DownReason;
      readonly error: BgpError | undefined;
      /** Of 'reconfigured': what is another now. */
      readonly changed?: SessionChange;
    })
  | (OfPeer & { readonly kind: 'bgp-peer-state'; readonly from: BgpState; readonly to: BgpState })
  | (OfPeer & {
      readonly kind: 'bgp-notification';
      readonly sent: boolean;
      readonly error: BgpError;
      /** On a connection that is no session yet: who opened it. */
      readonly way?: 'active' | 'passive';
    })
  | (OfPeer & {
      readonly kind: 'bgp-maximum-prefix';
      readonly family: FamilyName;
      readonly count: number;
      readonly limit: number;
      readonly over: boolean;
    })
  /** One UPDATE, while messages are traced. Of one that was sent, what of the tables it told. */
  | (OfPeer & {
      readonly kind: 'bgp-update';
      readonly sent: boolean;
      readonly family: FamilyName;
      readonly told: readonly BgpTold[];
      readonly withdrawn: readonly Nlri[];
    })
  /** While messages are traced: where the best paths to a net lead now; nowhere: there is none left. */
  | { readonly kind: 'bgp-best'; readonly vrf: VrfName; readonly prefix: Prefix; readonly hops: readonly Ip4[] };
