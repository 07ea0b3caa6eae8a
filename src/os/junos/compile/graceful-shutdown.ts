// protocols bgp graceful-shutdown: peers are told before a session goes, and heard when they say so.
// Source: RFC 8326; capture `show bgp neighbor` of vJunos-router 25.4R1 (GracefulShutdownRcv, local preference 0, without any
// statement); Junos OS BGP user guide, "graceful-shutdown" (sender, receiver).

import type { NeighborFamily } from '../../../protocols/bgp/config.ts';
import { type Inherited, inherited } from './bgp-levels.ts';
import { has, number, one } from './tree-reader.ts';

const LEAST = 0;

/** `receives`: the release listens to the community by itself. */
export function shutdownOf(from: Inherited, receives: boolean): Pick<NeighborFamily, 'shutdownPref' | 'leavingPref'> {
  const block = inherited(from, 'graceful-shutdown');
  const [sender, receiver] = [one(block, 'sender'), one(block, 'receiver')];
  const heard = (receives || receiver !== undefined) && !has(receiver, 'disable');
  return {
    ...(heard ? { shutdownPref: number(receiver, 'local-preference', 'local-preference') ?? LEAST } : {}),
    ...(sender ? { leavingPref: number(sender, 'local-preference', 'local-preference') ?? LEAST } : {}),
  };
}
