// show interfaces in its lengths, against what routers printed.

import { describe, expect, it } from 'vitest';
import { parseMac } from '../../../../src/base/mac.ts';
import { parseIpWithLength } from '../../../../src/base/prefix.ts';
import { freshCounters } from '../../../../src/net/interface.ts';
import { ago, type Facts, shown, spanOf } from './facts.ts';

interface PortFacts {
  readonly name: string;
  readonly up?: boolean;
  readonly enabled?: boolean;
  readonly description?: string;
  readonly tagged?: boolean;
  readonly mtu?: number;
  /** Bits and packets a second, in and out. */
  readonly load?: readonly [number, number, number, number];
  readonly flapped?: string;
}

const port = ({ name, up = true, enabled = true, load = [0, 0, 0, 0], flapped = '00:00:10', ...more }: PortFacts) => ({
  config: { name, enabled, mac: parseMac('00:50:56:ff:56:b6'), ...more },
  carrier: up,
  up,
  changed: ago(spanOf(flapped)),
  losses: 1,
  counters: freshCounters(),
  load: { inBits: load[0], inPackets: load[1], outBits: load[2], outPackets: load[3] },
});

interface UnitFacts {
  readonly name: string;
  readonly at?: readonly string[];
  readonly families?: readonly string[];
  readonly up?: boolean;
  readonly vlan?: number;
  readonly vrf?: string;
  readonly description?: string;
  readonly packets?: readonly [number, number];
}

const unit = ({ name, at = [], up = true, vrf = 'default', packets = [0, 0], families, ...more }: UnitFacts) => ({
  interface: {
    name,
    kind: name.startsWith('lo') ? 'loopback' : 'ethernet',
    vrf,
    enabled: true,
    up,
    mtu: 1500,
    addresses: at.map((text, i) => ({ ...parseIpWithLength(text), secondary: i > 0 })),
    families,
    ...more,
  },
  counters: { ...freshCounters(), inPackets: packets[0], outPackets: packets[1] },
});

const FXP = unit({ name: 'fxp0.0', at: ['172.25.192.114/24'] });
const show = (
  ports: readonly PortFacts[],
  units: readonly ReturnType<typeof unit>[],
  line: string,
  more: Facts & { readonly arp?: readonly unknown[] } = {},
): readonly string[] =>
  shown(
    { ...more, ask: { interfaces: units, ports: [...ports, { name: 'fxp0' }].map(port), arp: more.arp ?? [] } },
    line,
  ).split('\n');

describe('show interfaces', () => {
  it('prints a port and its unit', () => {
    // Capture: Junos show interfaces, genieparser golden output 1 (vMX 19.2; `No-Redirects` left out, numbers of the unit are
    // those of a box with this one alone; the addresses of one family follow the configuration).
    const lines = show(
      [
        {
          name: 'ge-0/0/0',
          description: 'TEST-DESC:1|TEST#1234 DEV',
          load: [2952, 5, 3080, 3],
          flapped: '29w6d 18:56',
        },
      ],
      [
        FXP,
        unit({
          name: 'ge-0/0/0.0',
          at: ['10.189.5.93/30', '2001:db8:223c:2c16::1/64', 'fe80::250:56ff:feff:56b6/64'],
          families: ['inet', 'inet6', 'mpls'],
          packets: [133657033, 129243982],
        }),
      ],
      'show interfaces ge-0/0/0',
      {
        at: '2020-03-26T04:05:19Z',
        columns: 120,
        arp: [{ interface: 'ge-0/0/0.0', mac: parseMac('00:50:56:ff:e0:4e'), own: false }],
      },
    );
    expect(lines).toEqual([
      'Physical interface: ge-0/0/0, Enabled, Physical link is Up',
      '  Interface index: 148, SNMP ifIndex: 526',
      '  Description: TEST-DESC:1|TEST#1234 DEV',
      '  Link-level type: Ethernet, MTU: 1514, MRU: 1522, LAN-PHY mode, Speed: 1000mbps, BPDU Error: None,',
      '  Loop Detect PDU Error: None, Ethernet-Switching Error: None, MAC-REWRITE Error: None, Loopback: Disabled,',
      '  Source filtering: Disabled, Flow control: Enabled, Auto-negotiation: Enabled, Remote fault: Online',
      '  Pad to minimum frame size: Disabled',
      '  Device flags   : Present Running',
      '  Interface flags: SNMP-Traps Internal: 0x4000',
      '  Link flags     : None',
      '  CoS queues     : 8 supported, 8 maximum usable queues',
      '  Current address: 00:50:56:ff:56:b6, Hardware address: 00:50:56:ff:56:b6',
      '  Last flapped   : 2019-08-29 09:09:19 UTC (29w6d 18:56 ago)',
      '  Input rate     : 2952 bps (5 pps)',
      '  Output rate    : 3080 bps (3 pps)',
      '  Active alarms  : None',
      '  Active defects : None',
      '  PCS statistics                      Seconds',
      '    Bit errors                             0',
      '    Errored blocks                         0',
      '  Ethernet FEC statistics              Errors',
      '    FEC Corrected Errors                    0',
      '    FEC Uncorrected Errors                  0',
      '    FEC Corrected Errors Rate               0',
      '    FEC Uncorrected Errors Rate             0',
      '  Interface transmit statistics: Disabled',
      '',
      '  Logical interface ge-0/0/0.0 (Index 334) (SNMP ifIndex 536)',
      '    Flags: Up SNMP-Traps 0x4004000 Encapsulation: ENET2',
      '    Input packets : 133657033',
      '    Output packets: 129243982',
      '    Protocol inet, MTU: 1500',
      '    Max nh cache: 75000, New hold nh limit: 75000, Curr nh cnt: 1, Curr new hold cnt: 0, NH drop cnt: 0',
      '      Flags: Sendbcast-pkt-to-re',
      '      Addresses, Flags: Is-Preferred Is-Primary',
      '        Destination: 10.189.5.92/30, Local: 10.189.5.93, Broadcast: 10.189.5.95',
      '    Protocol inet6, MTU: 1500',
      '    Max nh cache: 75000, New hold nh limit: 75000, Curr nh cnt: 0, Curr new hold cnt: 0, NH drop cnt: 0',
      '      Flags: Is-Primary',
      '      Addresses, Flags: Is-Preferred Is-Primary',
      '        Destination: 2001:db8:223c:2c16::/64, Local: 2001:db8:223c:2c16::1',
      '      Addresses, Flags: Is-Preferred',
      '        Destination: fe80::/64, Local: fe80::250:56ff:feff:56b6',
      '    Protocol mpls, MTU: 1488, Maximum labels: 3',
      '      Flags: Is-Primary',
      '    Protocol multiservice, MTU: Unlimited',
      '      Flags: Is-Primary',
    ]);
  });

  it('prints what is built in', () => {
    // Capture: the same, lc-0/0/0 and pfe-0/0/0.
    const lines = show([], [], 'show interfaces lc-0/0/0');
    expect(lines).toEqual([
      'Physical interface: lc-0/0/0, Enabled, Physical link is Up',
      '  Interface index: 145, SNMP ifIndex: 519',
      '  Speed: 800mbps',
      '  Device flags   : Present Running',
      '  Link flags     : None',
      '  Last flapped   : Never',
      '    Input packets : 0',
      '    Output packets: 0',
      '',
      '  Logical interface lc-0/0/0.32769 (Index 329) (SNMP ifIndex 520)',
      '    Flags: Up Encapsulation: ENET2',
      '    Bandwidth: 0',
      '    Input packets : 0',
      '    Output packets: 0',
      '    Protocol vpls, MTU: Unlimited',
      '      Flags: Is-Primary',
    ]);
    expect(show([], [], 'show interfaces pfe-0/0/0').slice(-6)).toEqual([
      '    Protocol inet, MTU: Unlimited',
      '    Max nh cache: 0, New hold nh limit: 0, Curr nh cnt: 0, Curr new hold cnt: 0, NH drop cnt: 0',
      '      Flags: None',
      '    Protocol inet6, MTU: Unlimited',
      '    Max nh cache: 0, New hold nh limit: 0, Curr nh cnt: 0, Curr new hold cnt: 0, NH drop cnt: 0',
      '      Flags: None',
    ]);
  });

  it('tells tags, and what comes without one', () => {
    // Capture: `show interfaces ge-0/0/2` of a vMX with vlan-tagging (JNCIA notes of 2020).
    const lines = show(
      [{ name: 'ge-0/0/2', tagged: true }],
      [unit({ name: 'ge-0/0/2.82', at: ['10.0.82.2/24'], vlan: 82, vrf: 'router-2' })],
      'show interfaces ge-0/0/2',
    );
    expect(lines[2]).toMatch(/^ {2}Link-level type: Ethernet, MTU: 1518, MRU: 1526, /);
    expect(lines).not.toContain('  Link flags     : None');
    expect(lines).toContain('    Flags: Up SNMP-Traps 0x4000 VLAN-Tag [ 0x8100.82 ]  Encapsulation: ENET2');
    expect(lines).toContain('        Destination: 10.0.82/24, Local: 10.0.82.2, Broadcast: 10.0.82.255');
    expect(lines).toContain('    Flags: Up SNMP-Traps 0x4004000 VLAN-Tag [ 0x0000.0 ]  Encapsulation: ENET2');
  });

  it('says what is down, and why', () => {
    // Captures: `show interfaces` of MX boxes with dark and disabled ports.
    const dark = show(
      [{ name: 'ge-0/0/1', up: false }],
      [unit({ name: 'ge-0/0/1.0', up: false })],
      'show interfaces ge-0/0/1',
    );
    expect(dark[0]).toBe('Physical interface: ge-0/0/1, Enabled, Physical link is Down');
    expect(dark).toContain('  Device flags   : Present Running Down');
    expect(dark).toContain('  Interface flags: Hardware-Down SNMP-Traps Internal: 0x4000');
    expect(dark).toContain('    Flags: Device-Down SNMP-Traps 0x4004000 Encapsulation: ENET2');
    const off = show([{ name: 'ge-0/0/1', up: false, enabled: false }], [], 'show interfaces ge-0/0/1');
    expect(off[0]).toBe('Physical interface: ge-0/0/1, Administratively down, Physical link is Down');
    expect(off).toContain('  Interface flags: Hardware-Down Down SNMP-Traps Internal: 0x4000');
  });

  it('knows its names', () => {
    const ports = [{ name: 'ge-0/0/0' }, { name: 'ge-0/0/1' }];
    const units = [unit({ name: 'ge-0/0/0.0' })];
    // A vQFX: `error: device ge-0/0/7 not found`.
    expect(show(ports, units, 'show interfaces xe-0/0/7')).toEqual(['error: device xe-0/0/7 not found']);
    expect(show(ports, units, 'show interfaces xe*')).toEqual(['']);
    expect(show(ports, units, 'show interfaces ge-0/0/0.0')[0]).toMatch(/^ {2}Logical interface ge-0\/0\/0\.0 /);
    const heads = (line: string) => show(ports, units, line).filter((text) => text.startsWith('Physical interface: '));
    expect(heads('show interfaces ge-0/0/[01]')).toHaveLength(2);
  });
});

describe('show interfaces detail and extensive', () => {
  it('has the lines of a port in their order', () => {
    // Capture: `show interfaces ge-0/0/0 extensive` of a vMX (JNCIA notes of 2020), its headings; lists broken as in
    // genieparser's golden output 2.
    const lines = show([{ name: 'ge-0/0/0', load: [0, 0, 0, 0] }], [], 'show interfaces ge-0/0/0 extensive', {
      columns: 120,
    });
    const headings = lines.filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim().split(/[:,]/)[0]);
    expect(headings.slice(headings.indexOf('CoS queues     '))).toEqual([
      'CoS queues     ',
      'Hold-times     ',
      'Damping        ',
      'Current address',
      'Last flapped   ',
      'Statistics last cleared',
      'Traffic statistics',
      'Dropped traffic statistics due to STP State',
      'Input errors',
      'Output errors',
      'Active alarms  ',
      'Active defects ',
      'PCS statistics                      Seconds',
      'Ethernet FEC statistics              Errors',
      'MAC statistics',
      'Filter statistics',
      'Autonegotiation information',
      'Packet Forwarding Engine configuration',
      'CoS information',
      'Interface transmit statistics',
    ]);
    expect(lines).toContain('  Input errors:');
    expect(lines).toContain(
      '    Errors: 0, Drops: 0, Framing errors: 0, Runts: 0, Policed discards: 0, L3 incompletes: 0, L2 channel errors: 0,',
    );
    expect(lines).toContain('    L2 mismatch timeouts: 0, FIFO errors: 0, Resource errors: 0');
  });
});

describe('show interfaces terse', () => {
  const ports = [{ name: 'ge-0/0/0' }, { name: 'ge-0/0/1' }, { name: 'ge-0/0/2', up: false }];
  const units = [
    unit({ name: 'ge-0/0/0.0', at: ['10.0.1.1/24'] }),
    unit({ name: 'ge-0/0/1.0', at: ['10.0.2.1/24'] }),
    FXP,
    unit({ name: 'lo0.0', at: ['10.1.1.1/32', '10.11.11.11/32'] }),
  ];

  it('keeps its columns', () => {
    // Capture: Junos show interfaces terse, genieparser golden output (vMX; trailing blanks as it prints them).
    const lines = show(ports, units, 'show interfaces terse');
    expect(lines.slice(0, 14)).toEqual([
      'Interface               Admin Link Proto    Local                 Remote',
      'ge-0/0/0                up    up',
      'ge-0/0/0.0              up    up   inet     10.0.1.1/24     ',
      '                                   multiservice',
      'lc-0/0/0                up    up',
      'lc-0/0/0.32769          up    up   vpls    ',
      'pfe-0/0/0               up    up',
      'pfe-0/0/0.16383         up    up   inet    ',
      '                                   inet6   ',
      'pfh-0/0/0               up    up',
      'pfh-0/0/0.16383         up    up   inet    ',
      'pfh-0/0/0.16384         up    up   inet    ',
      'ge-0/0/1                up    up',
      'ge-0/0/1.0              up    up   inet     10.0.2.1/24     ',
    ]);
    expect(lines[15]).toBe('ge-0/0/2                up    down');
    const loopback = lines.indexOf('lo0                     up    up');
    expect(lines.slice(loopback + 1, loopback + 5)).toEqual([
      'lo0.0                   up    up   inet     10.1.1.1            --> 0/0',
      '                                            10.11.11.11         --> 0/0',
      'lo0.16384               up    up   inet     127.0.0.1           --> 0/0',
      'lo0.16385               up    up   inet    ',
    ]);
  });

  it('takes names and patterns', () => {
    // Captures: `show interfaces terse | match fxp0`, `show interfaces em1.0 terse`, genieparser golden outputs.
    expect(show(ports, units, 'show interfaces terse fxp*').slice(1)).toEqual([
      'fxp0                    up    up',
      'fxp0.0                  up    up   inet     172.25.192.114/24',
    ]);
    expect(show(ports, units, 'show interfaces ge-0/0/1.0 terse')[1]).toMatch(/^ge-0\/0\/1\.0 /);
    expect(
      show(ports, units, 'show interfaces terse *.0')
        .slice(1)
        .every((line) => !/^ge\S+\d /.test(line) || line.includes('.0 ')),
    ).toBe(true);
  });

  it('shows what a system of 25.4 makes for idle ports', () => {
    // `show interfaces terse` of a vJunos-router 25.4R1.
    const lines = show(ports, units.slice(0, 1), 'show interfaces terse ge-0/0/[12]', { model: 'vJunos-router' });
    expect(lines.slice(1)).toEqual([
      'ge-0/0/1                up    up',
      'ge-0/0/1.16386          up    up  ',
      'ge-0/0/2                up    down',
      'ge-0/0/2.16386          up    down',
    ]);
  });
});

it('lists descriptions', () => {
  // Capture: Junos show interfaces descriptions, genieparser golden output.
  const ports = [
    { name: 'ge-0/0/0', description: 'none/100G/in/hktGCS002_ge-0/0/0' },
    { name: 'ge-0/0/2', description: 've-hkgasr01_Gi2[DefaultCost1000]' },
  ];
  expect(show(ports, [], 'show interfaces descriptions')).toEqual([
    'Interface       Admin Link Description',
    'ge-0/0/0        up    up   none/100G/in/hktGCS002_ge-0/0/0',
    'ge-0/0/2        up    up   ve-hkgasr01_Gi2[DefaultCost1000]',
  ]);
});
