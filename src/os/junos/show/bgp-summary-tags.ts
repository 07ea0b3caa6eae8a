// `show bgp summary` and `show bgp group` as elements.
// Source: replies `show bgp summary` (NAPALM test data, pull request 581: tables, peers with the heading of the text;
// `bgp-thread-mode`, `default-ebgp-advertise-mode` of a vMX 21.x); genieparser golden outputs ShowBgpGroupBrief, -Detail.

import { compareIp, ipText } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { vrfNamed } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { type PeerTable, PeerTables } from './bgp-counts.ts';
import { shortStateWord, stateWord } from './bgp-facts.ts';
import { chosenGroups, type Group, groupOptions, peerText, sums } from './bgp-group.ts';
import { policyNames } from './bgp-neighbor-words.ts';
import { downOf, groupsOf, messagesOf, PEERS, peersIn, tableNames } from './bgp-summary.ts';
import { isInstance } from './configured.ts';
import { styled } from './physical-tags.ts';
import { said, saidOf } from './said.ts';
import { longAgeText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

const spaced = ({ box }: ViewContext, tag: Tag): Tag => ({
  ...tag,
  attributes: [['xmlns', spaceOf(box.chassis.model.release, 'junos-routing')]],
});

export const bgpSummaryTags: TaggedView = (context, { args: { instance } }) => {
  if (instance !== undefined && !isInstance(context, vrfNamed(instance))) return undefined;
  const peers = peersIn(context, instance);
  if (!peers) return undefined;
  const tables = new PeerTables(context);
  const { threads } = releaseOf(context.box.chassis.model).bgp;
  const modes = [
    leaf('bgp-thread-mode', 'BGP I/O'),
    group('thread-state'),
    leaf('default-ebgp-advertise-mode', 'accept'),
    leaf('default-ebgp-receive-mode', 'accept'),
  ];
  return spaced(
    context,
    group(
      'bgp-information',
      ...(threads ? modes : []),
      number('group-count', groupsOf(peers)),
      number('peer-count', peers.length),
      number('down-peer-count', downOf(peers)),
      ...tableNames(peers, instance !== undefined).map((name) => tableTag(tables, peers, name)),
      ...[...peers]
        .sort((a, b) => compareIp(a.config.address, b.config.address))
        .map((peer, i) => peerTag(context, tables, peer, i === 0)),
    ),
  );
};

/** All of a table's routes of BGP, and those of either kind of peer. */
function tableTag(tables: PeerTables, peers: readonly BgpPeerRow[], name: string): Tag {
  const of = (wanted: 'external' | 'internal'): readonly Tag[] => {
    const mine = peers
      .filter(({ kind }) => (kind === 'internal') === (wanted === 'internal'))
      .flatMap((peer) => tables.of(peer))
      .filter(({ table }) => table === name);
    const sum = (count: (one: PeerTable) => number): number => mine.reduce((all, one) => all + count(one), 0);
    return [
      number(
        `total-${wanted}-prefix-count`,
        sum(({ received }) => received),
      ),
      number(
        `active-${wanted}-prefix-count`,
        sum(({ active }) => active),
      ),
      number(
        `accepted-${wanted}-prefix-count`,
        sum(({ accepted }) => accepted),
      ),
      number(
        `suppressed-${wanted}-prefix-count`,
        sum(({ damped }) => damped),
      ),
    ];
  };
  const { paths, active, accepted } = tables.total(name);
  return styled(
    'brief',
    group(
      'bgp-rib',
      leaf('name', name),
      number('total-prefix-count', paths),
      number('received-prefix-count', paths),
      number('accepted-prefix-count', accepted),
      number('active-prefix-count', active),
      number('suppressed-prefix-count', 0),
      number('history-prefix-count', 0),
      number('damped-prefix-count', 0),
      ...of('external'),
      ...of('internal'),
      number('pending-prefix-count', 0),
      leaf('bgp-rib-state', 'BGP restart is complete'),
      ...(name === 'bgp.l3vpn.0' ? [leaf('vpn-rib-state', 'VPN restart is complete')] : []),
    ),
  );
}

const countTags = (one: PeerTable): readonly Tag[] => [
  leaf('name', one.table),
  number('active-prefix-count', one.active),
  number('received-prefix-count', one.received),
  number('accepted-prefix-count', one.accepted),
  number('suppressed-prefix-count', one.damped),
];

function peerTag(context: ViewContext, tables: PeerTables, peer: BgpPeerRow, first: boolean): Tag {
  const { config, state } = peer;
  const span = since(peer.since ?? peer.madeAt, context.now);
  const word = stateWord(state);
  return {
    ...group(
      'bgp-peer',
      leaf('peer-address', ipText(config.address)),
      number('peer-as', config.remoteAs),
      number('input-messages', messagesOf(peer.received)),
      number('output-messages', messagesOf(peer.sent)),
      number('route-queue-count', 0),
      number('flap-count', peer.dropped),
      leaf('elapsed-time', longAgeText(span), ['junos:seconds', String(wholeSeconds(span))]),
      ...(config.description === undefined ? [] : [leaf('description', config.description)]),
      state === 'established'
        ? leaf('peer-state', word, ['junos:format', shortStateWord(state)])
        : leaf('peer-state', word),
      ...tables.of(peer).map((one) => styled('terse', group('bgp-rib', ...countTags(one)))),
    ),
    attributes: [['junos:style', 'terse'], ...(first ? [['heading', PEERS] as const] : [])],
  };
}

export const bgpGroupTags: TaggedView = (context, match) => {
  const chosen = chosenGroups(context, match);
  if ('refused' in chosen || said(match, 'summary')) return undefined;
  const { peers, groups } = chosen;
  const tables = new PeerTables(context);
  const style = saidOf(match, 'detail', 'extensive') === undefined ? 'brief' : 'detail';
  const external = peers.filter(({ kind }) => kind !== 'internal').length;
  return spaced(
    context,
    group(
      'bgp-group-information',
      ...groups.map((one) => styled(style, groupTag(context, tables, one, style === 'detail'))),
      group(
        'bgp-information',
        number('group-count', groups.length),
        number('peer-count', peers.length),
        number('external-peer-count', external),
        number('internal-peer-count', peers.length - external),
        number('down-peer-count', downOf(peers)),
        number(
          'flap-count',
          peers.reduce((sum, { dropped }) => sum + dropped, 0),
        ),
        ...tableNames(peers, false).map((name) => tableTag(tables, peers, name)),
      ),
    ),
  );
};

function groupTag(context: ViewContext, tables: PeerTables, { index, peers }: Group, detail: boolean): Tag {
  const [first] = peers;
  if (!first) return group('bgp-group');
  const up = peers.filter(({ state }) => state === 'established');
  const options = groupOptions(context, first);
  const exports = policyNames(context, first, 'export');
  const internal = first.kind === 'internal';
  const graceful = releaseOf(context.box.chassis.model).bgp.threads;
  return group(
    'bgp-group',
    leaf('type', internal ? 'Internal' : 'External'),
    ...(internal ? [number('peer-as', first.config.remoteAs)] : []),
    number('local-as', first.localAs),
    leaf('name', first.config.group ?? ''),
    number('group-index', index),
    leaf('group-flags', 'Export Eval'),
    group(
      'bgp-option-information',
      ...(exports === '' ? [] : [leaf('export-policy', exports)]),
      ...(options.length === 0 ? [] : [leaf('bgp-options', options.join(' '))]),
      ...(graceful ? [leaf('bgp-options-extended', 'GracefulShutdownRcv')] : []),
      number('holdtime', 0),
      ...(graceful ? [number('gshut-recv-local-preference', 0)] : []),
    ),
    number('peer-count', peers.length),
    number('established-count', up.length),
    ...peers.map((peer) => leaf('peer-address', peerText(peer))),
    ...(detail ? [group('route-queue', leaf('timer', 'unset'), leaf('state', 'empty'))] : []),
    ...sums(tables, up).map((one) =>
      group('bgp-rib', ...countTags(one), number('advertised-prefix-count', one.advertised)),
    ),
  );
}
