// What names a connection, and the keys made of it.   RFC 9293 §3.3.1

import { type Ip4, ip4Text } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';

/** Both sockets, and the VRF they are in. */
export interface Endpoints {
  readonly vrf: VrfName;
  readonly local: Ip4;
  readonly localPort: number;
  readonly peer: Ip4;
  readonly peerPort: number;
}

/** `wait` serves FIN-WAIT-2 and TIME-WAIT. */
export type TcpTimer = 'retransmit' | 'persist' | 'ack' | 'wait';

export const TCP_TIMERS: readonly TcpTimer[] = ['retransmit', 'persist', 'ack', 'wait'];

/** For finding a connection; made for every segment, so numbers stay numbers. */
export const connectionKey = (vrf: VrfName, local: Ip4, localPort: number, peer: Ip4, peerPort: number): string =>
  `${local} ${peer} ${localPort * 65536 + peerPort} ${vrf}`;

export const endsKey = (ends: Endpoints): string =>
  connectionKey(ends.vrf, ends.local, ends.localPort, ends.peer, ends.peerPort);

export const listenerKey = (vrf: VrfName, port: number): string => `${port} ${vrf}`;

/** `net/tcp/retransmit/default 10.0.12.1:179 10.0.12.2:50123` */
export function timerNames(ends: Endpoints): Readonly<Record<TcpTimer, string>> {
  const name = `${ends.vrf} ${ip4Text(ends.local)}:${ends.localPort} ${ip4Text(ends.peer)}:${ends.peerPort}`;
  const key = (timer: TcpTimer): string => `net/tcp/${timer}/${name}`;
  return { retransmit: key('retransmit'), persist: key('persist'), ack: key('ack'), wait: key('wait') };
}
