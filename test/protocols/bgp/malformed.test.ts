// What becomes of an UPDATE that is not as it should be: nothing, the attribute goes, the routes go, the session goes.
//                                                                        RFC 7606 §3, §5, §7, RFC 4271 §6.3, RFC 8092 §6

import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { TalkedTo } from '../../harness/talked-to.ts';

const bytes = (hex: string): Uint8Array => present(fromHex(hex), hex);
const u16 = (n: number): string => n.toString(16).padStart(4, '0');

const ORIGIN = '40010100';
const NEXT_HOP = '4003040a000102';
/** 65001, and for those inside nothing. */
const PATH = { external: '400206 0201 0000fde9', internal: '400200' };
const NET = '08 14';

type Kind = 'external' | 'internal';
type Fate = 'taken' | 'discard' | 'withdraw' | `reset 3/${number}`;

/** An UPDATE: `attributes` behind the usual ones, or instead of them; its prefixes. */
interface Case {
  readonly more?: string;
  readonly all?: string;
  readonly nlri?: string;
  readonly gone?: string;
  /** The total length of the attributes says another number than they have. */
  readonly off?: number;
}

function update(kind: Kind, { more = '', all, nlri = NET, gone = '', off = 0 }: Case): Uint8Array {
  const attributes = bytes(all ?? `${ORIGIN}${PATH[kind]}${NEXT_HOP}${more}`);
  const hex = (value: Uint8Array): string => [...value].map((one) => one.toString(16).padStart(2, '0')).join('');
  const withdrawn = bytes(gone);
  return bytes(`${u16(withdrawn.length)}${hex(withdrawn)}${u16(attributes.length + off)}${hex(attributes)}${nlri}`);
}

/** Tells 20.0.0.0/8 properly, then this: what has become of it. */
function fate(kind: Kind, one: Case): Fate {
  const net = new TalkedTo({ peers: [{ asn: kind === 'external' ? 65001 : 65000 }] });
  net.announce(1, ['20.0.0.0/8'], kind === 'internal' ? { path: [], localPref: 100 } : {});
  expect(net.table()).toHaveLength(1);
  net.talker(1).raw(2, update(kind, one));
  net.run(1);
  const error = net.talker(1).heard.flatMap((message) => (message.type === 'notification' ? [message.error] : []))[0];
  const row = net.peer(1);
  if (error) {
    expect(row.state).not.toBe('established');
    expect(row.lastError).toMatchObject({ sent: true });
    return `${error.code === 3 ? 'reset 3' : `reset ${error.code}`}/${error.subcode}` as Fate;
  }
  expect(row.state).toBe('established');
  const { malformed } = row;
  if (net.table().length === 0) {
    expect(malformed?.withdrawn).toBe(1);
    return 'withdraw';
  }
  return malformed?.discarded ? 'discard' : 'taken';
}

describe('an UPDATE', () => {
  it.each<[string, Fate, Case, Kind?]>([
    ['that is right', 'taken', {}],
    // §3 b
    ['whose attributes are longer than the message', 'reset 3/1', { nlri: '', off: 40 }],
    ['whose last attribute runs over the end', 'withdraw', { more: 'c00840 00010002' }],
    // §3 c
    ['with the flags of ORIGIN wrong', 'withdraw', { all: `80010100${PATH.external}${NEXT_HOP}` }],
    ['with the flags of MED wrong', 'withdraw', { more: 'c0040400000001' }],
    ['with the flags of COMMUNITIES wrong', 'withdraw', { more: '40080400010001' }],
    ['with the partial bit where it may be', 'taken', { more: 'e0080400010001' }],
    // §3 d
    ['without ORIGIN', 'withdraw', { all: `${PATH.external}${NEXT_HOP}` }],
    ['without AS_PATH', 'withdraw', { all: `${ORIGIN}${NEXT_HOP}` }],
    ['without NEXT_HOP', 'withdraw', { all: `${ORIGIN}${PATH.external}` }],
    // §3 g
    ['with MED twice', 'discard', { more: '80040400000001 80040400000002' }],
    ['with MP_REACH_NLRI twice', 'reset 3/1', { more: '800e0900010104 0a000102 00 800e0900010104 0a000102 00' }],
    // §5.2
    ['with a broken attribute and no prefix at all', 'reset 3/5', { more: '80040200 01', nlri: '' }],
    ['with a broken attribute and withdrawn prefixes only', 'reset 3/6', { all: '40010109', nlri: '', gone: NET }],
    // §5.3, RFC 4271 §6.3
    ['with a prefix of 33 bits', 'reset 3/10', { nlri: '21 1400000000' }],
    ['with a prefix that is cut off', 'reset 3/10', { nlri: '18 1400' }],
    ['that withdraws a prefix of 33 bits', 'reset 3/10', { gone: '21 1400000000' }],
    // §7.1
    ['with ORIGIN of two bytes', 'withdraw', { all: `4001020000${PATH.external}${NEXT_HOP}` }],
    ['with ORIGIN 3', 'withdraw', { all: `40010103${PATH.external}${NEXT_HOP}` }],
    // §7.2
    ['with an unknown segment in AS_PATH', 'withdraw', { all: `${ORIGIN}40020605010000fde9${NEXT_HOP}` }],
    ['with a segment that is too long', 'withdraw', { all: `${ORIGIN}40020602020000fde9${NEXT_HOP}` }],
    ['with a segment of no AS', 'withdraw', { all: `${ORIGIN}4002020200${NEXT_HOP}` }],
    ['with one byte left behind the segments', 'withdraw', { all: `${ORIGIN}40020702010000fde902${NEXT_HOP}` }],
    ['with a confederation in the path from outside', 'withdraw', { all: `${ORIGIN}40020603010000fde9${NEXT_HOP}` }],
    // §7.3
    ['with NEXT_HOP of five bytes', 'withdraw', { all: `${ORIGIN}${PATH.external}4003050a00010200` }],
    // §7.4
    ['with MED of three bytes', 'withdraw', { more: '800403000001' }],
    // §7.5
    ['with LOCAL_PREF of three bytes from outside', 'discard', { more: '400503000001' }],
    ['with LOCAL_PREF of three bytes from inside', 'withdraw', { more: '400503000001' }, 'internal'],
    // §7.6, §7.7
    ['with ATOMIC_AGGREGATE that says something', 'discard', { more: '40060101' }],
    ['with AGGREGATOR of six bytes', 'discard', { more: 'c00706fde90a000001' }],
    // §7.8
    ['with COMMUNITIES of six bytes', 'withdraw', { more: 'c00806000100020003' }],
    ['with no COMMUNITIES in it', 'withdraw', { more: 'c00800' }],
    // §7.9, §7.10
    ['with ORIGINATOR_ID of three bytes from outside', 'discard', { more: '8009030a0000' }],
    ['with ORIGINATOR_ID of three bytes from inside', 'withdraw', { more: '8009030a0000' }, 'internal'],
    ['with CLUSTER_LIST of five bytes from outside', 'discard', { more: '800a050a00000000' }],
    ['with CLUSTER_LIST of five bytes from inside', 'withdraw', { more: '800a050a00000000' }, 'internal'],
    // §7.11, §7.12
    ['with MP_REACH_NLRI whose next hop has no sense', 'reset 3/9', { more: '800e0600018002 0a00' }],
    ['with MP_UNREACH_NLRI that is no list', 'reset 3/9', { more: '800f0500010421 14' }],
    ['with MP_REACH_NLRI of a family that nobody knows', 'taken', { more: '800e0740047802 0a00 00' }],
    // §7.14, RFC 8092 §6
    ['with EXTENDED COMMUNITIES of nine bytes', 'withdraw', { more: 'c01009000200010000000100' }],
    ['with LARGE COMMUNITIES of eleven bytes', 'withdraw', { more: 'c0200b 0000000100000002000000' }],
    // RFC 6793 §6
    ['with a broken AS4_PATH', 'discard', { more: 'c01103 020200' }],
    // RFC 4271 §6.3
    ['with a well-known attribute that nobody knows', 'reset 3/2', { more: '40630100' }],
    ['with an optional one that nobody knows', 'taken', { more: 'c0630100' }],
  ])('%s: %s', (_name, expected, one, kind = 'external') => {
    expect(fate(kind, one)).toBe(expected);
  });
  it('of several faults counts the worst', () => {
    expect(fate('external', { more: '40060101 800403000001' })).toBe('withdraw');
    expect(fate('external', { more: '40060101 800403000001 40630100' })).toBe('reset 3/2');
  });
  it('passes on what is optional and transitive, marked as partial', () => {
    const net = new TalkedTo({ peers: [{ asn: 65001 }, { asn: 65002 }] });
    net.talker(1).raw(2, update('external', { more: 'c06302abcd 80640100' }));
    const [message] = net.messages(2).filter(({ type }) => type === 'update');
    const attributes = message?.type === 'update' ? message.update.attributes : [];
    const unknown = attributes.filter(({ body }) => body.kind === 'other');
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toMatchObject({ flags: 0xe0, body: { code: 0x63 } });
  });
});
