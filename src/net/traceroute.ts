// traceroute: UDP probes with rising TTL, and who says what of them.           RFC 1393 §1 (the method), RFC 4950 §3

import { ANY4, type Ip4 } from '../base/ip.ts';
import { Impossible, must } from '../base/must.ts';
import { type Micros, since } from '../sim/time.ts';
import type { Operation, TraceReport, TraceSpec } from './operations.ts';
import { send, sourceFor } from './output.ts';
import type { ProbeRun, StackState } from './state.ts';
import { ICMP, PROTOCOL, UNREACHABLE } from './wire/iana.ts';
import type { IcmpError } from './wire/icmp.ts';
import { reportedLabels } from './wire/icmp-extension.ts';
import { MAX_PACKET } from './wire/ipv4.ts';
import { udp } from './wire/udp.ts';

const HEADERS = 28;
/** Ports that nobody else is given. Registry: Service Name and Transport Protocol Port Number, dynamic ports. */
const FIRST_PORT = 49152;
const PORTS = 65536 - FIRST_PORT;

/** One traceroute at work. Identified on the wire by the port that it sends from. */
class Traceroute implements ProbeRun, Operation {
  readonly fromPort: number;
  readonly #state: StackState;
  readonly #spec: TraceSpec;
  readonly #report: (report: TraceReport) => void;
  #ttl: number;
  #probe = -1;
  #sent = 0;
  #at: Micros;
  /** The probe that is out; false: it could not even be sent. */
  #waiting = false;
  #reached = false;
  #refusals = 0;
  #done = false;

  constructor(state: StackState, spec: TraceSpec, fromPort: number, report: (report: TraceReport) => void) {
    this.#state = state;
    this.#spec = spec;
    this.fromPort = fromPort;
    this.#report = report;
    this.#ttl = spec.firstTtl;
    this.#at = state.port.now;
  }

  begin(): void {
    this.#report({ kind: 'hop', ttl: this.#ttl });
    this.#next();
  }

  stop(): void {
    if (this.#done) return;
    this.#done = true;
    this.#state.probes.delete(this.fromPort);
    this.#state.timers.stop(this.#key());
  }

  answered(toPort: number, from: Ip4, to: Ip4, error: IcmpError): void {
    if (!this.#waiting || to !== this.#spec.to || toPort !== this.#toPort()) return;
    this.#waiting = false;
    this.#state.timers.stop(this.#key());
    const { type, code } = error;
    if (type === ICMP.unreachable && code === UNREACHABLE.port) this.#reached = true;
    else if (type === ICMP.unreachable) this.#refusals++;
    const labels = reportedLabels(error.extensions);
    const rtt = since(this.#at, this.#state.port.now);
    this.#report({ kind: 'answer', ttl: this.#ttl, probe: this.#probe, from, rtt, type, code, labels });
    this.#next();
  }

  #key(): string {
    return `net/traceroute/${this.fromPort}`;
  }

  /** Of the probe that was sent last. */
  #toPort(): number {
    return (this.#spec.port + this.#sent - 1) & 0xffff;
  }

  #next(): void {
    if (this.#done) return;
    if (++this.#probe === this.#spec.probes && !this.#nextHop()) return;
    this.#sent++;
    this.#waiting = true;
    this.#at = this.#state.port.now;
    this.#state.timers.start(this.#key(), this.#spec.timeout, () => this.#timeout());
    if (this.#send()) return;
    this.#waiting = false;
    this.#report({ kind: 'unsendable', ttl: this.#ttl, probe: this.#probe });
  }

  /** False when this hop was the last. */
  #nextHop(): boolean {
    // The habit of BSD's traceroute: one hop where (nearly) every probe is refused is the end of the road.
    const refused = this.#refusals > 0 && this.#refusals >= this.#spec.probes - 1;
    if (this.#reached || refused || this.#ttl >= this.#spec.maxTtl) {
      this.stop();
      this.#report({ kind: 'done', reached: this.#reached });
      return false;
    }
    this.#ttl++;
    this.#probe = 0;
    this.#refusals = 0;
    this.#report({ kind: 'hop', ttl: this.#ttl });
    return !this.#done;
  }

  #send(): boolean {
    const { vrf, to, size } = this.#spec;
    const from = this.#spec.from ?? sourceFor(this.#state, vrf, to, PROTOCOL.udp);
    const data = new Uint8Array(size - HEADERS);
    const ends = { from: from ?? ANY4, to };
    const payload = udp.encode({ fromPort: this.fromPort, toPort: this.#toPort(), data }, ends);
    return send(this.#state, { vrf, protocol: PROTOCOL.udp, to, from, payload, ttl: this.#ttl }) === undefined;
  }

  #timeout(): void {
    if (this.#waiting) this.#report({ kind: 'timeout', ttl: this.#ttl, probe: this.#probe });
    this.#waiting = false;
    this.#next();
  }
}

/** The next port that no running traceroute sends from. */
export function freePort(state: StackState): number {
  for (let tries = 0; tries < PORTS; tries++) {
    const port = FIRST_PORT + state.nextProbe;
    state.nextProbe = (state.nextProbe + 1) % PORTS;
    if (!state.probes.has(port)) return port;
  }
  throw new Impossible('too many traceroutes at once');
}

/** Starts a traceroute. The first probe leaves, and its hop is reported, before this returns; 'done' never is. */
export function traceroute(state: StackState, spec: TraceSpec, report: (report: TraceReport) => void): Operation {
  must(spec.size >= HEADERS && spec.size <= MAX_PACKET, `a probe of ${spec.size} bytes`);
  must(spec.probes >= 1, 'a traceroute without probes');
  const run = new Traceroute(state, spec, freePort(state), report);
  state.probes.set(run.fromPort, run);
  run.begin();
  return run;
}
