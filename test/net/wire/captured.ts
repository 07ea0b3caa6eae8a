// Frames that others made: short pieces of captures, with their origin.

import { fromHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';

export const hex = (text: string): Uint8Array => present(fromHex(text), 'hex');

/** FRR capture (Linux hosts, FRR 8.4.4, November 2026), RIP on a LAN: request and answer. */
export const ARP_REQUEST = hex(
  'ffffffffffff ce05274502b5 0806 0001 0800 06 04 0001 ce05274502b5 0a400001 000000000000 0a400002',
);
export const ARP_REPLY = hex(
  'ce05274502b5 8e330d3f834c 0806 0001 0800 06 04 0002 8e330d3f834c 0a400002 ce05274502b5 0a400001',
);
/** FRR capture, the same LAN: a RIP request, UDP 520 to 224.0.0.9. */
export const RIP_REQUEST = hex(
  '01005e000009ce05274502b5080045c00034f05a400001119e540a400001e00000090208020800201042' +
    '010200000000000000000000000000000000000000000010',
);
/** FRR capture, the same LAN: IGMP with the Router Alert option. */
export const IGMP_REPORT = hex(
  '01005e000016ce05274502b5080046c00028000040000102f9b80a400001e0000016940400002200f9f40000000104000000e0000009',
);
/** FRR capture, User-Mode Linux routers: an echo request with TTL 1 and what the router said of it. */
export const ECHO_TTL_1 = hex(
  '42c88d50cb02f61d29a35dc9080045000054d32e400001012228c0a80101c0a802010800db8c035c00010c21016b0000000049b70300' +
    '00000000101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637',
);
export const TIME_EXCEEDED = hex(
  'f61d29a35dc942c88d50cb02080045c000700f5200004001fbb2ac1e0101c0a801010b00f4ff0000000045000054d32e400001012228' +
    'c0a80101c0a802010800db8c035c00010c21016b0000000049b7030000000000101112131415161718191a1b1c1d1e1f202122232425' +
    '262728292a2b2c2d2e2f3031323334353637',
);
/** FRR capture, the same routers: a host unreachable about a TCP SYN. */
export const HOST_UNREACHABLE = hex(
  '52e9e17d16bca6d87cb40583080045c00058f54a000040016f590a4000020aff0001030013300000000045c0003c9d684000ff06c791' +
    '0aff00010aff0003a79700b32ecba72300000000a002faf0e4fa0000020405b40402080a728561540000000001030307',
);
/** FRR capture, the same routers: a TCP SYN with ACK under label 17. */
export const LABELLED = hex(
  'a6d87cb4058352e9e17d16bc8847000111ff45c0003c00004000ff0664fa0aff00010aff000300b3aca30dcf58546e39baa1a012fdd4' +
    'ee6c0000020405b00402080a72856a50309bfbea01030307',
);
/** FRR capture, IS-IS on a LAN: an empty CSNP of 51 bytes behind 802.3 and LLC. */
export const CSNP = hex(
  '09002b000005da73624bfca50036fefe03832101001901000000330000000000020000' +
    '00000000000000ffffffffffffffff091004840000000000020000000000027df8',
);
/** Made by hand and accepted by tshark 4.0.17: time exceeded with a label stack (17, exp 0, bottom, TTL 1). RFC 4950 */
export const WITH_LABELS = hex(
  `020000000002 020000000001 0800 45c000a800010000ff01eee80a000002c0a80101 0b00f4df00200000
   45c000540001000001013496c0a80101c0a80201 0800515100070001 ${'61'.repeat(56)} ${'00'.repeat(44)}
   2000cdf4 00080101 00011101`,
);
