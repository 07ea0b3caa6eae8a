// clear arp, clear interfaces statistics, clear log: orders that make the router forget. Only the first tells of it.
// Source: Junos OS CLI reference, "clear arp" (its sample output), "clear interfaces statistics", "clear log".

import { ip4Text } from '../../../base/ip.ts';
import type { IfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Action } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { clearedLine, logFiles } from '../log-files.ts';
import { isInstance } from '../show/configured.ts';
import { addressOf } from '../show/host-names.ts';
import { choose } from '../show/interface-choice.ts';
import { inventoryOf, physicals } from '../show/interface-facts.ts';
import { noFile } from '../show/log.ts';

/** clear arp [hostname H] [interface I] [vpn V]: tells each address that it forgets. */
export const clearArp: Action = ({ box, io, router }, { args }) => {
  const { instance, interface: out, host } = args;
  const vrf = vrfNamed(instance);
  if (!isInstance(router, vrf)) return io.print([`error: instance ${instance} not found`]);
  const address = host === undefined ? undefined : addressOf(box, host);
  const rows = router
    .ask('arp', { vrf })
    .filter((row) => !row.own && row.mac !== undefined)
    .filter((row) => (out === undefined || row.interface === out) && (host === undefined || row.address === address))
    .sort((a, b) => a.address - b.address);
  io.print(rows.map((row) => `${ip4Text(row.address).padEnd(16)} deleted`));
  router.act({
    kind: 'clear-arp',
    vrf,
    ...(out === undefined ? {} : { interface: out as IfName }),
    ...(address === undefined ? {} : { address }),
  });
};

/** clear interfaces statistics (all | NAME) */
export const clearInterfaces: Action = (context, { args }) => {
  const { box, io, router } = context;
  const wanted = args['interface'];
  if (wanted === undefined) return router.act({ kind: 'clear-counters' });
  const chosen = choose(physicals(inventoryOf({ ...context, ask: router.ask })), wanted);
  if (chosen.length === 0) return io.print([`error: device ${wanted} not found`]);
  for (const { of, whole, units } of chosen) {
    // Whoever shares the port counts anew.
    if (whole) for (const one of box.routers.values()) one.act({ kind: 'clear-counters', port: of.name as PortName });
    for (const { name } of units) router.act({ kind: 'clear-counters', interface: name as IfName });
  }
};

/** clear log NAME */
export const clearLog: Action = ({ box, io }, { args }) => {
  const file = args['log-file'] ?? '';
  if (logFiles(box.store.running).includes(file)) box.say(clearedLine(box, file));
  else io.print([noFile(file)]);
};
