// The advertisement on the wire, and what is not heard.                           RFC 3768 §5, §7.1, RFC 5798 §5, §7.1

import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { type VrrpEnds, vrrpPacket } from '../../../src/protocols/vrrp/packet.ts';
import { passwordData } from '../../../src/protocols/vrrp/transmit.ts';
import { ROUNDS } from '../../fuzz/dice.ts';
import { ip } from '../../harness/routes.ts';
import { VERSION3, VrrpStage } from './stage.ts';

const hex = (text: string): Uint8Array => present(fromHex(text), text);

/** Capture of an IOSv router, 2023: priority 1, checksum 0x1b56, `192.168.1.254`. */
const IOSV = `2101010100011b56c0a801fe${'00'.repeat(8)}`;
const ENDS: VrrpEnds = { from: ip('192.168.1.2') as never, to: ip('224.0.0.18') as never };

describe('the packet', () => {
  it('of IOSv, version 2: its checksum covers nothing but itself', () => {
    const read = vrrpPacket.decode(hex(IOSV), ENDS);
    if (!read.ok) throw new Error(read.error.kind);
    expect(vrrpPacket.summary(read.value)).toBe('v2 advertisement, vrid 1, prio 1, intvl 1 s, 192.168.1.254');
    expect(toHex(vrrpPacket.encode(read.value, ENDS))).toBe(IOSV);
  });

  it('of version 3: the checksum covers both addresses of the packet, or is told not to', () => {
    const packet = {
      version: 3,
      group: 5,
      priority: 100,
      interval: 100,
      addresses: [ip('10.0.0.254') as never],
    } as const;
    const whole = vrrpPacket.encode(packet, ENDS);
    // 3105 + 6401 + 0064 + 0a00 + 00fe = a068; c0a8 + 0102 + e000 + 0012 + 0070 + 000c = 1:a238; together 2:42a0.
    expect(toHex(whole)).toBe('310564010064bd5d0a0000fe');
    expect(toHex(vrrpPacket.encode(packet, undefined))).toBe('3105640100645f970a0000fe');
    expect(vrrpPacket.decode(whole, undefined)).toMatchObject({ error: { kind: 'checksum' } });
    expect(vrrpPacket.decode(whole, ENDS)).toMatchObject({ ok: true, value: packet });
  });

  it('of others: gopacket, layers/vrrp_test.go, versions 2 and 3', () => {
    const v2 = `210164010001ba52c0a80001${'00'.repeat(8)}`;
    const v3 = '310164030064e54ec0a8c810c0a8c811c0a8c812';
    const ends = { from: ip('10.0.0.130') as never, to: ip('224.0.0.18') as never };
    const texts = [v2, v3].map((text) => {
      const read = vrrpPacket.decode(hex(text), ends);
      if (!read.ok) throw new Error(read.error.kind);
      expect(toHex(vrrpPacket.encode(read.value, ends))).toBe(text);
      return vrrpPacket.summary(read.value);
    });
    expect(texts).toEqual([
      'v2 advertisement, vrid 1, prio 100, intvl 1 s, 192.168.0.1',
      'v3 advertisement, vrid 1, prio 100, intvl 1 s, 192.168.200.16 192.168.200.17 192.168.200.18',
    ]);
  });

  it('a password is eight bytes, what is missing is zero', () => {
    expect(toHex(passwordData('abc'))).toBe('6162630000000000');
    expect(toHex(passwordData('0123456789'))).toBe('3031323334353637');
  });

  it.each([
    ['short', '210101'],
    ['version', `41${IOSV.slice(2)}`],
    ['type', `22${IOSV.slice(2)}`],
    ['value', `21010100${IOSV.slice(8)}`],
    ['short', `21010102${IOSV.slice(8)}`],
    ['length', `${IOSV}00`],
    ['checksum', `210102${IOSV.slice(6)}`],
  ])('%s: %s', (kind, text) => {
    expect(vrrpPacket.decode(hex(text), ENDS)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('what is not heard (RFC 5798 §7.1)', () => {
  const V2: readonly [string, object, object][] = [
    ['ttl', {}, { ttl: 254 }],
    ['no group', { group: 2 }, {}],
    ['version', { version: 3, interval: 100 }, {}],
    ['own packet', {}, { from: '10.0.0.1' }],
    ['authentication type', { authentication: 1 }, {}],
    ['virtual address count', { addresses: [ip('10.0.0.254'), ip('10.0.0.253')] }, {}],
    ['virtual addresses', { addresses: [ip('10.0.0.253')] }, {}],
    // RFC 3768 §7.1: another interval than one's own.
    ['interval', { interval: 2 }, {}],
  ];
  it.each(V2)('%s', (reason, packet, way) => {
    const stage = new VrrpStage({ priority: 50 }).hears(packet, way);
    expect(stage.drops).toEqual({ [reason]: 1 });
    expect(stage.row().received[2]).toBe(0);
    // It did not count: the master is missed.
    expect(stage.run(3.81).state).toBe('master');
  });

  it('a wrong password, by one letter', () => {
    const stage = new VrrpStage({ password: 'secret' });
    stage.hears({ authentication: 1, data: passwordData('secreT') }).hears({ authentication: 0 });
    stage.hears({ authentication: 1, data: passwordData('secret') });
    expect(stage.drops).toEqual({ password: 1, 'authentication type': 1 });
    expect(stage.row().received[2]).toBe(1);
  });

  it('by an owner: nobody else has its addresses', () => {
    const stage = new VrrpStage({ priority: 255, addresses: [ip('10.0.0.1')] });
    stage.hears({ priority: 255, addresses: [ip('10.0.0.1')] }, { from: '10.0.0.9' });
    expect([stage.state, stage.drops]).toEqual(['master', { 'owner conflict': 1 }]);
  });

  it('in a group that does not run', () => {
    expect(new VrrpStage({ enabled: false }).hears().drops).toEqual({ 'not running': 1 });
  });

  it('other addresses are heard from their owner, and from everybody where the owner of the group said so', () => {
    const others = { addresses: [ip('10.0.0.253')] };
    expect(new VrrpStage().hears({ ...others, priority: 255 }).drops).toEqual({});
    expect(new VrrpStage({ matchAddresses: false }).hears(others).drops).toEqual({});
  });

  it('rubbish, a hundred thousand times', () => {
    const rng = makeRng(11);
    const stages = [new VrrpStage({ password: 'x' }), new VrrpStage({ ...VERSION3, alsoVersion2: true })];
    const samples = [IOSV, '310164010064c15e0a0000fe', `21010a0101010000c0a801fe78${'00'.repeat(7)}`].map(hex);
    for (let i = 0; i < 100_000 * ROUNDS; i++) {
      const bytes = (samples[rng.below(samples.length)] as Uint8Array).slice(0, 8 + rng.below(16));
      for (let n = 1 + rng.below(3); n > 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
      for (const stage of stages) stage.bytes(bytes);
    }
    expect(stages.map(({ drops }) => Object.keys(drops).length > 5)).toEqual([true, true]);
  });
});
