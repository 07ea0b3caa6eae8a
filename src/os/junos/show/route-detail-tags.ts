// One route of `show route detail` as elements.
// Source: captures `show route protocol bgp detail | display json` (vJunos-router 25.4R1, lab-validation
// junos_cross_term_match, junos_ext_community_literal, junos_then_action_conflicts).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import { flag, group, leaf, number, type Tag } from '../answer.ts';
import { slotPeer } from './bgp-facts.ts';
import { hopAddress, hopKey, type NumberedHop } from './next-hops.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { stateWords, taskOf, whyNot } from './route-detail.ts';
import { bgpTask } from './route-detail-bgp.ts';
import { communitiesOf, type DetailScene, toldTo } from './route-detail-fields.ts';
import { entryHead } from './route-entry-tags.ts';
import { metricsOf } from './route-metrics.ts';
import { asPathText, pushText, type Way, wayOf } from './route-words.ts';
import { longAgeText } from './spans.ts';

type Row = ChosenPrefix['routes'][number];

const INDENT: NonNullable<Tag['attributes']> = [['junos:indent', '16']];

export function detailTag(scene: DetailScene, chosen: ChosenPrefix): Tag {
  const { prefix, all, routes } = chosen;
  const [destination = prefix.text, length] = prefix.text.split('/');
  const entries = String(all.length);
  return {
    ...group(
      'rt',
      leaf('rt-destination', destination),
      length === undefined ? undefined : leaf('rt-prefix-length', length),
      leaf('rt-entry-count', entries, ['junos:format', `${entries} ${all.length === 1 ? 'entry' : 'entries'}`]),
      leaf('rt-announced-count', String(all.filter((row) => toldTo(scene, chosen.vrf, row).length > 0).length)),
      group('rt-state'),
      ...routes.map((row) => entryTag(scene, chosen, row)),
    ),
    attributes: [['junos:style', 'detail']],
  };
}

/** Those that there are. */
const numberTags = (numbers: readonly (readonly [string, number | undefined])[]): readonly Tag[] =>
  numbers.flatMap(([name, value]) => (value === undefined ? [] : [leaf(name, String(value))]));

function entryTag(scene: DetailScene, { vrf, all }: ChosenPrefix, row: Row): Tag {
  const { context, style } = scene;
  const { route, since: from } = row.candidate;
  const { bgp, marks } = route;
  const { metric, metric2 } = metricsOf(context, vrf, row);
  const age = since(from, context.now);
  const peer = scene.bgp.peerOf(vrf, route);
  const source = slotPeer(route);
  const told = toldTo(scene, vrf, row);
  const why = whyNot(scene, vrf, all, row);
  const own = peer ? String(peer.localAs) : scene.asn;
  return group(
    'rt-entry',
    ...entryHead(row),
    ...(bgp ? [leaf('preference2', `-${(bgp.localPref ?? 100) + 1}`)] : []),
    ...numberTags([
      ['color', marks?.color],
      ['color2', marks?.color2],
    ]),
    ...hopTags(scene, row),
    ...(source === undefined ? [] : [leaf('gateway', ipText(source))]),
    ...wayTags(wayOf(row), style.kernelTable ? scene.hops.get(hopKey(row)) : undefined),
    leaf('rt-entry-state', stateWords(scene, vrf, all, row).join(' ')),
    ...(why === undefined ? [] : [leaf('inactive-reason', why)]),
    ...(own === undefined ? [] : [leaf('local-as', own)]),
    ...(peer ? [number('peer-as', peer.config.remoteAs)] : []),
    leaf('age', longAgeText(age), ['junos:seconds', String(wholeSeconds(age))]),
    ...numberTags([
      ['metric', bgp?.med ?? metric],
      ['metric2', marks?.metric2 ?? metric2],
    ]),
    leaf('validation-state', 'unverified'),
    ...numberTags([
      ['rt-tag', route.tag],
      ['rt-tag2', marks?.tag2],
    ]),
    leaf('task-name', bgp ? bgpTask(scene, vrf, row) : taskOf(row)),
    ...(told.length === 0 ? [] : [number('announce-bits', told.length), leaf('announce-tasks', `${told.join(' ')} `)]),
    leaf('as-path', `AS path: ${asPathText(bgp ?? route.given)}`),
    ...(bgp ? bgpTags(scene, vrf, row, bgp) : []),
    ...(style.thread ? [leaf('thread-name', 'junos-main')] : []),
  );
}

function hopTags({ hops, style }: DetailScene, row: Row): readonly Tag[] {
  const way = wayOf(row);
  const hop = hops.get(hopKey(row));
  const gateways = way.kind === 'paths' && way.paths.some(({ gateway }) => gateway !== undefined);
  const type = way.kind === 'word' ? way.word : way.kind === 'local' ? 'Local' : gateways ? 'Router' : 'Interface';
  return [
    {
      ...group(
        'nhh',
        leaf('nh-type', way.kind === 'table' ? 'Table' : type),
        number('nh-index', gateways ? (hop?.index ?? 0) : 0),
        leaf('nh-address', hopAddress(row)),
        number('nh-reference-count', hop?.references ?? 1),
        ...(style.kernelTable
          ? [number('nh-session-id', gateways ? (hop?.session ?? 0) : 0), leaf('nh-kernel-id', '0')]
          : []),
      ),
      attributes: INDENT,
    },
  ];
}

function wayTags(way: Way, hop: NumberedHop | undefined): readonly Tag[] {
  const told = (...inside: readonly (Tag | undefined)[]): Tag => ({
    ...group('nh', leaf('nh-string', 'Next hop'), ...inside),
    attributes: INDENT,
  });
  if (way.kind === 'own') return [told(leaf('via', way.on), flag('selected-next-hop'))];
  if (way.kind === 'table') return [group('nh', leaf('nh-table', way.name))];
  if (way.kind === 'local') return [group('nh', leaf('nh-local-interface', way.on))];
  if (way.kind === 'word') return [];
  return way.paths.map((path, i) => {
    const push = pushText(path);
    return told(
      path.gateway === undefined ? undefined : leaf('to', ipText(path.gateway)),
      leaf('via', path.out),
      i === 0 ? flag('selected-next-hop') : undefined,
      push === undefined ? undefined : leaf('mpls-label', push),
      hop ? number('session', hop.session) : undefined,
    );
  });
}

function bgpTags(scene: DetailScene, vrf: ChosenPrefix['vrf'], row: Row, bgp: PathAttributes): readonly Tag[] {
  const { route } = row.candidate;
  const communities = communitiesOf(bgp).flatMap(({ tag, texts }) => texts.map((text) => leaf(tag, text)));
  const from = scene.bgp.pathOf(vrf, route)?.from;
  const told = from !== undefined && from !== 'local' ? from.routerId : scene.bgp.peerOf(vrf, route)?.routerId;
  return [
    group(
      'bgp-path-attributes',
      group(
        'attr-as-path-effective',
        leaf('aspath-effective-string', 'AS path: '),
        leaf('attr-value', asPathText(bgp)),
      ),
    ),
    ...(communities.length === 0 ? [] : [group('communities', ...communities)]),
    ...(route.hidden === undefined ? [leaf('bgp-rt-flag', 'Accepted')] : []),
    number('local-preference', bgp.localPref ?? 100),
    ...(told === undefined ? [] : [leaf('peer-id', ip4Text(told))]),
  ];
}
