// Passwords as a configuration keeps them: type 0 as typed, type 7 hidden, type 5 hashed.
// Type 7: the cipher is no secret since 1995 (its key stands in every tool that reads it). Type 5: crypt(3) with MD5,
// P.-H. Kamp, "A Scalable Password Scheme", 1994. Type 4: SHA-256 without salt; type 8: PBKDF2 with 20,000 rounds; type
// 9: scrypt with N 16384, r 1, p 1 (Cisco, "Understand Cisco IOS Password Types"; hashes of "hashcat" in the example list of
// hashcat, modes 5700, 9200, 9300).

import { fromAscii } from '../../base/bytes.ts';
import { ALPHABET, md5Crypt } from '../../base/crypt.ts';
import { md5 } from '../../base/digest.ts';
import { pbkdf2, scrypt, sha256 } from '../../base/sha256.ts';

const KEY_7 = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/** Two digits say where in the key it begins; then each character against the key, in hexadecimal. */
export function hide7(text: string, start = text.length % 16): string {
  let hidden = String(start).padStart(2, '0');
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) ^ KEY_7.charCodeAt((start + i) % KEY_7.length);
    hidden += code.toString(16).toUpperCase().padStart(2, '0');
  }
  return hidden;
}

/** The text behind a type 7 password; undefined when it is none. */
export function reveal7(hidden: string): string | undefined {
  if (!/^\d\d([0-9a-f]{2})*$/i.test(hidden)) return undefined;
  const start = Number(hidden.slice(0, 2));
  let text = '';
  for (let i = 0; i * 2 + 2 < hidden.length; i++) {
    const code = Number.parseInt(hidden.slice(i * 2 + 2, i * 2 + 4), 16);
    text += String.fromCharCode(code ^ KEY_7.charCodeAt((start + i) % KEY_7.length));
  }
  return text;
}

/** `$1$salt$hash`, as routers keep an `enable secret 5`. */
export function md5Secret(text: string, salt: string): string {
  const grains = salt.slice(0, 8);
  return `$1$${grains}$${md5Crypt(fromAscii(text), fromAscii(grains))}`;
}

/** Four grains of salt that depend on what is hashed: the same configuration is the same at every start. */
export function saltFor(text: string): string {
  const bytes = md5(fromAscii(text));
  return Array.from(bytes.subarray(0, 4), (value) => ALPHABET[value & 63]).join('');
}

/** Three bytes to four letters, highest six bits first; what is left over has no padding. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const value = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(3, bytes.length - i) + 1;
    for (let j = 0; j < count; j++) text += ALPHABET[(value >>> (18 - 6 * j)) & 63];
  }
  return text;
}

/** Fourteen letters of salt; as with `saltFor`, they depend on what is hashed. */
function longSalt(text: string): string {
  const bytes = sha256(fromAscii(text));
  return Array.from(bytes.subarray(0, 14), (value) => ALPHABET[value & 63]).join('');
}

/** A secret of type 8 or 9, as routers keep it. */
export function slowHash(type: '8' | '9', text: string, salt = longSalt(text)): string {
  const [password, grains] = [fromAscii(text), fromAscii(salt)];
  const hash =
    type === '8' ? pbkdf2(password, grains, 20_000, 32) : scrypt(password, grains, { n: 16_384, r: 1, p: 1 }, 32);
  return `$${type}$${salt}$${base64(hash)}`;
}

const HASHES: Readonly<Record<string, RegExp>> = {
  5: /^\$1\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}$/,
  8: /^\$8\$[./0-9A-Za-z]{14}\$[./0-9A-Za-z]{43}$/,
  9: /^\$9\$[./0-9A-Za-z]{14}\$[./0-9A-Za-z]{43}$/,
};

/** Has it the form of a hash of this type (5, 8 or 9)? */
export const isHash = (type: string, text: string): boolean => HASHES[type]?.test(text) ?? false;

/** Is this the password? */
export function isPassword(typed: string, type: string, kept: string): boolean {
  if (type === '7') return reveal7(kept) === typed;
  if (type === '5') {
    const salt = /^\$1\$([^$]{1,8})\$/.exec(kept)?.[1];
    return salt !== undefined && md5Secret(typed, salt) === kept;
  }
  if (type === '4') return base64(sha256(fromAscii(typed))) === kept;
  if (type === '8' || type === '9') {
    const salt = /^\$[89]\$([^$]+)\$/.exec(kept)?.[1];
    return salt !== undefined && slowHash(type, typed, salt) === kept;
  }
  return typed === kept;
}
