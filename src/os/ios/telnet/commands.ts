// telnet, resume, disconnect, clear line: what is typed of connections.
// Source: Cisco IOS Terminal Services command reference; captures (`clear line vty 0`: `[confirm]`, ` [OK]`).

import type { Ip4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Seat } from '../shell/seat.ts';
import { lookup, lookupIsOff } from '../tools/lookup.ts';
import { sourceInterface } from '../tools/source.ts';
import { TELNET_PORT } from './server.ts';
import { disconnect as hangUp } from './sessions.ts';

/** telnet HOST [PORT] [/vrf NAME] [/source-interface NAME] */
export function telnet(seat: Seat, found: Match): void {
  const { host = '', port, vrf, interface: name } = found.args;
  const context = seat.context;
  const place = (vrf ?? MAIN) as VrfName;
  if (context.router.config?.vrfs[place] === undefined) {
    seat.io.print([`% VRF ${place} does not exist`]);
    return;
  }
  const source = name === undefined ? undefined : sourceInterface(context, place, name, 'telnet');
  if (source && 'error' in source) seat.io.print([source.error]);
  else call(seat, host, { port: Number(port ?? TELNET_PORT), vrf: place, from: source?.address });
}

/** Looks the host up and calls him. */
export function call(
  seat: Seat,
  host: string,
  how: { readonly port: number; readonly vrf: VrfName; readonly from: Ip4 | undefined },
): void {
  const isXe = seat.train.startsWith('16');
  const asksNobody = lookupIsOff(seat.box);
  lookup(seat.context, host, (address) => {
    if (address !== undefined) {
      const name = /^[\d.]+$/.test(host) ? undefined : host;
      seat.sessions.call(seat.box, seat.session, seat.io, { ...how, name, address });
      return;
    }
    const tried = [`Translating "${host}"`, ''];
    if (!asksNobody) seat.io.print(['']);
    else if (!isXe) seat.io.print([...tried, ...tried]);
    seat.io.print(isXe ? [BAD_NAME + UNKNOWN] : [BAD_NAME, UNKNOWN]);
  });
}

const BAD_NAME = '% Bad IP address or host name';
const UNKNOWN = '% Unknown command or computer name, or unable to find computer address';

export function resume(seat: Seat, found: Match): void {
  const { number } = found.args;
  if (!seat.sessions.resume(seat.io, number === undefined ? undefined : Number(number)))
    seat.io.print([number === undefined ? '% No current connection' : '% Invalid connection number']);
}

export const disconnect = (seat: Seat, found: Match): void => hangUp(seat.sessions, seat.io, found);

/** clear line NUMBER | console 0 | vty NUMBER: whoever sits there is out. */
export function clearLine(seat: Seat, found: Match): void {
  const { vty, number } = found.args;
  // Lines are counted through: 0 is the console, 1 the auxiliary port, 2 the first vty.
  const counted = Number(number ?? 0);
  const session = vty !== undefined ? Number(vty) + 1 : counted === 0 ? 0 : counted - 1;
  seat.io.askKey('[confirm]', (key) => {
    seat.io.write('\n');
    if (key !== 'enter' && key.toLowerCase() !== 'y') return;
    seat.io.print([' [OK]']);
    if (counted !== 1) seat.system.memory(seat.box).seats.get(session)?.end();
  });
}
