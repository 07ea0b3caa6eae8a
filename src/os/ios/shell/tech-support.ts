// show tech-support: one view after the other, as support engineers ask for them.
// Source: Cisco IOS Configuration Fundamentals command reference, "show tech-support" (its titles between dashes).

import { match } from '../../../language/match.ts';
import type { Match } from '../../../language/spec.ts';
import { tokenize } from '../../../language/tokens.ts';
import { TOKEN_STYLE } from '../read.ts';
import type { Seat } from './seat.ts';

const PARTS = [
  'show clock',
  'show version',
  'show running-config',
  'show logging',
  'show users',
  'show interfaces',
  'show ip interface',
  'show ip interface brief',
  'show ip arp',
  'show ip route',
  'show ip protocols',
  'show ip cef',
  'show vrf detail',
  'show tcp brief all',
  'show archive',
  'show flash:',
];

export function showTechSupport(
  seat: Seat,
  view: (name: string, found: Match) => readonly string[],
): readonly string[] {
  const { system, live } = seat;
  return PARTS.flatMap((command) => {
    const found = match(system.privileged, tokenize(command, TOKEN_STYLE), system.types, live);
    if (!found.ok || found.value.spec.effect.kind !== 'show') return [];
    const lines = view(found.value.spec.effect.view, found.value);
    return ['', `------------------ ${command} ------------------`, '', ...lines, ''];
  });
}
