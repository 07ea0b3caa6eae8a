// `show route` as elements: for `| display json` and `| display xml`.
// Source: captures `show route | display json`, `show route protocol bgp | display json` (vQFX 17.4R1, vJunos-router 25.4R1:
// lab-validation juniper_resolution, junos_static_route_defaults, junos_then_action_conflicts).

import { ipText } from '../../../base/ip.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { flag, group, leaf, spaceOf, type Tag } from '../answer.ts';
import { detailScene } from './route.ts';
import { learnedFrom } from './route-brief.ts';
import { type ChosenPrefix, type ChosenTable, chosenTables } from './route-choice.ts';
import { detailTag } from './route-detail-tags.ts';
import { entryHead, tableHead } from './route-entry-tags.ts';
import { metricsOf } from './route-metrics.ts';
import { routeTables } from './route-tables.ts';
import { asPathText, pushText, type Way, wayOf } from './route-words.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

type Chosen = ChosenPrefix['routes'][number];

export const routeTags: TaggedView = (context, match) => {
  const level = saidOf(match, 'terse', 'detail', 'extensive');
  if (level === 'terse' || level === 'extensive') return undefined;
  const every = routeTables(context);
  const tables = chosenTables(context, every, match);
  const scene = level === 'detail' ? detailScene(context, every, false) : undefined;
  const tagOf = (prefix: ChosenPrefix): Tag => (scene ? detailTag(scene, prefix) : prefixTag(context, prefix));
  const { release } = context.box.chassis.model;
  return {
    ...group('route-information', ...tables.map((table, i) => tableTag(table, tagOf, i === 0))),
    attributes: [['xmlns', spaceOf(release, 'junos-routing')]],
  };
};

function tableTag({ table, prefixes }: ChosenTable, tagOf: (prefix: ChosenPrefix) => Tag, first: boolean): Tag {
  const tag = group('route-table', ...tableHead(table), ...prefixes.map(tagOf));
  return first ? { ...tag, comment: 'keepalive' } : tag;
}

const prefixTag = (context: ViewContext, chosen: ChosenPrefix): Tag => ({
  ...group(
    'rt',
    leaf('rt-destination', chosen.prefix.text),
    ...chosen.routes.map((row) => entryTag(context, chosen, row)),
  ),
  attributes: [['junos:style', 'brief']],
});

function entryTag(context: ViewContext, { vrf }: ChosenPrefix, row: Chosen): Tag {
  const { route, since: from } = row.candidate;
  const { metric, metric2 } = metricsOf(context, vrf, row);
  const age = since(from, context.now);
  const way = wayOf(row);
  const numbers: readonly (readonly [string, number | undefined])[] = [
    ['metric', metric],
    ['metric2', route.bgp ? undefined : metric2],
    ['med', route.bgp?.med],
    ['local-preference', route.bgp && (route.bgp.localPref ?? 100)],
    ['rt-tag', route.bgp ? undefined : route.tag],
  ];
  const peer = learnedFrom(row);
  return group(
    'rt-entry',
    ...entryHead(row),
    leaf('age', ageText(age), ['junos:seconds', String(wholeSeconds(age))]),
    ...numbers.map(([name, value]) => (value === undefined ? undefined : leaf(name, String(value)))),
    peer === undefined ? undefined : leaf('learned-from', ipText(peer)),
    ...(route.bgp ? [leaf('as-path', asPathText(route.bgp)), leaf('validation-state', 'unverified')] : []),
    ...(route.given?.asPath ? [leaf('as-path', asPathText(route.given))] : []),
    ...wayTags(way),
  );
}

function wayTags(way: Way): readonly Tag[] {
  switch (way.kind) {
    case 'paths':
      return way.paths.map((path, i) => {
        const push = pushText(path);
        return group(
          'nh',
          i === 0 ? flag('selected-next-hop') : undefined,
          path.gateway === undefined ? undefined : leaf('to', ipText(path.gateway)),
          leaf('via', path.out),
          push === undefined ? undefined : leaf('mpls-label', push),
        );
      });
    case 'own':
      return [group('nh', flag('selected-next-hop'), leaf('via', way.on))];
    case 'local':
      return [leaf('nh-type', 'Local'), group('nh', leaf('nh-local-interface', way.on))];
    case 'table':
      return [group('nh', leaf('nh-table', way.name))];
    case 'word':
      return [leaf('nh-type', way.word)];
  }
}
