// BFD on the wire, its state table, and what is not heard.                       RFC 5880 §4.1, §6.2, §6.8.6, RFC 5881 §5

import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { bfdPacket } from '../../../src/protocols/bfd/packet.ts';
import { type BfdFsmEvent, sessionTable } from '../../../src/protocols/bfd/session-fsm.ts';
import { step } from '../../../src/protocols/common/fsm.ts';
import { FRR } from './frr-capture.ts';
import { BfdStage } from './stage.ts';

const hex = (text: string): Uint8Array => present(fromHex(text), text);
const read = (bytes: Uint8Array) => {
  const got = bfdPacket.decode(bytes, undefined);
  return got.ok ? got.value : got.error.kind;
};

describe('the packet', () => {
  it('of FRR 8.4 is decoded and encoded to the same bytes', () => {
    for (const [, , text] of FRR) {
      const packet = read(hex(text));
      if (typeof packet === 'string') throw new Error(packet);
      // FRR offers echo every 50 ms.
      expect(packet.requiredMinEchoRx).toBe(50_000);
      expect(toHex(bfdPacket.encode(packet, undefined))).toBe(text);
    }
  });

  it('tells what it says', () => {
    const texts = FRR.slice(0, 5).map(([, , text]) =>
      bfdPacket.summary(read(hex(text)) as never).replace(/\d{6,}/g, 'N'),
    );
    expect(texts).toEqual([
      'down, N > 0, N/N us x 3',
      'init, N > N, N/N us x 3',
      'up poll, N > N, N/N us x 3',
      'up poll, N > N, N/N us x 3',
      'up final, N > N, N/N us x 3',
    ]);
  });

  it.each([
    ['short', '20c0031800000001'],
    ['version', '40c00318000000010000000200000001000000010000000000000000'.slice(0, 48)],
    ['length', '20c00317000000010000000200000001000000010000000000000000'.slice(0, 48)],
    ['length', '20c003ff000000010000000200000001000000010000000000000000'.slice(0, 48)],
    // Authentication takes two bytes at least.
    ['length', '20c40318000000010000000200000001000000010000000000000000'.slice(0, 48)],
  ])('%s: %s', (kind, text) => {
    expect(read(hex(text))).toBe(kind);
  });
});

describe('the state table (RFC 5880 §6.2)', () => {
  // State, what the peer says, next state.
  it.each([
    ['down', 'rx-down', 'init'],
    ['down', 'rx-init', 'up'],
    ['down', 'rx-up', 'down'],
    ['down', 'rx-admin-down', 'down'],
    ['init', 'rx-down', 'init'],
    ['init', 'rx-init', 'up'],
    ['init', 'rx-up', 'up'],
    ['init', 'rx-admin-down', 'down'],
    ['up', 'rx-down', 'down'],
    ['up', 'rx-init', 'up'],
    ['up', 'rx-up', 'up'],
    ['up', 'rx-admin-down', 'down'],
    ['init', 'expired', 'down'],
    ['up', 'expired', 'down'],
  ] as const)('%s, %s -> %s', (state, event, next) => {
    expect(step(sessionTable, state, event, {})?.next).toBe(next);
  });

  it('who was shut hears nothing', () => {
    for (const event of ['rx-down', 'rx-init', 'rx-up', 'rx-admin-down', 'expired'] as BfdFsmEvent[])
      expect(step(sessionTable, 'admin-down', event, {})).toBeUndefined();
  });
});

describe('what is not heard (§6.8.6)', () => {
  it.each([
    ['multiplier zero', { multiplier: 0 }, {}],
    ['multipoint', { multipoint: true }, {}],
    ['no discriminator', { myDiscriminator: 0 }, {}],
    ['authenticated', { authentication: Uint8Array.of(1, 9, 1, 65, 66, 67, 68, 69, 70) }, {}],
    ['unknown discriminator', { yourDiscriminator: 99 }, {}],
    ['no session named', { yourDiscriminator: 0, state: 'up' as const }, {}],
    ['no session', {}, { from: '10.0.0.9' }],
    ['other neighbor', { yourDiscriminator: 1 }, { from: '10.0.0.9' }],
    ['other path', { yourDiscriminator: 1 }, { on: 'e1' }],
    // RFC 5881 §5: it came through a router.
    ['ttl', {}, { ttl: 254 }],
  ])('%s', (reason, packet, way) => {
    const stage = new BfdStage('10.0.0.2 e0');
    stage.hears(packet, way);
    expect(stage.drops).toEqual({ [reason]: 1 });
    expect(stage.row().state).toBe('down');
  });

  it('rubbish, a hundred thousand times', () => {
    const rng = makeRng(3);
    const stage = new BfdStage('10.0.0.2 e0');
    const samples = FRR.map(([, , text]) => hex(text));
    for (let i = 0; i < 100_000; i++) {
      const bytes = (samples[rng.below(samples.length)] as Uint8Array).slice();
      if (rng.below(2) === 0) bytes.set([0, 0, 0, 1], 8);
      for (let n = 1 + rng.below(3); n > 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
      stage.bytes(bytes);
    }
    expect(Object.keys(stage.drops).length).toBeGreaterThan(4);
  });
});
