// What a PC shows. Forms: VPCS 0.8 transcripts in public lab notes.

import { ip4Text, parseIp4 } from '../../base/ip.ts';
import { type Mac, macColons } from '../../base/mac.ts';
import { wholeSeconds } from '../../sim/time.ts';
import type { View, ViewContext } from '../os.ts';
import { statement } from './compile.ts';

const VERSION = 'Labelstack PC, version 1.0';

function arp({ ask, now }: ViewContext): readonly string[] {
  const rows = ask('arp', {}).filter((row) => !row.own && row.mac !== undefined);
  if (rows.length === 0) return ['arp table is empty', ''];
  const line = (row: (typeof rows)[number]): string => {
    const left = row.expires === undefined ? 0 : wholeSeconds((row.expires - now) as typeof now);
    return `${macColons(row.mac as Mac)}  ${ip4Text(row.address)} expires in ${left} seconds `;
  };
  return ['', ...rows.map(line), ''];
}

function ip({ box }: ViewContext): readonly string[] {
  const typed = statement(box.store.running, 'ip');
  const gateway = parseIp4(typed?.args['gateway'] ?? '');
  return [
    '',
    `NAME        : ${box.hostname}[1]`,
    `IP/MASK     : ${typed?.args['address'] ?? '0.0.0.0/0'}`,
    `GATEWAY     : ${gateway === undefined ? '0.0.0.0' : ip4Text(gateway)}`,
    'DNS         : ',
    `MAC         : ${macColons(box.chassis.macBase)}`,
    'MTU         : 1500',
    '',
  ];
}

function summary({ box }: ViewContext): readonly string[] {
  const typed = statement(box.store.running, 'ip');
  const cells = [box.hostname, typed?.args['address'] ?? '0.0.0.0/0', typed?.args['gateway'] ?? '0.0.0.0'];
  const row = (name: string, address: string, gateway: string, mac: string): string =>
    `${name.padEnd(6)} ${address.padEnd(20)} ${gateway.padEnd(17)} ${mac}`;
  const [name = '', address = '', gateway = ''] = cells;
  return [
    '',
    row('NAME', 'IP/MASK', 'GATEWAY', 'MAC'),
    row(name, address, gateway, macColons(box.chassis.macBase)),
    '',
  ];
}

export const views: Readonly<Record<string, View>> = {
  arp,
  facts: (context, { words }) => {
    if (words.includes('arp')) return arp(context);
    if (words.includes('ip')) return ip(context);
    return words.includes('version') ? [VERSION, ''] : summary(context);
  },
  version: () => [VERSION, ''],
};
