// show vrrp detail, show vrrp extensive.
// Source: captures `show vrrp detail` of a master and of a backup with route tracking, SRX, Junos 24.4; CLI reference, "show vrrp"
// (extensive: statistics of the interface and of the group; interface tracking).

import { ip4Text } from '../../../base/ip.ts';
import { macColons } from '../../../base/mac.ts';
import type { VrrpDrop, VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import type { IfName } from '../../../route/names.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { inventoryOf, unitIndexOf, unitSnmpOf } from './interface-facts.ts';
import { faceText, intervalText, stateText, uptimeText } from './vrrp-words.ts';

const yes = (on: boolean): string => (on ? 'yes' : 'no');

export function detailLines(context: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { config, priority, owner } = row;
  const face = context.ask('interfaces', { name: config.on })[0]?.interface;
  const dot = config.on.lastIndexOf('.');
  const vlan = face?.vlan === undefined ? '' : ` Vlan-id: ${face.vlan},`;
  const own = face?.addresses.find(({ address }) => address === config.local);
  const address = own && config.local !== undefined ? `${ip4Text(config.local)}/${own.length}` : '';
  const inventory = inventoryOf(context);
  const index = `Index: ${unitIndexOf(inventory, config.on) ?? 0}, SNMP ifIndex: ${unitSnmpOf(inventory, config.on) ?? 0}`;
  const vips = config.addresses.map(ip4Text).join(', ');
  const secured = config.password === undefined ? 'none' : 'simple';
  const accepts = config.accept || owner;
  return [
    `Physical interface: ${config.on.slice(0, dot)}, Unit: ${config.on.slice(dot + 1)},${vlan} Address: ${address}`,
    `  ${index}, VRRP-Traps: disabled, VRRP-Version: ${config.version}`,
    `  Interface state: ${faceText(row)}, Group: ${config.group}, State: ${stateText(row)}, VRRP Mode: Active`,
    `  Priority: ${priority}, Advertisement interval: ${intervalText(config.interval)}, Authentication type: ${secured}`,
    `  Advertisement threshold: ${config.threshold}, Computed send rate: 0`,
    `  Preempt: ${yes(config.preempt !== undefined)}, Accept-data mode: ${yes(accepts)}, VIP count: ${config.addresses.length}, VIP: ${vips}`,
    ...stateLines(context.now, row),
    '  Preferred: yes',
    ...trackingLines(context, row),
  ];
}

const left = (now: Micros, at: Micros | undefined): string => (since(now, at ?? now) / 1_000_000).toFixed(3);

function stateLines(now: Micros, row: VrrpGroupRow): readonly string[] {
  const { state, master, advertiseAt, masterDownAt, preemptAt, upSince, mac } = row;
  if (state === 'init') return [];
  const uptime = `  Virtual router uptime: ${uptimeText(since(upSince ?? now, now))}`;
  if (state === 'master')
    return [
      `  Advertisement Timer: ${left(now, advertiseAt)}s, Master router: ${master ? ip4Text(master.address) : ''}`,
      `${uptime}, Master router uptime: ${uptimeText(since(row.since, now))}`,
      `  Virtual Mac: ${macColons(mac)}`,
    ];
  const known = master ? `, Master priority: ${master.priority}, Master router: ${ip4Text(master.address)}` : '';
  const hold = preemptAt === undefined ? [] : [`  Preempt hold time remaining: ${left(now, preemptAt)}s`];
  return [`  Dead timer: ${left(now, masterDownAt)}s${known}`, ...hold, uptime];
}

/** The short speed of a socket: `1g`, `400m`. */
function speedText(kbps: number): string {
  if (kbps >= 1_000_000) return `${Math.floor(kbps / 1_000_000)}g`;
  return kbps >= 1_000 ? `${Math.floor(kbps / 1_000)}m` : `${kbps}k`;
}

/** What is known of a tracked interface. */
export function linkFacts({ ask }: ViewContext, name: string): { readonly up: boolean; readonly speed: string } {
  const faces = ask('interfaces', {})
    .map((row) => row.interface)
    .filter((face) => face.name === name || face.port === name);
  const [first] = faces;
  return { up: faces.some(({ up }) => up), speed: speedText(first?.bandwidthKbps ?? 0) };
}

export function trackingLines(context: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { tracks, config, priority, priorityAt } = row;
  if (tracks.length === 0) return ['  Tracking: disabled'];
  const faces = tracks.filter(({ object }) => !object.includes(' '));
  const routes = tracks.filter(({ object }) => object.includes(' '));
  const { raise } = config.priorityHold;
  const waits = priorityAt === undefined ? '' : `, Remaining-time: ${left(context.now, priorityAt)}`;
  const hold = raise === 0 ? 'disabled' : `${raise / 1_000_000} secs${waits}`;
  const faceLine = ({ object, effect, state }: VrrpGroupRow['tracks'][number]): string => {
    const { up, speed } = linkFacts(context, object);
    const cost = state === 'down' ? effect : 0;
    return `      ${object.padEnd(14)}${(up ? 'up' : 'down').padEnd(12)}${speed.padStart(9)}${String(cost).padStart(25)}`;
  };
  const routeLine = ({ object, effect, state }: VrrpGroupRow['tracks'][number]): string => {
    const [prefix = '', instance = ''] = object.split(' ');
    return `      ${prefix.padEnd(20)}${instance.padEnd(13)}${(state === 'up' ? 'up' : 'unknown').padEnd(16)}${String(effect).padStart(14)}`;
  };
  return [
    '  Tracking: enabled',
    `    Current priority: ${priority}, Configured priority: ${config.priority}`,
    `    Priority hold time: ${hold}`,
    `    Interface tracking: ${faces.length === 0 ? 'disabled' : `enabled, Interface count: ${faces.length}`}`,
    ...(faces.length === 0
      ? []
      : ['      Interface     Int state   Int speed   Incurred priority cost', ...faces.map(faceLine)]),
    `    Route tracking: ${routes.length === 0 ? 'disabled' : `enabled, Route count: ${routes.length}`}`,
    ...(routes.length === 0
      ? []
      : ['      Route               VRF name     Route state      Priority cost', ...routes.map(routeLine)]),
  ];
}

export function extensiveLines(context: ViewContext, rows: readonly VrrpGroupRow[]): readonly string[] {
  const names = [...new Set(rows.map(({ config }) => config.on))];
  const inventory = inventoryOf(context);
  return names.flatMap((name) => {
    const mine = rows.filter(({ config }) => config.on === name);
    const active = mine.filter(({ state }) => state === 'master').length;
    const index = unitIndexOf(inventory, name) ?? 0;
    return [
      `Interface: ${name}, Interface index: ${index}, Groups: ${mine.length}, Active :${active}`,
      ...faceStatistics(context, name),
      '',
      ...mine.flatMap((row) => [
        ...detailLines(context, row).map((line) => `  ${line}`),
        ...groupStatistics(row).map((line) => `  ${line}`),
        '',
      ]),
    ];
  });
}

const counted = (title: string, count: number): string => `${title.padEnd(46)}:${count}`;

function faceStatistics(context: ViewContext, name: IfName): readonly string[] {
  const [row] = context.ask('vrrp.interfaces', { on: name });
  const dropped = (reason: VrrpDrop): number => row?.drops.get(reason) ?? 0;
  return [
    '  Interface VRRP PDU statistics',
    counted('    Advertisement sent', row?.sent ?? 0),
    counted('    Advertisement received', row?.received ?? 0),
    counted('    Packets received', row?.packets ?? 0),
    counted('    No group match received', dropped('no group')),
    '  Interface VRRP PDU error statistics',
    counted('    Invalid IPAH next type received', 0),
    counted('    Invalid VRRP TTL value received', dropped('ttl')),
    counted('    Invalid VRRP version received', dropped('version')),
    counted('    Invalid VRRP PDU type received', dropped('type')),
    counted('    Invalid VRRP authentication type received', 0),
    counted('    Invalid VRRP IP count received', dropped('address count') + dropped('short') + dropped('length')),
    counted('    Invalid VRRP checksum received', dropped('checksum')),
  ];
}

function groupStatistics({ sent, received, drops, transitions }: VrrpGroupRow): readonly string[] {
  const dropped = (reason: VrrpDrop): number => drops.get(reason) ?? 0;
  const line = (title: string, count: number): string => `    ${title.padEnd(40)}:${count}`;
  const change = (name: string): number => transitions[name]?.count ?? 0;
  return [
    '  Group VRRP PDU statistics',
    line('Advertisement sent', sent[2] + sent[3]),
    line('Advertisement received', received[2] + received[3]),
    '  Group VRRP PDU error statistics',
    line('Bad authentication type received', dropped('authentication type')),
    line('Bad password received', dropped('password')),
    line('Bad MD5 digest received', 0),
    line('Bad advertisement timer received', dropped('interval')),
    line('Bad VIP count received', dropped('virtual address count')),
    line('Bad VIPADDR received', dropped('virtual addresses')),
    '  Group state transition statistics',
    line('Idle to master transitions', change('init-master')),
    line('Idle to backup transitions', change('init-backup')),
    line('Backup to master transitions', change('backup-master')),
    line('Master to backup transitions', change('master-backup')),
  ];
}
