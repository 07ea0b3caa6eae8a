// clock set: the box's clock, set by hand.
// Source: Cisco IOS Basic System Management command reference, "clock set"; system messages guide, SYS-6-CLOCKUPDATE.

import { epochSeconds, MONTHS } from '../../../base/calendar.ts';
import type { Match } from '../../../language/spec.ts';
import { whoText } from '../tools/clear.ts';
import { moment } from './configuration-text.ts';
import type { Seat } from './seat.ts';

export function clockSet(seat: Seat, { args }: Match): void {
  const { box } = seat;
  const [hour = 0, minute = 0, second = 0] = (args['time'] ?? '').split(':').map(Number);
  const month = (MONTHS as readonly string[]).indexOf(args['month'] ?? '') + 1;
  const then = { year: Number(args['year']), month, day: Number(args['day']), hour, minute, second };
  const before = moment(box.clock());
  box.setClock(epochSeconds(then) * 1_000_000);
  const text = `%SYS-6-CLOCKUPDATE: System clock has been updated from ${before} to ${moment(box.clock())}, configured from ${seat.session === 0 ? 'console' : 'vty'} by ${whoText(seat)}.`;
  box.say({ severity: 6, text });
}
