// MPLS echo: what is on the wire, who answers what, and what becomes of a broken path.                       RFC 8029

import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/base/bytes.ts';
import { ip4Text } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import type { LspPingSpec, LspTraceSpec } from '../../../src/net/operations.ts';
import { type LspEcho, lspEcho, ntp } from '../../../src/net/wire/lsp-ping.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { likeIos, likeJunos } from '../../harness/ldp.ts';
import { chain } from '../../harness/mpls-chain.ts';
import { ip, p } from '../../harness/routes.ts';
import { PLAIN, type Topology } from '../../harness/topology.ts';
import { drops, labelledStatic, onLabel, onLabelOf } from './static-lsp.ts';

const ECHO: LspEcho = {
  kind: 'request',
  validate: true,
  replyMode: 2,
  code: 0,
  subcode: 0,
  handle: 0x0a0b0c0d,
  sequence: 1,
  sentAt: 0x100000000n,
  receivedAt: 0n,
  fecs: [p('4.4.4.4/32')],
  downstream: [],
  pad: undefined,
  errored: [],
};
const hex = (text: string): Uint8Array => present(fromHex(text.replaceAll(' ', '')), text);

describe('on the wire', () => {
  // RFC 8029 §3, figures 1 and 2, and §3.2.1: version, flags; type, mode, code, subcode; handle; sequence; times; TLVs.
  const text =
    '0001 0001 01 02 00 00 0a0b0c0d 00000001 0000000100000000 0000000000000000' +
    '0001 000c 0001 0005 04040404 20 000000';

  it('a request is as the RFC draws it', () => {
    expect(toHex(lspEcho.encode(ECHO, undefined))).toBe(text.replaceAll(' ', ''));
    expect(lspEcho.decode(hex(text), undefined)).toEqual({ ok: true, value: ECHO });
  });

  it('a mapping of what is downstream too (§3.4)', () => {
    const one = {
      mtu: 1500,
      address: ip('10.0.0.2'),
      interfaceAddress: ip('10.0.0.2'),
      labels: [{ label: 18, exp: 0 }],
    };
    const bytes = lspEcho.encode({ ...ECHO, fecs: [], downstream: [one] }, undefined);
    expect(toHex(bytes).slice(64)).toBe(
      '0002' + '0014' + '05dc0100' + '0a000002' + '0a000002' + '00000000' + '00012103',
    );
    expect(lspEcho.decode(bytes, undefined)).toMatchObject({ ok: true, value: { downstream: [one] } });
  });

  it.each([
    ['short', '0001 0000 01'],
    ['version', `0002${text.slice(4)}`],
    ['value', text.replace('0001 0001 01 02', '0001 0001 07 02')],
    ['length', `${text.slice(0, -30)}`],
  ])('%s', (kind, bad) => {
    const got = lspEcho.decode(
      hex(bad.replaceAll(' ', '').slice(0, Math.floor(bad.replaceAll(' ', '').length / 2) * 2)),
      undefined,
    );
    expect(got.ok ? 'decoded' : got.error.kind).toBe(kind);
  });

  it('TLVs that must be understood and are not are named; others are passed over', () => {
    const more = lspEcho.decode(hex(`${text} 0015 0002 abcd 0000 fff0 0001 01 000000`), undefined);
    expect(more.ok && more.value.errored).toEqual([21]);
  });

  it('time is that of NTP', () => {
    expect(ntp(1_500_000)).toBe(0x180000000n);
  });

  it('rubbish, a hundred thousand times', () => {
    const rng = makeRng(11);
    const seed = lspEcho.encode(
      {
        ...ECHO,
        pad: 20,
        downstream: [
          { mtu: 1500, address: ip('1.1.1.1'), interfaceAddress: ip('1.1.1.1'), labels: [{ label: 18, exp: 0 }] },
        ],
      },
      undefined,
    );
    let decoded = 0;
    for (let i = 0; i < 100_000; i++) {
      const bytes = seed.slice(0, rng.below(10) === 0 ? rng.below(seed.length) : undefined);
      for (let n = 1 + rng.below(3); n > 0 && bytes.length > 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
      if (lspEcho.decode(bytes, undefined).ok) decoded++;
    }
    expect(decoded).toBeGreaterThan(10_000);
  });
});

const COMMON = {
  vrf: MAIN,
  to: ip('127.0.0.1'),
  from: undefined,
  exp: 0,
  replyMode: 2,
  timeout: seconds(2),
} as const;

function ping(net: Topology, name: string, fec: string, more: Partial<LspPingSpec> = {}): readonly string[] {
  const lines: string[] = [];
  const spec = { ...COMMON, fec: p(fec), count: 2, size: 100, ttl: 255, interval: seconds(0), ...more };
  net.device(name).lspPing(spec, (report) => {
    if (report.kind === 'reply') lines.push(`${ip4Text(report.from)} ${report.code}/${report.subcode}`);
    else if (report.kind === 'done') lines.push(`${report.totals.received} of ${report.totals.sent}`);
    else if (report.kind !== 'sent') lines.push(report.kind);
  });
  net.run(seconds(10));
  return lines;
}

function trace(net: Topology, name: string, fec: string, more: Partial<LspTraceSpec> = {}): readonly string[] {
  const lines: string[] = [];
  net.device(name).lspTrace({ ...COMMON, fec: p(fec), maxTtl: 6, ...more }, (report) => {
    if (report.kind === 'done') lines.push(report.reached ? 'reached' : 'not reached');
    else if (report.kind === 'timeout' || report.kind === 'unsendable') lines.push(`${report.ttl} ${report.kind}`);
    else {
      const hop = report.downstream;
      const down = hop
        ? ` > ${ip4Text(hop.address)} mtu ${hop.mtu} labels ${hop.labels.map(({ label }) => (label === 3 ? 'null' : 'N')).join(' ')}`
        : '';
      const what = report.kind === 'start' ? '0' : `${report.ttl} ${report.code}/${report.subcode}`;
      lines.push(`${what} ${ip4Text(report.from)}${down}`);
    }
  });
  net.run(seconds(20));
  return lines;
}

const JUNOS_LIKE = { ...PLAIN, ldp: { ...PLAIN.ldp, unlabelledHops: 'leave-out' } } as const;

describe.each([
  ['labels on the routes', likeIos, PLAIN],
  ['a table of paths', likeJunos, JUNOS_LIKE],
] as const)('along a path that holds, with %s', (_, ldp, personality) => {
  const net = chain({ length: 4, ldp, personality }).run(seconds(2));

  it('its end answers', () => {
    expect(ping(net, 'r1', '4.4.4.4/32')).toEqual(['10.0.3.4 3/1', '10.0.3.4 3/1', '2 of 2']);
    expect(ping(net, 'r1', '2.2.2.2/32')).toEqual(['10.0.1.2 3/1', '10.0.1.2 3/1', '2 of 2']);
  });

  it('each hop tells of the next one', () => {
    expect(trace(net, 'r1', '4.4.4.4/32')).toEqual([
      '0 10.0.1.1 > 10.0.1.2 mtu 1500 labels N',
      '1 8/1 10.0.1.2 > 10.0.2.3 mtu 1500 labels N',
      // Nothing is pushed there, so that four bytes more come through.
      '2 8/1 10.0.2.3 > 10.0.3.4 mtu 1504 labels null',
      '3 3/1 10.0.3.4',
      'reached',
    ]);
  });

  it('a request that is to live for one hop is answered there', () => {
    expect(ping(net, 'r1', '4.4.4.4/32', { ttl: 1, count: 1 })).toEqual(['10.0.1.2 8/1', '0 of 1']);
  });

  it('nobody answers who was asked not to', () => {
    expect(ping(net, 'r1', '4.4.4.4/32', { replyMode: 1, count: 1 })).toEqual(['timeout', '0 of 1']);
  });

  it('without a path nothing is sent', () => {
    expect(ping(net, 'r1', '9.9.9.9/32', { count: 1 })).toEqual(['unsendable', '0 of 1']);
    expect(trace(net, 'r1', '9.9.9.9/32')).toEqual(['1 unsendable', 'not reached']);
  });
});

describe('a path that does not hold', () => {
  it('ends where a router knows no labels (code 9), and not at its IP destination', () => {
    const net = chain({ length: 4, ldp: likeIos, routers: { r4: { ldp: undefined } } }).run(seconds(2));
    expect(net.ping('r1', '4.4.4.4', { from: '1.1.1.1' })).toBe(5);
    expect(ping(net, 'r1', '4.4.4.4/32', { count: 1 })).toEqual(['10.0.2.3 9/1', '0 of 1']);
  });

  it('ends where its label is unknown, and the packet with it', () => {
    const net = chain({ length: 4, ldp: likeIos }).run(seconds(2));
    onLabelOf(net, 'r2', 18, '4.4.4.4/32', 'e1>10.0.2.3 4000');
    expect(ping(net, 'r1', '4.4.4.4/32', { count: 1 })).toEqual(['timeout', '0 of 1']);
    expect(drops(net, 'r3')['mpls unknown label']).toBe(1);
    // Who looks at it because its TTL is used up says so.
    expect(trace(net, 'r1', '4.4.4.4/32').slice(2)).toEqual(['2 11/1 10.0.2.3', 'not reached']);
  });

  it('is noticed when it leads along that of another FEC (code 10)', () => {
    const net = chain({ length: 5, ldp: likeIos }).run(seconds(2));
    const of = (prefix: string) =>
      net
        .device('r3')
        .ask('ldp.bindings', { vrf: MAIN })
        .find((row) => row.prefix === p(prefix))?.local;
    onLabel(
      net,
      'r2',
      Number(
        net
          .device('r2')
          .ask('ldp.bindings', { vrf: MAIN })
          .find((row) => row.prefix === p('4.4.4.4/32'))?.local,
      ),
      `e1>10.0.2.3 ${of('5.5.5.5/32')}`,
    );
    const lines = trace(net, 'r1', '4.4.4.4/32', { maxTtl: 3 });
    // r2's own entry was laid by hand for another prefix.
    expect(lines[1]).toMatch(/^1 10\/1 10\.0\.1\.2/);
    expect(lines.at(-1)).toBe('not reached');
  });

  it('is noticed by one who is no end of it (code 4)', () => {
    const net = chain({ length: 3, ldp: likeIos }).run(seconds(2));
    net.configure('r1', {
      static: { default: [labelledStatic('9.9.9.9/32', 'e1>10.0.1.2 500'), { to: '10.0.2.0/24', via: '10.0.1.2' }] },
    });
    onLabel(net, 'r2', 500, 'e1>10.0.2.3 3');
    expect(ping(net, 'r1', '9.9.9.9/32', { count: 1 })).toEqual(['10.0.2.3 4/1', '0 of 1']);
  });
});
