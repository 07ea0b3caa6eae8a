// The VRF route-leaking lab, from its start to its solution: the outputs of its dossier (an IOS router at
// networkdirection.net, addresses reconstructed) and its behaviours, asked of the network and not of a text.

import { describe, expect, it } from 'vitest';
import type { BgpNetRow } from '../../src/protocols/bgp/show.ts';
import type { VrfName } from '../../src/route/names.ts';
import { parseRd, rdText } from '../../src/route/route-distinguisher.ts';
import { LabRoom } from '../harness/lab-room.ts';

const VRFS = ['VRF-A', 'VRF-B', 'VRF-C'];
const DISTINGUISHERS = `@Router
configure terminal
vrf definition VRF-A
rd 65535:1
vrf definition VRF-B
rd 65535:2
vrf definition VRF-C
rd 65535:3
end
.settle
`;
const REDISTRIBUTION = `@Router
configure terminal
router bgp 65535
address-family ipv4 vrf VRF-A
redistribute connected
address-family ipv4 vrf VRF-B
redistribute connected
address-family ipv4 vrf VRF-C
redistribute connected
end
.settle
`;
const inVrf = (vrf: string, ...lines: string[]): string =>
  `@Router\nconfigure terminal\nvrf definition ${vrf}\n${lines.join('\n')}\nend\n.settle\n`;
const EXPORTS = ['A', 'B', 'C'].map((name, i) => inVrf(`VRF-${name}`, `route-target export 65535:${i + 1}`)).join('');
const IMPORTS =
  inVrf('VRF-C', 'route-target import 65535:1', 'route-target import 65535:2') +
  inVrf('VRF-A', 'route-target import 65535:3') +
  inVrf('VRF-B', 'route-target import 65535:3');

/** Active routes of a VRF: how many in all, and the BGP ones by prefix. */
function table(room: LabRoom, vrf: string): { readonly size: number; readonly bgp: readonly string[] } {
  const rows = room.router('Router').ask('routes', { vrf: vrf as VrfName }) ?? [];
  const active = rows.filter((row) => row.routes.some((one) => one.active));
  const bgp = active.filter((row) =>
    row.routes.some((one) => one.active && one.candidate.route.kind.startsWith('bgp')),
  );
  // The local route of a leaked address comes with it; only networks count here.
  const networks = bgp.map((row) => row.prefix.text).filter((text) => !text.endsWith('/32'));
  return { size: active.length, bgp: networks };
}
const sizes = (room: LabRoom): readonly number[] => VRFS.map((vrf) => table(room, vrf).size);

const nets = (room: LabRoom, rd: string): readonly BgpNetRow[] => {
  const wanted = parseRd(rd);
  if (wanted === undefined) throw new Error(rd);
  return (
    room
      .router('Router')
      .ask('bgp.tables', { family: 'vpnv4', rd: wanted })
      ?.flatMap((one) => one.nets) ?? []
  );
};
const net = (room: LabRoom, rd: string, prefix: string): BgpNetRow | undefined => {
  return nets(room, rd).find((one) => one.prefix.text === prefix);
};
const version = (room: LabRoom): number | undefined =>
  room.router('Router').ask('bgp.summary', { family: 'vpnv4' })?.version;

const NINE = `Route Distinguisher: 65535:1 (default for vrf VRF-A)
 *>  172.16.10.0/24   0.0.0.0                  0         32768 ?
 *>  172.16.11.0/24   0.0.0.0                  0         32768 ?
 *>  172.16.12.0/24   0.0.0.0                  0         32768 ?
Route Distinguisher: 65535:2 (default for vrf VRF-B)
 *>  172.20.20.0/24   0.0.0.0                  0         32768 ?
 *>  172.20.21.0/24   0.0.0.0                  0         32768 ?
 *>  172.20.22.0/24   0.0.0.0                  0         32768 ?
Route Distinguisher: 65535:3 (default for vrf VRF-C)
 *>  10.30.30.0/24    0.0.0.0                  0         32768 ?
 *>  10.30.31.0/24    0.0.0.0                  0         32768 ?
 *>  10.30.32.0/24    0.0.0.0                  0         32768 ?`;
const legend = (tableVersion: number): string => `BGP table version is ${tableVersion}, local router ID is 192.0.2.1
Status codes: s suppressed, d damped, h history, * valid, > best, i - internal, 
              r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter, 
              x best-external, a additional-path, c RIB-compressed, 
Origin codes: i - IGP, e - EGP, ? - incomplete
RPKI validation codes: V valid, I invalid, N Not found

     Network          Next Hop            Metric LocPrf Weight Path
`;

describe('the outputs, in their order', () => {
  it('are those of the router that the dossier saw', async () => {
    const room = await LabRoom.open('vrf-leak');
    const shown = (line: string): string => room.shown(`@Router\n${line}`).trimEnd();
    expect(sizes(room)).toEqual([6, 6, 6]);

    room.script(DISTINGUISHERS);
    const column = ' '.repeat(57);
    expect(shown('show ip vrf')).toBe(
      [
        '  Name                             Default RD            Interfaces',
        '  VRF-A                            65535:1               Lo10',
        `${column}Lo11`,
        `${column}Lo12`,
        '  VRF-B                            65535:2               Lo20',
        `${column}Lo21`,
        `${column}Lo22`,
        '  VRF-C                            65535:3               Lo30',
        `${column}Lo31`,
        `${column}Lo32`,
      ].join('\n'),
    );

    room.script(REDISTRIBUTION);
    expect(shown('show ip bgp vpnv4 all')).toBe(legend(10) + NINE);

    room.script(inVrf('VRF-A', 'route-target export 65535:1'));
    expect(shown('show ip bgp vpnv4 all detail').split('\n').slice(0, 10).join('\n')).toBe(`
Route Distinguisher: 65535:1 (default for vrf VRF-A)
BGP routing table entry for 65535:1:172.16.10.0/24, version 11
  Paths: (1 available, best #1, table VRF-A)
  Not advertised to any peer
  Refresh Epoch 1
  Local
    0.0.0.0 (via vrf VRF-A) from 0.0.0.0 (192.0.2.1)
      Origin incomplete, metric 0, localpref 100, weight 32768, valid, sourced, best
      Extended Community: RT:65535:1`);

    room.script(EXPORTS + IMPORTS);
    expect(sizes(room)).toEqual([12, 12, 18]);
    const leaked = shown('show ip route vrf VRF-A');
    expect(leaked.slice(0, leaked.indexOf('\nCodes:'))).toBe('\nRouting Table: VRF-A');
    expect(leaked.slice(leaked.indexOf('      10.0.0.0/8')).replace(/\d\d:\d\d:\d\d/g, '00:00:48')).toBe(
      `      10.0.0.0/8 is variably subnetted, 6 subnets, 2 masks
B        10.30.30.0/24 is directly connected, 00:00:48, Loopback30
L        10.30.30.1/32 is directly connected, Loopback30
B        10.30.31.0/24 is directly connected, 00:00:48, Loopback31
L        10.30.31.1/32 is directly connected, Loopback31
B        10.30.32.0/24 is directly connected, 00:00:48, Loopback32
L        10.30.32.1/32 is directly connected, Loopback32
      172.16.0.0/16 is variably subnetted, 6 subnets, 2 masks
C        172.16.10.0/24 is directly connected, Loopback10
L        172.16.10.1/32 is directly connected, Loopback10
C        172.16.11.0/24 is directly connected, Loopback11
L        172.16.11.1/32 is directly connected, Loopback11
C        172.16.12.0/24 is directly connected, Loopback12
L        172.16.12.1/32 is directly connected, Loopback12`,
    );
    expect(shown('ping vrf VRF-A 10.30.30.1 source Loopback10')).toContain('!!!!!\nSuccess rate is 100 percent (5/5)');
    expect(shown('ping vrf VRF-A 172.20.20.1')).toContain('.....\nSuccess rate is 0 percent (0/5)');
  });
});

describe('the behaviours', () => {
  it('1: no VRF reaches another at first, each table has six routes', async () => {
    const room = await LabRoom.open('vrf-leak');
    expect(sizes(room)).toEqual([6, 6, 6]);
    for (const [vrf, to] of [
      ['VRF-A', '10.30.30.1'],
      ['VRF-A', '172.20.20.1'],
      ['VRF-B', '172.16.10.1'],
      ['VRF-C', '172.16.10.1'],
    ] as const)
      expect(room.ping('Router', `ping vrf ${vrf} ${to}`, to)).toBe(0);
    expect(room.ping('Router', 'ping vrf VRF-A 172.16.11.1', '172.16.11.1')).toBe(5);
  });

  it('2: a VRF has one RD; a second one does not take its place', async () => {
    const room = await LabRoom.open('vrf-leak');
    room.script(DISTINGUISHERS);
    const rds = (): readonly (string | undefined)[] =>
      room
        .router('Router')
        .ask('vrfs', {})
        .filter(({ name }) => VRFS.includes(name))
        .map(({ rd }) => (rd === undefined ? undefined : rdText(rd)));
    expect(rds()).toEqual(['65535:1', '65535:2', '65535:3']);
    const [, , typed] = room.script('@Router\nconfigure terminal\nvrf definition VRF-A\nrd 65535:9\nend');
    expect(typed?.output).toMatch(/^% /);
    expect(rds()).toEqual(['65535:1', '65535:2', '65535:3']);
  });

  it('3: redistribution puts nine prefixes into BGP, each under its RD, and leaks nothing', async () => {
    const room = await LabRoom.open('vrf-leak');
    room.script(DISTINGUISHERS + REDISTRIBUTION);
    for (const rd of ['65535:1', '65535:2', '65535:3']) expect(nets(room, rd)).toHaveLength(3);
    expect(version(room)).toBe(10);
    expect(sizes(room)).toEqual([6, 6, 6]);
  });

  it('4: equal prefixes of two VRFs stay apart by their RDs', async () => {
    const room = await LabRoom.open('vrf-leak');
    room.script(DISTINGUISHERS + REDISTRIBUTION);
    room.script(
      '@Router\nconfigure terminal\ninterface Loopback40\nvrf forwarding VRF-B\nip address 172.16.10.1 255.255.255.0\nend\n.settle',
    );
    expect(net(room, '65535:1', '172.16.10.0/24')?.paths).toHaveLength(1);
    expect(net(room, '65535:2', '172.16.10.0/24')?.paths).toHaveLength(1);
    expect(nets(room, '65535:1')).toHaveLength(3);
    expect(nets(room, '65535:2')).toHaveLength(4);
  });

  it('5 and 6: an export target tags the routes and leaks nothing; importing leaks', async () => {
    const room = await LabRoom.open('vrf-leak');
    room.script(DISTINGUISHERS + REDISTRIBUTION);
    const tags = (): number => net(room, '65535:1', '172.16.10.0/24')?.paths[0]?.attributes.extended?.length ?? 0;
    expect(tags()).toBe(0);
    room.script(inVrf('VRF-A', 'route-target export 65535:1'));
    expect(tags()).toBe(1);
    expect(sizes(room)).toEqual([6, 6, 6]);
    room.script(inVrf('VRF-C', 'route-target import 65535:1'));
    expect(sizes(room)).toEqual([6, 6, 12]);
    // One way only: the answer finds no way back.
    expect(room.ping('Router', 'ping vrf VRF-C 172.16.10.1 source Loopback30', '172.16.10.1')).toBe(0);
  });

  it('7, 8 and 9: services and customers reach each other, customers never, not even through the services', async () => {
    const room = await LabRoom.open('vrf-leak', 'solution');
    const answered = (vrf: string, source: number, to: string): number =>
      room.ping('Router', `ping vrf ${vrf} ${to} source Loopback${source}`, to);
    expect(answered('VRF-A', 10, '10.30.30.1')).toBe(5);
    expect(answered('VRF-C', 30, '172.16.10.1')).toBe(5);
    expect(answered('VRF-B', 22, '10.30.32.1')).toBe(5);
    expect(answered('VRF-C', 31, '172.20.21.1')).toBe(5);
    expect(answered('VRF-A', 10, '172.20.20.1')).toBe(0);
    expect(answered('VRF-B', 20, '172.16.10.1')).toBe(0);
    expect(table(room, 'VRF-A').bgp).toEqual(['10.30.30.0/24', '10.30.31.0/24', '10.30.32.0/24']);
    expect(table(room, 'VRF-B').bgp).toEqual(['10.30.30.0/24', '10.30.31.0/24', '10.30.32.0/24']);
    expect(table(room, 'VRF-C').bgp).toHaveLength(6);
  });

  it('10: a leaked connected route leads to the interface of the VRF it comes from, with its address beside it', async () => {
    const room = await LabRoom.open('vrf-leak', 'solution');
    const rows = room.router('Router').ask('routes', { vrf: 'VRF-A' as VrfName }) ?? [];
    const at = (prefix: string) => rows.find((row) => row.prefix.text === prefix)?.routes[0];
    expect(at('10.30.30.0/24')?.candidate.route.kind).toMatch(/^bgp/);
    expect(at('10.30.30.0/24')?.paths.map(({ out }) => out)).toEqual(['Loopback30']);
    expect(at('10.30.30.1/32')?.candidate.route.kind).toBe('local');
    room.script('@Router\nconfigure terminal\ninterface Loopback30\nshutdown\nend\n.settle');
    expect(table(room, 'VRF-A').bgp).toEqual(['10.30.31.0/24', '10.30.32.0/24']);
    expect(table(room, 'VRF-A').size).toBe(10);
  });

  it('11: RD and RT are independent: another RD changes nothing in the leak', async () => {
    const room = await LabRoom.open('vrf-leak', 'solution');
    // Taking the RD away takes the BGP configuration of the VRF with it; both come back.
    room.script(inVrf('VRF-A', 'no rd 65535:1'));
    room.script(inVrf('VRF-A', 'rd 65535:11'));
    room.script(
      '@Router\nconfigure terminal\nvrf definition VRF-A\nroute-target export 65535:1\nroute-target import 65535:3\nrouter bgp 65535\naddress-family ipv4 vrf VRF-A\nredistribute connected\nend\n.settle',
    );
    expect(nets(room, '65535:1')).toEqual([]);
    expect(nets(room, '65535:11')).toHaveLength(6);
    expect(sizes(room)).toEqual([12, 12, 18]);
    expect(room.ping('Router', 'ping vrf VRF-A 10.30.30.1 source Loopback10', '10.30.30.1')).toBe(5);
  });

  it('12: both is import and export', async () => {
    const room = await LabRoom.open('vrf-leak');
    room.script(DISTINGUISHERS + REDISTRIBUTION);
    room.script(inVrf('VRF-A', 'route-target both 65535:7') + inVrf('VRF-B', 'route-target both 65535:7'));
    expect(sizes(room)).toEqual([12, 12, 6]);
    expect(room.ping('Router', 'ping vrf VRF-A 172.20.20.1 source Loopback10', '172.20.20.1')).toBe(5);
    const block = room.shown('@Router\nshow running-config vrf VRF-A');
    expect(block).toContain(' route-target export 65535:7\n route-target import 65535:7\n');
  });
});
