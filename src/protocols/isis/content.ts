// What this system, and the pseudonodes it stands for, say in their LSPs.        ISO 10589 §7.3.7 to §7.3.10, RFC 1195 §5.2

import { ByteWriter } from '../../base/bytes.ts';
import { compareIp, type Ip4, isIp4 } from '../../base/ip.ts';
import type { MetricStyle } from './config.ts';
import type { Item } from './fragments.ts';
import { TLV } from './iana.ts';
import { metricOf, narrow } from './metric.ts';
import type { Circuit, Isis, LevelState, Told } from './model.ts';
import { circuitsAt, upAt } from './neighbours.ts';
import { type AreaAddress, type NodeId, nodeOf } from './net-address.ts';
import type { LspFlags } from './packet/pdu.ts';
import {
  UNSUPPORTED,
  writeNarrowNeighbour,
  writeNarrowPrefix,
  writeWideNeighbour,
  writeWidePrefix,
} from './packet/reach.ts';
import type { Tlv } from './packet/shapes.ts';
import { NO_SUB, tagged } from './packet/sub-tlv.ts';
import type { IsisTraits } from './traits.ts';

/** What one node has to say: what begins its zeroth LSP, and entries that may stand in any. */
export interface Content {
  readonly node: NodeId;
  readonly first: readonly Tlv[];
  readonly items: readonly Item[];
  readonly flags: LspFlags;
}

const saysNarrow = (style: MetricStyle): boolean => style !== 'wide';
const saysWide = (style: MetricStyle): boolean => style !== 'narrow';

/** A neighbour, in each style. `key` tells parallel links apart. */
function neighbourItems(style: MetricStyle, node: NodeId, metric: number, key: string): readonly Item[] {
  const items: Item[] = [];
  if (saysNarrow(style)) {
    const writer = new ByteWriter(11);
    writeNarrowNeighbour(writer, { node, metric: narrow(metric), external: false, others: UNSUPPORTED });
    items.push({ key: `is ${key}`, type: TLV.narrowIs, bytes: writer.done() });
  }
  if (saysWide(style)) {
    const writer = new ByteWriter(11);
    writeWideNeighbour(writer, { node, metric, sub: NO_SUB });
    items.push({ key: `wide ${key}`, type: TLV.wideIs, bytes: writer.done() });
  }
  return items;
}

/** Sorts as the prefix does. */
const prefixKey = (one: Told): string =>
  `${(one.prefix.address as Ip4).toString(16).padStart(8, '0')}/${String(one.prefix.length).padStart(2, '0')}`;

function prefixItems(style: MetricStyle, one: Told): readonly Item[] {
  const items: Item[] = [];
  const key = prefixKey(one);
  if (saysNarrow(style)) {
    const writer = new ByteWriter(12);
    const { prefix, metric, externalMetric: external, down } = one;
    writeNarrowPrefix(writer, { prefix, metric: narrow(metric), external, down, others: UNSUPPORTED });
    items.push({ key: `ip ${key}`, type: one.external ? TLV.ipExternal : TLV.ipInternal, bytes: writer.done() });
  }
  if (saysWide(style)) {
    const writer = new ByteWriter(16);
    const { prefix, metric, down } = one;
    writeWidePrefix(writer, { prefix, metric, down, external: false, sub: tagged(one.tag) });
    items.push({ key: `wide ip ${key}`, type: TLV.ipWide, bytes: writer.done() });
  }
  return items;
}

/** Whom the router itself names: pseudonodes of its LANs, neighbours on its point-to-point links. ISO 10589 §7.3.8 */
function routerNeighbours(isis: Isis, level: LevelState): readonly Item[] {
  const style = isis.config.level[level.level].send;
  return circuitsAt(isis, level.level).flatMap((circuit) => {
    const up = upAt(circuit, level.level);
    if (up.length === 0) return [];
    const metric = metricOf(isis, circuit, level.level);
    if (circuit.config.network === 'point-to-point')
      return up.flatMap((one) => neighbourItems(style, nodeOf(one.system), metric, `${one.system} ${circuit.name}`));
    const { lanId } = circuit.level[level.level];
    return lanId === undefined ? [] : neighbourItems(style, lanId, metric, `${lanId} ${circuit.name}`);
  });
}

/** RFC 1195 §5.2: one or more addresses of the router. */
function addressesTold(isis: Isis): readonly Ip4[] {
  const of = (loopback: boolean): readonly Ip4[] =>
    isis.circuits
      .values()
      .filter(({ view }) => view.up && (view.kind === 'loopback') === loopback)
      .flatMap(({ view }) => view.addresses.map((one) => one.address).filter(isIp4));
  const loopbacks = [...of(true)].sort(compareIp);
  const others = [...of(false)].sort(compareIp);
  // Sixty-three fit into one TLV.
  if (isis.port.traits.lspAddresses === 'all') return [...loopbacks, ...others].slice(0, 63);
  const one = loopbacks.at(-1) ?? others.at(-1);
  return one === undefined ? [] : [one];
}

function flagsOf(isis: Isis, level: LevelState): LspFlags {
  const { config } = isis;
  const attached = level.level === 1 && isis.level[2].attached && config.attached.send;
  return {
    partition: false,
    attached: attached ? 1 : 0,
    overload: (isis.overloaded && !config.overload.highMetrics) || level.full,
    isType: config.levels.includes(2) ? 3 : 1,
  };
}

/** Level 2 tells every area address of the level 1 neighbourhood. ISO 10589 §7.3.9 */
const areasTold = (isis: Isis, level: LevelState): readonly AreaAddress[] =>
  level.level === 2 ? isis.areas : isis.config.nets.map((net) => net.area);

/** One of the TLVs that begin the zeroth LSP; none: there is nothing to say. */
function headTlv(isis: Isis, level: LevelState, kind: IsisTraits['lspHead'][number]): readonly Tlv[] {
  const { nlpids, routerId, hostname, lspBufferSize } = isis.config;
  switch (kind) {
    case 'areas':
      return [{ kind, areas: areasTold(isis, level) }];
    case 'buffer-size':
      return [{ kind, size: lspBufferSize }];
    case 'protocols':
      return [{ kind, nlpids }];
    case 'router-id':
      return routerId === undefined ? [] : [{ kind, address: routerId }];
    case 'hostname':
      return hostname === undefined ? [] : [{ kind, name: hostname.slice(0, 255) }];
    case 'ip-addresses': {
      const addresses = addressesTold(isis);
      return addresses.length === 0 ? [] : [{ kind, addresses }];
    }
  }
}

/** The router itself. */
export function routerContent(isis: Isis, level: LevelState, told: readonly Told[]): Content {
  const { config } = isis;
  const style = config.level[level.level].send;
  return {
    node: nodeOf(isis.system),
    first: isis.port.traits.lspHead.flatMap((kind) => headTlv(isis, level, kind)),
    items: [...routerNeighbours(isis, level), ...told.flatMap((one) => prefixItems(style, one))],
    flags: flagsOf(isis, level),
  };
}

/** A LAN for which this system stands: everybody on it, at no cost. ISO 10589 §7.3.10 */
export function pseudonodeContent(isis: Isis, level: LevelState, circuit: Circuit): Content {
  const style = isis.config.level[level.level].send;
  const systems = [isis.system, ...upAt(circuit, level.level).map((one) => one.system)];
  return {
    node: nodeOf(isis.system, circuit.id),
    first: [],
    items: systems.flatMap((system) => neighbourItems(style, nodeOf(system), 0, system)),
    flags: { partition: false, attached: 0, overload: false, isType: isis.config.levels.includes(2) ? 3 : 1 },
  };
}
