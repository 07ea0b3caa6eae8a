// BGP on IOS as typed: sessions come and go, and say so; what is told, and to whom; groups, ranges, limits, keys.

import { describe, expect, it } from 'vitest';
import { Boxes } from './boxes.ts';
import { Console } from './console.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];

const port = (name: string, address: string): string =>
  `interface ${name}\n ip address ${address} 255.255.255.0\n no shutdown`;
const router = (n: number, asn: number, ports: readonly string[], ...lines: readonly string[]): string =>
  [
    `interface Loopback0\n ip address 10.255.0.${n} 255.255.255.255`,
    ...ports,
    `router bgp ${asn}`,
    ` network 10.255.0.${n} mask 255.255.255.255`,
    ...lines.map((line) => ` ${line}`),
  ].join('\n');

/** R1 (65001) - R2 (65002) - R3 (65002). */
const three = (...more: readonly string[]): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: router(1, 65001, [port(G0, '10.0.12.1')], 'neighbor 10.0.12.2 remote-as 65002'),
      R2: router(
        2,
        65002,
        [port(G0, '10.0.12.2'), port(G1, '10.0.23.2')],
        'neighbor 10.0.12.1 remote-as 65001',
        'neighbor 10.0.23.3 remote-as 65002',
        'neighbor 10.0.23.3 next-hop-self',
        ...more,
      ),
      R3: router(3, 65002, [port(G1, '10.0.23.3')], 'neighbor 10.0.23.2 remote-as 65002'),
    },
    [`R1 ${G0} - R2 ${G0}`, `R2 ${G1} - R3 ${G1}`],
  ).run(60);

const UP = (peer: string): string => `%BGP-5-ADJCHANGE: neighbor ${peer} Up `;
const summaryRow = (boxes: Boxes, name: string, peer: string): string =>
  boxes
    .shown(name, 'show ip bgp summary')
    .split('\n')
    .find((line) => line.startsWith(`${peer} `)) ?? '';

describe('two ASs and three routers', () => {
  it('says that sessions are up, tells routes through, and packets come back', () => {
    const boxes = three();
    expect([...boxes.log('R2', '%BGP')].sort()).toEqual([UP('10.0.12.1'), UP('10.0.23.3')]);
    expect(boxes.shown('R3', 'show ip bgp').split('\n').slice(9)).toEqual([
      ' *>i  10.255.0.1/32    10.0.23.2                0    100      0 65001 i',
      ' *>i  10.255.0.2/32    10.0.23.2                0    100      0 i',
      ' *>   10.255.0.3/32    0.0.0.0                  0         32768 i',
    ]);
    expect(boxes.shown('R3', 'ping 10.255.0.1 source Loopback0')).toContain('Success rate is 100 percent (5/5)');
  });

  it('show ip bgp summary', () => {
    const rows = three().shown('R2', 'show ip bgp summary').split('\n').slice(-3);
    expect(rows[0]).toBe('Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd');
    expect(rows[1]).toMatch(/^10\.0\.12\.1 {7}4 {8}65001 {7}\d {7}\d {8}4 {4}0 {4}0 00:00:\d\d {8}1$/);
  });

  it('show ip route ADDRESS names the AS that told it, and the neighbor', () => {
    const entry = three().shown('R3', 'show ip route 10.255.0.1').split('\n');
    expect(entry.slice(0, 3)).toEqual([
      'Routing entry for 10.255.0.1/32',
      '  Known via "bgp 65002", distance 200, metric 0',
      '  Tag 65001, type internal',
    ]);
    expect(entry[5]).toMatch(/^ {2}\* 10\.0\.23\.2, from 10\.0\.23\.2, 00:00:\d\d ago$/);
  });

  it('show ip bgp neighbors … advertised-routes: as they stand in the own table', () => {
    const boxes = three();
    expect(boxes.shown('R2', 'show ip bgp neighbors 10.0.12.1 advertised-routes').split('\n').slice(9)).toEqual([
      ' *>   10.255.0.2/32    0.0.0.0                  0         32768 i',
      ' *>i  10.255.0.3/32    10.0.23.3                0    100      0 i',
      '',
      'Total number of prefixes 2 ',
    ]);
    expect(boxes.shown('R2', 'show ip bgp neighbors 10.0.12.1 received-routes')).toBe(
      '% Inbound soft reconfiguration not enabled on 10.0.12.1',
    );
    expect(boxes.shown('R2', 'show ip bgp neighbors 10.9.9.9')).toBe('% No such neighbor or address family');
  });

  it('keeps a part of the table by AS paths and by prefixes', () => {
    const boxes = three();
    const nets = (line: string): readonly string[] =>
      boxes
        .shown('R3', line)
        .split('\n')
        .slice(9)
        .map((row) => row.slice(6, 22).trim());
    expect(nets('show ip bgp regexp _65001$')).toEqual(['10.255.0.1/32']);
    expect(nets('show ip bgp regexp ^$')).toEqual(['10.255.0.2/32', '10.255.0.3/32']);
    expect(nets('show ip bgp 10.255.0.0 255.255.255.254 longer-prefixes')).toEqual(['10.255.0.1/32']);
    expect(nets('show ip bgp cidr-only')).toHaveLength(3);
  });
});

describe('the end of a session', () => {
  it('clear ip bgp: told as a user reset here, as a notification there; it comes back', () => {
    const boxes = three();
    boxes.shown('R2', 'clear ip bgp 10.0.12.1');
    boxes.run(30);
    // Logs of IOSv 15: `Down User reset`, and no NBR_RESET; two blanks before the reason.
    expect(boxes.log('R2', '%BGP').slice(2)).toEqual([
      '%BGP-5-ADJCHANGE: neighbor 10.0.12.1 Down User reset',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.12.1 IPv4 Unicast topology base removed from session  User reset',
      UP('10.0.12.1'),
    ]);
    expect(boxes.log('R1', '%BGP').slice(1)).toEqual([
      '%BGP-3-NOTIFICATION: received from neighbor 10.0.12.2 6/4 (Administrative Reset) 0 bytes ',
      '%BGP-5-NBR_RESET: Neighbor 10.0.12.2 reset (BGP Notification received)',
      '%BGP-5-ADJCHANGE: neighbor 10.0.12.2 Down BGP Notification received',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.12.2 IPv4 Unicast topology base removed from session  BGP Notification received',
      UP('10.0.12.2'),
    ]);
  });

  it('shutdown, and another AS', () => {
    const boxes = three();
    boxes.configure('R2', 'router bgp 65002', 'neighbor 10.0.12.1 shutdown').run(3);
    expect(boxes.log('R2', '%BGP').slice(2)).toEqual([
      '%BGP-5-ADJCHANGE: neighbor 10.0.12.1 Down Admin. shutdown',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.12.1 IPv4 Unicast topology base removed from session  Admin. shutdown',
    ]);
    expect(summaryRow(boxes, 'R2', '10.0.12.1')).toMatch(/00:00:03 Idle \(Admin\)$/);
    expect(boxes.shown('R2', 'show ip bgp neighbors 10.0.12.1')).toContain('\n  Administratively shut down\n');
    boxes.configure('R2', 'router bgp 65002', 'no neighbor 10.0.12.1 shutdown', 'neighbor 10.0.12.1 remote-as 64999');
    boxes.run(60);
    expect(boxes.log('R2', '%BGP-3')[0]).toMatch(
      /^%BGP-3-NOTIFICATION: sent to neighbor 10\.0\.12\.1 (active|passive) 2\/2 \(peer in wrong AS\) 2 bytes FDE9$/,
    );
  });

  it('an interface that goes takes the session along', () => {
    const boxes = three();
    boxes.configure('R2', `interface ${G0}`, 'shutdown').run(5);
    expect(boxes.log('R2', '%BGP').slice(2)).toEqual([
      '%BGP-5-NBR_RESET: Neighbor 10.0.12.1 reset (Interface flap)',
      '%BGP-5-ADJCHANGE: neighbor 10.0.12.1 Down Interface flap',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.12.1 IPv4 Unicast topology base removed from session  Interface flap',
    ]);
    expect(summaryRow(boxes, 'R2', '10.0.12.1')).toMatch(/ Idle$/);
    expect(boxes.shown('R2', 'show ip bgp neighbors 10.0.12.1')).toContain(
      'the RIB does not have a route to 10.0.12.1\n  Connections established 1; dropped 1\n' +
        '  Last reset 00:00:05, due to Interface flap of session 1\n',
    );
    expect(boxes.shown('R3', 'show ip bgp')).not.toContain('10.255.0.1');
  });

  it('a neighbor that falls silent is missed after the hold time', () => {
    const boxes = three('neighbor 10.0.23.3 timers 1 3');
    boxes.configure('R3', 'ip access-list extended X', 'interface GigabitEthernet0/1', 'shutdown').run(5);
    expect(boxes.log('R2', '%BGP').slice(2)).toEqual([
      '%BGP-3-NOTIFICATION: sent to neighbor 10.0.23.3 4/0 (hold time expired) 0 bytes ',
      '%BGP-5-NBR_RESET: Neighbor 10.0.23.3 reset (BGP Notification sent)',
      '%BGP-5-ADJCHANGE: neighbor 10.0.23.3 Down BGP Notification sent',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.23.3 IPv4 Unicast topology base removed from session  BGP Notification sent',
    ]);
  });

  it('logs nothing without "bgp log-neighbor-changes"', () => {
    const boxes = three('no bgp log-neighbor-changes');
    boxes.shown('R2', 'clear ip bgp *');
    expect(boxes.log('R2', '%BGP-5')).toEqual([]);
  });
});

it('debug ip bgp tells the states of sessions', () => {
  const boxes = three();
  expect(boxes.shown('R2', 'debug ip bgp')).toBe('BGP debugging is on for address family: IPv4 Unicast');
  boxes.shown('R2', 'clear ip bgp 10.0.12.1');
  boxes.run(30);
  // Debug of IOS 12.4: `BGP: 192.168.23.2 went from Established to Idle`.
  expect(boxes.log('R2', 'BGP: ')[0]).toBe('BGP: 10.0.12.1 went from Established to Idle');
  expect(boxes.log('R2', 'BGP: ').at(-1)).toBe('BGP: 10.0.12.1 went from OpenConfirm to Established');
  expect(boxes.shown('R2', 'undebug ip bgp')).toBe('BGP debugging is off for address family: IPv4 Unicast');
});

describe('limits and keys', () => {
  it('ends a session that tells too much, until somebody clears it', () => {
    const boxes = three('neighbor 10.0.12.1 maximum-prefix 2');
    boxes
      .configure(
        'R1',
        ...[1, 2].flatMap((n) => [`interface Loopback${n}`, `ip address 10.1.${n}.1 255.255.255.255`]),
        'router bgp 65001',
        'redistribute connected',
      )
      .run(40);
    expect(boxes.log('R2', '%BGP').slice(2)).toEqual([
      '%BGP-3-MAXPFXEXCEED: Number of prefixes received from 10.0.12.1 (afi 0): 4 exceeds limit 2',
      '%BGP-3-NOTIFICATION: sent to neighbor 10.0.12.1 6/1 (Maximum Number of Prefixes Reached) 0 bytes ',
      '%BGP-5-NBR_RESET: Neighbor 10.0.12.1 reset (Peer over prefix limit)',
      '%BGP-5-ADJCHANGE: neighbor 10.0.12.1 Down Peer over prefix limit',
      '%BGP_SESSION-5-ADJCHANGE: neighbor 10.0.12.1 IPv4 Unicast topology base removed from session  Peer over prefix limit',
    ]);
    expect(summaryRow(boxes, 'R2', '10.0.12.1')).toMatch(/ Idle \(PfxCt\)$/);
  });

  it('hears nobody without the key', () => {
    const boxes = three('neighbor 10.0.12.1 password secret');
    expect(boxes.log('R2', '%TCP-6-BADAUTH')[0]).toMatch(
      /^%TCP-6-BADAUTH: No MD5 digest from 10\.0\.12\.1\(\d+\) to 10\.0\.12\.2\(179\) tableid - 0$/,
    );
    boxes.configure('R1', 'router bgp 65001', 'neighbor 10.0.12.2 password secret').run(60);
    expect(boxes.log('R2', '%BGP')).toContain(UP('10.0.12.1'));
  });

  it('lets in whoever comes from a range', () => {
    const boxes = new Boxes(
      'IOSv',
      {
        HUB: router(
          1,
          65000,
          [port(G0, '10.0.12.1')],
          'bgp listen range 10.0.12.0/24 peer-group SPOKES',
          'neighbor SPOKES peer-group',
          'neighbor SPOKES remote-as 65001',
        ),
        SPOKE: router(2, 65001, [port(G0, '10.0.12.2')], 'neighbor 10.0.12.1 remote-as 65000'),
      },
      [`HUB ${G0} - SPOKE ${G0}`],
    ).run(60);
    expect(boxes.log('HUB', '%BGP')).toEqual([UP('*10.0.12.2')]);
    expect(boxes.shown('HUB', 'show ip bgp summary')).toMatch(/\n\*10\.0\.12\.2 {6}4 {8}65001 .* 1\n/);
  });
});

describe('what is typed', () => {
  const block = (...lines: readonly string[]): readonly string[] => {
    const console = new Console();
    for (const line of ['enable', 'configure terminal', ...lines]) console.line(line);
    const config = console.config();
    const from = config.findIndex((line) => line.startsWith('router bgp'));
    const rest = config.slice(from + 1);
    return rest.slice(
      0,
      rest.findIndex((line) => !line.startsWith(' ')),
    );
  };
  const said = (...lines: readonly string[]): string => {
    const console = new Console();
    const answers = ['enable', 'configure terminal', ...lines].map((line) => console.line(line));
    return answers.at(-1)?.split('\n').slice(0, -1).join('\n') ?? '';
  };

  it('moves what is said of IPv4 into its block as soon as somebody opens it', () => {
    expect(
      block(
        'router bgp 65000',
        'network 10.0.0.0',
        'neighbor 10.0.0.2 remote-as 65001',
        'neighbor 10.0.0.2 route-map RM in',
        'address-family ipv4',
      ),
    ).toEqual([
      ' bgp log-neighbor-changes',
      ' neighbor 10.0.0.2 remote-as 65001',
      ' address-family ipv4',
      '  network 10.0.0.0',
      '  neighbor 10.0.0.2 activate',
      '  neighbor 10.0.0.2 route-map RM in',
      ' exit-address-family',
    ]);
  });

  it('activates who comes later, unless it is not the default; what is typed in the process goes to the block', () => {
    expect(
      block(
        'router bgp 65000',
        'address-family ipv4',
        'exit-address-family',
        'neighbor 10.0.0.2 remote-as 65001',
        'neighbor 10.0.0.2 weight 5',
        'network 10.0.0.0',
        'no bgp default ipv4-unicast',
        'neighbor 10.0.0.3 remote-as 65001',
      ),
    ).toEqual([
      ' bgp log-neighbor-changes',
      ' no bgp default ipv4-unicast',
      ' neighbor 10.0.0.2 remote-as 65001',
      ' neighbor 10.0.0.3 remote-as 65001',
      ' address-family ipv4',
      '  network 10.0.0.0',
      '  neighbor 10.0.0.2 activate',
      '  neighbor 10.0.0.2 weight 5',
      ' exit-address-family',
    ]);
  });

  it('remembers that IPv4 is off', () => {
    expect(block('router bgp 65000', 'neighbor 10.0.0.2 remote-as 65001', 'no neighbor 10.0.0.2 activate')).toEqual([
      ' bgp log-neighbor-changes',
      ' neighbor 10.0.0.2 remote-as 65001',
      ' address-family ipv4',
      '  no neighbor 10.0.0.2 activate',
      ' exit-address-family',
    ]);
  });

  it('sends extended communities with VPNv4, and activates neighbors of a VRF', () => {
    expect(
      block(
        'ip vrf RED',
        'rd 1:1',
        'router bgp 65000',
        'neighbor 10.0.0.2 remote-as 65000',
        'address-family vpnv4',
        'neighbor 10.0.0.2 activate',
        'address-family ipv4 vrf RED',
        'neighbor 10.1.0.2 remote-as 65001',
      ),
    ).toEqual([
      ' bgp log-neighbor-changes',
      ' neighbor 10.0.0.2 remote-as 65000',
      ' address-family vpnv4',
      '  neighbor 10.0.0.2 activate',
      '  neighbor 10.0.0.2 send-community extended',
      ' exit-address-family',
      ' address-family ipv4 vrf RED',
      '  neighbor 10.1.0.2 remote-as 65001',
      '  neighbor 10.1.0.2 activate',
      ' exit-address-family',
    ]);
  });

  it('hides keys where passwords are hidden', () => {
    const lines = ['router bgp 1', 'neighbor 10.0.0.2 remote-as 2', 'neighbor 10.0.0.2 password 0 cisco'];
    expect(block(...lines)).toContain(' neighbor 10.0.0.2 password cisco');
    // hide7 takes the place in its key from the length of the text; the key behind it is the same.
    const hidden = block(...lines, 'exit', 'service password-encryption').find((line) => line.includes('password'));
    expect(hidden).toMatch(/^ neighbor 10\.0\.0\.2 password 7 [0-9A-F]{12}$/);
  });

  it('wants to know groups and ASs first', () => {
    expect(said('router bgp 1', 'neighbor 10.0.0.2 weight 5')).toBe('% Specify remote-as or peer-group commands first');
    expect(said('router bgp 1', 'neighbor 10.0.0.2 peer-group PG')).toBe('%Create the peer-group first');
    expect(said('router bgp 1', 'neighbor PG peer-group', 'neighbor 10.0.0.2 peer-group PG')).toBe(
      '% Specify remote-as or peer-group remote AS first',
    );
    expect(
      said('router bgp 1', 'neighbor PG peer-group', 'neighbor PG remote-as 2', 'neighbor 10.0.0.2 peer-group PG'),
    ).toBe('');
  });
});
