// ip sla …, ip sla schedule …: statements -> probes.
// Source: Cisco IOS IP SLAs Command Reference: "frequency" (60 seconds), "timeout" (5000 ms), "threshold" (5000 ms),
// "request-data-size" (28 bytes), "ip sla schedule" (life 3600 seconds; pending unless a start time is given).

import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Probe } from '../../../protocols/track/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { type Micros, millis, seconds, ZERO } from '../../../sim/time.ts';
import { numberOf, textOf } from './tree-reader.ts';

const FREQUENCY = 60;
const TIMEOUT = 5000;
const THRESHOLD = 5000;
const DATA = 28;
const LIFE = 3600;
const HEADERS = 28;

/** Operations towards an address that are scheduled; whatever their type, they ask by ICMP. */
export const compileProbes = (tree: ConfigTree): readonly Probe[] =>
  tree.children
    .filter(({ spec, negated }) => !negated && /^ip sla( monitor)?$/.test(spec.name))
    .flatMap((entry) => probeOf(tree, entry) ?? []);

function probeOf(tree: ConfigTree, entry: ConfigNode): Probe | undefined {
  const name = entry.args['number'] ?? '';
  const operation = entry.children.find(({ args }) => parseIp4(args['target'] ?? '') !== undefined);
  const to = parseIp4(operation?.args['target'] ?? '');
  const schedule = tree.children.find(
    ({ spec, args, negated }) => !negated && /^ip sla (monitor )?schedule/.test(spec.name) && args['number'] === name,
  );
  const after = schedule && startOf(schedule);
  if (!operation || !schedule || to === undefined || after === undefined) return undefined;
  const milliseconds = (of: string, silent: number): Micros =>
    millis(numberOf(operation, of, 'milliseconds') ?? silent);
  const { args } = operation;
  return {
    name,
    vrf: (textOf(operation, 'vrf', 'vrf') ?? MAIN) as VrfName,
    to,
    from: parseIp4(args['source'] ?? '') ?? (args['interface'] as IfName | undefined),
    frequency: seconds(numberOf(operation, 'frequency', 'seconds') ?? FREQUENCY),
    timeout: milliseconds('timeout', TIMEOUT),
    threshold: milliseconds('threshold', THRESHOLD),
    size: HEADERS + (numberOf(operation, 'request-data-size', 'bytes') ?? DATA),
    tos: numberOf(operation, 'tos', 'tos') ?? 0,
    after,
    life: lifeOf(schedule),
  };
}

/** Undefined: it does not start by itself. A time of day counts as now. */
function startOf({ words, args }: ConfigNode): Micros | undefined {
  if (!words.includes('start-time') || words.includes('pending')) return undefined;
  const [hours = 0, minutes = 0, rest = 0] = (args['after'] ?? '').split(':').map(Number);
  return args['after'] === undefined ? ZERO : seconds(hours * 3600 + minutes * 60 + rest);
}

function lifeOf({ words, args }: ConfigNode): Micros | undefined {
  if (words.includes('forever')) return undefined;
  return seconds(Number(args['life'] ?? LIFE));
}
