// bfd …: statements -> timers, and which static routes stand on which neighbor.
// Source: Cisco IOS IP Routing: BFD Command Reference ("bfd interval", "bfd slow-timers", "ip route static bfd").

import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { BfdDeviceConfig } from '../../../device/device-config.ts';
import type { StaticBfd } from '../../../protocols/static/config.ts';
import type { IfName } from '../../../route/names.ts';
import { millis } from '../../../sim/time.ts';
import { interfaceNode } from '../edit/addresses.ts';
import { all, numberOf, one } from './tree-reader.ts';

/** "bfd slow-timers": 1000. */
const SLOW_MS = 1000;

export const compileBfd = (tree: ConfigTree): BfdDeviceConfig => ({
  slowInterval: millis(numberOf(tree, 'bfd slow-timers', 'millis') ?? SLOW_MS),
});

/** `bfd interval … min_rx … multiplier …`; undefined: nobody is watched there. */
export function timersOn(tree: ConfigTree, name: string): StaticBfd['timers'] | undefined {
  const node = interfaceNode(tree, name);
  const args = node && one(node, 'bfd interval min_rx multiplier')?.args;
  if (!args) return undefined;
  const { interval, minrx, multiplier } = args;
  return { minTx: millis(Number(interval)), minRx: millis(Number(minrx)), multiplier: Number(multiplier) };
}

/** `ip route static bfd INTERFACE GATEWAY`: by interface and gateway, as the static routes write them. */
export function staticBfd(
  tree: ConfigTree,
): (out: string | undefined, gateway: string | undefined) => StaticBfd | undefined {
  const watched = new Map<string, StaticBfd>();
  for (const { args, words } of all(tree, 'ip route static bfd')) {
    const out = args['interface'] ?? '';
    const peer = parseIp4(args['gateway'] ?? '');
    const timers = timersOn(tree, out);
    if (peer === undefined || !timers || words.includes('unassociate')) continue;
    watched.set(`${out} ${args['gateway']}`, { path: { peer, on: out as IfName }, timers });
  }
  return (out, gateway) => watched.get(`${out} ${gateway}`);
}
