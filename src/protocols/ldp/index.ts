// The plug-in.                                                                            RFC 5036, RFC 5443, RFC 5561

import type { ProtocolPlugin } from '../plugin.ts';
import type { LdpConfig } from './config.ts';
import { LDP_PORT } from './iana.ts';
import { LdpProcess } from './process.ts';
import { bindingRows, discoveryRows, neighborRows, processRow, syncRows } from './rows.ts';
import type { LdpEvent, LdpQueries } from './show.ts';
import type { LdpTraits } from './traits.ts';
import { ALL_ROUTERS } from './transmit.ts';

/** What cannot be said on the wire. RFC 5036 §3.5.2, §3.5.3 */
function check({ interfaces, session, targeted }: LdpConfig): readonly string[] {
  const holds = [...Object.values(interfaces).map(({ hello }) => hello), targeted.hello].map(({ hold }) => hold);
  const bad = holds.some((hold) => hold !== 'infinite' && (hold < 1_000_000 || hold >= 0xffff * 1_000_000));
  const wrong = bad ? ['LDP hello hold time'] : [];
  return session.hold < 1_000_000 || session.hold > 0xffff * 1_000_000 ? [...wrong, 'LDP session hold time'] : wrong;
}

export const ldp: ProtocolPlugin<LdpConfig, LdpTraits, LdpEvent, LdpQueries> = {
  name: 'ldp',
  hears: [
    { kind: 'udp', port: LDP_PORT, groups: [ALL_ROUTERS] },
    { kind: 'tcp', port: LDP_PORT },
  ],
  check,
  start: (context) => {
    const process = new LdpProcess(context);
    return Object.assign(process, {
      ask: {
        'ldp.processes': () => (process.ldp ? [processRow(process.ldp)] : []),
        'ldp.discovery': () => (process.ldp ? discoveryRows(process.ldp) : []),
        'ldp.neighbors': () => (process.ldp ? neighborRows(process.ldp) : []),
        'ldp.bindings': () => (process.ldp ? bindingRows(process.ldp) : []),
        'ldp.sync': () => (process.ldp ? syncRows(process.ldp) : []),
      },
    });
  },
};
