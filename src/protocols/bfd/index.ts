// The plug-in.                                                               RFC 5880, RFC 5881, RFC 5883

import type { ProtocolPlugin } from '../plugin.ts';
import type { BfdConfig } from './config.ts';
import { PORT } from './iana.ts';
import { BfdProcess } from './process.ts';
import type { BfdEvent, BfdQueries } from './show.ts';
import type { BfdTraits } from './traits.ts';

/** RFC 5880 §6.8.1: a session that lets nothing go unheard is none. */
function check(config: BfdConfig): readonly string[] {
  return config.sessions.flatMap(({ timers }) => {
    const wrong: string[] = [];
    if (timers.multiplier < 1 || timers.multiplier > 255) wrong.push(`BFD multiplier ${timers.multiplier}`);
    if (timers.minTx <= 0 || timers.minRx < 0) wrong.push('BFD interval');
    return wrong;
  });
}

export const bfd: ProtocolPlugin<BfdConfig, BfdTraits, BfdEvent, BfdQueries> = {
  name: 'bfd',
  hears: [
    { kind: 'udp', port: PORT.singleHop, groups: [] },
    { kind: 'udp', port: PORT.multihop, groups: [] },
  ],
  check,
  start: (context) => {
    const process = new BfdProcess(context);
    return Object.assign(process, { ask: { 'bfd.sessions': () => process.rows() } });
  },
};
