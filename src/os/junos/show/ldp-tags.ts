// Views of LDP and MPLS as elements.
// Source: genieparser golden outputs of vMX (ShowLDPSession, ShowLdpSessionIpaddressDetail, ShowLdpNeighbor, ShowLDPInterface,
// ShowLDPInterfaceDetail, ShowLdpDatabaseSessionIpaddress: keys are elements); `show ldp neighbor`: reply of 20.4R0; `show
// mpls interface`: JSNAPy tests and PyEZ tables (`interface-name`, `mpls-interface-state`).

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { LdpNeighborRow } from '../../../protocols/ldp/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { mplsBlock } from '../compile/mpls.ts';
import { inForce } from './configured.ts';
import { type Binding, sessionLabels } from './ldp-database.ts';
import { LOOPBACK, ownAddress } from './ldp-neighbor.ts';
import {
  addressOf,
  capabilitiesText,
  configured,
  connectionOf,
  holdOf,
  retryOf,
  sessionState,
  typesOf,
} from './ldp-session.ts';
import { identifierOr0, identifierText, instanceOf, secondsTo, wholeSecondsOf } from './ldp-words.ts';
import { mplsInterfaces } from './mpls.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

/** Nothing where no LDP runs: then the words say so. */
const runs = (context: ViewContext, match: Match): boolean =>
  context.ask('ldp.processes', { vrf: instanceOf(match) }).length > 0;

const answer = ({ box }: ViewContext, name: string, tags: readonly Tag[]): Tag => ({
  ...group(name, ...tags),
  attributes: [['xmlns', spaceOf(box.chassis.model.release, 'junos-routing')]],
});

export const ldpSessionTags: TaggedView = (context, match) => {
  if (!runs(context, match)) return undefined;
  const wanted = match.args['destination'];
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  const rows = context
    .ask('ldp.neighbors', { vrf: instanceOf(match) })
    .filter((row) => wanted === undefined || addressOf(row) === wanted);
  const tags = rows.map((row) =>
    group(
      'ldp-session',
      leaf('ldp-neighbor-address', addressOf(row)),
      leaf('ldp-session-state', sessionState(row.state)),
      leaf('ldp-connection-state', connectionOf(row)),
      number('ldp-remaining-time', holdOf(context, row)),
      ...(detail ? longSession(context, row) : [leaf('ldp-session-adv-mode', 'DU')]),
    ),
  );
  return answer(context, 'ldp-session-information', tags);
};

const MODE = 'Downstream unsolicited';

function longSession(context: ViewContext, row: LdpNeighborRow): readonly Tag[] {
  const { now } = context;
  const up = row.state === 'operational';
  const capability = (name: string, types: readonly number[]): Tag =>
    group(name, leaf('ldp-capability', capabilitiesText(types)));
  return [
    leaf('ldp-session-id', `${identifierOr0(row.local)}--${identifierText(row.lsr)}`),
    ...(up ? [number('ldp-keepalive-time', secondsTo(row.nextKeepalive, now))] : []),
    leaf('ldp-session-role', row.active ? 'Active' : 'Passive'),
    number('ldp-session-max-pdu', row.maxPdu ?? 4096),
    number('ldp-holdtime', wholeSecondsOf(row.hold ?? row.localHold)),
    number('ldp-neighbor-count', row.adjacencies.length),
    group('ldp-neighbor-types', leaf('ldp-neighbor-type', typesOf(row))),
    number('ldp-keepalive-interval', wholeSecondsOf(row.keepalive ?? configured(context, row))),
    number('ldp-retry-interval', retryOf(context, row)),
    ...(up && row.localTransport !== undefined
      ? [leaf('ldp-local-address', ip4Text(row.localTransport)), leaf('ldp-remote-address', addressOf(row))]
      : []),
    ...(up && row.upSince !== undefined ? [upTime(since(row.upSince, now))] : []),
    capability('ldp-session-capabilities-advertised', row.capabilitiesSent),
    capability('ldp-session-capabilities-received', row.capabilitiesReceived),
    group('ldp-session-protection', leaf('ldp-session-protection-state', 'disabled')),
    group('ldp-session-flags', leaf('ldp-session-flag', 'none')),
    leaf('ldp-graceful-restart-local', 'disabled'),
    leaf('ldp-local-helper-mode', 'enabled'),
    leaf('ldp-graceful-restart-remote', 'disabled'),
    leaf('ldp-remote-helper-mode', 'enabled'),
    number('ldp-local-maximum-reconnect', 120_000),
    number('ldp-local-maximum-recovery', 240_000),
    leaf('ldp-local-label-adv-mode', MODE),
    leaf('ldp-remote-label-adv-mode', MODE),
    leaf('ldp-neg-label-adv-mode', MODE),
    leaf('ldp-mtu-discovery', 'disabled'),
    leaf('ldp-session-nsr-state', 'Not in sync'),
    ...(up && row.addresses.length > 0
      ? [group('ldp-session-address', ...row.addresses.map((address) => leaf('interface-address', ip4Text(address))))]
      : []),
  ];
}

const upTime = (span: ReturnType<typeof since>): Tag =>
  leaf('ldp-up-time', ageText(span), ['junos:seconds', String(wholeSeconds(span))]);

export const ldpNeighborTags: TaggedView = (context, match) => {
  if (!runs(context, match) || saidOf(match, 'detail', 'extensive') !== undefined) return undefined;
  const wanted = match.args['neighbor'];
  const tags = context
    .ask('ldp.discovery', { vrf: instanceOf(match) })
    .flatMap(({ adjacencies }) => adjacencies)
    .filter(({ from }) => wanted === undefined || ip4Text(from) === wanted)
    .map((hello) =>
      group(
        'ldp-neighbor',
        leaf('ldp-neighbor-address', ip4Text(hello.from)),
        leaf('interface-name', hello.on ?? LOOPBACK),
        leaf('ldp-label-space-id', identifierText(hello.lsr)),
        leaf(
          'ldp-remaining-time',
          hello.expires === undefined ? 'infinite' : String(secondsTo(hello.expires, context.now)),
        ),
      ),
    );
  return answer(context, 'ldp-neighbor-information', tags);
};

export const ldpInterfaceTags: TaggedView = (context, match) => {
  const vrf = instanceOf(match);
  const wanted = match.args['interface'];
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  const [process] = context.ask('ldp.processes', { vrf });
  if (!process) return undefined;
  const tags = context
    .ask('ldp.discovery', { vrf })
    .filter(({ on }) => on !== undefined && (wanted === undefined || on === wanted))
    .map((row) => {
      const address = ownAddress(context, row);
      const transport = row.localTransport === undefined ? '0.0.0.0' : ip4Text(row.localTransport);
      return group(
        'ldp-interface',
        leaf('interface-name', row.on ?? ''),
        ...(address === undefined ? [] : [leaf('ldp-interface-local-address', ip4Text(address))]),
        leaf('ldp-label-space-id', identifierOr0(process.local)),
        number('ldp-neighbor-count', row.adjacencies.length),
        number('ldp-next-hello', secondsTo(row.nextHello, context.now)),
        ...(detail
          ? [
              number('ldp-hello-interval', wholeSecondsOf(row.helloInterval)),
              number('ldp-holdtime', row.holdSeconds),
              leaf('ldp-transport-address', transport),
            ]
          : []),
      );
    });
  return answer(context, 'ldp-interface-information', tags);
};

export const ldpDatabaseTags: TaggedView = (context, match) => {
  if (!runs(context, match)) return undefined;
  const half = (type: string, ends: string, count: string, bindings: readonly Binding[]): Tag =>
    group(
      'ldp-database',
      leaf('ldp-database-type', type),
      leaf('ldp-session-id', ends),
      number(count, bindings.length),
      ...bindings.map(({ label, prefix }) =>
        group('ldp-binding', number('ldp-label', label), leaf('ldp-prefix', prefix)),
      ),
    );
  const tags = sessionLabels(context, match).flatMap(({ ends, received, advertised }) => [
    half('Input label database', ends, 'ldp-label-received', received),
    half('Output label database', ends, 'ldp-label-advertised', advertised),
  ]);
  return answer(context, 'ldp-database-information', tags);
};

export const mplsInterfaceTags: TaggedView = (context, match) => {
  if (!mplsBlock(inForce(context))) return undefined;
  const tags = mplsInterfaces(context, match).map(({ name, state }) =>
    group('mpls-interface', leaf('interface-name', name), leaf('mpls-interface-state', state)),
  );
  return answer(context, 'mpls-interface-information', tags);
};
