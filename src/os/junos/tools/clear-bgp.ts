// clear bgp neighbor [ADDRESS] [as N] [soft | soft-inbound] [instance X], clear bgp table TABLE.
// Source: Junos OS CLI reference, "clear bgp neighbor" (`Cleared 2 connections`), "clear bgp table".

import { parseIp4 } from '../../../base/ip.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Action } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';
import { saidOf } from '../show/said.ts';

/** Which sessions; what they are is told again where `soft` leaves them up. */
export const clearBgpNeighbor: Action = ({ io, router }, match) => {
  const { neighbor, instance, as, group } = match.args;
  if (instance !== undefined && !isInstance(router, vrfNamed(instance)))
    return io.print([`error: instance ${instance} not found`]);
  const vrf = instance === undefined ? undefined : vrfNamed(instance);
  const peer = parseIp4(neighbor ?? '');
  const peers = (router.ask('bgp.peers', vrf === undefined ? {} : { vrf }) ?? []).filter(
    ({ config }) =>
      (peer === undefined || config.address === peer) &&
      (as === undefined || String(config.remoteAs) === as) &&
      (group === undefined || config.group === group),
  );
  if (peers.length === 0)
    return io.print(neighbor === undefined ? ['BGP is not running'] : [`error: neighbor ${neighbor} not found`]);
  const soft = saidOf(match, 'soft-inbound', 'soft');
  router.act({
    kind: 'clear-bgp',
    soft: soft === 'soft-inbound' ? 'in' : soft === 'soft' ? 'out' : false,
    ...(vrf === undefined ? {} : { vrf }),
    ...(peer === undefined ? {} : { peer }),
    ...(as === undefined ? {} : { asn: Number(as) }),
    ...(group === undefined ? {} : { group }),
  });
  if (soft === undefined) io.print([`Cleared ${peers.length} connections`]);
};

/** What stands in a table is asked for and told again: that of one instance, or `bgp.l3vpn.0` and `inet.0` of the main one. */
export const clearBgpTable: Action = ({ router }, { args: { table } }) => {
  const name = /^(.+)\.inet6?\.\d$/.exec(table ?? '')?.[1];
  const vrf = vrfNamed(name) as VrfName;
  router.act({ kind: 'clear-bgp', soft: true, vrf });
};
