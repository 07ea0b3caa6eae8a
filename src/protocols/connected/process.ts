// Addresses of interfaces -> connected and local routes.

import { hostPrefix, prefix, widthOf } from '../../base/prefix.ts';
import type { Interface, InterfaceAddress } from '../../net/interface.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { Process, ProcessContext, ProcessInput } from '../plugin.ts';
import type { ConnectedTraits } from './traits.ts';

/** Nothing can be told to it: interfaces say everything. */
export type ConnectedConfig = Readonly<Record<string, never>>;

type Wanted = Omit<Route, 'source'>;

/**
 * The routes of one interface. A subnet is `connected`, an address in it `local`; the /32 of a loopback is the
 * connected route and the address at once, so it gets no second one (capture: IOS-XE show ip route, lab-validation
 * iosxe_vrf_route_leaking_export_map: `C 192.168.123.1 is directly connected, Loopback123` and no L).
 */
export function routesOf(on: Interface, traits: ConnectedTraits): readonly Wanted[] {
  const routes = new Map<string, Wanted>();
  const add = (route: Wanted): void => {
    if (!routes.has(route.prefix.text)) routes.set(route.prefix.text, route);
  };
  for (const at of on.addresses)
    for (const route of on.up ? upRoutes(on.name, at) : downRoutes(on, at, traits)) add(route);
  return [...routes.values()];
}

function upRoutes(out: IfName, at: InterfaceAddress): readonly Wanted[] {
  const host: Omit<Wanted, 'kind'> = {
    prefix: hostPrefix(at.address),
    slot: out,
    metric: 0,
    nexthops: [{ via: 'receive', out }],
  };
  if (at.length === widthOf(at.address)) return [{ ...host, kind: 'connected' }];
  const subnet: Wanted = {
    prefix: prefix(at.address, at.length),
    kind: 'connected',
    slot: out,
    metric: 0,
    nexthops: [{ via: 'interface', out, labels: [] }],
  };
  return [subnet, { ...host, kind: 'local' }];
}

function downRoutes(on: Interface, at: InterfaceAddress, traits: ConnectedTraits): readonly Wanted[] {
  if (!traits.localWhileDown || at.length === widthOf(at.address)) return [];
  const nexthops = [{ via: 'reject' as const, out: on.name }];
  return [{ prefix: hostPrefix(at.address), kind: 'local', slot: on.name, metric: 0, nexthops }];
}

export class ConnectedProcess implements Process<ConnectedConfig> {
  readonly #context: ProcessContext<ConnectedTraits, never>;
  readonly #installed = new Map<IfName, { readonly vrf: VrfName; readonly routes: readonly Wanted[] }>();

  constructor(context: ProcessContext<ConnectedTraits, never>) {
    this.#context = context;
  }

  configure(): 'applied' {
    for (const on of this.#context.interfaces()) this.#bring(on.name, on);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    if (input.kind !== 'interface') return;
    this.#bring(input.interface.name, input.change === 'removed' ? undefined : input.interface);
  }

  stop(): void {
    for (const name of [...this.#installed.keys()]) this.#bring(name, undefined);
  }

  #bring(name: IfName, on: Interface | undefined): void {
    const old = this.#installed.get(name);
    const wanted = on ? routesOf(on, this.#context.traits) : [];
    if (old) {
      const kept = new Set(old.vrf === on?.vrf ? wanted.map((route) => route.prefix) : []);
      const rib = this.#context.rib(old.vrf);
      for (const route of old.routes) if (!kept.has(route.prefix)) rib.withdraw(route.prefix, name);
    }
    if (!on) {
      this.#installed.delete(name);
      return;
    }
    for (const route of wanted) this.#context.rib(on.vrf).install(route);
    this.#installed.set(name, { vrf: on.vrf, routes: wanted });
  }
}
