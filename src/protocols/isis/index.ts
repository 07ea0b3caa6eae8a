// The plug-in.                                                           ISO 10589:2002, RFC 1195

import type { ProtocolPlugin } from '../plugin.ts';
import { isisAnswers } from './answers.ts';
import type { IsisConfig } from './config.ts';
import type { IsisEvent } from './events.ts';
import { MAX_NARROW, MAX_WIDE, SAP } from './iana.ts';
import { IsisProcess } from './process.ts';
import type { IsisQueries } from './show.ts';
import type { IsisTraits } from './traits.ts';

/** ISO 10589 §7.1.1, §7.1.5 */
function netFaults({ nets }: IsisConfig): readonly string[] {
  if (nets.length === 0) return ['there is no NET'];
  const faults = new Set(nets.map((net) => net.system)).size > 1 ? ['the NETs have different system IDs'] : [];
  return new Set(nets.map((net) => net.area)).size > 3 ? [...faults, 'there are more than three areas'] : faults;
}

/** A link's number has eight bits where a pseudonode is named by it. ISO 10589 §9.8 */
const MAX_CIRCUITS = 255;

function circuitFaults(config: IsisConfig): readonly string[] {
  const circuits = Object.entries(config.circuits);
  const faults = circuits.length > MAX_CIRCUITS ? [`there are more than ${MAX_CIRCUITS} circuits`] : [];
  const tooHigh = circuits.flatMap(([name, circuit]) =>
    config.levels.flatMap((level) => {
      const most = config.level[level].send === 'wide' ? MAX_WIDE : MAX_NARROW;
      return circuit.level[level].metric > most && config.level[level].send === 'narrow'
        ? [`the level ${level} metric of ${name} is more than ${most}`]
        : [];
    }),
  );
  return [...faults, ...tooHigh];
}

export const isis: ProtocolPlugin<IsisConfig, IsisTraits, IsisEvent, IsisQueries> = {
  name: 'isis',
  hears: [{ kind: 'llc', sap: SAP }],
  check: (config) => [...netFaults(config), ...circuitFaults(config)],
  start: (port) => {
    const process = new IsisProcess(port);
    return Object.assign(process, { ask: isisAnswers(() => process.isis) });
  },
};
