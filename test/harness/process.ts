// One process without a network: what goes in, what comes out, as lines. Time stands still unless it is moved.

import { ipText } from '../../src/base/ip.ts';
import { type Mac, macColons } from '../../src/base/mac.ts';
import { present } from '../../src/base/must.ts';
import type { Prefix } from '../../src/base/prefix.ts';
import type { Interface, VirtualRouter } from '../../src/net/interface.ts';
import { Rib } from '../../src/net/rib.ts';
import type {
  BfdPath,
  BfdTimers,
  EchoAsked,
  ProcessContext,
  ProcessInput,
  RibPort,
} from '../../src/protocols/plugin.ts';
import type { Label } from '../../src/route/label.ts';
import type { IfName, ProcessId, VrfName } from '../../src/route/names.ts';
import type { Nexthop, Route } from '../../src/route/route.ts';
import { type Micros, micros, plus } from '../../src/sim/time.ts';
import { DISTANCES } from './routes.ts';

const hopText = (hop: Nexthop): string => {
  if (hop.via === 'interface') return hop.out + (hop.gateway === undefined ? '' : `>${ipText(hop.gateway)}`);
  if (hop.via === 'address') return ipText(hop.gateway) + (hop.vrf === undefined ? '' : `@${hop.vrf}`);
  return hop.via === 'receive' ? `me@${hop.out}` : hop.via;
};

/** `VRF-A bgp.external 10.0.0.0/24 via Loopback30 metric 0 leaked from VRF-C` */
export const routeText = (vrf: VrfName, route: Omit<Route, 'source'>): string =>
  [
    `${vrf} ${route.kind} ${route.prefix.text} via ${route.nexthops.map(hopText).join(', ')} metric ${route.metric}`,
    ...(route.leakedFrom === undefined ? [] : [`leaked from ${route.leakedFrom}`]),
  ].join(' ');

/** The context of a process that is alone in the world. Its effects are lines, in the order in which they came. */
export class Stage<Traits, Event> implements ProcessContext<Traits, Event> {
  readonly id: ProcessId;
  readonly vrf = 'default' as VrfName;
  readonly traits: Traits;
  now = micros(0);
  readonly faces: Interface[] = [];
  readonly timers = new Map<string, Micros>();
  readonly events: Event[] = [];
  readonly #effects: string[] = [];
  readonly #ribs = new Map<VrfName, Rib>();

  constructor(id: string, traits: Traits) {
    this.id = id as ProcessId;
    this.traits = traits;
  }

  /** What came out since this was last asked. */
  effects(): readonly string[] {
    return this.#effects.splice(0);
  }

  /** Lets time pass to a timer and gives the input that it makes. */
  fire(name: string): ProcessInput {
    const at = this.timers.get(name);
    if (at === undefined) throw new Error(`timer ${name} is not armed`);
    this.now = at;
    this.timers.delete(name);
    return { kind: 'timer', name, key: '' };
  }

  /** Lets time pass; timers fire in their order and go to `handle`. `names`: what the names of timers begin with, before their keys. */
  pass(span: Micros, names: readonly string[], handle: (input: ProcessInput) => void): void {
    const end = plus(this.now, span);
    for (;;) {
      const due = [...this.timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b)[0];
      if (!due) break;
      const [timer, at] = due;
      this.now = at;
      this.timers.delete(timer);
      const name = present(
        names.find((one) => timer.startsWith(one)),
        timer,
      );
      handle({ kind: 'timer', name, key: timer.slice(name.length) });
    }
    this.now = end;
  }

  table(vrf: string): Rib {
    const rib = this.#ribs.get(vrf as VrfName) ?? new Rib();
    rib.preferences = DISTANCES;
    this.#ribs.set(vrf as VrfName, rib);
    return rib;
  }

  random(): number {
    return 0;
  }
  interfaces(): readonly Interface[] {
    return this.faces;
  }
  interface(name: IfName): Interface | undefined {
    return this.faces.find((face) => face.name === name);
  }
  timer(name: string, key: string, after: Micros | 'off'): void {
    const timer = name + key;
    this.#effects.push(`timer ${timer} ${after === 'off' ? 'off' : `in ${after / 1e6} s`}`);
    if (after === 'off') this.timers.delete(timer);
    else this.timers.set(timer, plus(this.now, after));
  }
  timerAt(name: string, key: string): Micros | undefined {
    return this.timers.get(name + key);
  }
  rib(vrf: VrfName): RibPort {
    const rib = this.table(vrf);
    const settle = (): void => {
      const up = { usable: true, verdict: { kind: 'discard' as const } };
      for (const prefix of rib.takeTouched())
        rib.refresh(prefix, (route) => ({ ...up, reachable: route.nexthops.map(() => true) }), this.now);
    };
    return {
      install: (route) => {
        this.#effects.push(`install ${routeText(vrf, route)}`);
        rib.put({ ...route, source: this.id }, this.now);
        settle();
      },
      withdraw: (prefix: Prefix, slot?: string) => {
        this.#effects.push(`withdraw ${vrf} ${prefix.text}${slot === undefined ? '' : ` (${slot})`}`);
        rib.remove(prefix, this.id, slot);
        settle();
      },
      entry: (prefix) => rib.entry(prefix),
      longest: (address) => rib.longest(address, (entry) => entry.active !== undefined),
    };
  }
  watchRoutes(vrf: VrfName, kinds: readonly string[]): void {
    this.#effects.push(`watch ${vrf} ${kinds.length > 10 ? 'everything' : kinds.join(' ') || 'nothing'}`);
  }
  bfd(path: BfdPath, wanted: BfdTimers | undefined): void {
    this.#effects.push(`bfd ${ipText(path.peer)} ${wanted ? 'on' : 'off'}`);
  }
  watchLdpSync(on: IfName, wanted: boolean): void {
    this.#effects.push(`ldp sync of ${on} ${wanted ? 'on' : 'off'}`);
  }
  watchBgp(wanted: boolean): void {
    this.#effects.push(`bgp ${wanted ? 'awaited' : 'not awaited'}`);
  }
  echo(key: string, asked: EchoAsked | undefined): void {
    this.#effects.push(`echo ${key} ${asked ? `to ${ipText(asked.to)}` : 'off'}`);
  }
  watchTrack(object: string, wanted: boolean): void {
    this.#effects.push(`track ${object} ${wanted ? 'on' : 'off'}`);
  }
  standFor(on: IfName, mac: Mac, router: VirtualRouter | undefined): void {
    const as = router ? `${router.addresses.map(ipText).join(' ')}${router.accept ? ' accept' : ''}` : 'off';
    this.#effects.push(`stand ${on} ${macColons(mac)} ${as}`);
  }
  emit(event: Event): void {
    this.events.push(event);
    this.#effects.push(`event ${(event as { kind: string }).kind}`);
  }
  watchNexthop(): void {
    throw new Error('not on this stage');
  }
  send(): void {
    throw new Error('not on this stage');
  }
  connect(): undefined {
    throw new Error('not on this stage');
  }
  listen(): void {
    throw new Error('not on this stage');
  }
  write(): void {
    throw new Error('not on this stage');
  }
  close(): void {
    throw new Error('not on this stage');
  }
  label(): Label {
    throw new Error('not on this stage');
  }
  freeLabel(): void {
    throw new Error('not on this stage');
  }
  lfib(): void {
    throw new Error('not on this stage');
  }
  stream(): undefined {
    throw new Error('not on this stage');
  }
  impose(): void {
    throw new Error('not on this stage');
  }
}
