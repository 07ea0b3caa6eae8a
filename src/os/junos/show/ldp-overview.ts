// show ldp overview.
// Source: capture `show ldp overview` (genieparser golden output ShowLDPOverview, the newer of the two forms).

import { ip4Text } from '../../../base/ip.ts';
import type { LdpConfig } from '../../../protocols/ldp/config.ts';
import type { LdpProcessRow } from '../../../protocols/ldp/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { PREFERENCES } from '../defaults.ts';
import { instanceName } from '../instance-name.ts';
import { sessionState } from './ldp-session.ts';
import { instanceOf, wholeSecondsOf } from './ldp-words.ts';

export const showLdpOverview: View = (context, match) =>
  context.ask('ldp.processes', { vrf: instanceOf(match) }).flatMap((row) => overviewLines(context, row));

const onOff = (on: boolean): string => (on ? 'enabled' : 'disabled');

function overviewLines(context: ViewContext, row: LdpProcessRow): readonly string[] {
  const { config, vrf } = row;
  const instance = context.ask('vrfs', {}).find(({ name }) => name === vrf);
  const preference = instance?.preferences?.ldp ?? PREFERENCES.ldp;
  return [
    `Instance: ${instanceName(vrf)}`,
    'Reference count: 2',
    `Router ID: ${row.local ? ip4Text(row.local.id) : '0.0.0.0'}`,
    'LDP inet: enabled',
    'Transport preference: IPv4',
    `Message id: ${row.messageId}`,
    'Configuration sequence: 1',
    'Deaggregate: disabled',
    `Explicit null: ${onOff(config.labels.explicitNull.otherwise === 'permit')}`,
    'IPv6 tunneling: disabled',
    `Strict targeted hellos: ${onOff(config.targeted.accept === 'configured')}`,
    'Loopback if added: no',
    `Route preference: ${preference}`,
    'Unicast transit LSP chaining: disabled',
    'P2MP transit LSP chaining: disabled',
    'Transit LSP statistics based on route statistics: disabled',
    'LDP route acknowledgement: enabled',
    'BGP export: enabled',
    'LDP mtu discovery: disabled',
    'LDP SR Mapping Client: disabled',
    'Capabilities enabled: none',
    'Egress FEC capabilities enabled: entropy-label-capability',
    ...sessionLines(row),
    ...timerLines(config),
    ...engineeringLines(config),
    'Interface addresses advertising:',
    ...row.advertisedAddresses.map((address) => `    ${ip4Text(address)}`),
    ...JOB,
    'Label allocation:',
    `    Current number of LDP labels allocated: ${row.labels}`,
    `    Total number of LDP labels allocated: ${row.labels}`,
    '    Total number of LDP labels freed: 0',
    '    Total number of LDP label allocation failure: 0',
    `    Current number of labels allocated by all protocols: ${context.ask('lfib', {}).length}`,
  ];
}

function sessionLines({ sessions, config }: LdpProcessRow): readonly string[] {
  const counted = (Object.keys(sessions) as (keyof typeof sessions)[]).filter((state) => sessions[state] > 0);
  return [
    'Downstream unsolicited Sessions:',
    ...counted.map((state) => `    ${sessionState(state)}: ${sessions[state]}`),
    '    Retention: liberal',
    `    Control: ${config.labels.control}`,
    'Auto targeted sessions:',
    '    Auto targeted: disabled',
    '    Dynamic tunnel session count: 0',
    'P2MP:',
    '    Recursive route: disabled',
    '    No rsvp tunneling: disabled',
  ];
}

const holdText = (hold: LdpConfig['targeted']['hello']['hold']): string =>
  hold === 'infinite' ? 'infinite' : String(wholeSecondsOf(hold));

/** Hellos on links: what an interface that says nothing has. */
const LINK_HELLOS = '    Link hello interval: 5, Link hello hold time: 15';

const timerLines = ({ session, targeted: { hello }, labels }: LdpConfig): readonly string[] => [
  'Timers:',
  `    Keepalive interval: ${wholeSecondsOf(session.keepalive)}, Keepalive timeout: ${wholeSecondsOf(session.hold)}`,
  LINK_HELLOS,
  `    Targeted hello interval: ${wholeSecondsOf(hello.interval)}, Targeted hello hold time: ${holdText(hello.hold)}`,
  `    Label withdraw delay: ${wholeSecondsOf(labels.withdrawDelay)}, Make before break timeout: 30`,
  '    Make before break switchover delay: 3',
  '    Link protection timeout: 120',
  'Graceful restart:',
  '    Restart: disabled, Helper: enabled, Restart in process: false',
  '    Reconnect time: 60000, Max neighbor reconnect time: 120000',
  '    Recovery time: 160000, Max neighbor recovery time: 240000',
];

function engineeringLines({ routes, interfaces }: LdpConfig): readonly string[] {
  const [unicast, labeled] = [routes.tables.includes('unicast'), routes.tables.includes('labeled')];
  const delay = Object.values(interfaces)[0]?.syncDelay;
  return [
    'Traffic Engineering:',
    `    Bgp igp: ${onOff(unicast)}`,
    `    Both ribs: ${onOff(unicast && labeled)}`,
    '    Mpls forwarding: disabled',
    'IGP:',
    `    Tracking igp metric: ${onOff(routes.trackIgpMetric)}`,
    `    Sync session up delay: ${delay === undefined ? 10 : wholeSecondsOf(delay)}`,
    'Session protection:',
    '    Session protection: disabled',
    '    Session protection timeout: 0',
  ];
}

/** How rpd shares its time out. */
const JOB = [
  'LDP Job:',
  '    Read job time quantum: 1000, Write job time quantum: 1000',
  '    Read job loop quantum: 100, Write job loop quantum: 100',
  '    Backup inbound read job time quantum: 1000, Backup outbound read job time quantum: 1000',
  '    Backup inbound read job loop quantum: 100, Backup outbound read job loop quantum: 100',
];
