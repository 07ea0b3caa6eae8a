// Numbers of BGP: IANA "Border Gateway Protocol (BGP) Parameters", "Capability Codes", "Address Family Numbers", "SAFI".

export const BGP_PORT = 179;
export const BGP_VERSION = 4;
/** In the two-byte fields of those who do not know four bytes. RFC 6793 §9 */
export const AS_TRANS = 23456;
export const HEADER = 19;
/** RFC 4271 §4.1 */
export const MAX_MESSAGE = 4096;

export const MESSAGE = { open: 1, update: 2, notification: 3, keepalive: 4, 'route-refresh': 5 } as const;

export const ATTRIBUTE = {
  origin: 1,
  'as-path': 2,
  'next-hop': 3,
  med: 4,
  'local-pref': 5,
  'atomic-aggregate': 6,
  aggregator: 7,
  communities: 8,
  'originator-id': 9,
  'cluster-list': 10,
  'mp-reach': 14,
  'mp-unreach': 15,
  extended: 16,
  'as4-path': 17,
  'as4-aggregator': 18,
  aigp: 26,
  large: 32,
} as const;

/** Attribute flags. RFC 4271 §4.3 */
export const FLAG = { optional: 0x80, transitive: 0x40, partial: 0x20, extended: 0x10 } as const;

/** Of the graceful restart capability: R, the first of its flags; F, the first of a family's. RFC 4724 §3 */
export const RESTART_FLAG = { restarting: 0x8, forwarding: 0x80 } as const;

export const CAPABILITY = {
  multiprotocol: 1,
  'route-refresh': 2,
  'extended-message': 6,
  'graceful-restart': 64,
  'four-octet-as': 65,
  'add-path': 69,
  'enhanced-refresh': 70,
  'route-refresh-old': 128,
} as const;

/** The families that this process speaks, and those it has a name for. */
export const FAMILIES = {
  ipv4: { afi: 1, safi: 1 },
  'ipv4-labeled': { afi: 1, safi: 4 },
  rtfilter: { afi: 1, safi: 132 },
  vpnv4: { afi: 1, safi: 128 },
  ipv6: { afi: 2, safi: 1 },
} as const;
export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly FamilyName[];

/** Undefined: a family that has no name here. */
export const familyOfNumbers = (afi: number, safi: number): FamilyName | undefined =>
  FAMILY_NAMES.find((name) => FAMILIES[name].afi === afi && FAMILIES[name].safi === safi);

/** NOTIFICATION: error code and subcodes. RFC 4271 §4.5, §6; RFC 4486; RFC 6608 */
export const ERROR = {
  'message-header': 1,
  open: 2,
  update: 3,
  'hold-timer': 4,
  fsm: 5,
  cease: 6,
  'route-refresh': 7,
} as const;
export const HEADER_ERROR = { 'not-synchronised': 1, 'bad-length': 2, 'bad-type': 3 } as const;
export const OPEN_ERROR = {
  version: 1,
  'peer-as': 2,
  identifier: 3,
  parameter: 4,
  'hold-time': 6,
  capability: 7,
} as const;
export const UPDATE_ERROR = {
  'attribute-list': 1,
  'unknown-well-known': 2,
  'missing-well-known': 3,
  'attribute-flags': 4,
  'attribute-length': 5,
  origin: 6,
  'next-hop': 8,
  optional: 9,
  'network-field': 10,
  'as-path': 11,
} as const;
export const FSM_ERROR = { 'open-sent': 1, 'open-confirm': 2, established: 3 } as const;
export const CEASE = {
  'maximum-prefixes': 1,
  shutdown: 2,
  deconfigured: 3,
  reset: 4,
  rejected: 5,
  'other-change': 6,
  collision: 7,
  resources: 8,
  'bfd-down': 10,
} as const;

/** RFC 1997 and RFC 3765, RFC 7999, RFC 8326. */
export const WELL_KNOWN = {
  'graceful-shutdown': 0xffff0000,
  blackhole: 0xffff029a,
  'no-export': 0xffffff01,
  'no-advertise': 0xffffff02,
  'no-export-subconfed': 0xffffff03,
} as const;
