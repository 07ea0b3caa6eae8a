// What a vendor's TCP does that no command changes, and what the RFCs say where no vendor is asked.

import { type Micros, millis, seconds } from '../../sim/time.ts';

export interface TcpTraits {
  /** MSS announced where the owner of a connection names none: bytes of data, options not counted. RFC 6691 */
  readonly mss: number;
  /** Receive window in bytes, 1 … 65535: there is no window scale. */
  readonly window: number;
  /** First and last of the ports that `connect` picks from. */
  readonly ports: readonly [number, number];
  /** RTO before any round trip was measured. */
  readonly initialRto: Micros;
  readonly minRto: Micros;
  readonly maxRto: Micros;
  /** How long a connection may take to open: both for our SYN and for the ACK of our SYN-ACK. */
  readonly connectTimeout: Micros;
  /** How long data may go unacknowledged. */
  readonly giveUpAfter: Micros;
  /** How often one segment is sent again at most, whatever the time. */
  readonly retransmissions: number;
  /** 2 MSL. */
  readonly timeWait: Micros;
  /** How long FIN-WAIT-2 waits for a sign of the peer. */
  readonly finWait: Micros;
  /** How long the ACK of received data may wait for data to ride on. */
  readonly delayedAck: Micros | 'off';
  /** Connections that one listener may have half open. */
  readonly backlog: number;
}

export const RFC_TRAITS: TcpTraits = {
  // RFC 9293 §3.7.1: the MTU less 40; Ethernet.
  mss: 1460,
  window: 16384,
  // IANA "Service Name and Transport Protocol Port Number Registry": dynamic ports. RFC 6335 §6
  ports: [49152, 65535],
  // RFC 6298 §2.1, §2.4, §2.5
  initialRto: seconds(1),
  minRto: seconds(1),
  maxRto: seconds(60),
  // RFC 9293 §3.8.3 MUST-23: R2 of a SYN is at least 3 minutes.
  connectTimeout: seconds(180),
  // RFC 9293 §3.8.3 SHLD-11: R2 is at least 100 seconds.
  giveUpAfter: seconds(100),
  retransmissions: 15,
  timeWait: seconds(60),
  // 4.4BSD's TCPTV_MAXIDLE: 10 minutes.
  finWait: seconds(600),
  // RFC 9293 §3.8.6.3 MUST-40: less than 500 ms.
  delayedAck: millis(200),
  backlog: 128,
};
