// The local routes that go with a leaked connected route: capture IOS-XE 16.4 lab-validation
// iosxe_vrf_route_leaking_export_map, show ip route vrf: `B 10.2.1.0/24 is directly connected, 01:22:44, Loopback2001`
// and `L 10.2.1.1/32 is directly connected, Loopback2001`, the interface being another VRF's.

import { hostPrefix, type Prefix, prefix as prefixOf } from '../../base/prefix.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { ProcessContext } from '../plugin.ts';

/** A leaked connected route that is active, and the addresses that were put beside it. */
interface Leak {
  readonly vrf: VrfName;
  readonly prefix: Prefix;
  readonly from: VrfName;
  readonly out: IfName;
  readonly hosts: readonly Prefix[];
}

type Port = Pick<ProcessContext<unknown, unknown>, 'interfaces' | 'rib'>;

/** The interface that the route's destinations are on the link of. */
function onLink(route: Route): IfName | undefined {
  const [hop, ...more] = route.nexthops;
  return more.length === 0 && hop?.via === 'interface' && hop.gateway === undefined ? hop.out : undefined;
}

/** Addresses whose subnet is this prefix. */
const hostsIn = (on: Interface | undefined, subnet: Prefix): readonly Prefix[] =>
  (on?.addresses ?? []).filter((at) => prefixOf(at.address, at.length) === subnet).map((at) => hostPrefix(at.address));

export class LeakedLocals {
  readonly #port: Port;
  readonly #leaks = new Map<string, Leak>();

  constructor(port: Port) {
    this.#port = port;
  }

  /** The active route to the prefix is this now: one of ours, or undefined. */
  follow(vrf: VrfName, prefix: Prefix, active: Route | undefined): void {
    if (this.#leaks.size === 0 && active?.leakedFrom === undefined) return;
    const key = `${vrf} ${prefix.text}`;
    const out = active && onLink(active);
    this.#drop(key);
    if (active?.leakedFrom === undefined || out === undefined) return;
    this.#put(key, { vrf, prefix, from: active.leakedFrom, out });
  }

  /** Its addresses may be others now. */
  interfaceChanged(name: IfName): void {
    for (const [key, leak] of [...this.#leaks]) {
      if (leak.out !== name) continue;
      this.#drop(key);
      this.#put(key, leak);
    }
  }

  /** Nothing leaks into this VRF any more. */
  forget(vrf: VrfName): void {
    for (const [key, leak] of [...this.#leaks]) if (leak.vrf === vrf) this.#drop(key);
  }

  #put(key: string, leak: Omit<Leak, 'hosts'>): void {
    const on = this.#port.interfaces().find((one) => one.name === leak.out);
    const hosts = hostsIn(on, leak.prefix);
    for (const host of hosts) {
      this.#port.rib(leak.vrf).install({
        prefix: host,
        kind: 'local',
        slot: `leak ${leak.prefix.text}`,
        metric: 0,
        nexthops: [{ via: 'receive', out: leak.out }],
        leakedFrom: leak.from,
      });
    }
    this.#leaks.set(key, { ...leak, hosts });
  }

  #drop(key: string): void {
    const leak = this.#leaks.get(key);
    if (!leak) return;
    for (const host of leak.hosts) this.#port.rib(leak.vrf).withdraw(host, `leak ${leak.prefix.text}`);
    this.#leaks.delete(key);
  }
}
