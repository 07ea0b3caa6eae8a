// clear …: orders that make the router forget.
// Source: Cisco IOS IP Addressing: ARP, "clear arp-cache", "clear ip arp"; captures `clear counters` (question and log line);
// `clear bgp vpnv4 unicast 192.168.11.1 soft out` of an unknown neighbor (IOS 15.x).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask } from '../../../base/prefix.ts';
import type { IfName } from '../../../route/names.ts';
import type { Action, ActionContext } from '../action.ts';
import { prefixListNamed } from '../compile/prefix-list.ts';
import { vrfOf } from '../show/said.ts';

/** clear arp-cache, clear ip arp */
export const clearArp: Action = (context, match) => {
  const vrf = vrfOf(match);
  if (context.router.config?.vrfs[vrf] === undefined) return context.io.print([`% VRF ${vrf} does not exist`]);
  const address = parseIp4(match.args['address'] ?? '');
  const out = match.args['interface'];
  context.router.act({
    kind: 'clear-arp',
    ...(match.args['vrf'] === undefined && out !== undefined ? {} : { vrf }),
    ...(out === undefined ? {} : { interface: out as IfName }),
    ...(address === undefined ? {} : { address }),
  });
};

/** clear counters [NAME]: asks first, and tells the log. */
export const clearCounters: Action = (context, match) => {
  const name = match.args['interface'];
  const what = name === undefined ? 'all interfaces' : 'this interface';
  context.io.askKey(`Clear "show interface" counters on ${what} [confirm]`, (key) => {
    context.io.write(key.length === 1 ? `${key}\n` : '\n');
    if (!['enter', 'y', 'Y'].includes(key)) return;
    context.router.act({ kind: 'clear-counters', ...(name === undefined ? {} : { interface: name as IfName }) });
    const where = name === undefined ? 'all interfaces' : `interface ${name}`;
    context.box.say({ severity: 5, text: `%CLEAR-5-COUNTERS: Clear counter on ${where} by ${whoText(context)}` });
  });
};

/** `console`, or `anna on vty0 (10.0.0.5)`. */
export function whoText({ box, session, user }: Pick<ActionContext, 'box' | 'session' | 'user'>): string {
  const from = box.logins.get(session)?.from ?? '';
  const line = session === 0 ? 'console' : `vty${session - 1}${from === '' ? '' : ` (${from})`}`;
  return user === '' ? line : `${user} on ${line}`;
}

/** clear mpls ldp neighbor */
export const clearLdp: Action = (context, match) => {
  const peer = parseIp4(match.args['address'] ?? '');
  context.router.act({ kind: 'clear-ldp', vrf: vrfOf(match), ...(peer === undefined ? {} : { peer }) });
};

/** clear mpls counters: asks first. */
export const clearMplsCounters: Action = (context) => {
  context.io.askKey('Clear "show mpls forwarding-table" counters [confirm]', (key) => {
    context.io.write(key.length === 1 ? `${key}\n` : '\n');
    if (['enter', 'y', 'Y'].includes(key)) context.router.act({ kind: 'clear-mpls-counters' });
  });
};
/** clear ip prefix-list [NAME [PREFIX]]: how often its entries were hit. */
export const clearListHits: Action = ({ router, box }, match) => {
  const { list, prefix } = match.args;
  if (list === undefined) return router.act({ kind: 'clear-list-hits' });
  if (prefix === undefined) return router.act({ kind: 'clear-list-hits', list });
  for (const entry of prefixListNamed(box.store.running, list)?.entries ?? [])
    if (entry.prefix.text === prefix) router.act({ kind: 'clear-list-hits', list, sequence: entry.sequence });
};

/** clear clns traffic */
export const clearClnsTraffic: Action = ({ router }) => router.act({ kind: 'clear-isis', what: 'statistics' });

/** Counters that are not kept, caches that are never wrong. */
export const clearNothing: Action = () => {};

/** clear isis [TAG] *: neighbors are lost and everything begins anew. */
export const clearIsis: Action = (context, match) => {
  const tag = match.args['tag'];
  context.router.act({ kind: 'clear-isis', what: 'all', ...(tag === undefined ? {} : { instance: tag }) });
};

/** clear clns neighbors */
export const clearClns: Action = (context) => context.router.act({ kind: 'clear-isis', what: 'adjacencies' });

/** clear ip route: routes are taken out of the table and put in again, so that their age begins anew. */
export const clearRoute: Action = (context, match) => {
  const vrf = vrfOf(match);
  const { router, io } = context;
  if (router.config?.vrfs[vrf] === undefined) return io.print([`% IP routing table ${vrf} does not exist`]);
  const address = parseIp4(match.args['address'] ?? '');
  if (address === undefined) return router.act({ kind: 'clear-routes', vrf });
  const rows = router.ask('routes', { vrf }) ?? [];
  const mask = match.args['mask'];
  const length = mask === undefined ? undefined : lengthOfMask(parseIp4(mask) ?? (0 as Ip4));
  const held = rows.filter(
    ({ prefix }) => prefix.address === address && (length === undefined || prefix.length === length),
  );
  if (held.length === 0) io.print(['%No matching route to delete']);
  for (const { prefix } of held) router.act({ kind: 'clear-routes', vrf, prefix });
};
