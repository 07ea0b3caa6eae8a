// show line, show hosts, show tcp brief.
// Source: Cisco IOS Terminal Services command reference, "show line"; IP Addressing: DNS, "show hosts"; IP Application
// Services, "show tcp brief".

import { fromAscii } from '../../../base/bytes.ts';
import { md5 } from '../../../base/digest.ts';
import { ip4Text } from '../../../base/ip.ts';
import type { TcpState } from '../../../net/tcp/fsm.ts';
import { all, textOf } from '../compile/tree-reader.ts';
import { lookupIsOff } from '../tools/lookup.ts';
import type { Seat } from './seat.ts';

export function showLine({ running, session, memory }: Seat): readonly string[] {
  const last = Math.max(4, ...all(running, 'line vty').map(({ args }) => Number(args['last'] ?? args['first'])));
  const row = (number: number, kind: string, speed: string, at: number | undefined): string => {
    const mark = at !== undefined && (at === session || memory.seated.has(at)) ? '*' : ' ';
    const uses = at === undefined ? 0 : (memory.uses.get(at) ?? 0);
    const access = '  -    -      -    -    -';
    return `${mark}${String(number).padStart(5)} ${kind}${speed.padStart(12)}${access}${String(uses).padStart(7)}       0     0/0       -`;
  };
  return [
    '   Tty Typ     Tx/Rx    A Modem  Roty AccO AccI   Uses   Noise  Overruns   Int',
    row(0, 'CTY', '', 0),
    row(1, 'AUX', '9600/9600', undefined),
    ...Array.from({ length: last + 1 }, (_, i) => row(i + 2, 'VTY', '', i + 1)),
    '',
  ];
}

export function showHosts({ running, box }: Seat): readonly string[] {
  const domain = textOf(running, 'ip domain name', 'domain');
  const servers = all(running, 'ip name-server').map(({ args }) => args['server'] ?? '');
  const hosts = all(running, 'ip host');
  return [
    `Default domain is ${domain ?? 'not set'}`,
    `Name/address lookup uses ${lookupIsOff(box) ? 'static mappings' : 'domain service'}`,
    `Name servers are ${servers.length > 0 ? servers.join(', ') : '255.255.255.255'}`,
    '',
    'Codes: UN - unknown, EX - expired, OK - OK, ?? - revalidate',
    '       temp - temporary, perm - permanent',
    '       NA - Not Applicable None - Not defined',
    '',
    'Host                      Port  Flags      Age Type   Address(es)',
    ...hosts.map(
      ({ args }) => `${(args['name'] ?? '').padEnd(26)}None  (perm, OK)  0   IP    ${args['address'] ?? ''}`,
    ),
  ];
}

const STATES: Readonly<Record<TcpState, string>> = {
  closed: 'CLOSED',
  listen: 'LISTEN',
  'syn-sent': 'SYNSENT',
  'syn-received': 'SYNRCVD',
  established: 'ESTAB',
  'fin-wait-1': 'FINWAIT1',
  'fin-wait-2': 'FINWAIT2',
  'close-wait': 'CLOSEWAIT',
  closing: 'CLOSING',
  'last-ack': 'LASTACK',
  'time-wait': 'TIMEWAIT',
};

/** `all`: those who only hear, too. */
export function showTcpBrief({ box }: Seat, withListeners: boolean): readonly string[] {
  const tcp = box.router().tcp;
  const row = (local: string, peer: string, state: string): string => {
    // Where the control block lies in memory: nobody knows, but it is the same every time.
    const [a = 0, b = 0, c = 0] = md5(fromAscii(`${box.name} ${local} ${peer}`));
    const block = [0x66, a, b, c & 0xf8].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
    return `${block}  ${local.padEnd(27)} ${peer.padEnd(27)} ${state}`;
  };
  const open = (tcp?.connections() ?? []).map((one) =>
    row(`${ip4Text(one.local)}.${one.localPort}`, `${ip4Text(one.peer)}.${one.peerPort}`, STATES[one.state]),
  );
  const ports = [...new Set((tcp?.listeners() ?? []).map(({ port }) => port))];
  return [
    'TCB       Local Address               Foreign Address             (state)',
    ...open,
    ...(withListeners ? ports.map((port) => row(`*.${port}`, '*.*', 'LISTEN')) : []),
  ];
}
