// Interfaces that are in the box without a socket: tunnels, the inside of the forwarding engine, loopback. They do nothing
// here, but the router lists them.
// Source: captures `show interfaces | display json`, snapshots junos_cross_term_match (vJunos-router 25.4R1) and
// juniper_resolution (vQFX 17.4R1); `show interfaces` of a vMX 19.2R1 (genieparser golden output).

export interface BuiltInFamily {
  readonly name: string;
  readonly mtu: string;
  /** With their lengths, where they have one. */
  readonly locals: readonly string[];
}

export interface BuiltInUnit {
  readonly unit: number;
  readonly index: number;
  readonly snmp: number;
  readonly flags: string;
  readonly encapsulation: string;
  readonly bandwidth?: string;
  readonly families: readonly BuiltInFamily[];
}

/** What all interfaces of a kind say of themselves. */
interface Kind {
  /** `Type: …, MTU: …`; empty: no such line. */
  readonly type: string;
  readonly flags: string;
  readonly duplex: boolean;
  /** `Link flags`; undefined: no such line. */
  readonly media: string | undefined;
  readonly mac: boolean;
  readonly flapped: boolean;
  readonly counted: boolean;
}

export interface BuiltIn extends Kind {
  readonly name: string;
  readonly index: number;
  readonly snmp: number;
  readonly units: readonly BuiltInUnit[];
}

const kind = (type: string, flags: string, over: Partial<Kind> = {}): Kind => ({
  type,
  flags,
  duplex: true,
  media: 'None',
  mac: false,
  flapped: true,
  counted: true,
  ...over,
});

const TRAPS = 'SNMP-Traps';
const POINT_TO_POINT = 'Point-To-Point SNMP-Traps';
const pseudo = (level: string): string => `Type: Software-Pseudo, Link-level type: ${level}, MTU: Unlimited`;
const ethernet = (mtu: number): string => `Type: Ethernet, Link-level type: Ethernet, MTU: ${mtu}`;
const tunnel = (type: string, level: string, flags: string): Kind =>
  kind(`Type: ${type}, Link-level type: ${level}, MTU: Unlimited, Speed: Unlimited`, flags, {
    duplex: false,
    media: undefined,
    flapped: false,
  });
const engine: Kind = kind('Speed: 800mbps', '', { duplex: false });

/** By the name without its numbers. */
const KINDS: Readonly<Record<string, Kind>> = {
  cbp: kind(ethernet(9192), TRAPS, { mac: true }),
  demux: kind('Type: Software-Pseudo, MTU: Not-Applicable, Clocking: 1', POINT_TO_POINT, { counted: false }),
  dsc: kind('Type: Software-Pseudo, MTU: Unlimited', POINT_TO_POINT, { duplex: false }),
  em: kind(`${ethernet(1514)}, Speed: 10Gbps`, TRAPS, { media: '4', mac: true }),
  esi: kind(`${pseudo('VxLAN-Tunnel-Endpoint')}, Speed: Unlimited`, TRAPS),
  fti: kind('Type: FTI, Link-level type: Flexible-tunnel-Interface, MTU: Unlimited, Speed: Unlimited', TRAPS),
  gr: { ...tunnel('GRE', 'GRE', POINT_TO_POINT), counted: false },
  gre: tunnel('GRE', 'GRE', POINT_TO_POINT),
  ipip: tunnel('IPIP', 'IP-over-IP', TRAPS),
  irb: kind(ethernet(1514), TRAPS, { mac: true }),
  jsrv: kind(ethernet(1514), '', { mac: true }),
  lc: engine,
  lo: kind('Type: Loopback, MTU: Unlimited', TRAPS, { duplex: false }),
  lsi: kind(`${pseudo('LSI')}, Speed: Unlimited`, '', { duplex: false }),
  mif: kind('Type: Software-Pseudo, Link-level type: Interface-Specific, MTU: 1440', TRAPS),
  mtun: tunnel('Multicast-GRE', 'GRE', TRAPS),
  pfe: engine,
  pfh: engine,
  pimd: tunnel('PIMD', 'PIM-Decapsulator', ''),
  pime: tunnel('PIME', 'PIM-Encapsulator', ''),
  pip: kind(ethernet(9192), TRAPS, { mac: true }),
  pp: kind('Type: PPPoE, Link-level type: PPPoE, MTU: 1532', POINT_TO_POINT, { flapped: false, counted: false }),
  rbeb: kind(`${pseudo('Remote-BEB')}, Speed: Unlimited`, ''),
  tap: kind(`${pseudo('Interface-Specific')}, Speed: Unlimited`, TRAPS, { duplex: false }),
  vtep: kind(`${pseudo('VxLAN-Tunnel-Endpoint')}, Speed: Unlimited`, ''),
};

/** One of them, with its numbers in this release. */
export function builtIn(name: string, index: number, snmp: number, units: readonly BuiltInUnit[] = []): BuiltIn {
  const of = KINDS[name.replace(/[-\d].*$/, '')];
  return { ...(of ?? kind('', '')), name, index, snmp, units };
}

export const family = (name: string, mtu = 'Unlimited', locals: readonly string[] = []): BuiltInFamily => ({
  name,
  mtu,
  locals,
});

const INSIDE = { flags: 'Up SNMP-Traps', encapsulation: 'ENET2', bandwidth: '0' } as const;

/** The forwarding engine behind slot 0, whose indexes follow one another from `index` and `snmp` on. */
export function engineOf(index: number, snmp: number, unitIndex: number): readonly BuiltIn[] {
  const inet = family('inet');
  return [
    builtIn('lc-0/0/0', index, snmp, [
      { ...INSIDE, flags: 'Up', unit: 32_769, index: unitIndex, snmp: snmp + 1, families: [family('vpls')] },
    ]),
    builtIn('pfe-0/0/0', index + 2, snmp + 3, [
      { ...INSIDE, unit: 16_383, index: unitIndex + 3, snmp: snmp + 6, families: [inet, family('inet6')] },
    ]),
    builtIn('pfh-0/0/0', index + 1, snmp + 2, [
      { ...INSIDE, unit: 16_383, index: unitIndex + 1, snmp: snmp + 4, families: [inet] },
      { ...INSIDE, unit: 16_384, index: unitIndex + 2, snmp: snmp + 5, families: [inet] },
    ]),
  ];
}

const LOOPBACK = { flags: 'SNMP-Traps', encapsulation: 'Unspecified' } as const;

/** lo0 with the units that the system keeps for itself. */
export const loopback = (index: number): BuiltIn =>
  builtIn('lo0', 6, 6, [
    { ...LOOPBACK, unit: 16_384, index: index + 2, snmp: 21, families: [family('inet', 'Unlimited', ['127.0.0.1'])] },
    { ...LOOPBACK, unit: 16_385, index: index + 1, snmp: 22, families: [family('inet')] },
  ]);

/** The wire between routing engine and forwarding engine. */
export const insideEthernet = (): BuiltIn =>
  builtIn('em1', 65, 23, [
    {
      unit: 0,
      index: 4,
      snmp: 24,
      flags: 'Up SNMP-Traps 0x4000000',
      encapsulation: 'ENET2',
      families: [
        family('inet', '1500', ['10.0.0.4/8', '128.0.0.1/2', '128.0.0.4/2']),
        family('inet6', '1500', ['fe80::5254:ff:fe12:bdfe/64', 'fec0::a:0:0:4/64']),
        family('tnp', '1500', ['0x4']),
      ],
    },
  ]);

/** jsrv: the services daemon's own wire. */
export const services = (index: number, snmp: number, unitIndex: number): BuiltIn =>
  builtIn('jsrv', index, snmp, [
    {
      unit: 1,
      index: unitIndex,
      snmp: snmp + 1,
      flags: 'Up 0x24004000',
      encapsulation: 'unknown',
      bandwidth: '1Gbps',
      families: [family('inet', '1514', ['128.0.0.127/2'])],
    },
  ]);
