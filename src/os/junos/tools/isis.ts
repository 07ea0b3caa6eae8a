// clear isis adjacency, clear isis database, clear isis statistics
// Source: Junos OS CLI reference, "clear isis adjacency" (`all`, a system, an interface), "clear isis database", "clear isis
// statistics": none of them tells of it.

import type { IfName } from '../../../route/names.ts';
import type { Action } from '../action.ts';
import { MASTER, vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';

const NOT_RUNNING = 'IS-IS instance is not running';

/** clear isis adjacency [all | SYSTEM] [interface I] [instance X] */
export const clearIsisAdjacency: Action = ({ io, router }, { args }) => {
  const { instance: asked, system: text, interface: on } = args;
  if (!isInstance(router, vrfNamed(asked))) return io.print([`error: instance ${asked} not found`]);
  const instance = asked ?? MASTER;
  const names = router.ask('isis.hostnames', { instance }) ?? [];
  if ((router.ask('isis.instances', { instance }) ?? []).length === 0) return io.print([NOT_RUNNING]);
  const system = text === undefined ? undefined : (names.find(({ hostname }) => hostname === text)?.system ?? text);
  router.act({
    kind: 'clear-isis',
    what: 'adjacencies',
    instance,
    ...(system === undefined ? {} : { system }),
    ...(on === undefined ? {} : { interface: on as IfName }),
  });
};

const clears =
  (what: 'all' | 'statistics'): Action =>
  ({ io, router }, { args }) => {
    const { instance: asked } = args;
    if (!isInstance(router, vrfNamed(asked))) return io.print([`error: instance ${asked} not found`]);
    const instance = asked ?? MASTER;
    if ((router.ask('isis.instances', { instance }) ?? []).length === 0) return io.print([NOT_RUNNING]);
    router.act({ kind: 'clear-isis', what, instance });
  };

/** clear isis database [all] [instance X]: neighbors tell everything again. */
export const clearIsisDatabase: Action = clears('all');

/** clear isis statistics [instance X] */
export const clearIsisStatistics: Action = clears('statistics');
