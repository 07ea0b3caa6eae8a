// Packets under labels: what each router on the path does to them, and what is told about those that do not arrive.
// RFC 3031 §3.10, RFC 3032, RFC 3443, RFC 4182, RFC 4950

import { describe, expect, it } from 'vitest';
import type { MplsForwarding } from '../../../src/net/interface.ts';
import { ALL_LABELS } from '../../../src/net/labels.ts';
import { ICMP } from '../../../src/net/wire/iana.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { seconds } from '../../../src/sim/time.ts';
import type { DeviceSpec, InterfaceSpec } from '../../harness/config.ts';
import { labels, likeIos, likeJunos, only } from '../../harness/ldp.ts';
import { type ChainOptions, chain } from '../../harness/mpls-chain.ts';
import { ip } from '../../harness/routes.ts';
import { PLAIN, Topology } from '../../harness/topology.ts';
import { drops, labelledStatic, onLabel, onRoute } from './static-lsp.ts';

const forwarding = (more: Partial<MplsForwarding>): Pick<DeviceSpec, 'mpls'> => ({
  mpls: {
    labels: ALL_LABELS,
    forwarding: { propagateTtl: { forwarded: true, local: true }, errorsDownPath: { deeperThan: 0 }, ...more },
  },
});

/** Five routers, r1 and r5 without labels: r2 is the ingress, r4 the egress of the label-switched paths. */
function core(more: Partial<ChainOptions> & { readonly all?: Partial<DeviceSpec> } = {}): Topology {
  const { all, ...options } = more;
  return chain({
    length: 5,
    ldp: likeIos,
    ...options,
    routers: Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [
        `r${n}`,
        { ...(n === 1 || n === 5 ? { ldp: undefined } : {}), ...all, ...options.routers?.[`r${n}`] },
      ]),
    ),
  }).run(seconds(2));
}

/** `100/0/254 200/0/255`: label, traffic class, TTL, from the top. */
function stackText(bytes: Uint8Array): string {
  const words = new DataView(bytes.buffer, bytes.byteOffset);
  const entries: string[] = [];
  for (let at = 14; ; at += 4) {
    const word = words.getUint32(at);
    entries.push(`${word >>> 12}/${(word >>> 9) & 7}/${word & 255}`);
    if (((word >>> 8) & 1) === 1) return entries.join(' ');
  }
}

/** The label stacks of frames that leave a router there from now on. */
function tap(net: Topology, name: string, port: string): string[] {
  const seen: string[] = [];
  net.world.watch({
    sent: (_time, _link, from, { bytes }) => {
      if (from.node !== name || from.port !== port || bytes[12] !== 0x88 || bytes[13] !== 0x47) return;
      seen.push(stackText(bytes));
    },
  });
  return seen;
}

describe('through a core', () => {
  it('labels are pushed, swapped and taken off before the last router', () => {
    const net = core();
    const [first, second, third] = [tap(net, 'r2', 'e1'), tap(net, 'r3', 'e1'), tap(net, 'r4', 'e1')];
    expect(net.ping('r1', '5.5.5.5', { from: '1.1.1.1' })).toBe(5);
    expect(first).toHaveLength(5);
    expect(second).toHaveLength(5);
    expect(third).toEqual([]);
    // r2 forwards with TTL 254, r3 with 253: the label's is the packet's (RFC 3443 §3.1).
    expect(first[0]).toMatch(/^\d+\/0\/254$/);
    expect(second[0]).toMatch(/^\d+\/0\/253$/);
  });

  it('each hop answers a traceroute, with the labels that it got (RFC 4950)', () => {
    const net = core();
    const lines = net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1') });
    expect(lines.map((line) => line.replace(/\[\d+/, '[N'))).toEqual([
      '1 10.0.1.2',
      '2 10.0.2.3 [N/0/1]',
      '3 10.0.3.4 [N/0/1]',
      '4 5.5.5.5',
    ]);
  });

  it('is one hop where TTLs do not go into labels (RFC 3443 §3.2)', () => {
    const net = core({ all: forwarding({ propagateTtl: { forwarded: false, local: false } }) });
    const first = tap(net, 'r2', 'e1');
    const lines = net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1') });
    expect(lines.map((line) => line.replace(/\[\d+/, '[N'))).toEqual([
      '1 10.0.1.2',
      '2 10.0.3.4 [N/0/254]',
      '3 5.5.5.5',
    ]);
    expect(first[0]).toMatch(/\/255$/);
    expect(net.ping('r1', '5.5.5.5', { from: '1.1.1.1' })).toBe(5);
  });

  it('may hide itself from passing packets and not from the router’s own', () => {
    const net = core({ all: forwarding({ propagateTtl: { forwarded: false, local: true } }) });
    expect(net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1') })).toHaveLength(3);
    expect(net.trace('r2', '5.5.5.5', { from: ip('2.2.2.2') }).map((line) => line.split(' ')[1])).toEqual([
      '10.0.2.3',
      '10.0.3.4',
      '5.5.5.5',
    ]);
  });

  it('keeps a packet’s precedence in the traffic class', () => {
    const net = core();
    const first = tap(net, 'r2', 'e1');
    net.device('r1').ping(
      {
        vrf: 'default' as never,
        to: ip('5.5.5.5'),
        from: ip('1.1.1.1'),
        count: 1,
        size: 100,
        df: false,
        ttl: 255,
        tos: 0xb8,
        timeout: seconds(2),
        pace: 'answer',
        pattern: undefined,
      },
      () => {},
    );
    net.run(seconds(1));
    expect(first[0]).toMatch(/^\d+\/5\/254$/);
  });

  it('counts what took each label', () => {
    const net = core();
    net.ping('r1', '5.5.5.5', { from: '1.1.1.1' });
    // 100 bytes of packet and 4 of label, five times.
    expect(labels(net, 'r3').filter((line) => line.includes('(5/520)'))).toHaveLength(2);
    net.device('r3').act({ kind: 'clear-mpls-counters' });
    expect(labels(net, 'r3').some((line) => line.includes('('))).toBe(false);
  });
});

describe('errors from inside', () => {
  /** r3, in the middle, knows no way back to r1. */
  const blind = {
    r3: {
      static: {
        default: [
          { to: '4.4.4.4/32', via: '10.0.3.4' },
          { to: '5.5.5.5/32', via: '10.0.3.4' },
          { to: '2.2.2.2/32', via: '10.0.2.2' },
        ],
      },
    },
  };

  it('go on to the end of the path, which knows the way back (RFC 3032 §2.3.2)', () => {
    const net = core({ routers: blind });
    // The way back is by plain IP: the path to r1 is broken at r3.
    expect(net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1'), maxTtl: 2 })).toEqual(['1 10.0.1.2', '2 *']);
    onLabel(net, 'r3', 900, 'e0>10.0.2.2 3');
    onRoute(net, 'r4', '1.1.1.1/32', 'e0>10.0.3.3 900');
    const lines = net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1'), maxTtl: 2 });
    expect(lines[1]).toMatch(/^2 10\.0\.2\.3 \[\d+\/0\/1\]$/);
  });

  it('go as the table says where the router is told so', () => {
    const net = core({ routers: { r3: { ...blind.r3, ...forwarding({ errorsDownPath: 'never' }) } } });
    onLabel(net, 'r3', 900, 'e0>10.0.2.2 3');
    onRoute(net, 'r4', '1.1.1.1/32', 'e0>10.0.3.3 900');
    expect(net.trace('r1', '5.5.5.5', { from: ip('1.1.1.1'), maxTtl: 2 })).toEqual(['1 10.0.1.2', '2 *']);
    expect(drops(net, 'r3')['no route']).toBe(1);
  });
});

describe('the largest packet', () => {
  const big = (net: Topology, size: number, df: boolean) => {
    const said: string[] = [];
    net.device('r1').ping(
      {
        vrf: 'default' as never,
        to: ip('5.5.5.5'),
        from: ip('1.1.1.1'),
        count: 1,
        size,
        df,
        ttl: 255,
        tos: 0,
        timeout: seconds(2),
        pace: 'answer',
        pattern: undefined,
      },
      (report) => {
        if (report.kind === 'reply') said.push('reply');
        if (report.kind === 'error') said.push(`${report.type}/${report.code} mtu ${report.mtu}`);
        if (report.kind === 'timeout') said.push('timeout');
      },
    );
    net.run(seconds(5));
    return said;
  };

  it('is four bytes shorter under a label: who may not be cut is told (RFC 3032 §3.4, RFC 1191)', () => {
    const net = core();
    expect(big(net, 1496, true)).toEqual(['reply']);
    expect(big(net, 1497, true)).toEqual([`${ICMP.unreachable}/4 mtu 1496`]);
    expect(big(net, 1500, false)).toEqual(['reply']);
  });

  it('is as long as the link’s where labelled packets may be longer', () => {
    const net = core({ link: { mpls: 1508 } as Partial<InterfaceSpec> });
    expect(big(net, 1500, true)).toEqual(['reply']);
  });

  it('is found out inside the core as well (RFC 3032 §3.5)', () => {
    const narrow = {
      interfaces: {
        Loopback0: '3.3.3.3/32',
        e0: { at: '10.0.2.3/24', mpls: true },
        e1: { at: '10.0.3.3/24', mtu: 1400, mpls: true },
      },
    };
    const net = core({ routers: { r3: narrow } });
    expect(big(net, 1396, true)).toEqual(['reply']);
    expect(big(net, 1450, true)).toEqual(['3/4 mtu 1396']);
    expect(big(net, 1450, false)).toEqual(['reply']);
  });
});

describe('stacks', () => {
  const three = () =>
    chain({
      length: 3,
      ldp: likeIos,
      routers: { r1: { ldp: undefined }, r2: { ldp: undefined }, r3: { ldp: undefined } },
    });

  it('are pushed as they are written, and read from the top', () => {
    const net = three();
    net.configure('r1', { static: { default: [labelledStatic('9.9.9.9/32', 'e1>10.0.1.2 100 200')] } });
    net.configure('r3', {
      interfaces: { Loopback0: '3.3.3.3/32', Loopback9: '9.9.9.9/32', e0: { at: '10.0.2.3/24', mpls: true } },
      static: { default: [{ to: '10.0.1.0/24', via: '10.0.2.2' }] },
    });
    onLabel(net, 'r2', 100, 'e1>10.0.2.3 3');
    onLabel(net, 'r3', 200, 'vrf:default');
    const [first, second] = [tap(net, 'r1', 'e1'), tap(net, 'r2', 'e1')];
    expect(net.ping('r1', '9.9.9.9')).toBe(5);
    expect(first[0]).toBe('100/0/255 200/0/255');
    expect(second[0]).toBe('200/0/254');
  });

  it('grow where a label is swapped for several', () => {
    const net = three();
    net.configure('r1', { static: { default: [labelledStatic('3.3.3.3/32', 'e1>10.0.1.2 100')] } });
    onLabel(net, 'r2', 100, 'e1>10.0.2.3 300 400');
    const second = tap(net, 'r2', 'e1');
    net.ping('r1', '3.3.3.3');
    expect(second[0]).toBe('300/0/254 400/0/254');
    expect(drops(net, 'r3')['mpls unknown label']).toBe(5);
  });

  it('explicit null says nothing, at the bottom or above (RFC 4182 §1)', () => {
    const net = three();
    onLabel(net, 'r3', 200, 'vrf:default');
    for (const hop of ['e1>10.0.1.2 100 0', 'e1>10.0.1.2 100 0 200', 'e1>10.0.1.2 0 100']) {
      net.configure('r1', {
        static: { default: [labelledStatic('3.3.3.3/32', hop), { to: '10.0.2.0/24', via: '10.0.1.2' }] },
      });
      onLabel(net, 'r2', 100, 'e1>10.0.2.3 3');
      net.configure('r3', { static: { default: [{ to: '10.0.1.0/24', via: '10.0.2.2' }] } });
      expect(net.ping('r1', '3.3.3.3')).toBe(5);
    }
  });

  it('lose everything before a router that knows no labels', () => {
    const net = three();
    net.configure('r1', { static: { default: [labelledStatic('3.3.3.3/32', 'e1>10.0.1.2 100')] } });
    net.configure('r3', { static: { default: [{ to: '10.0.1.0/24', via: '10.0.2.2' }] } });
    onLabel(net, 'r2', 100, 'e1>10.0.2.3 untagged');
    const second = tap(net, 'r2', 'e1');
    expect(net.ping('r1', '3.3.3.3')).toBe(5);
    expect(second).toEqual([]);
  });

  it('may end in a VRF: the packet goes on there', () => {
    const net = new Topology({
      devices: {
        r1: {
          interfaces: { e1: { at: '10.0.1.1/24', mpls: true } },
          static: { default: [labelledStatic('9.9.9.9/32', 'e1>10.0.1.2 500')] },
        },
        r2: {
          vrfs: ['A'],
          interfaces: { e0: { at: '10.0.1.2/24', mpls: true }, e1: { at: '10.0.2.2/24', vrf: 'A' } },
          static: { A: [{ to: '9.9.9.9/32', via: '10.0.2.3' }] },
        },
        r3: {
          interfaces: { e0: '10.0.2.3/24', Loopback0: '9.9.9.9/32' },
          static: { default: [{ to: '10.0.1.0/24', via: '10.0.2.2' }] },
        },
      },
      cables: ['r1 e1 - r2 e0', 'r2 e1 - r3 e0'],
    });
    onLabel(net, 'r2', 500, 'vrf:A');
    net.ping('r1', '9.9.9.9');
    const heard = net
      .device('r3')
      .ask('interfaces', {})
      .find(({ interface: one }) => one.name === 'e0')?.counters.inPackets;
    expect(heard).toBeGreaterThanOrEqual(5);
    // The answers find no way out of the VRF: nobody leaks it.
    expect(drops(net, 'r2')['no route']).toBe(5);
  });

  // Lab of an IP VPN on an MX104, 2015: `3  4.0.0.98` is the egress PE's address towards the customer.
  it('and what is told about it there comes from the interface that leads to its destination', () => {
    const net = new Topology({
      devices: {
        r1: {
          interfaces: { e1: { at: '10.0.1.1/24', mpls: true } },
          static: { default: [labelledStatic('9.9.9.9/32', 'e1>10.0.1.2 500')] },
        },
        r2: {
          vrfs: ['A'],
          interfaces: {
            e0: { at: '10.0.1.2/24', mpls: true },
            e1: { at: '10.0.2.2/24', vrf: 'A' },
            e2: { at: '10.0.3.2/24', vrf: 'A' },
          },
          static: {
            A: [
              { to: '9.9.9.9/32', via: '10.0.3.3' },
              { to: '10.0.1.0/24', via: '10.0.2.3' },
            ],
          },
        },
        r3: { interfaces: { e0: '10.0.2.3/24', e1: '10.0.3.3/24', Loopback0: '9.9.9.9/32' } },
      },
      cables: ['r1 e1 - r2 e0', 'r2 e1 - r3 e0', 'r2 e2 - r3 e1'],
    });
    onLabel(net, 'r2', 500, 'vrf:A');
    const errors: string[] = [];
    net.world.watch({
      sent: (_time, _link, from, { bytes }) => {
        if (from.node !== 'r2' || bytes[12] !== 0x08 || bytes[13] !== 0 || bytes[23] !== 1 || bytes[34] !== 11) return;
        errors.push([...bytes.subarray(26, 30)].join('.'));
      },
    });
    net.trace('r1', '9.9.9.9', { maxTtl: 1 });
    expect(errors[0]).toBe('10.0.3.2');
  });
});

describe('through a label-switched path to a next hop', () => {
  /** r1 has a route to 9.9.9.9 (on r4) by next hop 4.4.4.4; the routers between know nothing of it. */
  const behind = (like: typeof likeIos, lspFrom: 'labeled-table' | 'unicast-labels', inner: readonly number[] = []) => {
    const gateway = { via: 'address', gateway: ip('4.4.4.4'), labels: inner as never, table: 'labeled' } as const;
    const net = chain({
      length: 4,
      ldp: like,
      personality: { ...PLAIN, resolve: { viaDefault: true, lspFrom } },
      routers: {
        r1: {
          static: {
            default: [
              ...[2, 3, 4].map((n) => ({ to: `${n}.${n}.${n}.${n}/32`, via: '10.0.1.2' })),
              { to: '9.9.9.9/32', via: gateway },
            ],
          },
        },
        r4: {
          interfaces: { Loopback0: '4.4.4.4/32', Loopback9: '9.9.9.9/32', e0: { at: '10.0.3.4/24', mpls: true } },
        },
      },
    }).run(seconds(2));
    return net;
  };

  it.each([
    ['in the table of such paths', likeJunos, 'labeled-table'],
    ['in the labels of the routes', likeIos, 'unicast-labels'],
  ] as const)('found %s, packets cross a core that knows nothing of them', (_, like, lspFrom) => {
    const net = behind(like, lspFrom);
    const first = tap(net, 'r1', 'e1');
    expect(net.ping('r1', '9.9.9.9', { from: '1.1.1.1' })).toBe(5);
    expect(first[0]).toMatch(/^\d+\/0\/255$/);
    expect(drops(net, 'r2')).toEqual({});
  });

  it.each([
    [likeJunos, 'labeled-table'],
    [likeIos, 'unicast-labels'],
  ] as const)('labels of the route itself stand below those of the path', (like, lspFrom) => {
    const net = behind(like, lspFrom, [700]);
    onLabel(net, 'r4', 700, 'vrf:default');
    const [first, third] = [tap(net, 'r1', 'e1'), tap(net, 'r3', 'e1')];
    expect(net.ping('r1', '9.9.9.9', { from: '1.1.1.1' })).toBe(5);
    expect(first[0]).toMatch(/^\d+\/0\/255 700\/0\/255$/);
    expect(third[0]).toMatch(/^700\/0\/253$/);
  });

  it('that is not there, the route is none, or drops what takes it', () => {
    const tables = behind(likeJunos, 'labeled-table');
    tables.configure('r2', { ldp: undefined });
    tables.run(seconds(1));
    expect(tables.ping('r1', '9.9.9.9', { from: '1.1.1.1' })).toBe(0);
    expect(tables.table('r1').some((line) => line.includes('9.9.9.9'))).toBe(false);
    const labels = behind(likeIos, 'unicast-labels');
    labels.configure('r2', { ldp: undefined });
    labels.run(seconds(1));
    expect(labels.ping('r1', '9.9.9.9', { from: '1.1.1.1' })).toBe(0);
    expect(labels.table('r1').some((line) => line.includes('9.9.9.9'))).toBe(true);
  });
});

describe('several ways', () => {
  /** r1 and r4 joined through r2 and through r3. */
  const square = () => {
    const middle = (n: number): DeviceSpec => ({
      interfaces: { e0: { at: `10.0.${n}.2/24`, mpls: true }, e1: { at: `10.1.${n}.2/24`, mpls: true } },
      static: { default: [{ to: '10.9.0.0/16', via: `10.0.${n}.1` }] },
    });
    const net = new Topology({
      devices: {
        r0: { interfaces: { e0: '10.9.0.2/16' }, static: { default: [{ to: '0.0.0.0/0', via: '10.9.0.1' }] } },
        r1: {
          interfaces: {
            e0: { at: '10.0.2.1/24', mpls: true },
            e1: { at: '10.0.3.1/24', mpls: true },
            e2: { at: '10.9.0.1/16', mpls: true },
          },
          static: {
            default: [
              { to: '9.0.0.0/8', via: '10.0.2.2' },
              { to: '9.0.0.0/8', via: '10.0.3.2' },
            ],
          },
        },
        r2: middle(2),
        r3: middle(3),
        r4: {
          interfaces: {
            e0: { at: '10.1.2.4/24', mpls: true },
            e1: { at: '10.1.3.4/24', mpls: true },
            Loopback0: '9.1.1.1/8',
          },
          static: { default: [{ to: '10.9.0.0/16', via: '10.1.2.2' }] },
        },
      },
      cables: ['r1 e0 - r2 e0', 'r1 e1 - r3 e0', 'r2 e1 - r4 e0', 'r3 e1 - r4 e1', 'r0 e0 - r1 e2'],
    });
    for (const name of ['r2', 'r3']) onLabel(net, name, 100, `e1>10.1.${name.slice(1)}.4 3`);
    return net;
  };
  const went = (net: Topology, name: string) => net.device(name).ask('lfib', {})[0]?.ways[0]?.counters.packets ?? 0;

  it('share the flows under labels, and keep each flow on one of them', () => {
    const net = square();
    const gates = [
      { out: 'e0', gateway: ip('10.0.2.2'), label: 100 },
      { out: 'e1', gateway: ip('10.0.3.2'), label: 100 },
    ];
    const at = net.device('r1').machine;
    at?.vrfs.impose(
      'default' as never,
      (net.device('r1').ask('routes', { vrf: 'default' as never }) ?? []).find(
        ({ prefix }) => prefix.text === '9.0.0.0/8',
      )?.prefix as never,
      gates as never,
    );
    at?.settle();
    for (let n = 1; n <= 40; n++) net.ping('r0', `9.2.3.${n}`);
    const [left, right] = [went(net, 'r2'), went(net, 'r3')];
    expect(left + right).toBe(200);
    expect(left % 5).toBe(0);
    expect(Math.min(left, right)).toBeGreaterThanOrEqual(50);
  });

  it('of a label are chosen by the IP packet under it', () => {
    const net = square();
    net.configure('r0', {
      static: { default: [labelledStatic('9.0.0.0/8', 'e0>10.9.0.1 700')] },
      interfaces: { e0: { at: '10.9.0.2/16', mpls: true } },
    });
    onLabel(net, 'r1', 700, 'e0>10.0.2.2 100', 'e1>10.0.3.2 100');
    for (let n = 1; n <= 40; n++) net.ping('r0', `9.2.3.${n}`);
    const [left, right] = [went(net, 'r2'), went(net, 'r3')];
    expect(left + right).toBe(200);
    expect(left % 5).toBe(0);
    expect(Math.min(left, right)).toBeGreaterThanOrEqual(50);
  });
});

describe('what is no label of ours', () => {
  const frame = (net: Topology, stack: readonly number[], broadcast = false): void => {
    const port = net.device('r2').ask('ports', {})[0];
    const mac = (port?.config.mac as unknown as number) ?? 0;
    const bytes = new Uint8Array(14 + 4 * stack.length + 20);
    for (let i = 0; i < 6; i++) bytes[i] = broadcast ? 255 : Math.floor(mac / 2 ** (40 - 8 * i)) & 255;
    bytes[12] = 0x88;
    bytes[13] = 0x47;
    for (const [i, label] of stack.entries())
      new DataView(bytes.buffer).setUint32(14 + 4 * i, label * 4096 + (i === stack.length - 1 ? 256 : 0) + 64);
    net.device('r2').receive('e0' as PortName, { bytes });
  };
  const two = (mpls = true) =>
    new Topology({
      devices: { r1: { interfaces: { e0: '10.0.1.1/24' } }, r2: { interfaces: { e0: { at: '10.0.1.2/24', mpls } } } },
      cables: ['r1 e0 - r2 e0'],
    });

  it.each([
    ['an unknown label', [100], 'mpls unknown label'],
    ['implicit null, which no wire bears', [3], 'mpls label 3'],
    ['router alert', [1, 100], 'mpls label 1'],
    ['explicit null over something that is no IPv4', [0], 'mpls payload'],
  ])('%s is dropped, and counted', (_, stack, reason) => {
    const net = two();
    frame(net, stack);
    expect(drops(net, 'r2')).toEqual({ [reason]: 1 });
  });

  it('nothing labelled is taken where labels are not spoken, nor from everybody', () => {
    const net = two(false);
    frame(net, [100]);
    expect(drops(net, 'r2')).toEqual({ 'mpls not enabled': 1 });
    const other = two();
    frame(other, [100], true);
    expect(drops(other, 'r2')).toEqual({ 'mpls in broadcast': 1 });
  });

  it('a stack without a bottom', () => {
    const net = two();
    const bytes = new Uint8Array(60);
    const mac = net.device('r2').ask('ports', {})[0]?.config.mac as unknown as number;
    for (let i = 0; i < 6; i++) bytes[i] = Math.floor(mac / 2 ** (40 - 8 * i)) & 255;
    bytes.set([0x88, 0x47], 12);
    net.device('r2').receive('e0' as PortName, { bytes });
    expect(Object.keys(drops(net, 'r2'))[0]).toMatch(/^mpls /);
  });
});

describe('with labels of some routes only', () => {
  it('others go plain', () => {
    const net = chain({ length: 3, ldp: likeIos, spec: () => ({ labels: { allocate: only(['3.3.3.3/32']) } }) }).run(
      seconds(2),
    );
    expect(net.trace('r1', '3.3.3.3')).toHaveLength(2);
    expect(net.ping('r1', '10.0.2.3')).toBe(5);
  });
});
