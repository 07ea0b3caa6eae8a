// What no command changes of a vendor's LDP.

export interface LdpTraits {
  /** Which address names the router when none is configured. */
  readonly routerIdFrom: 'highest-loopback' | 'lowest-loopback';
  /** Capabilities announced in Initialization messages, by TLV type. RFC 5561 §4 */
  readonly capabilities: readonly number[];
  /** Whose addresses are told to peers: of every interface of the VRF, or of LDP's own and the router ID. */
  readonly addresses: 'every' | 'enabled';
  /** A next hop without a label: packets leave there without any, or not at all. */
  readonly unlabelledHops: 'untag' | 'leave-out';
}
