// The plug-in: configured routes.

import { isIp4 } from '../../base/ip.ts';
import type { ProtocolPlugin } from '../plugin.ts';
import type { StaticConfig } from './config.ts';
import { StaticProcess } from './process.ts';
import type { StaticQueries } from './show.ts';

/** A gateway of the other address family leads nowhere. */
function check(config: StaticConfig): readonly string[] {
  return Object.values(config.paths)
    .flat()
    .flatMap(({ prefix, nexthop }) => {
      const gateway = nexthop.via === 'interface' || nexthop.via === 'address' ? nexthop.gateway : undefined;
      if (gateway === undefined || isIp4(gateway) === (prefix.family === 4)) return [];
      return [`the next hop of ${prefix.text} is of another address family`];
    });
}

export const staticRoutes: ProtocolPlugin<StaticConfig, undefined, never, StaticQueries> = {
  name: 'static',
  hears: [],
  check,
  start: (context) => {
    const process = new StaticProcess(context);
    return Object.assign(process, { ask: { 'static.paths': ({ vrf }: { vrf: StaticPathsVrf }) => process.rows(vrf) } });
  },
};

type StaticPathsVrf = StaticQueries['static.paths']['args']['vrf'];
