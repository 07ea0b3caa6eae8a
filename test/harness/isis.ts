// IS-IS configurations from short descriptions: every default filled in, no vendor's.

import { present } from '../../src/base/must.ts';
import type { CircuitConfig, CircuitLevelConfig, IsisConfig, LevelConfig } from '../../src/protocols/isis/config.ts';
import { NLPID } from '../../src/protocols/isis/iana.ts';
import { parseNet } from '../../src/protocols/isis/net-address.ts';
import type { Level } from '../../src/protocols/isis/packet/pdu.ts';
import { millis, seconds } from '../../src/sim/time.ts';
import { vrfName } from './routes.ts';

/** `49.0001` and 7 -> `49.0001.0000.0000.0007.00` */
export const netOf = (area: string, system: number): string =>
  `${area}.0000.0000.${system.toString(16).padStart(4, '0')}.00`;

const LEVEL: LevelConfig = {
  send: 'wide',
  accept: 'both',
  auth: { lsp: undefined, csnp: undefined, psnp: undefined },
  spf: { kind: 'doubling', initial: millis(50), second: millis(200), maximum: seconds(5) },
  prc: { kind: 'doubling', initial: millis(50), second: millis(200), maximum: seconds(5) },
  lspGeneration: { kind: 'doubling', initial: millis(50), second: millis(200), maximum: seconds(5) },
};

const CIRCUIT_LEVEL: CircuitLevelConfig = {
  metric: 10,
  helloInterval: seconds(10),
  holdSeconds: 30,
  priority: 64,
  auth: undefined,
  csnpInterval: seconds(10),
};

export interface CircuitSpec extends Partial<Omit<CircuitConfig, 'level'>> {
  readonly p2p?: boolean;
  readonly metric?: number;
  readonly priority?: number;
  readonly both?: Partial<CircuitLevelConfig>;
  readonly at?: Partial<Record<Level, Partial<CircuitLevelConfig>>>;
}

export function circuitConfig(name: string, spec: CircuitSpec = {}): CircuitConfig {
  const { p2p, metric, priority, both, at, ...more } = spec;
  const one = {
    ...CIRCUIT_LEVEL,
    ...(p2p ? { csnpInterval: undefined } : {}),
    ...(metric === undefined ? {} : { metric }),
    ...(priority === undefined ? {} : { priority }),
    ...both,
  };
  return {
    network: p2p ? 'point-to-point' : 'broadcast',
    passive: name.startsWith('lo'),
    levels: [1, 2],
    level: { 1: { ...one, ...at?.[1] }, 2: { ...one, ...at?.[2] } },
    advertise: true,
    tag: undefined,
    padding: 'never',
    lspInterval: millis(33),
    retransmitInterval: seconds(5),
    psnpInterval: seconds(2),
    bfd: undefined,
    ldpSync: undefined,
    ...more,
  };
}

export interface IsisSpec extends Partial<Omit<IsisConfig, 'nets' | 'circuits' | 'level' | 'vrf'>> {
  /** `49.0001.0000.0000.0001.00`, several behind spaces. */
  readonly net: string;
  readonly vrf?: string;
  readonly circuits: Readonly<Record<string, CircuitSpec>>;
  readonly everyLevel?: Partial<LevelConfig>;
  readonly level?: Partial<Record<Level, Partial<LevelConfig>>>;
}

export function isisConfig(spec: IsisSpec): IsisConfig {
  const { net, vrf, circuits, everyLevel, level, ...more } = spec;
  return {
    name: '',
    vrf: vrfName(vrf ?? 'default'),
    nets: net.split(' ').map((text) => present(parseNet(text), text)),
    levels: [1, 2],
    level: { 1: { ...LEVEL, ...everyLevel, ...level?.[1] }, 2: { ...LEVEL, ...everyLevel, ...level?.[2] } },
    circuits: Object.fromEntries(Object.entries(circuits).map(([name, one]) => [name, circuitConfig(name, one)])),
    hostname: undefined,
    routerId: undefined,
    nlpids: [NLPID.ipv4],
    lspLifetimeSeconds: 1200,
    lspRefresh: seconds(900),
    lspBufferSize: 1492,
    overload: { when: 'never', suppress: [], highMetrics: false },
    attached: { send: true, accept: true },
    maxPaths: 8,
    preference: undefined,
    checkSubnet: true,
    redistribute: [],
    leaks: [{ from: 1, to: 2, policy: undefined, external: true }],
    summaries: [],
    defaultRoute: undefined,
    importPolicy: undefined,
    ...more,
  };
}
