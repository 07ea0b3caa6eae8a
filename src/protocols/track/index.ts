// The plug-in: tracked objects. It hears nothing of the wire but answers to its probes.

import type { ProtocolPlugin } from '../plugin.ts';
import type { TrackConfig } from './config.ts';
import { TrackProcess } from './process.ts';
import type { TrackEvent, TrackQueries } from './show.ts';

/** A name means one object. */
function check({ objects }: TrackConfig): readonly string[] {
  const names = objects.map(({ name }) => name);
  return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `track ${name} twice`);
}

export const track: ProtocolPlugin<TrackConfig, undefined, TrackEvent, TrackQueries> = {
  name: 'track',
  hears: [],
  check,
  start: (context) => {
    const process = new TrackProcess(context);
    return Object.assign(process, {
      ask: { 'track.objects': () => process.rows(), 'track.probes': () => process.probes() },
    });
  },
};
