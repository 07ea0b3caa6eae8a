// Type, length, value: from a block of bytes to what it says and back. What is not known, or not well made, is kept as
// it came.                                                                  ISO 10589 §9.8, RFC 8918 §3

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { must, present } from '../../../base/must.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { DecodeError } from '../../../net/codec.ts';
import type { Tlv, TlvKind, TlvOf } from './shapes.ts';
import { FORMS, type Form } from './tlv-forms.ts';

interface Known {
  readonly kind: Exclude<TlvKind, 'other'>;
  readonly form: Form<TlvKind>;
}

const KNOWN: readonly (Known | undefined)[] = (() => {
  const table: (Known | undefined)[] = new Array(256).fill(undefined);
  for (const [kind, form] of Object.entries(FORMS) as [Known['kind'], Form<TlvKind>][])
    table[form.type] = { kind, form };
  return table;
})();

/** Everything to the end of the block. Only a TLV that is longer than what is left makes the block unreadable. */
export function readTlvs(block: ByteReader): Result<readonly Tlv[], DecodeError> {
  const all: Tlv[] = [];
  while (block.left > 0) {
    const type = block.u8();
    const length = block.u8();
    if (block.short || length > block.left) return err({ kind: 'length', field: 'tlv', got: length });
    const value = block.take(length);
    const body = new ByteReader(value);
    const known = KNOWN[type];
    const said = known?.form.read(body);
    if (known && said && !body.short) all.push({ kind: known.kind, ...said } as Tlv);
    else all.push({ kind: 'other', type, value });
  }
  return ok(all);
}

/** The longest body. */
export const MAX_BODY = 255;

export function writeTlv(writer: ByteWriter, tlv: Tlv): void {
  const start = writer.length;
  if (tlv.kind === 'other') writer.u8(tlv.type).u8(tlv.value.length).bytes(tlv.value);
  else {
    const { kind, form } = present(KNOWN[FORMS[tlv.kind].type], tlv.kind);
    writer.u8(form.type).u8(0);
    form.write(writer, tlv as never);
    const length = writer.length - start - 2;
    must(length <= MAX_BODY, `${length} bytes in a TLV of ${kind}`);
    writer.patch8(start + 1, length);
  }
}

export function tlvBytes(tlvs: readonly Tlv[]): Uint8Array {
  const writer = new ByteWriter(128);
  for (const tlv of tlvs) writeTlv(writer, tlv);
  return writer.done();
}

/** Every TLV of this kind, in their order. */
export function tlvsOf<K extends TlvKind>(tlvs: readonly Tlv[], kind: K): readonly TlvOf<K>[] {
  return tlvs.filter((tlv): tlv is TlvOf<K> => tlv.kind === kind);
}

/** The first TLV of this kind. */
export function tlvOf<K extends TlvKind>(tlvs: readonly Tlv[], kind: K): TlvOf<K> | undefined {
  return tlvs.find((tlv): tlv is TlvOf<K> => tlv.kind === kind);
}
