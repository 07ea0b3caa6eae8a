// show isis overview, hostname, statistics, authentication
// Source: captures of vMX and vQFX (public labs) of each of them.

import { ip4Text } from '../../../base/ip.ts';
import type { AuthConfig, IsisConfig, Level } from '../../../protocols/isis/config.ts';
import type { IsisCircuitRow } from '../../../protocols/isis/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { routerIdOf } from './configured.ts';
import { comparePhysical } from './interface-facts.ts';
import { type IsisScene, withIsis } from './isis-facts.ts';

const LEVELS: readonly Level[] = [1, 2];
const wordOf = (on: boolean): string => (on ? 'enabled' : 'disabled');

function spfText({ level }: IsisConfig): string {
  const { spf } = level[2];
  if (spf.kind !== 'rapid') return '';
  return `SPF delay: ${spf.delay / 1000} msec, SPF holddown: ${spf.pause / 1000} msec, SPF rapid runs: ${spf.runs}`;
}

function levelLines(context: ViewContext, config: IsisConfig, level: Level): readonly string[] {
  const preferences = context.ask('vrfs', {}).find(({ name }) => name === config.vrf)?.preferences;
  const narrow = config.level[level].send === 'wide' ? '' : ', Narrow metrics are enabled';
  return [
    `  Level ${level}`,
    `    Internal route preference: ${preferences?.[`isis.l${level}`]}`,
    `    External route preference: ${preferences?.[`isis.l${level}.ext`]}`,
    `    Prefix export count: ${exported(context, config, level)}`,
    `    Wide metrics are enabled${narrow}`,
  ];
}

/** Prefixes of other protocols that this router's own LSPs tell, as far as narrow metrics tell them apart. */
function exported(context: ViewContext, { name }: IsisConfig, level: Level): number {
  const lsps = context.ask('isis.database', { instance: name, level })[0]?.lsps ?? [];
  return lsps
    .filter((lsp) => lsp.own)
    .flatMap(({ tlvs }) => tlvs.flatMap((tlv) => (tlv.kind === 'ip-external' ? tlv.prefixes : []))).length;
}

export const showIsisOverview: View = (context, match) =>
  withIsis(context, match, ({ config, row, instance }) => {
    const { overload, nlpids } = config;
    const overloaded = row.overloaded
      ? [`  Overload bit at startup is ${overload.when === 'always' ? 'set' : 'set for a time'}`]
      : [];
    return [
      `Instance: ${instance}`,
      `  Router ID: ${ip4Text(config.routerId ?? routerIdOf(context, config.vrf))}`,
      ...(config.hostname === undefined ? [] : [`  Hostname: ${config.hostname}`]),
      `  Sysid: ${row.system}`,
      ...row.areas.map((area) => `  Areaid: ${area}`),
      '  Adjacency holddown: enabled',
      '  Maximum Areas: 3',
      `  LSP life time: ${config.lspLifetimeSeconds}`,
      ...overloaded,
      `  Attached bit evaluation: ${wordOf(config.attached.accept)}`,
      `  ${spfText(config)}`,
      `  IPv4 is ${wordOf(nlpids.includes(0xcc))}, IPv6 is ${wordOf(nlpids.includes(0x8e))}`,
      '  Traffic engineering: enabled',
      '  Traffic engineering v6: disabled',
      '  Restart: Disabled',
      '    Helper mode: Enabled',
      '  Layer2-map: Disabled',
      '  Source Packet Routing (SPRING): Disabled',
      '  Post Convergence Backup: Disabled',
      ...LEVELS.flatMap((level) => levelLines(context, config, level)),
    ];
  });

export const showIsisHostname: View = (context, match) =>
  withIsis(context, match, ({ instance }) => [
    'IS-IS hostname database:',
    'System ID      Hostname                                         Type',
    ...context
      .ask('isis.hostnames', { instance })
      .map(({ system, hostname, own }) => `${system} ${hostname.padEnd(49)}${(own ? 'Static' : 'Dynamic').padEnd(8)}`),
  ]);

interface Counted {
  readonly received: number;
  readonly sent: number;
  readonly again: number;
}

function countsOf(rows: readonly IsisCircuitRow[], kind: 'lsp' | 'hello' | 'csnp' | 'psnp'): Counted {
  const totals = { received: 0, sent: 0, again: 0 };
  for (const { levels, p2pHellos } of rows) {
    for (const level of levels) {
      totals.received += level.traffic[kind].received;
      totals.sent += level.traffic[kind].sent;
      if (kind === 'lsp') totals.again += level.retransmissions;
    }
    if (kind !== 'hello') continue;
    totals.received += p2pHellos.received;
    totals.sent += p2pHellos.sent;
  }
  return totals;
}

const countLine = (name: string, numbers: readonly number[]): string =>
  `${name.padEnd(10)}${numbers.map((number, i) => String(number).padStart(i === 0 ? 13 : 13)).join('')}`;

/** What was thrown away is counted beside the kinds: it was not always clear what it was. */
function dropsOf({ row }: IsisScene, circuits: readonly IsisCircuitRow[]): number {
  const all = [row.drops, ...circuits.map(({ drops }) => drops)];
  return all.reduce((total, drops) => total + [...drops.values()].reduce((a, b) => a + b, 0), 0);
}

export const showIsisStatistics: View = (context, match) =>
  withIsis(context, match, (scene) => {
    const { names, row, instance } = scene;
    const circuits = context.ask('isis.circuits', { instance });
    const drops = dropsOf(scene, circuits);
    const kinds = [
      ['LSP', countsOf(circuits, 'lsp')],
      ['IIH', countsOf(circuits, 'hello')],
      ['CSNP', countsOf(circuits, 'csnp')],
      ['PSNP', countsOf(circuits, 'psnp')],
    ] as const;
    const sum = (of: (one: Counted) => number): number => kinds.reduce((total, [, one]) => total + of(one), 0);
    const [received, sent, again] = [sum((one) => one.received), sum((one) => one.sent), sum((one) => one.again)];
    const counters = row.levels.map((level) => level.counters);
    const total = (of: (one: (typeof counters)[number]) => number): number =>
      counters.reduce((a, one) => a + of(one), 0);
    return [
      `IS-IS statistics for ${names.system(row.system)}:`,
      'PDU type       Received    Processed        Drops         Sent       Rexmit',
      ...kinds.map(([name, one]) => countLine(name, [one.received, one.received, 0, one.sent, one.again])),
      countLine('Unknown', [drops, 0, drops, 0, 0]),
      countLine('Totals', [received + drops, received, drops, sent, again]),
      '',
      `Total packets received: ${received + drops} Sent: ${sent}`,
      '',
      'SNP queue length: 0 Drops: 0',
      'LSP queue length: 0 Drops: 0',
      `SPF runs: ${total((one) => one.spfRuns)}`,
      'Flex Algo Full SPF runs: 0',
      'Flex Algo Partial SPF runs: 0',
      `Fragments rebuilt: ${total((one) => one.lspsOriginated)}`,
      `LSP regenerations: ${total((one) => one.lspsRefreshed)}`,
      `Purges initiated: ${total((one) => one.lspsPurged)}`,
    ];
  });

function authText(auth: AuthConfig | undefined): string {
  if (!auth?.send) return 'None';
  return auth.send.algorithm === 'password' ? 'Simple' : auth.send.algorithm === 'hmac-md5' ? 'MD5' : 'HMAC-SHA-1';
}

export const showIsisAuthentication: View = (context, match) =>
  withIsis(context, match, ({ config, instance }) => {
    const rows = [...context.ask('isis.circuits', { instance })]
      .filter(({ interface: view }) => view.kind !== 'loopback')
      .sort((a, b) => comparePhysical(a.interface.name, b.interface.name));
    const lines = rows.flatMap((row) =>
      row.levels.map(({ level }) => {
        const { csnp, psnp } = config.level[level].auth;
        const words = [authText(row.config.level[level].auth), authText(csnp), authText(psnp)];
        const [iih = '', csn = '', psn = ''] = words;
        return `${row.interface.name.padEnd(22)}${level}     ${iih.padEnd(10)}${csn.padEnd(10)}${psn.padEnd(8)}`;
      }),
    );
    return [
      'Interface             Level IIH Auth  CSN Auth  PSN Auth',
      ...lines,
      '',
      ...config.levels.map((level) => `L${level} LSP Authentication: ${authText(config.level[level].auth.lsp)}`),
    ];
  });
