// clear ldp neighbor, clear ldp session, clear bfd session: orders that end sessions; they come back by themselves, and
// nothing is said.    Source: Junos OS CLI reference, "clear ldp neighbor", "clear ldp session", "clear bfd session".

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import type { IfName } from '../../../route/names.ts';
import type { Action } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';
import { said } from '../show/said.ts';

/** clear ldp session (all | DESTINATION), clear ldp neighbor (all | ADDRESS): of the address that a session or Hello has. */
export const clearLdp: Action = ({ io, router }, match) => {
  const vrf = vrfNamed(match.args['instance']);
  if (!isInstance(router, vrf)) return io.print([`error: instance ${match.args['instance']} not found`]);
  const address = match.args['destination'];
  if (address === undefined || said(match, 'all')) return router.act({ kind: 'clear-ldp', vrf });
  const row = router
    .ask('ldp.neighbors', { vrf })
    .find(({ transport, lsr, adjacencies }) =>
      [transport ?? lsr.id, ...adjacencies.map(({ from }) => from)].some((one) => ip4Text(one) === address),
    );
  if (row) router.act({ kind: 'clear-ldp', vrf, peer: row.lsr.id });
};

/** clear bfd session (all | address ADDRESS) */
export const clearBfd: Action = ({ router }, { args }) => {
  const peer = parseIp4(args['address'] ?? '');
  router.act({ kind: 'clear-bfd', ...(peer === undefined ? {} : { peer }) });
};

/** clear vrrp (all | interface NAME): statistics only (CLI reference, "clear vrrp"). */
export const clearVrrp: Action = ({ router }, { args }) => {
  const on = args['interface'] as IfName | undefined;
  router.act({ kind: 'clear-vrrp', ...(on === undefined ? {} : { interface: on }) });
};
