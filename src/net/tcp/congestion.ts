// The congestion window: slow start, avoidance, fast retransmit, fast recovery.   RFC 5681, RFC 6582

import { isBefore } from './sequence.ts';

/** Duplicate ACKs that mean a loss. RFC 5681 §3.2 */
const DUPLICATES = 3;

/** Bytes that may be on their way, as far as the network is concerned. */
export class Congestion {
  #mss = 536;
  /** One small segment before the connection is open: the FIN of a CLOSE in SYN-RECEIVED. */
  #window = 536;
  /** Slow start threshold; as high as can be at first. RFC 5681 §3.1 */
  #threshold = 65535;
  #duplicates = 0;
  /** The highest sequence number sent when the last loss was noticed; recovery ends there. RFC 6582 §3.2 */
  #recover: number | undefined;
  #recovering = false;

  /** Bytes. */
  get window(): number {
    return this.#window;
  }

  get threshold(): number {
    return this.#threshold;
  }

  get recovering(): boolean {
    return this.#recovering;
  }

  /** The connection is open. `slow`: its SYN was lost at least once. RFC 5681 §3.1 */
  start(mss: number, slow: boolean): void {
    this.#mss = mss;
    this.#window = slow ? mss : this.#initial();
  }

  /** Nothing was sent for a whole RTO. RFC 5681 §4.1 */
  idle(): void {
    this.#window = Math.min(this.#window, this.#initial());
  }

  /** `bytes` were newly acknowledged up to `una`. 'resend': the next hole is known (a partial ACK). */
  acknowledged(bytes: number, una: number): 'resend' | undefined {
    this.#duplicates = 0;
    if (this.#recovering) return this.#recoveryAck(bytes, una);
    if (this.#recover !== undefined && !isBefore(una, this.#recover)) this.#recover = undefined;
    if (this.#window < this.#threshold) this.#window += Math.min(bytes, this.#mss);
    else this.#window += Math.max(1, Math.floor((this.#mss * this.#mss) / this.#window));
    return undefined;
  }

  /**
   * A duplicate ACK came; `flight` bytes are out, `una` the oldest and `max` the end of them.
   * 'resend': the segment at `una` is taken for lost.
   */
  duplicate(flight: number, una: number, max: number): 'resend' | undefined {
    this.#duplicates++;
    if (this.#recovering) {
      this.#window += this.#mss;
      return undefined;
    }
    if (this.#duplicates !== DUPLICATES) return undefined;
    // RFC 6582 §3.2 step 2: these may answer what was sent twice after an earlier loss.
    if (this.#recover !== undefined && isBefore(una, this.#recover)) return undefined;
    this.#threshold = Math.max(Math.floor(flight / 2), 2 * this.#mss);
    this.#window = this.#threshold + DUPLICATES * this.#mss;
    this.#recover = max;
    this.#recovering = true;
    return 'resend';
  }

  /** The retransmission timer ran out; `again`: not for the first time for this segment. RFC 5681 §3.1 */
  timeout(flight: number, max: number, again: boolean): void {
    if (!again) this.#threshold = Math.max(Math.floor(flight / 2), 2 * this.#mss);
    this.#window = this.#mss;
    this.#duplicates = 0;
    this.#recovering = false;
    this.#recover = max;
  }

  /** RFC 6582 §3.2 step 3. */
  #recoveryAck(bytes: number, una: number): 'resend' | undefined {
    if (this.#recover === undefined || !isBefore(una, this.#recover)) {
      this.#recovering = false;
      this.#recover = undefined;
      this.#window = this.#threshold;
      return undefined;
    }
    this.#window = Math.max(this.#mss, this.#window - bytes + (bytes >= this.#mss ? this.#mss : 0));
    return 'resend';
  }

  /** RFC 5681 §3.1 */
  #initial(): number {
    const segments = this.#mss > 2190 ? 2 : this.#mss > 1095 ? 3 : 4;
    return segments * this.#mss;
  }
}
