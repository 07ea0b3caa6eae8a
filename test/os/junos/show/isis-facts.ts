// Facts of an IS-IS process from which its views must print what a router printed.

import { parseIp4 } from '../../../../src/base/ip.ts';
import { mac } from '../../../../src/base/mac.ts';
import { must, present } from '../../../../src/base/must.ts';
import { parsePrefix } from '../../../../src/base/prefix.ts';
import { MAIN_ROUTER } from '../../../../src/os/box.ts';
import type { CircuitConfig, IsisConfig } from '../../../../src/protocols/isis/config.ts';
import type { Tlv } from '../../../../src/protocols/isis/show.ts';
import { junos } from '../console.ts';
import { tree } from '../trees.ts';
import { ago, NOW } from './facts.ts';

/** The process of a configuration. */
export function processOf(set: string): IsisConfig {
  const compiled = junos().compile(tree(set), {
    model: present(junos().models[0], 'a model'),
    macBase: mac(0x0005_8671_0000),
  });
  must(compiled.ok, 'compiles');
  return present(compiled.value.compiled.get(MAIN_ROUTER)?.isis[0], 'a process');
}

const macOf = (text: string | undefined): number | undefined =>
  text === undefined
    ? undefined
    : Number.parseInt(
        text
          .split(':')
          .map((byte) => byte.padStart(2, '0'))
          .join(''),
        16,
      );

/** A system ID of its own for each name: `0000.0000.00xx`. */
const known: string[] = [];
export function systemOf(name: string): string {
  if (/^[0-9a-f]{4}\./.test(name)) return name;
  if (!known.includes(name)) known.push(name);
  return `0000.0000.00${(known.indexOf(name) + 1).toString(16).padStart(2, '0')}`;
}

/** `R2.02` with the system's ID; `R2.02-00` as well. */
export const idOf = (text: string): string => {
  const at = text.lastIndexOf('.');
  return `${systemOf(text.slice(0, at))}${text.slice(at)}`;
};

export interface AdjacencyFacts {
  readonly on: string;
  readonly name: string;
  readonly levels: readonly number[];
  readonly hold: number;
  readonly snpa?: string;
  readonly lanId?: string;
  readonly circuitType?: number;
  readonly addresses?: readonly string[];
  readonly age?: number;
  readonly transitions?: number;
}

export const adjacency = (one: AdjacencyFacts): unknown => ({
  on: one.on,
  network: one.snpa === undefined ? 'point-to-point' : 'broadcast',
  system: systemOf(one.name),
  snpa: macOf(one.snpa),
  state: 'Up',
  levels: one.levels,
  circuitType: one.circuitType ?? 3,
  areas: [],
  nlpids: [0xcc, 0x8e],
  addresses: (one.addresses ?? []).map(parseIp4),
  priority: 64,
  lanId: one.lanId === undefined ? undefined : idOf(one.lanId),
  expiresAt: ago(-one.hold),
  since: ago(one.age ?? 0),
  transitions: one.transitions ?? 1,
});

export interface CircuitFacts {
  readonly on: string;
  /** Who stands for the LAN, by level: a name, or `us`. */
  readonly lan?: Readonly<Partial<Record<1 | 2, string>>>;
  readonly id?: number;
  /** Neighbours by level. */
  readonly adjacencies?: Readonly<Partial<Record<1 | 2, number>>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A circuit of a process, as its configuration has it. */
export function circuit(config: IsisConfig, one: CircuitFacts): unknown {
  const own: CircuitConfig = present(config.circuits[one.on as never], one.on);
  const levels = config.levels.filter((level) => own.levels.includes(level));
  return {
    interface: { name: one.on, kind: one.on.startsWith('lo') ? 'loopback' : 'ethernet', up: true },
    config: own,
    id: one.id ?? 2,
    active: true,
    ldp: 'not-required',
    ldpSince: NOW,
    p2pHellos: { sent: 0, received: 0 },
    drops: new Map(),
    ...one.more,
    levels: levels.map((level) => {
      const lan = one.lan?.[level];
      return {
        level,
        runs: true,
        metric: own.level[level].metric,
        metricTold: own.level[level].metric,
        priority: own.level[level].priority,
        helloInterval: own.level[level].helloInterval,
        holdSeconds: own.level[level].holdSeconds,
        dis: lan?.startsWith('R1.') ? 'self' : undefined,
        lanId: lan === undefined ? undefined : idOf(lan),
        adjacencies: one.adjacencies?.[level] ?? (lan === undefined ? 0 : 1),
        traffic: Object.fromEntries(['hello', 'lsp', 'csnp', 'psnp'].map((kind) => [kind, { sent: 0, received: 0 }])),
        retransmissions: 0,
      };
    }),
  };
}

export interface LspFacts {
  readonly id: string;
  readonly sequence: number;
  readonly checksum: number;
  readonly lifetime: number;
  readonly own?: true;
  readonly isType?: number;
  readonly attached?: true;
  readonly received?: number;
  readonly length?: number;
  readonly from?: string;
  readonly tlvs?: readonly Tlv[];
}

export const lsp = (one: LspFacts): unknown => ({
  id: idOf(one.id),
  own: one.own === true,
  sequence: one.sequence,
  checksum: one.checksum,
  lifetime: one.lifetime,
  receivedLifetime: one.received ?? 1200,
  length: one.length ?? 100,
  flags: { partition: false, attached: one.attached ? 1 : 0, overload: false, isType: one.isType ?? 3 },
  tlvs: one.tlvs ?? [],
  since: NOW,
  from: one.from,
});

/** Neighbours and prefixes in the old style: `R1.02 10`, `3.3.3.3/32 0`. */
export const told = (neighbours: readonly string[], prefixes: readonly string[] = []): readonly Tlv[] =>
  [
    {
      kind: 'is-narrow',
      virtual: 0,
      neighbours: neighbours.map((text) => {
        const [node = '', metric] = text.split(' ');
        return { node: idOf(node), metric: Number(metric), external: false, others: 0 };
      }),
    },
    {
      kind: 'ip-internal',
      prefixes: prefixes.map((text) => {
        const [to = '', metric] = text.split(' ');
        return { prefix: parsePrefix(to), metric: Number(metric), external: false, down: false, others: 0 };
      }),
    },
  ] as unknown as readonly Tlv[];

export interface ProcessFacts {
  readonly config: IsisConfig;
  readonly own?: string;
  readonly levels?: readonly unknown[];
  readonly adjacencies?: readonly unknown[];
  readonly circuits?: readonly unknown[];
  readonly database?: Readonly<Partial<Record<1 | 2, readonly unknown[]>>>;
  readonly topology?: Readonly<Partial<Record<1 | 2, readonly unknown[]>>>;
  readonly routes?: readonly unknown[];
}

/** For `Facts.ask`. */
export function answers(facts: ProcessFacts): Readonly<Record<string, unknown>> {
  const { config, own = 'R1' } = facts;
  const rows =
    (lists: Readonly<Partial<Record<1 | 2, readonly unknown[]>>>, key: string) => (args: { level?: 1 | 2 }) =>
      ([1, 2] as const)
        .filter((level) => (args.level ?? level) === level && lists[level])
        .map((level) => ({ level, [key]: lists[level] }));
  return {
    'isis.instances': [
      {
        instance: 'master',
        vrf: 'default',
        config,
        system: systemOf(own),
        areas: config.nets.map(({ area }) => area),
        overloaded: false,
        overloadUntil: undefined,
        levels: facts.levels ?? [],
        drops: new Map(),
      },
    ],
    'isis.hostnames': () =>
      known.map((name) => ({ system: systemOf(name), hostname: name, own: name === own, levels: [] })),
    'isis.adjacencies': facts.adjacencies ?? [],
    'isis.circuits': facts.circuits ?? [],
    'isis.database': rows(facts.database ?? {}, 'lsps'),
    'isis.topology': rows(facts.topology ?? {}, 'nodes'),
    'isis.routes': facts.routes ?? [],
  };
}
