// show interfaces and its kin, against what routers printed.

import { describe, expect, it } from 'vitest';
import { parseMac } from '../../../../src/base/mac.ts';
import { present } from '../../../../src/base/must.ts';
import type { InterfaceRow, PortRow } from '../../../../src/device/queries.ts';
import { type Counters, freshCounters } from '../../../../src/net/interface.ts';
import { type Load, NO_LOAD } from '../../../../src/net/load.ts';
import type { PortName } from '../../../../src/sim/node.ts';
import type { Micros } from '../../../../src/sim/time.ts';
import { type InterfaceSpec, interfaceConfig } from '../../../harness/config.ts';
import { NOW, shown } from './facts.ts';

interface Facts {
  readonly name: string;
  readonly spec?: InterfaceSpec;
  readonly mac?: string;
  readonly counters?: Partial<Counters>;
  readonly load?: Partial<Load>;
  /** Seconds ago. */
  readonly input?: number;
  readonly output?: number;
  readonly losses?: number;
  /** The cable is out. */
  readonly dark?: boolean;
  readonly more?: Partial<InterfaceRow['interface']>;
}

const ago = (seconds: number | undefined): Micros | undefined =>
  seconds === undefined ? undefined : ((NOW - seconds * 1_000_000) as Micros);

function rowOf(facts: Facts): InterfaceRow {
  const config = interfaceConfig(facts.name, facts.spec ?? {});
  const counters = { ...freshCounters(), ...facts.counters };
  const up = config.enabled && facts.dark !== true;
  const port: PortRow = {
    config: {
      name: facts.name.split('.')[0] as PortName,
      enabled: config.enabled,
      mac: present(parseMac(facts.mac ?? '0c73.9ec7.3600'), 'mac'),
    },
    carrier: facts.dark !== true,
    up,
    changed: 0 as Micros,
    losses: facts.losses ?? 0,
    counters,
    lastInput: ago(facts.input),
    lastOutput: ago(facts.output),
    load: { ...NO_LOAD, ...facts.load },
  };
  return {
    interface: { ...config, up, changed: 0 as Micros, ...facts.more },
    port: config.kind === 'ethernet' ? port : undefined,
    counters,
  };
}

const LOOPBACK = { mtu: 1514, bandwidthKbps: 8_000_000, delayMicros: 5000 };

describe('show interfaces', () => {
  it('a port of an IOSv router in use', () => {
    const row = rowOf({
      name: 'GigabitEthernet0/1',
      spec: { at: '11.1.1.2/24' },
      mac: '0c73.9ec7.3601',
      counters: { inPackets: 19, inBytes: 3266, inBroadcasts: 5, outPackets: 736, outBytes: 84281 },
      input: 2743,
      output: 4,
      losses: 1,
      more: { description: 'PE1' },
    });
    // Capture: IOSv 15.7(3)M3, snapshot cisco_xr_ios_vpnv4, CE1; the two runts of its cable are left out.
    expect(shown({ ask: { interfaces: [row] } }, 'show interfaces')).toBe(`\
GigabitEthernet0/1 is up, line protocol is up 
  Hardware is iGbE, address is 0c73.9ec7.3601 (bia 0c73.9ec7.3601)
  Description: PE1
  Internet address is 11.1.1.2/24
  MTU 1500 bytes, BW 1000000 Kbit/sec, DLY 10 usec, 
     reliability 255/255, txload 1/255, rxload 1/255
  Encapsulation ARPA, loopback not set
  Keepalive set (10 sec)
  Auto Duplex, Auto Speed, link type is auto, media type is RJ45
  output flow-control is unsupported, input flow-control is unsupported
  ARP type: ARPA, ARP Timeout 04:00:00
  Last input 00:45:43, output 00:00:04, output hang never
  Last clearing of "show interface" counters never
  Input queue: 0/75/0/0 (size/max/drops/flushes); Total output drops: 0
  Queueing strategy: fifo
  Output queue: 0/40 (size/max)
  5 minute input rate 0 bits/sec, 0 packets/sec
  5 minute output rate 0 bits/sec, 0 packets/sec
     19 packets input, 3266 bytes, 0 no buffer
     Received 5 broadcasts (0 IP multicasts)
     0 runts, 0 giants, 0 throttles 
     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored
     0 watchdog, 0 multicast, 0 pause input
     736 packets output, 84281 bytes, 0 underruns
     0 output errors, 0 collisions, 2 interface resets
     0 unknown protocol drops
     0 babbles, 0 late collision, 0 deferred
     1 lost carrier, 0 no carrier, 0 pause output
     0 output buffer failures, 0 output buffers swapped out`);
  });

  it('a loopback', () => {
    const row = rowOf({ name: 'Loopback0', spec: { at: '10.2.0.2/32' }, more: LOOPBACK });
    // Capture: IOSv 15.7(3)M3, snapshot ios_add_path, as2rr.
    expect(shown({ ask: { interfaces: [row] } }, 'show interfaces Loopback0')).toBe(`\
Loopback0 is up, line protocol is up 
  Hardware is Loopback
  Internet address is 10.2.0.2/32
  MTU 1514 bytes, BW 8000000 Kbit/sec, DLY 5000 usec, 
     reliability 255/255, txload 1/255, rxload 1/255
  Encapsulation LOOPBACK, loopback not set
  Keepalive set (10 sec)
  Last input never, output never, output hang never
  Last clearing of "show interface" counters never
  Input queue: 0/75/0/0 (size/max/drops/flushes); Total output drops: 0
  Queueing strategy: fifo
  Output queue: 0/0 (size/max)
  5 minute input rate 0 bits/sec, 0 packets/sec
  5 minute output rate 0 bits/sec, 0 packets/sec
     0 packets input, 0 bytes, 0 no buffer
     Received 0 broadcasts (0 IP multicasts)
     0 runts, 0 giants, 0 throttles 
     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort
     0 packets output, 0 bytes, 0 underruns
     0 output errors, 0 collisions, 0 interface resets
     0 unknown protocol drops
     0 output buffer failures, 0 output buffers swapped out`);
  });

  it('an Ethernet port of a 7206VXR, busy', () => {
    const row = rowOf({
      name: 'Ethernet2/7',
      spec: { at: '16.2.7.1/24' },
      mac: 'ca01.bbcc.003f',
      counters: { inPackets: 355, inBytes: 46829, outPackets: 464, outBytes: 46130 },
      load: { inBits: 2100, inPackets: 1.8, outBits: 900, outPackets: 2.2 },
      input: 7,
      output: 0,
      more: { bandwidthKbps: 10_000, delayMicros: 1000 },
    });
    // Capture: 7206VXR 15.2(4)S5, snapshot ospf_lab_validation, R1-ios, with the trailing blanks of other captures and
    // without its one reset.
    expect(shown({ model: '7206VXR', ask: { interfaces: [row] } }, 'show interfaces')).toBe(`\
Ethernet2/7 is up, line protocol is up 
  Hardware is AmdP2, address is ca01.bbcc.003f (bia ca01.bbcc.003f)
  Internet address is 16.2.7.1/24
  MTU 1500 bytes, BW 10000 Kbit/sec, DLY 1000 usec, 
     reliability 255/255, txload 1/255, rxload 1/255
  Encapsulation ARPA, loopback not set
  Keepalive set (10 sec)
  ARP type: ARPA, ARP Timeout 04:00:00
  Last input 00:00:07, output 00:00:00, output hang never
  Last clearing of "show interface" counters never
  Input queue: 0/75/0/0 (size/max/drops/flushes); Total output drops: 0
  Queueing strategy: fifo
  Output queue: 0/40 (size/max)
  5 minute input rate 2000 bits/sec, 2 packets/sec
  5 minute output rate 1000 bits/sec, 2 packets/sec
     355 packets input, 46829 bytes, 0 no buffer
     Received 0 broadcasts (0 IP multicasts)
     0 runts, 0 giants, 0 throttles 
     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored
     0 input packets with dribble condition detected
     464 packets output, 46130 bytes, 0 underruns
     0 output errors, 0 collisions, 0 interface resets
     0 unknown protocol drops
     0 babbles, 0 late collision, 0 deferred
     0 lost carrier, 0 no carrier
     0 output buffer failures, 0 output buffers swapped out`);
  });

  it('tells what its owner switched off from what is dark', () => {
    const rows = [
      rowOf({ name: 'GigabitEthernet1', dark: true }),
      rowOf({ name: 'GigabitEthernet2', spec: { down: true } }),
    ];
    const lines = shown({ model: 'CSR1000V', ask: { interfaces: rows } }, 'show interfaces').split('\n');
    expect(lines.filter((line) => line.includes('line protocol'))).toEqual([
      'GigabitEthernet1 is down, line protocol is down ',
      'GigabitEthernet2 is administratively down, line protocol is down ',
    ]);
    // Capture: CSR1000V 16.4.1, snapshot iosxe_vrf_route_leaking_export_map, d1.
    expect(lines[1]).toBe('  Hardware is CSR vNIC, address is 0c73.9ec7.3600 (bia 0c73.9ec7.3600)');
    expect(lines).toContain('  Full Duplex, 1000Mbps, link type is auto, media type is RJ45');
    expect(lines).toContain('  Input queue: 0/375/0/0 (size/max/drops/flushes); Total output drops: 0');
  });

  it('says when the counters were cleared, and how full the port is', () => {
    const row = rowOf({
      name: 'GigabitEthernet0/0',
      counters: { clearedAt: ago(75) },
      load: { inBits: 500_000_000, outBits: 1_000_000_000 },
    });
    const lines = shown({ ask: { interfaces: [row] } }, 'show interfaces');
    expect(lines).toContain('Last clearing of "show interface" counters 00:01:15\n');
    expect(lines).toContain('txload 255/255, rxload 128/255\n');
  });

  it('a sub-interface is short', () => {
    const row = rowOf({ name: 'GigabitEthernet0/0.100', spec: { at: '10.1.100.1/24', vlan: 100 } });
    // Shape: Cisco IOS Interface and Hardware Component, "show interfaces" of an 802.1Q sub-interface.
    expect(
      shown({ ask: { interfaces: [row] } }, 'show interfaces')
        .split('\n')
        .slice(5),
    ).toEqual([
      '  Encapsulation 802.1Q Virtual LAN, Vlan ID  100.',
      '  ARP type: ARPA, ARP Timeout 04:00:00',
      '  Keepalive set (10 sec)',
      '  Last clearing of "show interface" counters never',
    ]);
  });

  it('lists ports as they sit in the box, then loopbacks by number', () => {
    const names = [
      'Loopback10',
      'Loopback9',
      'GigabitEthernet3/0',
      'Ethernet1/0',
      'GigabitEthernet0/0',
      'GigabitEthernet0/0.20',
    ];
    const rows = [...names, 'GigabitEthernet0/0.3', 'Ethernet0/0', 'Null0'].map((name) => rowOf({ name }));
    const lines = shown({ model: '7206VXR', ask: { interfaces: rows } }, 'show interfaces description').split('\n');
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual([
      'Et0/0',
      'Gi0/0',
      'Gi0/0.3',
      'Gi0/0.20',
      'Et1/0',
      'Gi3/0',
      'Lo9',
      'Lo10',
    ]);
  });
});

describe('show ip interface brief', () => {
  const rows = [
    rowOf({ name: 'GigabitEthernet0/0', spec: { at: '10.10.10.2/24' } }),
    rowOf({ name: 'GigabitEthernet0/1', spec: { down: true } }),
    rowOf({ name: 'Loopback0', spec: { at: '172.16.100.1/32' } }),
  ];
  const SAVED = `
interface GigabitEthernet0/0
 ip address 10.10.10.2 255.255.255.0
interface GigabitEthernet0/1
 no ip address
`;
  const router = {
    ask: { interfaces: rows },
    saved: SAVED,
    text: `${SAVED}interface Loopback0\n ip address 172.16.100.1 255.255.255.255`,
  };

  it('tells saved addresses from typed ones', () => {
    // Capture: IOSv 15.x, RED-CE.
    expect(shown(router, 'show ip interface brief')).toBe(`\
Interface                  IP-Address      OK? Method Status                Protocol
GigabitEthernet0/0         10.10.10.2      YES NVRAM  up                    up      
GigabitEthernet0/1         unassigned      YES NVRAM  administratively down down    
Loopback0                  172.16.100.1    YES manual up                    up      `);
  });

  it('on a box that nothing was saved on', () => {
    const { saved: _, ...fresh } = router;
    const methods = shown(fresh, 'show ip interface brief')
      .split('\n')
      .map((line) => line.slice(47, 54).trim());
    // Captures: IOSv 15.x, R1-VRF: ports nobody touched are `unset`.
    expect(methods).toEqual(['Method', 'manual', 'unset', 'manual']);
  });

  it('is narrower on IOS XE', () => {
    // Capture: IOS XE, genieparser ShowIpInterfaceBrief.
    expect(shown({ model: 'CSR1000V', ask: { interfaces: [] } }, 'show ip interface brief')).toBe(
      'Interface              IP-Address      OK? Method Status                Protocol',
    );
  });
});

it('show interfaces description', () => {
  const rows = [
    rowOf({ name: 'FastEthernet4/0', spec: { at: '157.130.0.3/31' } }),
    rowOf({ name: 'FastEthernet4/1', spec: { down: true } }),
    rowOf({ name: 'Loopback0', more: { description: 'ansible_test' } }),
  ];
  // Capture: 7206VXR 15.2(4)S7, 2018 (ports renamed).
  expect(shown({ model: '7206VXR', ask: { interfaces: rows } }, 'show interfaces description')).toBe(`\
Interface                      Status         Protocol Description
Fa4/0                          up             up       
Fa4/1                          admin down     down     
Lo0                            up             up       ansible_test`);
});

describe('show ip interface', () => {
  it('tells of addresses, VRF and proxy ARP', () => {
    const row = rowOf({
      name: 'GigabitEthernet0/2',
      spec: { at: '192.168.154.1/24 192.168.155.1/24', vrf: 'BLUE' },
      more: { proxyArp: true },
    });
    const lines = shown({ ask: { interfaces: [row] } }, 'show ip interface').split('\n');
    // Captures: genieparser ShowIpInterface (IOS 15.x), a CSR1000V with a VRF.
    expect(lines.slice(0, 8)).toEqual([
      'GigabitEthernet0/2 is up, line protocol is up',
      '  Internet address is 192.168.154.1/24',
      '  Broadcast address is 255.255.255.255',
      '  Address determined by setup command',
      '  MTU is 1500 bytes',
      '  Helper address is not set',
      '  Directed broadcast forwarding is disabled',
      '  Secondary address 192.168.155.1/24',
    ]);
    expect(lines).toContain('  Proxy ARP is enabled');
    const at = lines.indexOf('  VPN Routing/Forwarding "BLUE"');
    expect(lines.slice(at - 1, at + 3)).toEqual([
      '  IP Null turbo vector',
      '  VPN Routing/Forwarding "BLUE"',
      '  Associated unicast routing topologies:',
      '        Topology "base", operation state is UP',
    ]);
  });

  it('says that IP is not used', () => {
    // Capture: genieparser ShowIpInterface.
    expect(shown({ ask: { interfaces: [rowOf({ name: 'GigabitEthernet0/2' })] } }, 'show ip interface')).toBe(
      'GigabitEthernet0/2 is up, line protocol is up\n  Internet protocol processing disabled',
    );
  });
});
