// What IOS logs of VRRP groups and tracked objects.
// Source: captured logs (`%VRRP-6-STATECHANGE: Gi0/1 Grp 1 state Backup -> Master`, IOSv; `Fa0/0 Grp 10 state Master ->
// Disable`, IOS 12.4: the group was taken out of service, `Init`: its interface is down; `%TRACK-6-STATE: 1 interface Gi0/2
// line-protocol Up -> Down`, `10 list boolean and Up -> Down`, IOSv).

import { ip4Text } from '../../base/ip.ts';
import type { DeviceEvent } from '../../device/events.ts';
import type { Tracked } from '../../protocols/track/config.ts';
import type { LogLine } from '../os.ts';
import { shortName } from './show/short-name.ts';

type Of<K extends DeviceEvent['kind']> = Extract<DeviceEvent, { readonly kind: K }>;

const STATES = { init: 'Init', backup: 'Backup', master: 'Master' } as const;

export function redundancyLines(event: Of<'vrrp-state' | 'vrrp-refused' | 'track'>): readonly LogLine[] {
  if (event.kind === 'track') return trackLines(event);
  return event.kind === 'vrrp-state' ? [stateLine(event)] : refusedLines(event);
}

/** System Messages, VRRP-4-BADAUTHTYPE (a log of IOS 15.x: `… from 192.168.1.2, group 1, type 0, expected 254.`). */
function refusedLines({ group, from, reason, got, expected }: Of<'vrrp-refused'>): readonly LogLine[] {
  if (reason !== 'authentication type') return [];
  const text = `Bad authentication from ${ip4Text(from)}, group ${group}, type ${got}, expected ${expected}.`;
  return [{ severity: 4, text: `%VRRP-4-BADAUTHTYPE: ${text}` }];
}

/** Version 3 has words of its own (IOS 15.x: `%VRRP-6-STATE: Vlan22 IPv4 group 22 state INIT -> BACKUP`). */
function stateLine({ on, group, version, before, state, reason }: Of<'vrrp-state'>): LogLine {
  if (version === 3) {
    const change = `${before.toUpperCase()} -> ${state.toUpperCase()}`;
    return { severity: 6, text: `%VRRP-6-STATE: ${on} IPv4 group ${group} state ${change}` };
  }
  const stopped = state === 'init' && reason !== 'interface-down' && reason !== 'tracked-down';
  const change = `${STATES[before]} -> ${stopped ? 'Disable' : STATES[state]}`;
  return { severity: 6, text: `%VRRP-6-STATECHANGE: ${shortName(on)} Grp ${group} state ${change}` };
}

/** An object that was made or taken away says nothing. */
function trackLines({ object, what, before, state }: Of<'track'>): readonly LogLine[] {
  if (before === 'undefined' || state === 'undefined') return [];
  const said = (up: boolean): string => (up ? 'Up' : 'Down');
  return [
    {
      severity: 6,
      text: `%TRACK-6-STATE: ${object} ${subjectOf(what)} ${said(before === 'up')} -> ${said(state === 'up')}`,
    },
  ];
}

function subjectOf(what: Tracked): string {
  switch (what.kind) {
    case 'interface':
      return `interface ${shortName(what.on)} ${what.what === 'line' ? 'line-protocol' : 'ip routing'}`;
    case 'route':
      return `ip route ${what.prefix.text} reachability`;
    case 'probe':
      return `ip sla ${what.name} ${what.asked}`;
    case 'list':
      return `list boolean ${what.boolean}`;
    case 'port':
    case 'fixed':
      return 'stub-object';
  }
}
