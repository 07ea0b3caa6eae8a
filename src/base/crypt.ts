// Does a password fit its hash? `$1$` (MD5, as FreeBSD's crypt(3)) and `$6$` (U. Drepper, "Unix crypt using SHA-256 and
// SHA-512", 2007).

import { concat } from './bytes.ts';
import { md5 } from './digest.ts';
import { sha512 } from './sha512.ts';
import { utf8 } from './utf8.ts';

/** Six bits a letter, as crypt(3) writes hashes and salts. */
export const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `length` bytes of a repeated digest. */
const repeated = (digest: Uint8Array, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => digest[i % digest.length] as number);

/** Three bytes to four characters, lowest six bits first. */
function letters(high: number, middle: number, low: number, count: number): string {
  let value = (high << 16) | (middle << 8) | low;
  let text = '';
  for (let i = 0; i < count; i++, value >>= 6) text += ALPHABET[value & 63];
  return text;
}

/** What stands behind `$1$SALT$`. */
export function md5Crypt(password: Uint8Array, salt: Uint8Array): string {
  const other = md5(concat([password, salt, password]));
  const bits: Uint8Array[] = [];
  for (let left = password.length; left > 0; left >>= 1) {
    bits.push(left & 1 ? Uint8Array.of(0) : password.slice(0, 1));
  }
  let digest = md5(concat([password, utf8('$1$'), salt, repeated(other, password.length), ...bits]));
  for (let i = 0; i < 1000; i++) {
    digest = md5(
      concat([
        i & 1 ? password : digest,
        i % 3 ? salt : Uint8Array.of(),
        i % 7 ? password : Uint8Array.of(),
        i & 1 ? digest : password,
      ]),
    );
  }
  const byte = (i: number): number => digest[i] as number;
  const groups = [0, 1, 2, 3].map((i) => letters(byte(i), byte(i + 6), byte(i + 12), 4));
  return `${groups.join('')}${letters(byte(4), byte(10), byte(5), 4)}${letters(0, 0, byte(11), 2)}`;
}

function sha512Crypt(password: Uint8Array, salt: Uint8Array, rounds: number): string {
  const b = sha512(concat([password, salt, password]));
  const bits: Uint8Array[] = [];
  for (let left = password.length; left > 0; left >>= 1) bits.push(left & 1 ? b : password);
  let digest = sha512(concat([password, salt, repeated(b, password.length), ...bits]));
  const p = repeated(sha512(concat([...Array.from({ length: password.length }, () => password)])), password.length);
  const times = 16 + (digest[0] as number);
  const s = repeated(sha512(concat([...Array.from({ length: times }, () => salt)])), salt.length);
  for (let i = 0; i < rounds; i++) {
    digest = sha512(
      concat([i & 1 ? p : digest, i % 3 ? s : Uint8Array.of(), i % 7 ? p : Uint8Array.of(), i & 1 ? digest : p]),
    );
  }
  const byte = (i: number): number => digest[i] as number;
  let text = '';
  let [x, y, z] = [0, 21, 42];
  for (let i = 0; i < 21; i++) {
    text += letters(byte(x), byte(y), byte(z), 4);
    [x, y, z] = [y + 1, z + 1, x + 1];
  }
  return text + letters(0, 0, byte(63), 2);
}

const ROUNDS_DEFAULT = 5_000;

/** Is this the password of the hash? A hash of a kind that is not known fits none. */
export function passwordFits(password: string, hash: string): boolean {
  const parts = /^\$([16])\$(?:rounds=(\d{1,6})\$)?([^$]*)\$([^$]+)$/.exec(hash);
  if (!parts) return false;
  const [, kind, rounds, salt = '', wanted] = parts;
  const key = utf8(password);
  if (kind === '1') return rounds === undefined && md5Crypt(key, utf8(salt.slice(0, 8))) === wanted;
  const count = Math.max(1_000, rounds === undefined ? ROUNDS_DEFAULT : Number(rounds));
  return sha512Crypt(key, utf8(salt.slice(0, 16)), count) === wanted;
}

/** The `$6$` hash of a password. The salt is made of whatever text is given. */
export function cryptPassword(password: string, saltFrom: string): string {
  const digest = md5(utf8(saltFrom));
  const salt = [...digest.slice(0, 8)].map((byte) => ALPHABET[byte & 63]).join('');
  return `$6$${salt}$${sha512Crypt(utf8(password), utf8(salt), ROUNDS_DEFAULT)}`;
}
