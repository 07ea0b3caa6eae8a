// show ip bgp, against what routers printed; rows are rebuilt from the captures.

import { describe, expect, it } from 'vitest';
import type { BgpNetRow, BgpPathRow, BgpTableRow } from '../../../../src/protocols/bgp/show.ts';
import { parseRouteTarget } from '../../../../src/route/community.ts';
import { MAIN } from '../../../../src/route/names.ts';
import { parseRd } from '../../../../src/route/route-distinguisher.ts';
import type { Micros } from '../../../../src/sim/time.ts';
import { ip, p, vrfName } from '../../../harness/routes.ts';
import { type FakeRouter, shown } from './facts.ts';

interface PathSpec {
  readonly hop: string;
  readonly med?: number;
  readonly pref?: number;
  readonly weight?: number;
  readonly path?: readonly number[];
  readonly origin?: 'igp' | 'egp' | 'incomplete';
  readonly from?: 'local' | 'internal' | 'external';
  readonly best?: boolean;
  readonly network?: boolean;
  readonly targets?: readonly string[];
}

function pathRow(spec: PathSpec): BgpPathRow {
  const from = spec.from ?? 'local';
  return {
    attributes: {
      origin: spec.origin ?? 'igp',
      asPath: spec.path ? [{ kind: 'sequence', asns: spec.path }] : [],
      nexthop: ip(spec.hop),
      ...(spec.med === undefined ? {} : { med: spec.med }),
      ...(spec.pref === undefined ? {} : { localPref: spec.pref }),
      ...(spec.targets ? { extended: spec.targets.map((text) => parseRouteTarget(text) as never) } : {}),
    },
    weight: spec.weight ?? 0,
    from: from === 'local' ? 'local' : { peer: ip(spec.hop), routerId: ip(spec.hop), external: from === 'external' },
    origination: from === 'local' ? (spec.network ? 'network' : 'redistributed') : undefined,
    valid: true,
    best: spec.best ?? true,
    nexthopVrf: MAIN,
    igpMetric: 0,
    importedFrom: undefined,
    since: 0 as Micros,
    lostAt: undefined,
  };
}

const net = (prefix: string, paths: readonly PathSpec[], more: Partial<BgpNetRow> = {}): BgpNetRow => ({
  prefix: p(prefix),
  version: 2,
  paths: paths.map(pathRow),
  ribFailure: false,
  ...more,
});

const OWN = { hop: '0.0.0.0', med: 0, weight: 32768 } as const;

function router(
  nets: readonly BgpNetRow[],
  more: FakeRouter & { readonly table?: Partial<BgpTableRow> } = {},
): FakeRouter {
  const { table, ...rest } = more;
  const id = ip('10.2.0.2');
  return {
    ask: {
      'bgp.summary': {
        asn: 2,
        routerId: id,
        version: 2,
        nets: nets.length,
        paths: nets.flatMap((one) => one.paths).length,
      },
      'bgp.tables': [{ rd: undefined, vrf: undefined, routerId: id, nets, ...table }],
    },
    ...rest,
  };
}

const rowsOf = (nets: readonly BgpNetRow[], line = 'show ip bgp'): string =>
  shown(router(nets), line).split('\n').slice(9).join('\n');

describe('show ip bgp', () => {
  it('begins with version, router ID and legend', () => {
    // Capture: IOSv 15.7(3)M3, snapshot ios_add_path, as2rr.
    expect(
      shown(router([net('10.0.0.0/32', [OWN])]), 'show ip bgp')
        .split('\n')
        .slice(0, 9),
    ).toEqual([
      'BGP table version is 2, local router ID is 10.2.0.2',
      'Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, ',
      '              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, ',
      '              x best-external, a additional-path, c RIB-compressed, ',
      '              t secondary path, ',
      'Origin codes: i - IGP, e - EGP, ? - incomplete',
      'RPKI validation codes: V valid, I invalid, N Not found',
      '',
      '     Network          Next Hop            Metric LocPrf Weight Path',
    ]);
  });

  it('marks internal paths and tells the prefix once', () => {
    const path = { hop: '10.2.0.1', med: 0, pref: 100, path: [1], from: 'internal' } as const;
    // Capture: snapshot ios_add_path, as2rr.
    expect(rowsOf([net('10.0.0.0/32', [{ ...path, best: false }, path])])).toBe(`\
 * i  10.0.0.0/32      10.2.0.1                 0    100      0 1 i
 *>i                   10.2.0.1                 0    100      0 1 i`);
  });

  it('leaves out lengths that the class says, and what a path does not have', () => {
    const nets = [
      net('11.0.0.0/8', [{ hop: '12.1.1.1', path: [65001], origin: 'incomplete', from: 'external' }]),
      net('11.1.1.0/24', [{ hop: '12.1.1.1', path: [65001], origin: 'incomplete', from: 'external' }]),
      net('12.1.1.0/24', [{ hop: '12.1.1.1', med: 0, path: [65001], origin: 'incomplete', from: 'external' }], {
        ribFailure: true,
      }),
      net('100.2.0.0/16', [{ ...OWN, origin: 'incomplete' }]),
    ];
    // Capture: snapshot cisco_xr_ios_vpnv4, CE3.
    expect(rowsOf(nets)).toBe(`\
 *>   11.0.0.0         12.1.1.1                               0 65001 ?
 *>   11.1.1.0/24      12.1.1.1                               0 65001 ?
 r>   12.1.1.0/24      12.1.1.1                 0             0 65001 ?
 *>   100.2.0.0/16     0.0.0.0                  0         32768 ?`);
  });

  it('breaks lines behind prefixes that are too long', () => {
    const nets = [
      net('192.168.123.1/32', [{ hop: '10.13.11.1', med: 130816, weight: 32768, origin: 'incomplete' }]),
      net('192.168.123.128/25', [OWN]),
    ];
    // Captures: snapshot iosxe_vrf_route_leaking_classic_eigrp, d3_pe; genieparser ShowBgpAll (the broken line).
    expect(rowsOf(nets)).toBe(`\
 *>   192.168.123.1/32 10.13.11.1          130816         32768 ?
 *>   192.168.123.128/25
                      0.0.0.0                  0         32768 i`);
  });

  it('says where a VRF has a router ID of its own', () => {
    const table = { rd: parseRd('65003:1'), vrf: vrfName('d1_ce'), routerId: ip('192.168.123.31') };
    const bgp = { vpns: { d1_ce: { routerId: ip('192.168.123.31') } } } as never;
    const config = { bgp, vrfs: { d1_ce: {} } as never };
    const lines = shown(
      router([net('10.13.11.0/30', [{ ...OWN, origin: 'incomplete' }])], { table, config }),
      'show ip bgp vpnv4 all',
    );
    // Capture: snapshot iosxe_vrf_route_leaking_classic_eigrp, d3_pe.
    expect(lines.split('\n').slice(9)).toEqual([
      'Route Distinguisher: 65003:1 (default for vrf d1_ce) VRF Router ID 192.168.123.31',
      ' *>   10.13.11.0/30    0.0.0.0                  0         32768 ?',
    ]);
  });

  it('prints nothing where BGP has nothing, and says where there is no BGP', () => {
    expect(shown(router([]), 'show ip bgp')).toBe('');
    // Capture: IOSv 15.7(3)M3, snapshot ios_basic_vrrp.
    for (const line of ['show ip bgp', 'show ip bgp all', 'show ip bgp all neighbors', 'show ip bgp vpnv4 all summary'])
      expect(shown({}, line)).toBe('% BGP not active');
  });
});

describe('show ip bgp ADDRESS', () => {
  it('tells all of a net', () => {
    const nets = [net('10.1.1.0/24', [{ ...OWN, network: true }], { version: 5 }), net('10.1.0.0/16', [OWN])];
    // Shape: genieparser ShowBgpAllDetail (IOS): a path of this router's own that a network statement made.
    expect(shown(router(nets), 'show ip bgp 10.1.1.9')).toBe(`\
BGP routing table entry for 10.1.1.0/24, version 5
Paths: (1 available, best #1, table default)
  Not advertised to any peer
  Refresh Epoch 1
  Local
    0.0.0.0 from 0.0.0.0 (10.2.0.2)
      Origin IGP, metric 0, localpref 100, weight 32768, valid, sourced, local, best
      rx pathid: 0, tx pathid: 0x0`);
    expect(shown(router(nets), 'show ip bgp 10.1.0.0/16').split('\n')[0]).toBe(
      'BGP routing table entry for 10.1.0.0/16, version 2',
    );
    expect(shown(router(nets), 'show ip bgp 10.1.1.0 255.255.255.128')).toBe('% Network not in table');
  });

  it('tells a net that is not in the routing table', () => {
    const nets = [net('10.4.1.1/32', [OWN], { ribFailure: true })];
    // Capture: genieparser ShowBgpAllDetail.
    expect(shown(router(nets), 'show ip bgp 10.4.1.1').split('\n')[1]).toBe(
      'Paths: (1 available, best #1, table default, RIB-failure(17))',
    );
  });

  it('breaks a long list of targets', () => {
    const targets = [1, 2, 3, 4, 5, 6].map((n) => `65000:100${n}`);
    const lines = shown(router([net('10.1.1.0/24', [{ ...OWN, targets }])]), 'show ip bgp 10.1.1.0').split('\n');
    expect(lines.slice(7, 9)).toEqual([
      '      Extended Community: RT:65000:1001 RT:65000:1002 RT:65000:1003 ',
      '        RT:65000:1004 RT:65000:1005 RT:65000:1006',
    ]);
  });
});

it('show ip bgp summary counts what is kept', () => {
  const nets = [net('10.0.0.0/24', [OWN]), net('10.0.1.0/24', [OWN]), net('10.0.2.0/24', [{ ...OWN, med: 5 }])];
  // Sizes: capture of a 7206VXR 15.2(4)S7: 144 a network, 80 a path, 136 an attribute set.
  expect(shown(router(nets, { model: '7206VXR' }), 'show ip bgp summary')).toBe(`\
BGP router identifier 10.2.0.2, local AS number 2
BGP table version is 2, main routing table version 2
3 network entries using 432 bytes of memory
3 path entries using 240 bytes of memory
2/2 BGP path/bestpath attribute entries using 272 bytes of memory
0 BGP route-map cache entries using 0 bytes of memory
0 BGP filter-list cache entries using 0 bytes of memory
BGP using 944 total bytes of memory
BGP activity 3/0 prefixes, 3/0 paths, scan interval 60 secs`);
});
