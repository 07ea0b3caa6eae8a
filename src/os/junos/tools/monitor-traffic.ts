// monitor traffic: packets that the router itself sends and hears, as they pass.    Source: captures `monitor traffic interface
// …` (header, end); "monitor traffic" (CLI reference): transit packets are not shown.

import type { Civil } from '../../../base/calendar.ts';
import type { Ip } from '../../../base/ip.ts';
import { ETHERTYPE } from '../../../net/wire/iana.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Action, ActionContext } from '../action.ts';
import { inventoryOf, physicals } from '../show/interface-facts.ts';
import { parseFilter } from './packet-filter.ts';
import { frameText, type Seen, see, type TextStyle } from './packet-text.ts';

const SIZE = 96;

export const monitorTraffic: Action = (context, { args, words }) => {
  const { box, io } = context;
  const known = physicals(inventoryOf({ ...context, ask: context.router.ask }));
  const name = args['interface'] ?? known.find(({ port }) => port?.kind.place === 'management')?.name ?? 'fxp0';
  const [port = name, unit] = name.split('.');
  const physical = known.find((one) => one.name === port);
  if (!physical) return io.print([`error: interface not found: ${name}`]);
  const filter = parseFilter(args['matching'] ?? 'ip or not ip');
  if (!filter.ok) return io.print([`error: syntax error in filter expression: ${filter.error}`]);
  const resolve = !words.includes('no-resolve');
  const detail = words.includes('detail') || words.includes('extensive');
  const size = Number(args['size'] ?? (detail ? 1514 : SIZE));
  const style: TextStyle = { resolve, detail, headers: words.includes('layer2-headers'), size };
  io.print(heading(name, size, resolve, detail), { page: false });
  const row = unit === undefined ? undefined : physical.units.find((one) => one.name === name)?.row;
  const vlan = row?.interface.vlan;
  const most = args['count'] === undefined ? undefined : Number(args['count']);
  let count = 0;
  let finish = (): void => {};
  const stop = box.capture(row?.interface.port ?? (port as PortName), ({ direction, bytes }) => {
    const seen = see(bytes);
    if (!seen || !isOwn(context, seen, direction) || !filter.value(seen)) return;
    if (unit !== undefined && seen.frame.tag?.vlan !== vlan) return;
    count++;
    const time = words.includes('no-timestamp') ? '' : `${stamp(box.clock())} `;
    io.print([`${time}${direction === 'in' ? ' In' : 'Out'} ${frameText(seen, style)}`], { page: false });
    if (count === most) finish();
  });
  const end = io.running(
    () => {
      io.write('^C\n');
      finish();
    },
    most === undefined ? { endless: true } : {},
  );
  finish = () => {
    stop();
    io.print([`${count} packets received by filter`, '0 packets dropped by kernel'], { page: false });
    end();
  };
};

function heading(name: string, size: number, resolve: boolean, detail: boolean): readonly string[] {
  return [
    ...(detail ? [] : ['verbose output suppressed, use <detail> or <extensive> for full protocol decode']),
    ...(resolve
      ? [
          'Address resolution is ON. Use <no-resolve> to avoid any reverse lookup delay.',
          'Address resolution timeout is 4s.',
        ]
      : ['Address resolution is OFF.']),
    `Listening on ${name}, capture size ${size} bytes`,
    '',
  ];
}

/** `10:00:05.093750` */
function stamp({ hour, minute, second, micro }: Civil): string {
  const [h, m, s] = [hour, minute, second].map((part) => String(part).padStart(2, '0'));
  return `${h}:${m}:${s}.${String(micro).padStart(6, '0')}`;
}

/** To or from the router itself; what it forwards for others never reaches its routing engine. */
function isOwn({ router }: ActionContext, { frame, packet }: Seen, direction: 'in' | 'out'): boolean {
  if (frame.type === ETHERTYPE.arp || frame.type === 'llc') return true;
  if (!packet) return false;
  const own = new Set<Ip>(
    Object.values(router.config?.interfaces ?? {}).flatMap(({ addresses }) => addresses.map(({ address }) => address)),
  );
  const toMany = packet.to >>> 28 === 0xe || packet.to === 0xffff_ffff;
  return direction === 'out' ? own.has(packet.from) : own.has(packet.to) || toMany;
}
