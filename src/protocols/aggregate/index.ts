// The plug-in: routes that stand for more specific ones.

import type { ProtocolPlugin } from '../plugin.ts';
import type { AggregateConfig } from './config.ts';
import { AggregateProcess } from './process.ts';
import type { AggregateQueries } from './show.ts';

export const aggregateRoutes: ProtocolPlugin<AggregateConfig, undefined, never, AggregateQueries> = {
  name: 'aggregate',
  hears: [],
  check: () => [],
  start: (context) => {
    const process = new AggregateProcess(context);
    type Asked = AggregateQueries['aggregate.routes']['args'];
    return Object.assign(process, { ask: { 'aggregate.routes': ({ vrf }: Asked) => process.rows(vrf) } });
  },
};
