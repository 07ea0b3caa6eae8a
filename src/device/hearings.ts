// What a process hears of the wire, and how it speaks there: IP protocols, UDP ports, LLC.

import { type Ip, type Ip4, isIp4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import { must } from '../base/must.ts';
import { speaksAs } from '../net/addresses.ts';
import type { Interface } from '../net/interface.ts';
import type { InPacket, IpStack } from '../net/stack-port.ts';
import { PROTOCOL } from '../net/wire/iana.ts';
import { type Ends, udp } from '../net/wire/udp.ts';
import type { Hearing, ProcessInput, SendOptions } from '../protocols/plugin.ts';
import type { IfName, VrfName } from '../route/names.ts';
import { sourceFor } from './source-address.ts';

const groupsOf = (hears: readonly Hearing[]): readonly Ip4[] =>
  hears.flatMap((hearing) => ('groups' in hearing ? hearing.groups.filter(isIp4) : []));

export class Hearings {
  readonly #stack: IpStack;
  readonly #vrf: VrfName;
  readonly #hears: readonly Hearing[];
  readonly #groups: readonly Ip4[];
  /** What it sends in: the first of what it hears. */
  readonly #speaks: (Hearing & { kind: 'ip' | 'udp' }) | undefined;
  readonly #joined = new Set<IfName>();
  /** How to stop hearing frames. */
  readonly #links: (() => void)[] = [];

  constructor(stack: IpStack, vrf: VrfName, hears: readonly Hearing[], deliver: (input: ProcessInput) => void) {
    this.#stack = stack;
    this.#vrf = vrf;
    this.#hears = hears;
    this.#groups = groupsOf(hears);
    this.#speaks = hears.find((hearing) => hearing.kind === 'ip' || hearing.kind === 'udp');
    for (const hearing of hears) this.#open(hearing, deliver);
    for (const on of stack.interfaces()) this.interfaceChanged('added', on);
  }

  /** Groups are joined on every interface of the VRF. */
  interfaceChanged(change: 'added' | 'changed' | 'removed', on: Interface): void {
    const member = change !== 'removed' && on.vrf === this.#vrf;
    if (member === this.#joined.has(on.name)) return;
    if (member) this.#joined.add(on.name);
    else this.#joined.delete(on.name);
    for (const group of this.#groups) this.#stack.joinGroup(on.name, group, member);
  }

  /** Straight out of an interface, to neighbours on its link; or, without one, as the VRF's table says. */
  send(on: IfName | undefined, to: Ip | 'link', bytes: Uint8Array, options: SendOptions = {}): void {
    if (to !== 'link') {
      if (isIp4(to)) this.#sendIp(on, to, bytes, options);
      return;
    }
    must(on !== undefined, 'a frame needs an interface');
    this.#sendLink(on, options.mac, bytes);
  }

  stop(): void {
    for (const name of this.#joined) for (const group of this.#groups) this.#stack.joinGroup(name, group, false);
    this.#joined.clear();
    for (const hearing of this.#hears) {
      if (hearing.kind === 'ip') this.#stack.hearProtocol(hearing.protocol, this.#vrf, undefined);
      else if (hearing.kind === 'udp') this.#stack.hearUdp(hearing.port, this.#vrf, undefined);
    }
    for (const stop of this.#links) stop();
  }

  #open(hearing: Hearing, deliver: (input: ProcessInput) => void): void {
    const port = hearing.kind === 'udp' ? { port: hearing.port } : {};
    const packet = ({ on, from, to, ttl, payload }: InPacket): void => {
      // What this box sent to itself is no neighbour's.
      if (on !== undefined) deliver({ kind: 'packet', on, from, to, ttl, bytes: payload, ...port });
    };
    const { kind } = hearing;
    if (kind === 'ip') this.#stack.hearProtocol(hearing.protocol, this.#vrf, packet);
    else if (kind === 'udp') this.#stack.hearUdp(hearing.port, this.#vrf, packet);
    else if (kind === 'llc')
      this.#links.push(
        this.#stack.hearLink(hearing.sap, (on, bytes, mac) =>
          deliver({ kind: 'packet', on, from: 'link', to: 'link', ttl: 0, bytes, mac }),
        ),
      );
  }

  #sendLink(on: IfName, mac: Mac | undefined, bytes: Uint8Array): void {
    must(mac !== undefined, 'a frame needs a destination');
    this.#stack.sendLink(on, mac, bytes);
  }

  #sendIp(on: IfName | undefined, to: Ip4, bytes: Uint8Array, options: SendOptions): void {
    const hearing = this.#speaks;
    must(hearing, 'the process hears no IP');
    const from = options.from === undefined ? this.#speaker(on, to) : options.from;
    // Without an address there is nobody to speak as.
    if (from === undefined || !isIp4(from)) return;
    const { ttl, tos, sender } = options;
    const protocol = hearing.kind === 'ip' ? hearing.protocol : PROTOCOL.udp;
    const payload = hearing.kind === 'ip' ? bytes : datagram(hearing.port, bytes, options, { from, to });
    this.#stack.send({ vrf: this.#vrf, to, from, on, protocol, payload, ttl, tos, sender });
  }

  #speaker(on: IfName | undefined, to: Ip4): Ip4 | undefined {
    if (on === undefined) return sourceFor(this.#stack, this.#vrf, to);
    const face = this.#stack.interface(on);
    return face && speaksAs(face, to);
  }
}

function datagram(heard: number, data: Uint8Array, options: SendOptions, ends: Ends): Uint8Array {
  const { fromPort = heard, toPort = heard } = options;
  return udp.encode({ fromPort, toPort, data }, ends);
}
