// Authentication: passwords and digests in TLV 10.                        ISO 10589 §9.5 ff., RFC 5304 §2, RFC 5310 §3

import { fromAscii, sameBytes } from '../../../base/bytes.ts';
import { hmac, hmacMd5, sha1 } from '../../../base/digest.ts';
import { must } from '../../../base/must.ts';
import { sha256 } from '../../../base/sha256.ts';
import { AUTH, TLV } from '../iana.ts';
import { CHECKSUM_AT, type Envelope, LIFETIME_AT } from './pdu.ts';
import type { TlvOf } from './shapes.ts';

/** How a PDU is vouched for. */
export type AuthKey =
  | { readonly algorithm: 'password'; readonly secret: string }
  | { readonly algorithm: 'hmac-md5'; readonly secret: string }
  | {
      readonly algorithm: 'hmac-sha1' | 'hmac-sha256';
      /** Names the key to the receiver. RFC 5310 §3.1 */
      readonly id: number;
      readonly secret: string;
    };

/** What is wrong with a PDU's authentication. */
export type AuthFault = 'missing' | 'type' | 'digest';

const DIGEST_LENGTH = { 'hmac-md5': 16, 'hmac-sha1': 20, 'hmac-sha256': 32 } as const;
/** Stands for the digest while it is computed. RFC 5310 §3.3 */
const APAD = [0x87, 0x8f, 0xe1, 0xf3];

/** The TLV that a PDU signed with this key bears: a password, or room for the digest. It goes first. */
export function authTlv(key: AuthKey): TlvOf<'authentication'> {
  const kind = 'authentication';
  if (key.algorithm === 'password') return { kind, type: AUTH.password, value: fromAscii(key.secret) };
  if (key.algorithm === 'hmac-md5') return { kind, type: AUTH.hmacMd5, value: new Uint8Array(16) };
  const value = new Uint8Array(2 + DIGEST_LENGTH[key.algorithm]);
  value[0] = key.id >>> 8;
  value[1] = key.id & 0xff;
  return { kind, type: AUTH.generic, value };
}

/** Bytes that `authTlv` takes in a PDU. */
export const authLength = (key: AuthKey | undefined): number => (key ? 3 + authTlv(key).value.length : 0);

interface Found {
  readonly type: number;
  /** Where the value behind the type begins, and how long it is. */
  readonly at: number;
  readonly length: number;
}

/** The first TLV 10. */
function findAuth(bytes: Uint8Array, header: number): Found | undefined {
  for (let at = header; at + 2 <= bytes.length; at += 2 + (bytes[at + 1] as number)) {
    const length = bytes[at + 1] as number;
    if (bytes[at] === TLV.authentication && length >= 1 && at + 2 + length <= bytes.length)
      return { type: bytes[at + 2] as number, at: at + 3, length: length - 1 };
  }
  return undefined;
}

/**
 * RFC 5310 §3.3: a key longer than the digest is hashed first, a shorter one filled up with zeros. For keys up to the
 * digest's length that is plain HMAC.
 */
function genericDigest(key: Exclude<AuthKey, { algorithm: 'password' | 'hmac-md5' }>, message: Uint8Array): Uint8Array {
  const hash = key.algorithm === 'hmac-sha1' ? sha1 : sha256;
  const secret = fromAscii(key.secret);
  return hmac(hash, secret.length > DIGEST_LENGTH[key.algorithm] ? hash(secret) : secret, message);
}

/** The digest of a PDU, with what it leaves out set as its standard says: RFC 5304 §2, RFC 5310 §3.3, §3.5. */
function digestOf(
  { layout, bytes }: Envelope,
  at: number,
  key: Exclude<AuthKey, { algorithm: 'password' }>,
): Uint8Array {
  const copy = bytes.slice();
  if (layout.kind === 'lsp') copy.fill(0, LIFETIME_AT, LIFETIME_AT + 2).fill(0, CHECKSUM_AT, CHECKSUM_AT + 2);
  if (key.algorithm === 'hmac-md5') return hmacMd5(fromAscii(key.secret), copy.fill(0, at, at + 16));
  for (let i = 0; i < DIGEST_LENGTH[key.algorithm]; i++) copy[at + i] = APAD[i & 3] as number;
  return genericDigest(key, copy);
}

/** Fills the digest in, where `authTlv` left room for it. An LSP's checksum comes after that. */
export function sign(envelope: Envelope, key: AuthKey): void {
  if (key.algorithm === 'password') return;
  const found = findAuth(envelope.bytes, envelope.layout.header);
  must(found, 'room for a digest');
  const at = key.algorithm === 'hmac-md5' ? found.at : found.at + 2;
  envelope.bytes.set(digestOf(envelope, at, key), at);
}

function holds(envelope: Envelope, { type, at, length }: Found, key: AuthKey): boolean {
  const value = envelope.bytes.subarray(at, at + length);
  if (key.algorithm === 'password') return type === AUTH.password && sameBytes(value, fromAscii(key.secret));
  if (key.algorithm === 'hmac-md5')
    return type === AUTH.hmacMd5 && length === 16 && sameBytes(value, digestOf(envelope, at, key));
  if (type !== AUTH.generic || length !== 2 + DIGEST_LENGTH[key.algorithm]) return false;
  if ((((value[0] as number) << 8) | (value[1] as number)) !== key.id) return false;
  return sameBytes(value.subarray(2), digestOf(envelope, at + 2, key));
}

const typeOf = (key: AuthKey): number =>
  key.algorithm === 'password' ? AUTH.password : key.algorithm === 'hmac-md5' ? AUTH.hmacMd5 : AUTH.generic;

/** Undefined: one of the keys vouches for the PDU. */
export function authFault(envelope: Envelope, keys: readonly AuthKey[]): AuthFault | undefined {
  const found = findAuth(envelope.bytes, envelope.layout.header);
  if (!found) return 'missing';
  const near = keys.filter((key) => typeOf(key) === found.type);
  if (near.length === 0) return 'type';
  return near.some((key) => holds(envelope, found, key)) ? undefined : 'digest';
}

/** What a PDU says of itself: its authentication type, and the number of its key. */
export function authOf(envelope: Envelope): { readonly type: number; readonly keyId: number | undefined } | undefined {
  const found = findAuth(envelope.bytes, envelope.layout.header);
  if (!found) return undefined;
  const { at, length, type } = found;
  const { bytes } = envelope;
  const keyId =
    type === AUTH.generic && length >= 2 ? ((bytes[at] as number) << 8) | (bytes[at + 1] as number) : undefined;
  return { type, keyId };
}
