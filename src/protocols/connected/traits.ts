// What no command changes of how interface addresses become routes.

export interface ConnectedTraits {
  /** The /32 of an address stays in the table, rejecting, while its interface is down. */
  readonly localWhileDown: boolean;
}
