// The plug-in.                                                                              RFC 3768, RFC 5798

import type { ProtocolPlugin } from '../plugin.ts';
import type { VrrpConfig } from './config.ts';
import { GROUP, PRIORITY, PROTOCOL } from './iana.ts';
import { VrrpProcess } from './process.ts';
import type { VrrpEvent, VrrpQueries } from './show.ts';

/** RFC 5798 §6.1. */
function check({ groups }: VrrpConfig): readonly string[] {
  return groups.flatMap(({ group, priority, interval, threshold }) => {
    const wrong: string[] = [];
    if (group < 1 || group > 255) wrong.push(`VRRP group ${group}`);
    if (priority < PRIORITY.lowest || priority > PRIORITY.owner) wrong.push(`VRRP priority ${priority}`);
    if (interval <= 0 || threshold < 1) wrong.push('VRRP interval');
    return wrong;
  });
}

export const vrrp: ProtocolPlugin<VrrpConfig, undefined, VrrpEvent, VrrpQueries> = {
  name: 'vrrp',
  hears: [{ kind: 'ip', protocol: PROTOCOL, groups: [GROUP] }],
  check,
  start: (context) => {
    const process = new VrrpProcess(context);
    return Object.assign(process, {
      ask: {
        'vrrp.groups': (asked: VrrpQueries['vrrp.groups']['args']) => process.groups(asked),
        'vrrp.interfaces': (asked: VrrpQueries['vrrp.interfaces']['args']) => process.interfaces(asked),
      },
    });
  },
};
