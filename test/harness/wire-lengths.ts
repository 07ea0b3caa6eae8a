// What tshark does not judge: lengths inside LDP, IS-IS and ICMP extensions, and the checksum of each LSP, read by a
// second, plain reader of the bytes.                    ISO 10589 §9, §7.3.11; RFC 5036 §3.1, §3.4, §3.5; RFC 4884 §7

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2);

/** Ethernet frames of a pcapng file, each with the number of its interface. */
export function framesOf(file: Uint8Array): readonly { readonly on: number; readonly frame: Uint8Array }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const frames: { on: number; frame: Uint8Array }[] = [];
  for (let at = 0; at + 12 <= file.length; at += view.getUint32(at + 4, true)) {
    if (view.getUint32(at, true) !== 6) continue;
    const length = view.getUint32(at + 20, true);
    frames.push({ on: view.getUint32(at + 8, true), frame: file.subarray(at + 28, at + 28 + length) });
  }
  return frames;
}

/** What is wrong with these frames, in words. */
export function lengthFaults(frames: readonly { readonly on: number; readonly frame: Uint8Array }[]): string[] {
  const faults: string[] = [];
  const streams = new Streams();
  for (const [i, { on, frame }] of frames.entries()) {
    const bad = (why: string): number => faults.push(`frame ${i + 1}: ${why}`);
    const type = u16(frame, 12);
    if (type <= 1500) isis(frame.subarray(14, 14 + type), bad);
    const ip = packetOf(frame, type);
    if (!ip) continue;
    const body = ip.subarray(((ip[0] as number) & 15) * 4, u16(ip, 2));
    if ((u16(ip, 6) & 0x3fff) !== 0) continue;
    if (ip[9] === 17 && u16(body, 2) === LDP_PORT) ldp(body.subarray(8, u16(body, 4)), bad);
    if (ip[9] === 1) extension(body, bad);
    if (ip[9] === 6 && (u16(body, 0) === LDP_PORT || u16(body, 2) === LDP_PORT)) streams.add(on, ip, body);
  }
  for (const { name, bytes } of streams.whole()) ldp(bytes, (why) => faults.push(`${name}: ${why}`), true);
  return faults;
}

type Bad = (why: string) => void;
const LDP_PORT = 646;

/** The IPv4 packet of a frame, below its labels. */
function packetOf(frame: Uint8Array, type: number): Uint8Array | undefined {
  let at = 14;
  if (type === 0x8847) {
    while (((frame[at + 2] ?? 1) & 1) === 0) at += 4;
    at += 4;
  } else if (type !== 0x0800) return undefined;
  const packet = frame.subarray(at);
  return packet.length >= 20 && (packet[0] as number) >> 4 === 4 ? packet : undefined;
}

/** Where the TLVs of a PDU begin and where it says how long it is. ISO 10589 §9.5 to §9.13 */
const SHAPES: Readonly<Record<number, { readonly name: string; readonly header: number; readonly length: number }>> = {
  15: { name: 'IIH', header: 27, length: 17 },
  16: { name: 'IIH', header: 27, length: 17 },
  17: { name: 'IIH', header: 20, length: 17 },
  18: { name: 'LSP', header: 27, length: 8 },
  20: { name: 'LSP', header: 27, length: 8 },
  24: { name: 'CSNP', header: 33, length: 8 },
  25: { name: 'CSNP', header: 33, length: 8 },
  26: { name: 'PSNP', header: 17, length: 8 },
  27: { name: 'PSNP', header: 17, length: 8 },
};

function isis(llc: Uint8Array, bad: Bad): void {
  if (llc[0] !== 0xfe || llc[1] !== 0xfe || llc[3] !== 0x83) return;
  const pdu = llc.subarray(3);
  const shape = SHAPES[(pdu[4] as number) & 31];
  if (!shape) return void bad(`IS-IS PDU of type ${pdu[4]}`);
  const length = u16(pdu, shape.length);
  if (pdu[1] !== shape.header) bad(`${shape.name} with a header of ${pdu[1]} bytes`);
  if (length !== pdu.length) bad(`${shape.name} says ${length} bytes in ${pdu.length}`);
  let at = shape.header;
  while (at + 2 <= length) at += 2 + (pdu[at + 1] as number);
  if (at !== length) bad(`the TLVs of a ${shape.name} end at ${at} of ${length}`);
  if (shape.name !== 'LSP' || u16(pdu, 10) === 0) return;
  let [c0, c1] = [0, 0];
  for (const byte of pdu.subarray(12, length)) {
    c0 = (c0 + byte) % 255;
    c1 = (c1 + c0) % 255;
  }
  if (c0 !== 0 || c1 !== 0) bad('LSP with a bad checksum');
}

/** Messages and TLVs must fill what is around them. A stream may end in the middle of a PDU. */
function ldp(bytes: Uint8Array, bad: Bad, stream = false): void {
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + u16(bytes, at + 2);
    if (u16(bytes, at) !== 1) return void bad(`LDP version ${u16(bytes, at)} at ${at}`);
    if (end > bytes.length) {
      if (!stream) bad(`an LDP PDU ends at ${end} of ${bytes.length}`);
      return;
    }
    let message = at + 10;
    while (message + 8 <= end) {
      const last = message + 4 + u16(bytes, message + 2);
      let tlv = message + 8;
      while (tlv + 4 <= last) tlv += 4 + u16(bytes, tlv + 2);
      if (tlv !== last) bad(`the TLVs of an LDP message end at ${tlv}, the message at ${last}`);
      message = last;
    }
    if (message !== end) bad(`the messages of an LDP PDU end at ${message}, the PDU at ${end}`);
    at = end;
  }
}

/** RFC 4884 §7: behind the datagram of so many words, a header and objects that fill the rest. */
function extension(icmp: Uint8Array, bad: Bad): void {
  const words = icmp[5] as number;
  if (![3, 11, 12].includes(icmp[0] as number) || words === 0) return;
  let at = 8 + words * 4 + 4;
  while (at + 4 <= icmp.length && u16(icmp, at) >= 4) at += u16(icmp, at);
  if (at !== icmp.length) bad(`the objects of an ICMP extension end at ${at} of ${icmp.length}`);
}

interface Heard {
  readonly name: string;
  readonly start: number;
  readonly parts: Map<number, Uint8Array>;
}

/** TCP, put together from what passed on one link. */
class Streams {
  readonly #open = new Map<string, Heard>();
  readonly #all: Heard[] = [];

  add(on: number, ip: Uint8Array, segment: Uint8Array): void {
    const name = `LDP on link ${on} from ${ip.subarray(12, 16).join('.')}:${u16(segment, 0)}`;
    const key = `${name} ${ip.subarray(16, 20)} ${u16(segment, 2)}`;
    const sequence = u32(segment, 4);
    if (((segment[13] as number) & 2) !== 0) {
      const heard = { name, start: (sequence + 1) >>> 0, parts: new Map<number, Uint8Array>() };
      this.#open.set(key, heard);
      this.#all.push(heard);
      return;
    }
    const data = segment.subarray(((segment[12] as number) >> 4) * 4);
    if (data.length > 0) this.#open.get(key)?.parts.set(sequence, data);
  }

  /** Each stream from its beginning to the first gap. */
  *whole(): Iterable<{ readonly name: string; readonly bytes: Uint8Array }> {
    for (const { name, start, parts } of this.#all) {
      const bytes: number[] = [];
      let next = start;
      for (let part = parts.get(next); part !== undefined; part = parts.get(next)) {
        bytes.push(...part);
        next = (next + part.length) >>> 0;
      }
      yield { name, bytes: Uint8Array.from(bytes) };
    }
  }
}
