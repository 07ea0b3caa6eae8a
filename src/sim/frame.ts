// Frame: bytes nobody edits. Whoever wants another frame makes another.

/** What a link carries. */
export interface Frame {
  readonly bytes: Uint8Array;
}
