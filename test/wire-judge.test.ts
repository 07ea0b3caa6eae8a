// The second judge of the wire sees what is damaged, and leaves alone what others' routers sent.

import { describe, expect, it } from 'vitest';
import { lengthFaults } from './harness/wire-lengths.ts';
import { CSNP, LABELLED, WITH_LABELS } from './net/wire/captured.ts';

const ethernet = (type: string, body: string): Uint8Array =>
  Uint8Array.from(Buffer.from(`01005e000002020000000001${type}${body}`.replaceAll(/\s/g, ''), 'hex'));
const hello = (tlv: string): Uint8Array =>
  ethernet(
    '0800',
    `45c0003e00000000 0111 0000 0a400001 e0000002 0286 0286 002a 0000
     0001 001e 0a010101 0000  0100 0014 00000001 0400 0004 000f0000 ${tlv} 0004 0a010101`,
  );
const patched = (frame: Uint8Array, at: number, ...bytes: readonly number[]): Uint8Array => {
  const copy = Uint8Array.from(frame);
  copy.set(bytes, at);
  return copy;
};
const judged = (...frames: readonly Uint8Array[]): readonly string[] =>
  lengthFaults(frames.map((frame) => ({ on: 0, frame })));

/** An LSP of one TLV (protocols supported: IPv4), its checksum by hand: ISO 10589 §7.3.11. */
const LSP = ethernet(
  '0021',
  'fefe03 831b0100 12010000 001e 04b0 0000000000010000 00000001 0000 01 8101cc'.replaceAll(' ', ''),
);
function summed(frame: Uint8Array): Uint8Array {
  for (let x = 0; x < 256; x++)
    for (let y = 0; y < 256; y++) {
      const tried = patched(frame, 17 + 24, x, y);
      if (judged(tried).length === 0) return tried;
    }
  throw new Error('no checksum fits');
}

describe('lengths and sums that tshark does not judge', () => {
  it('are right in what FRR and tshark hold for good', () => {
    expect(judged(CSNP, LABELLED, WITH_LABELS, hello('0401'))).toEqual([]);
  });
  it('an LDP TLV that runs past its message', () => {
    const frame = hello('0401');
    expect(judged(patched(frame, frame.length - 5, 9))).toEqual([
      'frame 1: the TLVs of an LDP message end at 39, the message at 34',
    ]);
  });
  it('an LDP message that does not end with its PDU', () => {
    expect(judged(patched(hello('0401'), 45, 0x1c))[0]).toBe(
      'frame 1: the messages of an LDP PDU end at 34, the PDU at 32',
    );
  });
  it('an LDP message in two segments of a session', () => {
    const segment = (sequence: string, flags: string, data: string): Uint8Array =>
      ethernet(
        '0800',
        `4500${(40 + data.length / 2).toString(16).padStart(4, '0')} 00000000 ff06 0000 0a400001 0a400002
         d000 0286 ${sequence} 00000000 50${flags} 1000 0000 0000 ${data}`,
      );
    // A KeepAlive with a TLV of four bytes; the last byte of the length is what is wrong in the second.
    const pdu = (length: string): string => `000100160a0101010000${'0201000c00000001'}8400${length}00000000`;
    const session = (length: string): readonly Uint8Array[] => [
      segment('ffffffef', '02', ''),
      segment('fffffffc', '10', pdu(length).slice(24)),
      segment('fffffff0', '10', pdu(length).slice(0, 24)),
    ];
    expect(judged(...session('0004'))).toEqual([]);
    expect(judged(...session('0003'))).toEqual([
      'LDP on link 0 from 10.64.0.1:53248: the TLVs of an LDP message end at 25, the message at 26',
    ]);
  });
  it('an ICMP extension object that runs past the packet', () => {
    expect(judged(patched(WITH_LABELS, WITH_LABELS.length - 7, 12))).toEqual([
      'frame 1: the objects of an ICMP extension end at 152 of 148',
    ]);
  });
  it('an LSP whose checksum is wrong', () => {
    const good = summed(LSP);
    expect(judged(good)).toEqual([]);
    expect(judged(patched(good, good.length - 1, 0xcd))).toEqual(['frame 1: LSP with a bad checksum']);
  });
  it('a PDU of IS-IS whose TLVs do not fill it', () => {
    expect(judged(patched(CSNP, 14 + 3 + 34, 15))).toEqual(['frame 1: the TLVs of a CSNP end at 50 of 51']);
  });
});
