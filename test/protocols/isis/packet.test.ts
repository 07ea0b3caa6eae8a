// PDUs: bytes of others read and written back; what is refused; what is signed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/base/bytes.ts';
import { ip4 } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import { prefix } from '../../../src/base/prefix.ts';
import type { LspId, NodeId, SystemId } from '../../../src/protocols/isis/net-address.ts';
import { areaBytes, netText, parseNet } from '../../../src/protocols/isis/net-address.ts';
import { type AuthKey, authFault, authTlv, sign } from '../../../src/protocols/isis/packet/auth.ts';
import {
  isisPdu,
  lspSumHolds,
  openPdu,
  type Pdu,
  sealLsp,
  withLifetime,
  writePdu,
} from '../../../src/protocols/isis/packet/pdu.ts';
import type { Tlv } from '../../../src/protocols/isis/packet/shapes.ts';
import frr from './golden/frr-pdus.json' with { type: 'json' };

const bytes = (hex: string): Uint8Array => present(fromHex(hex.replaceAll(' ', '')), hex);
const decoded = (data: Uint8Array) => isisPdu.decode(data, undefined);
const pduOf = (data: Uint8Array): Pdu => {
  const pdu = decoded(data);
  if (!pdu.ok) throw new Error(JSON.stringify(pdu.error));
  return pdu.value;
};

describe('PDUs of FRR', () => {
  it.each(frr.pdus.map((hex, i) => [i, hex] as const))('%i: read, and written back to the same bytes', (_, hex) => {
    const pdu = pduOf(bytes(hex));
    expect(toHex(isisPdu.encode(pdu, undefined))).toBe(hex);
    expect(pdu.tlvs.some((tlv) => tlv.kind === 'other')).toBe(false);
    if (pdu.kind === 'lsp') expect(lspSumHolds(bytes(hex))).toBe(true);
  });

  it('an LSP says what the router meant', () => {
    const lsp = frr.pdus
      .map((hex) => pduOf(bytes(hex)))
      .find((pdu) => pdu.kind === 'lsp' && pdu.tlvs.some((tlv) => tlv.kind === 'is-wide'));
    expect(lsp).toMatchObject({ kind: 'lsp', level: 2, flags: { overload: false, attached: 0, isType: 3 } });
    expect(lsp?.tlvs.find((tlv) => tlv.kind === 'areas')).toEqual({ kind: 'areas', areas: ['49.0001'] });
    const neighbours = lsp?.tlvs.flatMap((tlv) => (tlv.kind === 'is-wide' ? tlv.neighbours : []));
    expect(new Set(neighbours?.map((one) => one.metric))).toEqual(new Set([10]));
  });
});

// RFC 1195 §5.3: a level 1 LSP by hand, with narrow metrics.
const NARROW = [
  '83 1b 01 00 12 01 00 00', // common header: level 1 LSP
  '0043 04b0 0000 0000 0001 00 00 00000001 0000 0b', // length, lifetime 1200, 0000.0000.0001.00-00, 1, sum, attached + L1L2
  '01 04 03 490001', // areas
  '81 01 cc', // protocols
  '02 0c 00 0a 808080 0000 0000 0002 01', // neighbours: metric 10 to 0000.0000.0002.01
  '80 0c 0a 808080 0a000000 ffffff00', // 10.0.0.0/24, internal, metric 10
  '82 0c c5 808080 14000000 ff000000', // 20.0.0.0/8, external, metric 5 with I/E, down
].join('');

describe('narrow metrics', () => {
  it('are read as RFC 1195 and RFC 5302 draw them', () => {
    const pdu = pduOf(bytes(NARROW).map((byte, i, all) => (i === 9 ? all.length : byte)));
    expect(pdu).toMatchObject({
      kind: 'lsp',
      id: '0000.0000.0001.00-00',
      flags: { attached: 1, overload: false, isType: 3 },
    });
    expect(pdu.tlvs.slice(2)).toEqual([
      {
        kind: 'is-narrow',
        virtual: 0,
        neighbours: [{ node: '0000.0000.0002.01', metric: 10, external: false, others: 0x808080 }],
      },
      {
        kind: 'ip-internal',
        prefixes: [{ prefix: prefix(ip4(0x0a000000), 24), metric: 10, external: false, down: false, others: 0x808080 }],
      },
      {
        kind: 'ip-external',
        prefixes: [{ prefix: prefix(ip4(0x14000000), 8), metric: 5, external: true, down: true, others: 0x808080 }],
      },
    ]);
    expect(toHex(writePdu(pdu))).toBe(toHex(bytes(NARROW).map((byte, i, all) => (i === 9 ? all.length : byte))));
  });
});

describe('what is refused', () => {
  const good = bytes(frr.pdus.find((hex) => hex.startsWith('831b')) ?? '');
  const changed = (at: number, value: number): Uint8Array => good.map((byte, i) => (i === at ? value : byte));
  it.each<[string, Uint8Array, object]>([
    ['too short', good.subarray(0, 7), { kind: 'short' }],
    ['another protocol', changed(0, 0x82), { kind: 'value', field: 'discriminator', got: 0x82 }],
    ['another version', changed(2, 2), { kind: 'version', got: 2 }],
    ['another second version', changed(5, 3), { kind: 'version', got: 3 }],
    ['another id length', changed(3, 7), { kind: 'value', field: 'id length' }],
    ['another number of areas', changed(7, 5), { kind: 'value', field: 'maximum areas' }],
    ['an unknown type', changed(4, 29), { kind: 'type', got: 29 }],
    ['a wrong header length', changed(1, 26), { kind: 'length', field: 'header' }],
    ['a length beyond the frame', changed(8, 0xff), { kind: 'length', field: 'pdu' }],
    ['a TLV beyond the PDU', changed(28, 0xff), { kind: 'length', field: 'tlv' }],
  ])('%s', (_, data, error) => {
    const result = decoded(data);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error).toMatchObject(error);
  });
  it('one byte is enough for a checksum not to hold', () => {
    for (let at = 12; at < good.length; at++) expect(lspSumHolds(changed(at, (good[at] as number) ^ 1))).toBe(false);
    expect(lspSumHolds(changed(10, 0))).toBe(true);
  });
});

describe('TLVs', () => {
  it('of an unknown type, or with a body that is not right, are kept as they came', () => {
    // RFC 8918 §3.2; type 200 is nobody's, a wide prefix of length 60 is none.
    const tlvs: Tlv[] = [
      { kind: 'other', type: 200, value: bytes('010203') },
      { kind: 'other', type: 135, value: bytes('0000000a3c0a') },
    ];
    const pdu: Pdu = { kind: 'psnp', level: 1, source: '0000.0000.0001.00' as NodeId, tlvs };
    expect(pduOf(writePdu(pdu))).toEqual(pdu);
  });

  it('whatever is written is read back', () => {
    const system = fc.constantFrom('0000.0000.0001', 'ffff.ffff.ffff', '1921.6800.1001') as fc.Arbitrary<SystemId>;
    const tlv: fc.Arbitrary<Tlv> = fc.oneof(
      fc.record({
        kind: fc.constant('ip-wide' as const),
        prefixes: fc.array(
          fc.record({
            prefix: fc.tuple(fc.nat(0xffffffff), fc.nat(32)).map(([address, length]) => prefix(ip4(address), length)),
            metric: fc.nat(0xffffffff),
            down: fc.boolean(),
            external: fc.constant(false),
            sub: fc.option(
              fc.array(fc.record({ type: fc.nat(255), value: fc.uint8Array({ maxLength: 8 }) }), { maxLength: 2 }),
              { nil: undefined },
            ),
          }),
          { maxLength: 8 },
        ),
      }),
      fc.record({
        kind: fc.constant('is-wide' as const),
        neighbours: fc.array(
          fc.record({
            node: system.map((one) => `${one}.07` as NodeId),
            metric: fc.nat(0xffffff),
            sub: fc.constant([]),
          }),
          { maxLength: 8 },
        ),
      }),
      fc.record({
        kind: fc.constant('three-way' as const),
        state: fc.constantFrom('Up' as const, 'Down' as const, 'Initializing' as const),
        circuit: fc.nat(0xffffffff),
        neighbour: fc.option(fc.record({ system, circuit: fc.nat(0xffffffff) }), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('entries' as const),
        entries: fc.array(
          fc.record({
            lifetime: fc.nat(65535),
            id: system.map((one) => `${one}.00-0a` as LspId),
            sequence: fc.nat(0xffffffff),
            checksum: fc.nat(65535),
          }),
          { maxLength: 15 },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(tlv, { maxLength: 4 }), (tlvs) => {
        const pdu: Pdu = { kind: 'psnp', level: 2, source: '0000.0000.0001.00' as NodeId, tlvs };
        expect(pduOf(writePdu(pdu))).toEqual(pdu);
      }),
    );
  });
});

describe('authentication', () => {
  const keys: readonly AuthKey[] = [
    { algorithm: 'password', secret: 'clear' },
    { algorithm: 'hmac-md5', secret: 'digest' },
    { algorithm: 'hmac-sha1', id: 1, secret: 'digest' },
    { algorithm: 'hmac-sha256', id: 65535, secret: 'a'.repeat(80) },
  ];
  const signed = (key: AuthKey): Uint8Array => {
    const head = { level: 1, lifetime: 1200, id: '0000.0000.0001.00-00' as LspId, sequence: 9, checksum: 0 } as const;
    const flags = { partition: false, attached: 0, overload: false, isType: 1 };
    const data = writePdu({ kind: 'lsp', ...head, flags, tlvs: [authTlv(key), { kind: 'hostname', name: 'r1' }] });
    const opened = openPdu(data);
    if (opened.ok) sign(opened.value, key);
    sealLsp(data);
    return data;
  };
  const faultOf = (data: Uint8Array, accepted: readonly AuthKey[]) => {
    const opened = openPdu(data);
    return opened.ok ? authFault(opened.value, accepted) : 'unreadable';
  };
  it.each(keys.map((key) => [key.algorithm, key] as const))('%s vouches for a PDU whatever its age', (_, key) => {
    expect(faultOf(signed(key), [key])).toBeUndefined();
    expect(faultOf(withLifetime(signed(key), 17), [key])).toBeUndefined();
    expect(faultOf(signed(key), [{ ...key, secret: 'wrong' }])).toBe('digest');
    expect(
      faultOf(
        signed(key),
        keys.filter(
          (one) =>
            one.algorithm !== key.algorithm &&
            !(one.algorithm.startsWith('hmac-sha') && key.algorithm.startsWith('hmac-sha')),
        ),
      ),
    ).toBe('type');
  });
  it.each(keys.slice(1).map((key) => [key.algorithm, key] as const))(
    '%s covers every byte that does not change on its way',
    (_, key) => {
      const data = signed(key);
      const last = data.length - 1;
      expect(
        faultOf(
          data.map((byte, i) => (i === last ? byte ^ 1 : byte)),
          [key],
        ),
      ).toBe('digest');
      expect(
        faultOf(
          data.map((byte, i) => (i === 23 ? byte ^ 1 : byte)),
          [key],
        ),
      ).toBe('digest');
    },
  );
  it('a PDU without it is not believed', () => {
    expect(faultOf(bytes(frr.pdus[0] ?? ''), keys)).toBe('missing');
  });
});

describe('NETs', () => {
  it.each([
    ['49.0001.0000.0000.0001.00', '49.0001', '0000.0000.0001'],
    ['47.0005.80FF.F700.0000.1921.6800.1001.00', '47.0005.80ff.f700.0000', '1921.6800.1001'],
    ['49.1111.1111.1111.00', '49', '1111.1111.1111'],
  ])('%s', (text, area, system) => {
    const net = parseNet(text);
    expect(net).toEqual({ area, system });
    expect(net && netText(net)).toBe(text.toLowerCase());
    expect(net && areaBytes(net.area)[0]).toBe(Number.parseInt(area.slice(0, 2), 16));
  });
  it.each([
    '',
    '49',
    '49.0001.0000.0000.0001.01',
    '49.0001.0000.0000.000g.00',
    '49.00',
    `${'49.'.repeat(14)}0000.0000.0001.00`,
  ])('not %s', (text) => expect(parseNet(text)).toBeUndefined());
});
