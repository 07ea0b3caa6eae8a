// Numbers of VRRP, each under its registry's name.

import type { Ip4 } from '../../base/ip.ts';

/** Registry: Protocol Numbers. RFC 5798 §5.1.1.4 */
export const PROTOCOL = 112;

/** Registry: IPv4 Multicast Address Space. 224.0.0.18; RFC 5798 §5.1.1.2 */
export const GROUP = 0xe0000012 as Ip4;

/** Nothing that was forwarded has this TTL. RFC 5798 §5.1.1.3 */
export const TTL = 255;

/** The only packet type. RFC 5798 §5.2.2 */
export const ADVERTISEMENT = 1;

/** Priorities with a meaning of their own. RFC 5798 §5.2.4 */
export const PRIORITY = { stopped: 0, lowest: 1, owner: 255 } as const;

/** Authentication types of version 2. RFC 3768 §5.3.6, Appendix; RFC 2338 §5.3.6 */
export const AUTHENTICATION = { none: 0, simple: 1, header: 2 } as const;
