// show tcp brief [all].        Source: printouts of IOS 15 and XE (`TCB       Local Address …`, `10B83578  15.1.1.2.179 …`)

import { ip4Text } from '../../../base/ip.ts';
import type { View } from '../../os.ts';
import { said } from './said.ts';

const TITLE = 'TCB       Local Address               Foreign Address             (state)';

const STATES: Readonly<Record<string, string>> = {
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

/** Addresses of control blocks as printed, in steps of those seen. */
const block = (index: number): string => (0x10b83578 + index * 0x70).toString(16).toUpperCase().padEnd(10);

export const showTcpBrief: View = (context, match) => {
  const rows = context.ask('tcp', {});
  const open = rows.map(
    ({ index, local, localPort, peer, peerPort, status }) =>
      block(index) +
      `${ip4Text(local)}.${localPort}`.padEnd(27) +
      `${ip4Text(peer)}.${peerPort}`.padEnd(28) +
      (STATES[status.state] ?? status.state.toUpperCase()),
  );
  const heard = said(match, 'all')
    ? context
        .ask('tcp.listeners', {})
        .map(({ port }, i) => `${block(rows.length + i)}${`0.0.0.0.${port}`.padEnd(27)}${'*.*'.padEnd(28)}LISTEN`)
    : [];
  return open.length + heard.length === 0 ? [] : [TITLE, ...open, ...heard];
};
