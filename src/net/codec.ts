// PacketCodec, DecodeError: bytes on the wire and what they mean.

import type { Result } from '../base/result.ts';

/** Why bytes were refused. Every drop carries one. */
export type DecodeError =
  | { readonly kind: 'short'; readonly need: number; readonly have: number }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'version'; readonly got: number }
  | { readonly kind: 'type'; readonly got: number }
  | { readonly kind: 'length'; readonly field: string; readonly got: number }
  | { readonly kind: 'value'; readonly field: string; readonly got: number };

export interface PacketCodec<T, C = undefined> {
  readonly name: string;
  encode(message: T, context: C): Uint8Array;
  decode(bytes: Uint8Array, context: C): Result<T, DecodeError>;
  /** One line for captures and debugs. */
  summary(message: T): string;
}

/** The error as the name of a counter: `checksum`, `short`, `value ttl`. */
export function reasonOf(error: DecodeError): string {
  return 'field' in error ? `${error.kind} ${error.field}` : error.kind;
}
