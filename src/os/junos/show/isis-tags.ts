// Views of IS-IS as elements.
// Source: `show isis adjacency`: replies of MX 14.1 (brief) and vMX 15.1F6 (detail); `show isis interface`: replies in JSON of an
// MX 17.4R2, brief and extensive; `show isis database`: reply in JSON of 15.1F6, extensive, and collectors that read the brief
// one (`lsp-count`, `lsp-attributes`); `show isis hostname`: collectors of Junos.

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import type { Level } from '../../../protocols/isis/config.ts';
import type {
  IsisAdjacencyRow,
  IsisCircuitLevelRow,
  IsisCircuitRow,
  IsisLspRow,
} from '../../../protocols/isis/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { adjacenciesOf, holdOf, levelOf, spoken } from './isis-adjacency.ts';
import { hex, isAsked, toldBy } from './isis-database.ts';
import { type Detail, detailOf, type IsisScene, isisTags, levelsAsked, snpaText } from './isis-facts.ts';
import {
  circuitId,
  circuitsOf,
  designated,
  indexOf,
  isLoopback,
  levelBits,
  metricOf,
  PADDING,
  secondsText,
} from './isis-interface.ts';
import { attributesText } from './isis-lsp.ts';
import { ageText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

function answer({ box }: ViewContext, name: string, style: Detail | undefined, tags: readonly Tag[]): Tag {
  return {
    ...group(name, ...tags),
    attributes: [
      ['xmlns', spaceOf(box.chassis.model.release, 'junos-routing')],
      ...(style === undefined ? [] : [['junos:style', style] as const]),
    ],
  };
}

/** The first says what all of them are. */
const headed = (heading: string, tags: readonly Tag[]): readonly Tag[] =>
  tags.map((tag, i) => (i === 0 ? { ...tag, attributes: [['heading', heading]] } : tag));

export const isisAdjacencyTags: TaggedView = (context, match) =>
  isisTags(context, match, (scene) => {
    const detail = detailOf(match);
    if (detail === 'extensive') return undefined;
    const tagOf = detail === 'brief' ? briefAdjacency : longAdjacency;
    const tags = adjacenciesOf(scene, match).map((one) => tagOf(scene, one));
    return answer(context, 'isis-adjacency-information', detail, tags);
  });

function stateTags(scene: IsisScene, one: IsisAdjacencyRow): readonly Tag[] {
  return [number('level', levelOf(one)), leaf('adjacency-state', one.state), number('holdtime', holdOf(scene, one))];
}

const briefAdjacency = (scene: IsisScene, one: IsisAdjacencyRow): Tag =>
  group(
    'isis-adjacency',
    leaf('interface-name', one.on),
    leaf('system-name', scene.names.system(one.system)),
    ...stateTags(scene, one),
    ...(one.network === 'broadcast' && one.snpa !== undefined ? [leaf('snpa', snpaText(one.snpa))] : []),
  );

function longAdjacency(scene: IsisScene, one: IsisAdjacencyRow): Tag {
  const lan = one.network === 'broadcast';
  return group(
    'isis-adjacency',
    leaf('system-name', scene.names.system(one.system)),
    leaf('interface-name', one.on),
    ...stateTags(scene, one),
    number('interface-priority', lan ? one.priority : 0),
    number('transition-count', one.transitions),
    leaf('last-transition-time', ageText(since(one.since, scene.context.now))),
    number('circuit-type', one.circuitType),
    leaf('adjacency-flag', `Speaks: ${spoken(one.nlpids).join(', ')}`),
    ...(lan && one.snpa !== undefined ? [leaf('mac-address', snpaText(one.snpa))] : []),
    leaf('adjacency-topologies', 'Unicast'),
    leaf('adjacency-restart-capable', 'no'),
    leaf('adjacency-advertisement', 'advertise'),
    ...(lan && one.lanId !== undefined ? [leaf('lan-id', scene.names.node(one.lanId))] : []),
    ...one.addresses.map((address) => leaf('ip-address', ip4Text(address))),
  );
}

export const isisInterfaceTags: TaggedView = (context, match) =>
  isisTags(context, match, (scene) => {
    const detail = detailOf(match);
    const tags = circuitsOf(scene, match).map((row) =>
      detail === 'brief' ? briefCircuit(scene, row) : longCircuit(scene, row, detail),
    );
    const shown = headed('IS-IS interface database:', tags);
    return answer(context, 'isis-interface-information', detail, shown);
  });

const idText = (row: IsisCircuitRow): string => `0x${circuitId(row).toString(16)}`;

const briefCircuit = (scene: IsisScene, row: IsisCircuitRow): Tag =>
  group(
    'isis-interface',
    leaf('interface-name', row.interface.name),
    number('circuit-type', levelBits(scene, row)),
    leaf('circuit-id', idText(row)),
    leaf('isis-interface-state-one', designated(scene, row, 1)),
    leaf('isis-interface-state-two', designated(scene, row, 2)),
    number('metric-one', metricOf(row, 1)),
    number('metric-two', metricOf(row, 2)),
  );

function longCircuit(scene: IsisScene, row: IsisCircuitRow, detail: Detail): Tag {
  const { config } = row;
  const csnp = config.level[1].csnpInterval;
  return group(
    'isis-interface',
    leaf('interface-name', row.interface.name),
    number('interface-index', indexOf(scene, row.interface.name)),
    leaf('interface-state-value', isLoopback(row) ? '0x7' : '0x6'),
    leaf('circuit-id', idText(row)),
    number('circuit-type', levelBits(scene, row)),
    number('lsp-interval', config.lspInterval / 1000),
    ...(csnp === undefined ? [] : [number('csnp-interval', wholeSeconds(csnp))]),
    ...(detail === 'extensive' ? [leaf('hello-padding', PADDING(config.padding)), number('max-hello-size', 1492)] : []),
    leaf('adjacency-advertisement', 'advertise'),
    leaf('isis-layer2-map-enabled', 'Disabled'),
    ...row.levels.map((level) => levelTag(row, level)),
  );
}

function levelTag(row: IsisCircuitRow, level: IsisCircuitLevelRow): Tag {
  return group(
    'interface-level-data',
    number('level', level.level),
    number('adjacency-count', level.adjacencies),
    number('interface-priority', level.priority),
    number('metric', level.metricTold),
    ...(isLoopback(row) || row.config.passive
      ? [leaf('passive', 'Passive')]
      : [leaf('hello-time', secondsText(level.helloInterval)), number('holdtime', level.holdSeconds)]),
  );
}

export const isisDatabaseTags: TaggedView = (context, match) =>
  isisTags(context, match, (scene) => {
    const detail = detailOf(match);
    if (detail === 'extensive') return undefined;
    const tagOf = (level: Level): Tag => {
      const all = context.ask('isis.database', { instance: scene.instance, level })[0]?.lsps ?? [];
      const found = all.filter((lsp) => isAsked(scene, match, lsp));
      const entries = found.map((lsp) => entryTag(scene, lsp, detail));
      const count = detail === 'brief' ? [number('lsp-count', found.length)] : [];
      return group('isis-database', number('level', level), ...entries, ...count);
    };
    return answer(context, 'isis-database-information', detail, levelsAsked(match).map(tagOf));
  });

function entryTag(scene: IsisScene, lsp: IsisLspRow, detail: Detail): Tag {
  const head = [
    leaf('lsp-id', scene.names.node(lsp.id)),
    leaf('sequence-number', hex(lsp.sequence)),
    leaf('checksum', hex(lsp.checksum)),
    number('remaining-lifetime', lsp.lifetime),
  ];
  if (detail === 'brief')
    return group('isis-database-entry', ...head, leaf('lsp-attributes', attributesText(lsp.flags)));
  const { neighbours, prefixes } = toldBy(lsp.tlvs);
  return group(
    'isis-database-entry',
    ...head,
    ...neighbours.map(({ node, metric }) =>
      group('isis-neighbor', leaf('is-neighbor-id', scene.names.node(node)), number('metric', metric)),
    ),
    ...prefixes.map(({ prefix, metric, external, down }) => ({
      ...group(
        'isis-prefix',
        leaf('protocol-name', 'IP'),
        leaf('address-prefix', `${ip4Text(prefix.address as Ip4)}/${prefix.length}`),
        number('metric', metric),
        leaf('prefix-flag', external ? 'External' : 'Internal'),
        leaf('prefix-status', down ? 'down' : 'up'),
      ),
      attributes: [
        ['xmlns', spaceOf(scene.context.box.chassis.model.release, 'junos-routing')],
        ['junos:style', 'normal'],
      ] as const,
    })),
  );
}

export const isisHostnameTags: TaggedView = (context, match) =>
  isisTags(context, match, ({ instance }) => {
    const rows = context.ask('isis.hostnames', { instance }) ?? [];
    const tags = rows.map(({ system, hostname, own }) =>
      group(
        'isis-hostname',
        leaf('system-id', system),
        leaf('system-name', hostname),
        leaf('isis-hostname-type', own ? 'Static' : 'Dynamic'),
      ),
    );
    return answer(context, 'isis-hostname-information', undefined, tags);
  });
