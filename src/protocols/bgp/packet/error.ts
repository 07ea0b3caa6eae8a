// What is wrong with a message, in the terms of a NOTIFICATION.                      RFC 4271 §6

/** Ends the session. */
export interface BgpError {
  readonly code: number;
  readonly subcode: number;
  readonly data: Uint8Array;
}

const NOTHING = new Uint8Array(0);

export const bgpError = (code: number, subcode = 0, data: Uint8Array = NOTHING): BgpError => ({ code, subcode, data });
