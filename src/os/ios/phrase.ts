// What IOS logs of events.
// Source: Cisco IOS System Messages (LINK, LINEPROTO, IP, BGP); captured logs of IOS 15.x (order and pause of LINK and
// LINEPROTO; `%BGP-4-NORTRID`); genieparser ShowLogging.

import { ipText } from '../../base/ip.ts';
import { macDots } from '../../base/mac.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Md5Failure } from '../../net/tcp/signature.ts';
import { seconds } from '../../sim/time.ts';
import type { Box, LogLine } from '../os.ts';
import { vrfIdOf } from './show/vrf-facts.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

/** The lines that an event makes, oldest first; none for what IOS keeps to itself. */
export function phrase(event: DeviceEvent, box: Box): readonly LogLine[] {
  switch (event.kind) {
    case 'port':
      return [portLine(event.port, event.state)];
    case 'interface':
      return interfaceLines(event, box);
    case 'duplicate-address': {
      const what = `Duplicate address ${ipText(event.address)} on ${event.interface}`;
      return [{ severity: 4, text: `%IP-4-DUPADDR: ${what}, sourced by ${macDots(event.mac)}` }];
    }
    case 'bgp-no-router-id':
      return [{ severity: 4, text: '%BGP-4-NORTRID: BGP could not pick a router-id. Please configure manually.' }];
    case 'md5-missing':
    case 'md5-wrong':
      return [badDigest(event, box)];
    case 'md5-unexpected':
    case 'bfd-session':
    case 'ldp-session':
    case 'ldp-adjacency':
    case 'ldp-sync':
    case 'ldp-no-labels':
    case 'unstable':
      return [];
  }
}

function badDigest(event: Md5Failure, box: Box): LogLine {
  const fault = event.kind === 'md5-missing' ? 'No' : 'Invalid';
  const ends = `from ${ipText(event.from)}(${event.fromPort}) to ${ipText(event.to)}(${event.toPort})`;
  return { severity: 6, text: `%TCP-6-BADAUTH: ${fault} MD5 digest ${ends} tableid - ${vrfIdOf(box, event.vrf)}` };
}

function portLine(name: string, state: Of<'port'>['state']): LogLine {
  if (state === 'disabled')
    return { severity: 5, text: `%LINK-5-CHANGED: Interface ${name}, changed state to administratively down` };
  return { severity: 3, text: `%LINK-3-UPDOWN: Interface ${name}, changed state to ${state}` };
}

/** The line protocol follows its link by a second. Sub-interfaces say nothing (`logging event subif-link-status`). */
function interfaceLines(event: Of<'interface'>, box: Box): readonly LogLine[] {
  const { interface: name, up } = event;
  if (name.includes('.') || name.startsWith('Null')) return [];
  const protocol: LogLine = {
    severity: 5,
    text: `%LINEPROTO-5-UPDOWN: Line protocol on Interface ${name}, changed state to ${up ? 'up' : 'down'}`,
    after: seconds(1),
  };
  if (!name.startsWith('Loopback')) return [protocol];
  if (!up) return [portLine(name, 'disabled'), protocol];
  return wasShut(name, box) ? [portLine(name, 'up'), protocol] : [protocol];
}

/** A loopback that is new has no link to speak of; one that was shut or removed before comes up like a port. */
function wasShut(name: string, box: Box): boolean {
  const { text } = portLine(name, 'disabled');
  return box.log.some((entry) => entry.text === text);
}
