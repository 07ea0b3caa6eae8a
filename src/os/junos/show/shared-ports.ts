// Traffic of a socket that several routers of a box share: each counts its own frames, the box counts all of them.

import type { PortRow } from '../../../device/queries.ts';
import type { Counters } from '../../../net/interface.ts';
import type { Load } from '../../../net/load.ts';
import type { Micros } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';

/** A router's sockets with what everybody sent and heard there. */
export function sharedPorts(box: Box, own: readonly PortRow[]): readonly PortRow[] {
  if (box.routers.size === 1) return own;
  const all = [...box.routers.values()].flatMap((router) => router.ask('ports', {}));
  return own.map((row) => {
    const rows = all.filter(({ config }) => config.name === row.config.name);
    return {
      ...row,
      counters: rows.map(({ counters }) => counters).reduce(bothCounters),
      load: rows.map(({ load }) => load).reduce(bothLoads),
      lastInput: latest(rows.map(({ lastInput }) => lastInput)),
      lastOutput: latest(rows.map(({ lastOutput }) => lastOutput)),
    };
  });
}

function bothCounters(a: Counters, b: Counters): Counters {
  const drops = new Map(a.drops);
  for (const [reason, count] of b.drops) drops.set(reason, (drops.get(reason) ?? 0) + count);
  return {
    inPackets: a.inPackets + b.inPackets,
    inBytes: a.inBytes + b.inBytes,
    inBroadcasts: a.inBroadcasts + b.inBroadcasts,
    outPackets: a.outPackets + b.outPackets,
    outBytes: a.outBytes + b.outBytes,
    clearedAt: latest([a.clearedAt, b.clearedAt]),
    drops,
  };
}

const bothLoads = (a: Load, b: Load): Load => ({
  inBits: a.inBits + b.inBits,
  inPackets: a.inPackets + b.inPackets,
  outBits: a.outBits + b.outBits,
  outPackets: a.outPackets + b.outPackets,
});

const latest = (moments: readonly (Micros | undefined)[]): Micros | undefined =>
  moments.reduce((last, one) => (last === undefined || (one !== undefined && one > last) ? one : last), undefined);
