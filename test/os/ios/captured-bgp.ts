// Networks that Batfish's project captured, typed into our boxes; their OSPF is IS-IS here, the costs keep their order.

import { Boxes } from './boxes.ts';

const igp = (n: number): string => `router isis
 net 49.0001.0000.0000.000${n}.00
 is-type level-2-only
 metric-style wide
`;

const loopback = (name: string, address: string, isis = true): string => `interface ${name}
 ip address ${address} 255.255.255.255
${isis ? ' ip router isis\n' : ''}`;

const port = (name: string, address: string, isis = true): string => `interface ${name}
 ip address ${address} 255.255.255.0
 no shutdown
${isis ? ' ip router isis\n isis network point-to-point\n' : ''}`;

const bgp = (asn: number, ...lines: readonly string[]): string =>
  [`router bgp ${asn}`, ' bgp log-neighbor-changes', ...lines.map((line) => ` ${line}`)].join('\n');

const G = (n: number): string => `GigabitEthernet0/${n}`;

/** Snapshot ios_ibgp_split_horizon: three routers in a row, no reflector. */
export function splitHorizon(): Boxes {
  const family = (n: number, ...peers: readonly number[]): readonly string[] => [
    ...peers.flatMap((peer) => [
      `neighbor 192.168.123.${peer} remote-as 65500`,
      `neighbor 192.168.123.${peer} update-source Loopback123`,
    ]),
    'address-family ipv4',
    ` network 172.16.0.${n} mask 255.255.255.255`,
    ...peers.flatMap((peer) => [
      ` neighbor 192.168.123.${peer} activate`,
      ` neighbor 192.168.123.${peer} soft-reconfiguration inbound`,
    ]),
  ];
  const box = (n: number, ports: string, ...peers: readonly number[]): string =>
    [
      loopback('Loopback0', `172.16.0.${n}`, false),
      loopback('Loopback123', `192.168.123.${n}`),
      ports,
      igp(n),
      bgp(65500, ...family(n, ...peers)),
    ].join('');
  return new Boxes(
    'IOSv',
    {
      D1: box(1, port(G(1), '10.12.11.1'), 2),
      D2: box(2, port(G(1), '10.12.11.2') + port(G(2), '10.23.22.2'), 1, 3),
      D3: box(3, port(G(2), '10.23.22.3'), 2),
    },
    [`D1 ${G(1)} - D2 ${G(1)}`, `D2 ${G(2)} - D3 ${G(2)}`],
  );
}

const X = (n: number): string => `GigabitEthernet${n}`;

/** Snapshot iosxe_bgp_confederation: AS 65100 of two members, a customer at either. */
export function confederation(): Boxes {
  const member = (asn: number, other: number, ...lines: readonly string[]): string =>
    bgp(asn, 'bgp confederation identifier 65100', `bgp confederation peers ${other}`, ...lines);
  const inside = (peer: number, asn: number, ...more: readonly string[]): readonly string[] =>
    [`remote-as ${asn}`, 'update-source Loopback123', ...more].map((line) => `neighbor 192.168.123.${peer} ${line}`);
  const far = 'ebgp-multihop 2';
  const own = (n: number): string => loopback('Loopback123', `192.168.123.${n}`);
  return new Boxes(
    'CSR1000V',
    {
      D1:
        own(1) +
        port(X(1), '10.12.11.1') +
        port(X(2), '10.13.21.1') +
        port(X(10), '192.168.122.2', false) +
        igp(1) +
        member(65112, 65134, 'network 192.168.122.0', ...inside(2, 65112), ...inside(3, 65134, far)),
      D2:
        own(2) +
        port(X(1), '10.12.11.2') +
        port(X(2), '10.24.22.1') +
        port(X(3), '10.25.31.1', false) +
        igp(2) +
        member(
          65112,
          65134,
          'neighbor 10.25.31.2 remote-as 65105',
          ...inside(1, 65112, 'next-hop-self'),
          ...inside(4, 65134, far, 'next-hop-self'),
        ),
      D3:
        own(3) +
        port(X(1), '10.13.21.2') +
        port(X(2), '10.34.21.1') +
        igp(3) +
        member(65134, 65112, ...inside(1, 65112, far), ...inside(4, 65134)),
      D4:
        own(4) +
        port(X(1), '10.34.21.2') +
        port(X(2), '10.24.22.2') +
        port(X(3), '10.46.31.1', false) +
        igp(4) +
        member(
          65134,
          65112,
          'neighbor 10.46.31.2 remote-as 65106',
          ...inside(2, 65112, far, 'next-hop-self'),
          ...inside(3, 65134, 'next-hop-self'),
        ),
      D5: customer(5, '10.25.31.2', '10.25.31.1'),
      D6: customer(6, '10.46.31.2', '10.46.31.1'),
      HOST: `${port(X(1), '192.168.122.9', false)}`,
    },
    [
      `D1 ${X(1)} - D2 ${X(1)}`,
      `D1 ${X(2)} - D3 ${X(1)}`,
      `D3 ${X(2)} - D4 ${X(1)}`,
      `D2 ${X(2)} - D4 ${X(2)}`,
      `D2 ${X(3)} - D5 ${X(1)}`,
      `D4 ${X(3)} - D6 ${X(1)}`,
      `D1 ${X(10)} - HOST ${X(1)}`,
    ],
  );
}

const customer = (n: number, address: string, peer: string): string =>
  loopback('Loopback123', `192.168.123.${n}`, false) +
  port(X(1), address, false) +
  bgp(65100 + n, `network 192.168.123.${n} mask 255.255.255.255`, `neighbor ${peer} remote-as 65100`);
