// PDUs out of a stream of bytes.                                                                         RFC 5036 §3.1

import { err, ok, type Result } from '../../../base/result.ts';
import type { DecodeError } from '../../../net/codec.ts';
import { u16At } from '../../../net/wire/fields.ts';
import { LDP_VERSION } from '../iana.ts';

const HEADER = 10;
/** The version and the length itself are not counted by the length. */
const UNCOUNTED = 4;

/** What has come of a stream and is not a whole PDU yet. */
export class PduStream {
  #bytes: Uint8Array = new Uint8Array(0);

  /** Takes what came; each whole PDU in turn, or the first thing wrong: nothing after it can be read. */
  take(bytes: Uint8Array, maxPdu: number): Result<readonly Uint8Array[], DecodeError> {
    const all = new Uint8Array(this.#bytes.length + bytes.length);
    all.set(this.#bytes);
    all.set(bytes, this.#bytes.length);
    const pdus: Uint8Array[] = [];
    let at = 0;
    while (all.length - at >= UNCOUNTED) {
      const version = u16At(all, at);
      if (version !== LDP_VERSION) return err({ kind: 'version', got: version });
      const length = u16At(all, at + 2);
      // RFC 5036 §3.5.1.2.1: too small is as bad as too large.
      if (length < HEADER - UNCOUNTED || length + UNCOUNTED > maxPdu)
        return err({ kind: 'length', field: 'PDU', got: length });
      if (all.length - at < length + UNCOUNTED) break;
      pdus.push(all.subarray(at, at + UNCOUNTED + length));
      at += UNCOUNTED + length;
    }
    this.#bytes = all.slice(at);
    return ok(pdus);
  }
}
