// `ping mpls` and `traceroute mpls`: echo requests along the label-switched path of a FEC.            RFC 8029 §4.3, §4.6

import type { Ip4 } from '../base/ip.ts';
import { must } from '../base/must.ts';
import { type Micros, since } from '../sim/time.ts';
import { speaksAs } from './addresses.ts';
import { hear } from './deliver.ts';
import { downstreamOf } from './lsp-responder.ts';
import type { LspHop, LspPingReport, LspPingSpec, LspTraceReport, LspTraceSpec, Operation } from './operations.ts';
import { launch, nextOf, pushed } from './output.ts';
import type { ForwardingPath } from './rib-types.ts';
import type { InPacket } from './stack-port.ts';
import type { InterfaceRecord, ProbeRun, StackState } from './state.ts';
import { freePort } from './traceroute.ts';
import { PROTOCOL, UDP_PORT } from './wire/iana.ts';
import { ipv4 } from './wire/ipv4.ts';
import { type Downstream, type LspEcho, lspEcho, ntp, RETURN_CODE } from './wire/lsp-ping.ts';
import { udp } from './wire/udp.ts';

/** Router alert: whoever gets it without a label looks at it. RFC 2113, RFC 8029 §4.3 */
const ROUTER_ALERT = Uint8Array.of(0x94, 4, 0, 0);
/** Of IP with that option, of UDP, and of a TLV. */
const HEADERS = 24 + 8;
const TLV_HEADER = 4;

interface Common {
  readonly vrf: LspPingSpec['vrf'];
  readonly fec: LspPingSpec['fec'];
  readonly path: ForwardingPath | undefined;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  readonly exp: number;
  readonly replyMode: number;
  readonly timeout: Micros;
}

type Ended = (reply: LspEcho | undefined, packet: InPacket | undefined, rtt: Micros) => void;

/** One request at a time, and the reply to it. */
class Prober implements ProbeRun {
  readonly fromPort: number;
  readonly #state: StackState;
  readonly #spec: Common;
  /** Told an undefined reply when nothing came. */
  readonly #ended: Ended;
  #sequence = 0;
  #sentAt: Micros;
  #waiting = false;

  constructor(state: StackState, spec: Common, ended: Ended) {
    this.#state = state;
    this.#spec = spec;
    this.#ended = ended;
    this.fromPort = freePort(state);
    this.#sentAt = state.port.now;
    state.probes.set(this.fromPort, this);
    hear(state.udpPorts, spec.vrf, this.fromPort, (packet) => this.#heard(packet));
  }

  /** ICMP errors say nothing of a label-switched path. */
  answered(): void {}

  stop(): void {
    this.#waiting = false;
    this.#state.probes.delete(this.fromPort);
    hear(this.#state.udpPorts, this.#spec.vrf, this.fromPort, undefined);
    this.#state.timers.stop(this.#key);
  }

  get #key(): string {
    return `net/lsp/${this.fromPort}`;
  }

  /** The interface and the next hop; undefined: there is no such path now. */
  get way(): { readonly out: InterfaceRecord; readonly path: ForwardingPath } | undefined {
    const { path } = this.#spec;
    const out = path && this.#state.interfaces.get(path.out);
    return path && out?.view.up ? { out, path } : undefined;
  }

  /** Sends a request; false: it cannot be sent. */
  send(ttl: number, downstream: readonly Downstream[], size: number): boolean {
    const { way } = this;
    const state = this.#state;
    const { fec, exp, to, replyMode, timeout, vrf } = this.#spec;
    const from = this.#spec.from ?? (way && speaksAs(way.out.view, nextOf(way.path, to)));
    if (!way || from === undefined) return false;
    this.#sequence++;
    this.#sentAt = state.port.now;
    this.#waiting = true;
    const request: LspEcho = {
      kind: 'request',
      validate: true,
      replyMode,
      code: RETURN_CODE.none,
      subcode: 0,
      handle: this.fromPort,
      sequence: this.#sequence,
      sentAt: ntp(state.port.now),
      receivedAt: 0n,
      fecs: [fec],
      downstream,
      pad: undefined,
      errored: [],
    };
    const room = size - HEADERS - lspEcho.encode(request, undefined).length - TLV_HEADER;
    const data = lspEcho.encode(room > 0 ? { ...request, pad: room } : request, undefined);
    const ends = { from, to };
    const packet = ipv4.encode(
      {
        tos: exp << 5,
        id: state.nextId++ & 0xffff,
        df: true,
        mf: false,
        offset: 0,
        // §4.3: it is of no use as IP to anybody but the next router.
        ttl: 1,
        protocol: PROTOCOL.udp,
        ...ends,
        options: ROUTER_ALERT,
        payload: udp.encode({ fromPort: this.fromPort, toPort: UDP_PORT.lspPing, data }, ends),
      },
      undefined,
    );
    const labels = pushed(way.path.push);
    const stack = labels.map((label, i) => ({ label, exp, bottom: i === labels.length - 1, ttl }));
    state.timers.start(this.#key, timeout, () => this.#end(undefined, undefined));
    launch(state, way.out, nextOf(way.path, to), stack, false, { packet, on: undefined, vrf, group: false });
    return true;
  }

  #heard(packet: InPacket): void {
    const read = lspEcho.decode(packet.payload, undefined);
    if (!read.ok || read.value.kind !== 'reply' || !this.#waiting) return;
    const { handle, sequence } = read.value;
    if (handle !== this.fromPort || sequence !== this.#sequence) return;
    this.#state.timers.stop(this.#key);
    this.#end(read.value, packet);
  }

  #end(reply: LspEcho | undefined, packet: InPacket | undefined): void {
    this.#waiting = false;
    this.#ended(reply, packet, since(this.#sentAt, this.#state.port.now));
  }
}

/** Starts it. The first request leaves before this returns; 'done' is told later, or never when it is stopped. */
export function lspPing(state: StackState, spec: LspPingSpec, report: (report: LspPingReport) => void): Operation {
  must(spec.count >= 1, 'a ping without requests');
  const totals = { sent: 0, received: 0, rtts: [] as Micros[] };
  let stopped = false;
  const prober = new Prober(state, spec, (reply, packet, rtt) => {
    const sequence = totals.sent;
    if (reply && packet) {
      if (reply.code === RETURN_CODE.egress) {
        totals.received++;
        totals.rtts.push(rtt);
      }
      report({ kind: 'reply', sequence, from: packet.from, rtt, code: reply.code, subcode: reply.subcode });
    } else report({ kind: 'timeout', sequence });
    pause();
  });
  const key = `net/lsp/next/${prober.fromPort}`;
  const pause = (): void => state.timers.start(key, spec.interval, next);
  const next = (): void => {
    if (stopped) return;
    if (totals.sent === spec.count) {
      prober.stop();
      report({ kind: 'done', totals });
      return;
    }
    totals.sent++;
    if (prober.send(spec.ttl, [], spec.size)) {
      report({ kind: 'sent', sequence: totals.sent });
      return;
    }
    report({ kind: 'unsendable', sequence: totals.sent });
    state.timers.start(key, spec.timeout, next);
  };
  next();
  return {
    stop: () => {
      stopped = true;
      state.timers.stop(key);
      prober.stop();
    },
  };
}

const hopOf = ({ mtu, address, labels }: Downstream): LspHop => ({ mtu, address, labels });

/** Starts it: one request a hop, each with what the one before it was told of the next. 'done' is told later. */
export function lspTrace(state: StackState, spec: LspTraceSpec, report: (report: LspTraceReport) => void): Operation {
  let ttl = 0;
  let stopped = false;
  let downstream: readonly Downstream[] = [];
  const end = (reached: boolean): void => {
    prober.stop();
    report({ kind: 'done', reached });
  };
  const next = (): void => {
    if (stopped) return;
    ttl++;
    if (ttl > spec.maxTtl) end(false);
    else if (!prober.send(ttl, downstream, 0)) {
      report({ kind: 'unsendable', ttl });
      end(false);
    }
  };
  const prober = new Prober(state, spec, (reply, packet, rtt) => {
    if (!reply || !packet) report({ kind: 'timeout', ttl });
    else {
      const { code, subcode } = reply;
      const [told] = reply.downstream;
      if (reply.downstream.length > 0) downstream = reply.downstream.slice(0, 1);
      report({ kind: 'answer', ttl, from: packet.from, rtt, code, subcode, downstream: told && hopOf(told) });
      if (code !== RETURN_CODE['label switched']) {
        end(code === RETURN_CODE.egress);
        return;
      }
    }
    state.timers.start(`net/lsp/next/${prober.fromPort}`, 0 as Micros, next);
  });
  const { way } = prober;
  if (way) {
    const first = downstreamOf(state, way.path, pushed(way.path.push).length);
    downstream = first;
    const self = spec.from ?? speaksAs(way.out.view, nextOf(way.path, spec.to));
    if (self !== undefined && first[0]) report({ kind: 'start', from: self, downstream: hopOf(first[0]) });
  }
  // Nobody is told that it is over before they hold what they started.
  state.timers.start(`net/lsp/next/${prober.fromPort}`, 0 as Micros, next);
  return {
    stop: () => {
      stopped = true;
      state.timers.stop(`net/lsp/next/${prober.fromPort}`);
      prober.stop();
    },
  };
}
