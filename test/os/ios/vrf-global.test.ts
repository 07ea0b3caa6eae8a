// import ipv4 unicast map, export ipv4 unicast map: routes between the global table and a VRF of one router.
// Source: Cisco IOS IP Routing: BGP, "BGP Support for IP Prefix Import from Global Table into a VRF Table" and "… Export from a
// VRF Table into the Global Table".

import { expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const [G1, G2] = ['GigabitEthernet1', 'GigabitEthernet2'];

const site = (): Boxes =>
  new Boxes(
    'CSR1000V',
    {
      PE: [
        'ip prefix-list NET seq 5 permit 8.8.0.0/16',
        'ip prefix-list SITE seq 5 permit 10.7.0.0/16',
        'route-map IN permit 10\n match ip address prefix-list NET',
        'route-map OUT permit 10\n match ip address prefix-list SITE',
        'vrf definition RED\n rd 65000:1\n address-family ipv4\n  import ipv4 unicast map IN\n  export ipv4 unicast map OUT',
        `interface ${G1}\n ip address 192.0.2.1 255.255.255.0\n no shutdown`,
        `interface ${G2}\n vrf forwarding RED\n ip address 10.1.1.1 255.255.255.0\n no shutdown`,
        'router bgp 65000',
        ' neighbor 192.0.2.2 remote-as 65100',
        ' address-family ipv4 vrf RED',
        '  redistribute connected',
        '  neighbor 10.1.1.2 remote-as 65001',
        '  neighbor 10.1.1.2 activate',
      ].join('\n'),
      NET: [
        `interface ${G1}\n ip address 192.0.2.2 255.255.255.0\n no shutdown`,
        'ip route 8.8.0.0 255.255.0.0 Null0\nip route 9.9.0.0 255.255.0.0 Null0',
        'router bgp 65100\n redistribute static\n neighbor 192.0.2.1 remote-as 65000',
      ].join('\n'),
      CE: [
        `interface ${G1}\n ip address 10.1.1.2 255.255.255.0\n no shutdown`,
        'ip route 10.7.0.0 255.255.0.0 Null0\nip route 10.8.0.0 255.255.0.0 Null0',
        'router bgp 65001\n redistribute static\n neighbor 10.1.1.1 remote-as 65000',
      ].join('\n'),
    },
    [`PE ${G1} - NET ${G1}`, `PE ${G2} - CE ${G1}`],
  ).run(90);

const bgpRoutes = (boxes: Boxes, name: string, where = ''): readonly string[] =>
  boxes
    .shown(name, `show ip route ${where} bgp`)
    .split('\n')
    .flatMap((line) => /^B +(\S+) (.*), \d\d:\d\d:\d\d$/.exec(line)?.slice(1).join(' ') ?? []);

it('lets through what the maps permit, and no more', () => {
  const boxes = site();
  expect(bgpRoutes(boxes, 'PE', 'vrf RED')).toEqual([
    '8.8.0.0 [20/0] via 192.0.2.2 (default)',
    '10.7.0.0/16 [20/0] via 10.1.1.2',
    '10.8.0.0/16 [20/0] via 10.1.1.2',
  ]);
  expect(bgpRoutes(boxes, 'PE')).toEqual([
    '8.8.0.0 [20/0] via 192.0.2.2',
    '9.9.0.0 [20/0] via 192.0.2.2',
    '10.7.0.0 [20/0] via 10.1.1.2 (RED)',
  ]);
});

it('tells neighbors on either side, forwards, and takes it back', () => {
  const boxes = site();
  expect(bgpRoutes(boxes, 'CE')).toContain('8.8.0.0 [20/0] via 10.1.1.1');
  expect(bgpRoutes(boxes, 'NET')).toEqual(['10.7.0.0 [20/0] via 192.0.2.1']);
  boxes.configure('NET', 'no ip route 8.8.0.0 255.255.0.0 Null0');
  boxes.run(90);
  expect(bgpRoutes(boxes, 'PE', 'vrf RED')).toEqual([
    '10.7.0.0/16 [20/0] via 10.1.1.2',
    '10.8.0.0/16 [20/0] via 10.1.1.2',
  ]);
  boxes.configure('PE', 'vrf definition RED', 'address-family ipv4', 'no export ipv4 unicast map OUT');
  boxes.run(90);
  expect(bgpRoutes(boxes, 'NET')).toEqual([]);
});

/** Form: genieparser ShowVrfDetail golden output. */
it('shows the maps in show vrf detail', () => {
  const text = site().shown('PE', 'show vrf detail RED');
  expect(text).toContain('  Import route-map for ipv4 unicast: IN (prefix limit: 1000)\n');
  expect(text).toContain('  Global export route-map for ipv4 unicast: OUT (prefix limit: 1000)\n');
});
