// BGP of captured networks, on our boxes: what the routers printed must be printed again.

import { describe, expect, it } from 'vitest';
import { confederation, splitHorizon } from './captured-bgp.ts';

/** Lines of a text; blanks at their ends were lost in some captures. */
const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trimEnd());

/** Below the titles. */
const table = (text: string): string => text.split('\n').slice(9).join('\n');

/** Numbers that depend on time, chance and how often something was sent. */
const normal = (text: readonly string[]): readonly string[] =>
  text.map((line) =>
    line
      .replace(/\d\d:\d\d:\d\d/g, 'AGE')
      .replace(/0x[0-9A-F]+/g, 'HEX')
      .replace(/(port: )\d+/, '$1PORT')
      .replace(/^(iss|irs|sndwnd|rcvwnd|SRTT|minRTT|uptime|Rcvd|Sent|Retrans|AckHold|PmtuAger|Status Flags).*/, '$1')
      .replace(/^( {4}(?:Updates|Keepalives|Total):).*/, '$1'),
  );

describe('three routers in a row without a reflector (snapshot ios_ibgp_split_horizon, IOSv 15.7)', () => {
  const boxes = splitHorizon().run(120);

  it('tells what it was told inside to nobody inside', () => {
    expect(table(boxes.shown('D1', 'show ip bgp'))).toBe(`\
 *>   172.16.0.1/32    0.0.0.0                  0         32768 i
 *>i  172.16.0.2/32    192.168.123.2            0    100      0 i`);
    expect(table(boxes.shown('D2', 'show ip bgp'))).toBe(`\
 *>i  172.16.0.1/32    192.168.123.1            0    100      0 i
 *>   172.16.0.2/32    0.0.0.0                  0         32768 i
 *>i  172.16.0.3/32    192.168.123.3            0    100      0 i`);
    expect(table(boxes.shown('D3', 'show ip bgp'))).toBe(`\
 *>i  172.16.0.2/32    192.168.123.2            0    100      0 i
 *>   172.16.0.3/32    0.0.0.0                  0         32768 i`);
  });

  it('show ip bgp all', () => {
    expect(lines(boxes.shown('D3', 'show ip bgp all')).slice(-11)).toEqual(
      lines(`\
 *>   172.16.0.3/32    0.0.0.0                  0         32768 i

For address family: IPv4 Multicast


For address family: L2VPN E-VPN


For address family: MVPNv4 Unicast

`).slice(-11),
    );
  });

  it('show ip bgp all neighbors', () => {
    const shown = normal(lines(boxes.shown('D3', 'show ip bgp all neighbors')));
    expect(shown).toEqual(
      normal(
        lines(`\
For address family: IPv4 Unicast
BGP neighbor is 192.168.123.2,  remote AS 65500, internal link
  BGP version 4, remote router ID 192.168.123.2
  BGP state = Established, up for 00:30:46
  Last read 00:00:07, last write 00:00:12, hold time is 180, keepalive interval is 60 seconds
  Neighbor sessions:
    1 active, is not multisession capable (disabled)
  Neighbor capabilities:
    Route refresh: advertised and received(new)
    Four-octets ASN Capability: advertised and received
    Address family IPv4 Unicast: advertised and received
    Enhanced Refresh Capability: advertised and received
    Multisession Capability:
    Stateful switchover support enabled: NO for session 1
  Message statistics:
    InQ depth is 0
    OutQ depth is 0

                         Sent       Rcvd
    Opens:                  1          1
    Notifications:          0          0
    Updates:                4          3
    Keepalives:            34         35
    Route Refresh:          0          0
    Total:                 39         39
  Do log neighbor state changes (via global configuration)
  Default minimum time between advertisement runs is 0 seconds

  Address tracking is enabled, the RIB does have a route to 192.168.123.2
  Route to peer address reachability Up: 1; Down: 0
    Last notification 00:37:07
  Connections established 1; dropped 0
  Last reset never
  Interface associated: (none) (peering address NOT in same link)
  Transport(tcp) path-mtu-discovery is enabled
  Graceful-Restart is disabled
  SSO is disabled
Connection state is ESTAB, I/O status: 1, unread input bytes: 0
Connection is ECN Disabled, Mininum incoming TTL 0, Outgoing TTL 255
Local host: 192.168.123.3, Local port: 179
Foreign host: 192.168.123.2, Foreign port: 44730
Connection tableid (VRF): 0
Maximum output segment queue size: 50

Enqueued packets for retransmit: 0, input: 0  mis-ordered: 0 (0 bytes)

Event Timers (current time is 0x70B41C):
Timer          Starts    Wakeups            Next
Retrans            38          0             0x0
TimeWait            0          0             0x0
AckHold            38         36             0x0
SendWnd             0          0             0x0
KeepAlive           0          0             0x0
GiveUp              0          0             0x0
PmtuAger            0          0             0x0
DeadWait            0          0             0x0
Linger              0          0             0x0
ProcessQ            0          0             0x0

iss: 1970321665  snduna: 1970321811  sndnxt: 1970321811
irs: 2176274770  rcvnxt: 2176275057

sndwnd:  16239  scale:      0  maxrcvwnd:  16384
rcvwnd:  16098  scale:      0  delrcvwnd:    286

SRTT: 413 ms, RTTO: 3205 ms, RTV: 2792 ms, KRTT: 0 ms
minRTT: 1 ms, maxRTT: 1000 ms, ACK hold: 200 ms
uptime: 122381 ms, Sent idletime: 13744 ms, Receive idletime: 13544 ms
Status Flags: passive open, gen tcbs
Option Flags: nagle, path mtu capable
IP Precedence value : 6

Datagrams (max data segment is 1460 bytes):
Rcvd: 11 (out of order: 0), with data: 6, total data bytes: 286
Sent: 10 (retransmit: 0, fastretransmit: 0, partialack: 0, Second Congestion: 0), with data: 5, total data bytes: 145

 Packets received in fast path: 0, fast processed: 0, slow path: 0
 fast lock acquisition failures: 0, slow path: 0
TCP Semaphore      0x10B88D84  FREE


For address family: IPv4 Multicast

For address family: L2VPN E-VPN

For address family: MVPNv4 Unicast
`),
      ),
    );
  });

  it('keeps what was told for a policy that changes', () => {
    expect(boxes.shown('D2', 'show ip bgp neighbors 192.168.123.3 received-routes').split('\n').slice(9)).toEqual([
      ' *>i  172.16.0.3/32    192.168.123.3            0    100      0 i',
      '',
      'Total number of prefixes 1 ',
    ]);
    boxes.configure(
      'D2',
      'route-map LOW permit 10',
      'set local-preference 50',
      'router bgp 65500',
      'address-family ipv4',
      'neighbor 192.168.123.3 route-map LOW in',
    );
    boxes.run(5);
    const path = () => boxes.shown('D2', 'show ip bgp 172.16.0.3');
    // What is there was let in under the old policy, and stays so until it is asked for again.
    expect(path()).toContain('Origin IGP, metric 0, localpref 100, valid, internal');
    boxes.shown('D2', 'clear ip bgp 192.168.123.3 soft in');
    boxes.run(5);
    expect(path()).toContain('Origin IGP, metric 0, localpref 50, valid, internal');
    expect(boxes.shown('D2', 'show ip bgp neighbors 192.168.123.3 policy').split('\n')).toEqual([
      ' Neighbor: 192.168.123.3, Address-Family: IPv4 Unicast',
      ' Locally configured policies:',
      '  route-map LOW in',
      '  soft-reconfiguration inbound',
    ]);
  });
});

describe('a confederation and its customers (snapshot iosxe_bgp_confederation, CSR1000V 16.4)', () => {
  const boxes = confederation().run(180);

  it.each([
    [
      'D1',
      `\
 *>   192.168.122.0    0.0.0.0                  0         32768 i
 *>i  192.168.123.5/32 192.168.123.2            0    100      0 65105 i
 *    192.168.123.6/32 192.168.123.4            0    100      0 (65134) 65106 i
 *>i                   192.168.123.2            0    100      0 (65134) 65106 i`,
    ],
    [
      'D2',
      `\
 *>i  192.168.122.0    192.168.123.1            0    100      0 i
 *>   192.168.123.5/32 10.25.31.2               0             0 65105 i
 *>   192.168.123.6/32 192.168.123.4            0    100      0 (65134) 65106 i`,
    ],
    [
      'D3',
      `\
 * i  192.168.122.0    192.168.123.4            0    100      0 (65112) i
 *>                    192.168.123.1            0    100      0 (65112) i
 *>i  192.168.123.5/32 192.168.123.4            0    100      0 (65112) 65105 i
 *                     192.168.123.2            0    100      0 (65112) 65105 i
 *>i  192.168.123.6/32 192.168.123.4            0    100      0 65106 i`,
    ],
    [
      'D4',
      `\
 *>   192.168.122.0    192.168.123.2            0    100      0 (65112) i
 * i                   192.168.123.1            0    100      0 (65112) i
 *>   192.168.123.5/32 192.168.123.2            0    100      0 (65112) 65105 i
 *>   192.168.123.6/32 10.46.31.2               0             0 65106 i`,
    ],
    [
      'D5',
      `\
 *>   192.168.122.0    10.25.31.1                             0 65100 i
 *>   192.168.123.5/32 0.0.0.0                  0         32768 i
 *>   192.168.123.6/32 10.25.31.1                             0 65100 65106 i`,
    ],
    [
      'D6',
      `\
 *>   192.168.122.0    10.46.31.1                             0 65100 i
 *>   192.168.123.5/32 10.46.31.1                             0 65100 65105 i
 *>   192.168.123.6/32 0.0.0.0                  0         32768 i`,
    ],
  ])('%s', (box, expected) => {
    // Which of two paths came first is chance: they stand in the order of their next hops here.
    const nets = (text: string): readonly string[] => {
      const groups: string[][] = [];
      for (const line of text.split('\n')) {
        if (line.slice(6, 22).trim() !== '') groups.push([]);
        groups.at(-1)?.push(line.slice(0, 6) + line.slice(22));
      }
      return groups.flatMap((group) => [...group].sort());
    };
    const shown = table(boxes.shown(box, 'show ip bgp'));
    expect(nets(shown)).toEqual(nets(expected));
  });

  it('says who is in the same confederation, and how far away it may be', () => {
    const shown = boxes.shown('D3', 'show ip bgp neighbors 192.168.123.1').split('\n');
    expect(shown.slice(0, 3)).toEqual([
      'BGP neighbor is 192.168.123.1,  remote AS 65112, external link',
      '  BGP version 4, remote router ID 192.168.123.1',
      '  Neighbor under common administration',
    ]);
    expect(shown).toContain('  Default minimum time between advertisement runs is 30 seconds');
    expect(shown).toContain('  External BGP neighbor may be up to 2 hops away.');
    expect(shown).toContain(
      '  External BGP neighbor NOT configured for connected checks (multi-hop no-disable-connected-check)',
    );
    expect(shown).toContain('Connection is ECN Disabled, Mininum incoming TTL 0, Outgoing TTL 2');
  });

  it('has what other members told at the distance of what is told inside', () => {
    // Capture: show ip route of D2 and D3.
    const routes = boxes.shown('D3', 'show ip route bgp');
    expect(routes).toMatch(/B {5}192\.168\.122\.0\/24 \[200\/0\] via 192\.168\.123\.1, /);
    expect(boxes.shown('D2', 'show ip route bgp')).toMatch(/B {8}192\.168\.123\.5 \[20\/0\] via 10\.25\.31\.2, /);
    expect(boxes.shown('D2', 'show ip route bgp')).toMatch(/B {8}192\.168\.123\.6 \[200\/0\] via 192\.168\.123\.4, /);
  });
});
