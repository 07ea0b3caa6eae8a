// Numbers of IS-IS: SAP, group addresses, PDU types, TLV and sub-TLV codes.     ISO 10589 §8.4.8, §9; IANA "IS-IS TLV Codepoints"

import type { Mac } from '../../base/mac.ts';

/** DSAP and SSAP of OSI network layer protocols. ISO 10589 §8.4.8, ISO 8802-2 */
export const SAP = 0xfe;
/** Both SAPs and "unnumbered information". */
export const LLC_HEADER = [SAP, SAP, 0x03] as const;

/** IntraDomain Routeing Protocol Discriminator. ISO 10589 §9.5 */
export const DISCRIMINATOR = 0x83;

/** Multi-destination addresses. ISO 10589 §8.4.8 table 13; AllIntermediateSystems: RFC 5309 §4 */
export const ALL_L1 = 0x0180c2000014 as Mac;
export const ALL_L2 = 0x0180c2000015 as Mac;
export const ALL_IS = 0x09002b000005 as Mac;

/** ISO 10589 §9, PDU type. */
export const PDU = {
  lanHello1: 15,
  lanHello2: 16,
  p2pHello: 17,
  lsp1: 18,
  lsp2: 20,
  csnp1: 24,
  csnp2: 25,
  psnp1: 26,
  psnp2: 27,
} as const;

/** Registry: IS-IS Top-Level TLV Codepoints. */
export const TLV = {
  areas: 1,
  narrowIs: 2,
  lanNeighbours: 6,
  padding: 8,
  entries: 9,
  authentication: 10,
  purgeOriginator: 13,
  bufferSize: 14,
  wideIs: 22,
  ipInternal: 128,
  protocols: 129,
  ipExternal: 130,
  ipAddresses: 132,
  routerId: 134,
  ipWide: 135,
  hostname: 137,
  bfdEnabled: 148,
  mtIs: 222,
  topologies: 229,
  ipv6Addresses: 232,
  mtIp: 235,
  ipv6: 236,
  mtIpv6: 237,
  threeWay: 240,
  capability: 242,
} as const;

/** Registry: IS-IS Sub-TLVs for TLVs Advertising Prefix Reachability. RFC 5130 §3 */
export const PREFIX_SUB = { tag32: 1, tag64: 2 } as const;

/** Registry: IS-IS Authentication Type Codes. ISO 10589 §9, RFC 5304 §2, RFC 5310 §3 */
export const AUTH = { password: 1, generic: 3, hmacMd5: 54 } as const;

/** Network Layer Protocol Identifiers. RFC 6328, ISO/IEC TR 9577 */
export const NLPID = { ipv4: 0xcc, ipv6: 0x8e } as const;

/** Of a narrow metric. RFC 1195 §5.2 */
export const MAX_NARROW = 63;
/** Paths of narrow metrics end here: MaxPathMetric of ISO 10589 §7.2.6. */
export const MAX_NARROW_PATH = 1023;
/** A wide link of this metric is left out of the shortest-path calculation. RFC 5305 §3 */
export const MAX_WIDE = 0xffffff;
/** What a router advertises that would rather not be used. RFC 5305 §3, RFC 5443 §2 */
export const LAST_RESORT_WIDE = 0xfffffe;
/** MAX_V2_PATH_METRIC: beyond it a prefix counts as unreachable. RFC 5305 §4 */
export const MAX_WIDE_PATH = 0xfe000000;

export const MAX_SEQUENCE = 0xffffffff;
/** MaxAge. ISO 10589 §7.3.16.3 */
export const MAX_AGE_SECONDS = 1200;
/** ZeroAgeLifetime. ISO 10589 §7.3.16.4 */
export const ZERO_AGE_SECONDS = 60;
/** LSP numbers of one node. */
export const MAX_FRAGMENTS = 256;
