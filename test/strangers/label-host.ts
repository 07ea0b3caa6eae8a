// The far end of a label-switched path: one IPv4 host behind a label, for kernels that switch none. It pops, answers ICMP
// echo and pings. Written by hand from RFC 3032, 791 and 792, with nothing of ours in it: what it understands, others will.

const MPLS = 0x8847;
const ICMP = 1;
const [ECHO_REPLY, ECHO_REQUEST] = [0, 8];
const TTL = 64;

/** RFC 1071. */
function sum(bytes: Buffer): number {
  let total = 0;
  for (let i = 0; i < bytes.length; i += 2) total += bytes.readUInt8(i) * 256 + (bytes[i + 1] ?? 0);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}

/** A labelled packet as it came. */
export interface Labelled {
  /** From the top down. */
  readonly labels: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly type: number;
}

export interface LabelHostSpec {
  readonly ip: string;
  /** What its own edge told others to put on packets for it. */
  readonly label: number;
}

export class LabelHost {
  readonly #spec: LabelHostSpec;
  /** Everything that came for its label. */
  readonly heard: Labelled[] = [];
  /** What others want on packets for them: the bottom of the stack. */
  answerLabel: number | undefined;
  #waiting: (() => void)[] = [];
  #send: (frame: Buffer) => void = () => {};

  constructor(spec: LabelHostSpec) {
    this.#spec = spec;
  }

  /** Looks at a frame on its way to the kernel; true: it was for this host. `send` goes the other way. */
  take(frame: Buffer, send: (frame: Buffer) => void): boolean {
    this.#send = send;
    if (frame.readUInt16BE(12) !== MPLS) return false;
    const labels: number[] = [];
    let at = 14;
    for (let bottom = false; !bottom && at + 4 <= frame.length; at += 4) {
      const entry = frame.readUInt32BE(at);
      labels.push(entry >>> 12);
      bottom = ((entry >>> 8) & 1) === 1;
    }
    const packet = frame.subarray(at);
    const header = (packet.readUInt8(0) & 15) * 4;
    // A bad sum is a lost packet.
    if (sum(packet.subarray(0, header)) !== 0) return false;
    const icmp = packet.subarray(header, packet.readUInt16BE(2));
    const [from, to] = [[...packet.subarray(12, 16)].join('.'), [...packet.subarray(16, 20)].join('.')];
    if (labels.at(-1) !== this.#spec.label || to !== this.#spec.ip) return false;
    if (packet.readUInt8(9) !== ICMP || sum(icmp) !== 0) return false;
    const type = icmp.readUInt8(0);
    this.heard.push({ labels, from, to, type });
    if (type === ECHO_REQUEST) this.#reply(frame, from, icmp);
    for (const then of this.#waiting.splice(0)) then();
    return true;
  }

  /** Sends one echo request to `to`, behind the same router that pings came from; resolves with what came back. */
  async ping(to: string): Promise<Labelled> {
    const icmp = Buffer.alloc(64, 0x5a);
    Buffer.from([ECHO_REQUEST, 0, 0, 0, 0x77, 0x77, 0, 1]).copy(icmp);
    icmp.writeUInt16BE(0, 2);
    icmp.writeUInt16BE(sum(icmp), 2);
    const back = (): Labelled | undefined => this.heard.find(({ from, type }) => from === to && type === ECHO_REPLY);
    this.#packet(this.#ethernet, to, icmp);
    while (back() === undefined) await new Promise<void>((then) => this.#waiting.push(then));
    return back() as Labelled;
  }

  #ethernet = Buffer.alloc(0);

  #reply(frame: Buffer, to: string, request: Buffer): void {
    this.#ethernet = Buffer.concat([frame.subarray(6, 12), frame.subarray(0, 6)]);
    const icmp = Buffer.from(request);
    icmp.writeUInt8(ECHO_REPLY, 0);
    icmp.writeUInt16BE(0, 2);
    icmp.writeUInt16BE(sum(icmp), 2);
    this.#packet(this.#ethernet, to, icmp);
  }

  #packet(ethernet: Buffer, to: string, icmp: Buffer): void {
    if (this.answerLabel === undefined) throw new Error('nobody has said by which label');
    const header = Buffer.alloc(20);
    header.writeUInt8(0x45, 0);
    header.writeUInt16BE(20 + icmp.length, 2);
    header.writeUInt8(TTL, 8);
    header.writeUInt8(ICMP, 9);
    Buffer.from(this.#spec.ip.split('.').map(Number)).copy(header, 12);
    Buffer.from(to.split('.').map(Number)).copy(header, 16);
    header.writeUInt16BE(sum(header), 10);
    const shim = Buffer.alloc(6);
    shim.writeUInt16BE(MPLS, 0);
    shim.writeUInt32BE(((this.answerLabel << 12) | 0x100 | TTL) >>> 0, 2);
    this.#send(Buffer.concat([ethernet, shim, header, icmp]));
  }
}
