// Own packets that a `discard` route swallows: the kernel takes them without a word, unlike those that no route leads.
// Source: Junos OS CLI reference, "discard" and "reject" of static routes; FreeBSD route(8), -blackhole and -reject.

import type { Ip4 } from '../../../base/ip.ts';
import type { Router } from '../../../device/router.ts';
import type { VrfName } from '../../../route/names.ts';

/** True when packets to this address vanish in the router itself. */
export const isDiscarded = ({ ask }: Router, vrf: VrfName, to: Ip4): boolean =>
  ask('lookup', { vrf, to })?.verdict.kind === 'discard';
