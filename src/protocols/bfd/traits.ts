// What no command changes of a vendor's BFD.

export interface BfdTraits {
  /** Of the first session; each further one has the next. */
  readonly firstDiscriminator: number;
  /** The C bit: it goes on while the control plane restarts. RFC 5880 §4.1 */
  readonly controlPlaneIndependent: boolean;
}
