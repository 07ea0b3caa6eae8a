// show terminal.            Source: Cisco IOS Configuration Fundamentals command reference, "show terminal"

import { since } from '../../../sim/time.ts';
import { ageText } from '../show/age.ts';
import { hours } from './hours.ts';
import type { Seat } from './seat.ts';

export function showTerminal(seat: Seat): readonly string[] {
  const line =
    seat.session === 0 ? 'Line 0, Location: "", Type: ""' : `Line ${seat.session + 1}, Location: "", Type: ""`;
  const patience = seat.patience === 0 ? 'never' : hours(seat.patience);
  return [
    line,
    `Length: ${seat.pageLength} lines, Width: ${seat.width} columns`,
    'Baud rate (TX/RX) is 9600/9600, no parity, 1 stopbits, 8 databits',
    'Status: PSI Enabled, Ready, Active, Automore On',
    'Capabilities: none',
    'Modem state: Ready',
    'Special Chars: Escape  Hold  Stop  Start  Disconnect  Activation',
    '                ^^x    none   -     -       none         ',
    'Timeouts:      Idle EXEC    Idle Session   Modem Answer  Session   Dispatch',
    `               ${patience.padEnd(16)}never                        none     not set`,
    '                            Idle Session Disconnect Warning',
    '                              never ',
    '                            Login-sequence User Response',
    '                             00:00:30',
    '                            Autoselect Initial Wait',
    '                              not set ',
    'Modem type is unknown.',
    'Session limit is not set.',
    `Time since activation: ${ageText(since(seat.box.logins.get(seat.session)?.since ?? seat.box.now, seat.box.now))}`,
    'Editing is enabled.',
    `History is enabled, history size is ${seat.historyDepth}.`,
    'DNS resolution in show commands is enabled',
    'Full user help is disabled',
    'Allowed input transports are none.',
    'Allowed output transports are telnet ssh.',
    'Preferred transport is telnet.',
    'No output characters are padded',
    'No special data dispatching characters',
  ];
}
