// clear ip bgp, clear bgp: sessions end and come back, or what was told is judged and told anew.
// Source: Cisco IOS IP Routing: BGP, "clear ip bgp"; `% BGP: Unknown neighbor - "192.168.11.1"` (clear bgp vpnv4 unicast … soft
// out of an unknown neighbor, IOS 15.x).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { compileRegex } from '../../../base/regex.ts';
import type { BgpNeighbor } from '../../../protocols/bgp/config.ts';
import { pathText } from '../../../route/as-path.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Action, ActionContext } from '../action.ts';
import { askedPrefix } from '../show/route-asked.ts';

/** All neighbors, one, those of an AS, of a group, or outside; hard or soft. */
export const clearBgp: Action = (context, match) => {
  const { router, io } = context;
  const bgp = router.config?.bgp;
  if (!bgp) return io.print(['% BGP not active']);
  const vrf = match.args['vrf'] as VrfName | undefined;
  if (vrf !== undefined && router.config?.vrfs[vrf] === undefined) return io.print([`% VRF ${vrf} does not exist`]);
  const { words, args } = match;
  const soft = words.includes('soft') || words.includes('in') || words.includes('out');
  const way = !soft ? false : words.includes('in') ? 'in' : words.includes('out') ? 'out' : true;
  const where = vrf === undefined ? {} : { vrf };
  const address = parseIp4(args['address'] ?? '');
  const asn = parseAsn(args['asn'] ?? '');
  const group = args['group'];
  const known = knownHere(context, vrf);
  if (address !== undefined && !known.some((one) => one.address === address))
    return io.print([`% BGP: Unknown neighbor - "${args['address']}"`]);
  if (asn !== undefined && !known.some((one) => one.remoteAs === asn))
    return io.print([`% BGP: Unknown AS - "${args['asn']}"`]);
  if (group !== undefined && !known.some((one) => one.group === group))
    return io.print([`%BGP: Peergroup "${group}" does not exist`]);
  const whom = {
    ...(address === undefined ? {} : { peer: address }),
    ...(asn === undefined ? {} : { asn }),
    ...(group === undefined ? {} : { group }),
  };
  if (!words.includes('external')) return router.act({ kind: 'clear-bgp', soft: way, ...where, ...whom });
  for (const peer of outside(known, bgp.asn)) router.act({ kind: 'clear-bgp', soft: way, ...where, peer });
};

/** clear ip bgp dampening, clear ip bgp flap-statistics: penalties are forgotten, of all paths or of some. */
export const clearFlaps: Action = ({ router, io }, match) => {
  if (!router.config?.bgp) return io.print(['% BGP not active']);
  const { args } = match;
  const asked = askedPrefix(match);
  const peer = parseIp4(args['neighbor'] ?? '');
  const tables = router.ask('bgp.tables', { family: 'ipv4' }) ?? [];
  const pattern =
    args['expression'] === undefined
      ? undefined
      : compileRegex(args['expression'], { bracketEscapes: true, underscore: 'delimiter' });
  const which = tables
    .flatMap(({ nets }) => nets)
    .filter(({ prefix }) => !asked || (asked.exact ? prefix === asked.block : prefix.address === asked.block.address))
    .filter(
      ({ paths }) =>
        !pattern || (pattern.ok && paths.some(({ attributes }) => pattern.value.test(pathText(attributes.asPath)))),
    );
  const whom = peer === undefined ? {} : { peer };
  if (!asked && !pattern) return router.act({ kind: 'clear-bgp-flaps', ...whom });
  for (const { prefix } of which) router.act({ kind: 'clear-bgp-flaps', prefix, ...whom });
};

/** clear ip bgp update-group: its members are told everything anew. */
export const clearUpdateGroup: Action = ({ router, io }, match) => {
  if (!router.config?.bgp) return io.print(['% BGP not active']);
  const { group, address } = match.args;
  const member = parseIp4(address ?? '');
  const groups = (router.ask('bgp.update-groups', {}) ?? []).filter(
    ({ number, peers }) =>
      (group === undefined || number === Number(group)) && (member === undefined || peers.includes(member)),
  );
  for (const { vrf, peers } of groups)
    for (const peer of peers) router.act({ kind: 'clear-bgp', soft: 'out', vrf, peer });
};

const outside = (known: readonly BgpNeighbor[], asn: number): readonly Ip4[] =>
  known.filter((one) => one.remoteAs !== asn).map(({ address }) => address);

/** Neighbors of the VRF; of none, those of the global table and whoever came by a listen range. */
function knownHere({ router }: ActionContext, vrf: VrfName | undefined): readonly BgpNeighbor[] {
  return (router.ask('bgp.peers', {}) ?? [])
    .map(({ config }) => config)
    .filter((one) => one.vrf === (vrf ?? MAIN) || vrf === undefined);
}
