// Interface names as IOS reads them: any unique beginning of the type, a blank or none, the numbers.
// Source: Cisco IOS Interface and Hardware Component Configuration Guide; `interface ?` of IOS 15.x.

/** A class of interfaces. */
export interface InterfaceClass {
  readonly name: string;
  /** Shown by `interface ?`. */
  readonly help: string;
  /** Made by naming it: numbers of this range. Undefined: ports, which the box has or has not. */
  readonly numbers?: readonly [low: number, high: number];
  /** Only IOS XE can make it. */
  readonly xe?: true;
}

/** Classes that a router may have, in the order of the alphabet. */
export const INTERFACE_CLASSES: readonly InterfaceClass[] = [
  { name: 'AppGigabitEthernet', help: 'App-hosting Gigabit Ethernet interface' },
  { name: 'ATM', help: 'ATM interface' },
  { name: 'Async', help: 'Async interface' },
  { name: 'BDI', help: 'Bridge-domain interface', numbers: [1, 16_000], xe: true },
  { name: 'BRI', help: 'ISDN Basic Rate Interface' },
  { name: 'BVI', help: 'Bridge-Group Virtual Interface', numbers: [1, 255] },
  { name: 'Cellular', help: 'Cellular interface' },
  { name: 'Dialer', help: 'Dialer interface', numbers: [0, 255] },
  { name: 'Embedded-Service-Engine', help: 'Embedded service engine' },
  { name: 'Ethernet', help: 'IEEE 802.3' },
  { name: 'FastEthernet', help: 'FastEthernet IEEE 802.3' },
  { name: 'FiveGigabitEthernet', help: 'Five Gigabit Ethernet' },
  { name: 'FortyGigabitEthernet', help: 'Forty Gigabit Ethernet' },
  { name: 'GigabitEthernet', help: 'GigabitEthernet IEEE 802.3z' },
  { name: 'Group-Async', help: 'Async Group interface' },
  { name: 'Hssi', help: 'High Speed Serial Interface' },
  { name: 'HundredGigE', help: 'Hundred Gigabit Ethernet' },
  { name: 'Loopback', help: 'Loopback interface', numbers: [0, 2_147_483_647] },
  { name: 'Multilink', help: 'Multilink-group interface', numbers: [1, 2_147_483_647] },
  { name: 'Null', help: 'Null interface', numbers: [0, 0] },
  { name: 'POS', help: 'Packet over Sonet' },
  { name: 'Port-channel', help: 'Ethernet Channel of interfaces', numbers: [1, 64] },
  { name: 'Serial', help: 'Serial' },
  { name: 'TenGigabitEthernet', help: 'Ten Gigabit Ethernet' },
  { name: 'TokenRing', help: 'IEEE 802.5' },
  { name: 'Tunnel', help: 'Tunnel interface', numbers: [0, 2_147_483_647] },
  { name: 'TwentyFiveGigE', help: 'Twenty Five Gigabit Ethernet' },
  { name: 'TwoGigabitEthernet', help: 'Two Gigabit Ethernet' },
  { name: 'Virtual-PPP', help: 'Virtual PPP interface', numbers: [1, 2_147_483_647] },
  { name: 'Virtual-Template', help: 'Virtual Template interface', numbers: [1, 1000] },
  { name: 'VirtualPortGroup', help: 'Virtual Port Group', numbers: [0, 31], xe: true },
  { name: 'Vlan', help: 'Catalyst Vlans' },
  { name: 'nve', help: 'Network virtualization endpoint interface', numbers: [1, 1], xe: true },
  { name: 'pseudowire', help: 'Pseudowire interface', numbers: [1, 4_294_967_295], xe: true },
];

/** Sub-interfaces of a port are numbered 0 … 4294967295. */
export const SUBINTERFACE_MAX = 4_294_967_295;

/** Class and numbers of a full name: `GigabitEthernet`, [0, 1], sub-interface 100. */
export interface NameParts {
  readonly className: string;
  readonly numbers: readonly number[];
  readonly sub: number | undefined;
}

/** Takes a canonical name apart. */
export function nameParts(name: string): NameParts {
  const [, className = name, digits = '', sub] = /^([A-Za-z-]+)([\d/:]*)(?:\.(\d+))?$/.exec(name) ?? [];
  return {
    className,
    numbers: digits === '' ? [] : digits.split(/[/:]/).map(Number),
    sub: sub === undefined ? undefined : Number(sub),
  };
}

/** The port that a sub-interface is of; the name itself for any other. */
export const portOf = (name: string): string => name.split('.')[0] as string;

/** Classes that are no Ethernet. */
const WAN_CLASSES = ['ATM', 'Async', 'BRI', 'Cellular', 'Group-Async', 'Hssi', 'POS', 'Serial', 'TokenRing'];

export const isWan = (name: string): boolean => WAN_CLASSES.includes(nameParts(name).className);

export const isSubinterface = (name: string): boolean => name.includes('.');

/** Lines and lengths of an interface that exists only in software. */
export const isVirtual = (name: string): boolean => classOf(nameParts(name).className)?.numbers !== undefined;

export const classOf = (name: string): InterfaceClass | undefined =>
  INTERFACE_CLASSES.find((known) => known.name === name);

/** Virtual ones come first, each class by its numbers; then the ports by slot, each with its sub-interfaces. */
const RANK: Readonly<Record<string, number>> = {
  Loopback: 0,
  Tunnel: 1,
  'Port-channel': 2,
  Null: 3,
  Multilink: 4,
  'Virtual-PPP': 20,
  'Virtual-Template': 21,
  Vlan: 22,
  BVI: 23,
  BDI: 24,
  Dialer: 25,
  VirtualPortGroup: 26,
  nve: 27,
  pseudowire: 28,
};

/** The order in which a configuration lists interfaces (captures of IOS 15.2, 15.7 and IOS XE 16.4). */
export function compareInterfaces(a: string, b: string): number {
  const [left, right] = [nameParts(a), nameParts(b)];
  const rank = (parts: NameParts): number => RANK[parts.className] ?? 9;
  const byRank = rank(left) - rank(right);
  if (byRank !== 0) return byRank;
  const slot = (left.numbers[0] ?? -1) - (right.numbers[0] ?? -1);
  // What sits on the board comes before what is plugged into it (GigabitEthernet0/1, Serial0/0/0).
  const depth = left.numbers.length - right.numbers.length;
  if (slot !== 0 || depth !== 0) return slot || depth;
  for (let i = 1; i < left.numbers.length; i++) {
    const difference = (left.numbers[i] ?? -1) - (right.numbers[i] ?? -1);
    if (difference !== 0) return difference;
  }
  if (left.className !== right.className) return left.className < right.className ? -1 : 1;
  return (left.sub ?? -1) - (right.sub ?? -1);
}
