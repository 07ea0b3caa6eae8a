// The extension structure behind an ICMP error's quoted datagram, and the label stack in it.   RFC 4884 §7, RFC 4950 §5

import { internetChecksum } from '../../base/checksum.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError } from '../codec.ts';
import { put16, u16At } from './fields.ts';
import { MPLS_STACK_OBJECT } from './iana.ts';
import { ENTRY, entryAt, putEntry, type StackEntry } from './mpls.ts';

const VERSION = 2;
const HEADER = 4;
const OBJECT_HEADER = 4;

/** One object, by its class and sub-type: 1/1 is the label stack, 2/x an interface (RFC 5837). */
export interface IcmpObject {
  readonly class: number;
  readonly type: number;
  readonly payload: Uint8Array;
}

/** The whole structure: header, objects, checksum. */
export function encodeExtension(objects: readonly IcmpObject[]): Uint8Array {
  const length = objects.reduce((sum, object) => sum + OBJECT_HEADER + object.payload.length, HEADER);
  const bytes = new Uint8Array(length);
  bytes[0] = VERSION << 4;
  let at = HEADER;
  for (const object of objects) {
    must(object.payload.length % 4 === 0, `an ICMP object of ${object.payload.length} bytes`);
    put16(bytes, at, OBJECT_HEADER + object.payload.length);
    bytes[at + 2] = object.class;
    bytes[at + 3] = object.type;
    bytes.set(object.payload, at + OBJECT_HEADER);
    at += OBJECT_HEADER + object.payload.length;
  }
  put16(bytes, 2, internetChecksum(bytes) || 0xffff);
  return bytes;
}

/** `strict`: a checksum of zero, which says "none", is refused. RFC 4884 §7 */
export function decodeExtension(bytes: Uint8Array, strict: boolean): Result<readonly IcmpObject[], DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  const version = (bytes[0] as number) >>> 4;
  if (version !== VERSION) return err({ kind: 'version', got: version });
  const checked = strict || u16At(bytes, 2) !== 0;
  if (checked && internetChecksum(bytes) !== 0) return err({ kind: 'checksum' });
  const objects: IcmpObject[] = [];
  for (let at = HEADER; at < bytes.length; ) {
    const left = bytes.length - at;
    if (left < OBJECT_HEADER) return err({ kind: 'short', need: OBJECT_HEADER, have: left });
    const length = u16At(bytes, at);
    if (length < OBJECT_HEADER || length > left) return err({ kind: 'length', field: 'object', got: length });
    objects.push({
      class: bytes[at + 2] as number,
      type: bytes[at + 3] as number,
      payload: bytes.subarray(at + OBJECT_HEADER, at + length),
    });
    at += length;
  }
  return ok(objects);
}

/** The object that says with which labels a packet had come. RFC 4950 §5 */
export function labelStackObject(stack: readonly StackEntry[]): IcmpObject {
  const payload = new Uint8Array(stack.length * ENTRY);
  for (const [i, entry] of stack.entries()) putEntry(payload, i * ENTRY, entry);
  return { class: MPLS_STACK_OBJECT.class, type: MPLS_STACK_OBJECT.type, payload };
}

/** The labels reported in these objects, outermost first. */
export function reportedLabels(objects: readonly IcmpObject[]): readonly StackEntry[] {
  const labels: StackEntry[] = [];
  for (const object of objects) {
    if (object.class !== MPLS_STACK_OBJECT.class || object.type !== MPLS_STACK_OBJECT.type) continue;
    for (let at = 0; at + ENTRY <= object.payload.length; at += ENTRY) labels.push(entryAt(object.payload, at));
  }
  return labels;
}
