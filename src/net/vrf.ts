// One routing table set: unicast and labelled RIB of a VRF, and all tables of a router together.

import type { Prefix } from '../base/prefix.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Route } from '../route/route.ts';
import { type Imposition, Impositions } from './imposition.ts';
import { LabelRoutes } from './label-routes.ts';
import type { Place, Surroundings } from './resolve.ts';
import { Rib } from './rib.ts';
import type { Preferences, TableKind } from './rib-types.ts';

/** Which routes of a table next hops may be found through, where its owner restricts it. */
export type Leading = Readonly<Partial<Record<TableKind, (route: Route) => boolean>>>;

/** What a VRF's owner wants of its routes. Absent: every route leads to next hops, packets take all of its paths. */
export interface Uses {
  readonly leading?: Leading;
  readonly balanced?: (route: Route) => boolean;
}

/** The tables of one VRF. Junos' inet.0 and inet.3. */
export interface Vrf {
  readonly name: VrfName;
  readonly unicast: Rib;
  readonly labeled: Rib;
}

/**
 * Every table of a router. A process may put routes where no VRF is defined yet; they wait there, inactive, so that
 * the order in which a configuration is carried out does not matter.
 */
export class Vrfs {
  readonly #all = new SortedMap<VrfName, Vrf>(byText);
  readonly #defined = new Set<VrfName>();
  readonly #uses = new Map<VrfName, Uses>();
  readonly #impositions = new Impositions();
  /** What processes want done with labels. */
  readonly labels = new LabelRoutes();
  /** Something in some table must be looked at again; whoever does so takes the mark away. */
  touched = false;

  /** The tables of that name, made when nobody has asked before. */
  get(name: VrfName): Vrf {
    const mark = (): void => {
      this.touched = true;
    };
    return this.#all.getOrMake(name, () => ({ name, unicast: new Rib(mark), labeled: new Rib(mark) }));
  }

  rib(place: Place): Rib {
    return this.get(place.vrf)[place.table];
  }

  /** Brings the VRF into being, or gives it other preferences. Whoever changes `uses` has routes looked at again. */
  define(name: VrfName, preferences: Preferences, uses: Uses = {}): void {
    this.#defined.add(name);
    this.#uses.set(name, uses);
    this.#prefer(name, preferences);
  }

  /** Nothing in its tables is active from now on. */
  undefine(name: VrfName): void {
    this.#defined.delete(name);
    this.#uses.delete(name);
    this.#prefer(name, undefined);
  }

  defined(name: VrfName): boolean {
    return this.#defined.has(name);
  }

  /** Defined or not, in the order of their names. */
  all(): readonly Vrf[] {
    return this.#all.values();
  }

  /** Every table, in a fixed order. */
  places(): readonly Place[] {
    const tables: readonly TableKind[] = ['unicast', 'labeled'];
    return this.all().flatMap(({ name }) => tables.map((table) => ({ vrf: name, table })));
  }

  /** Replaces the labels that packets for a unicast prefix are given, by next hop. */
  impose(vrf: VrfName, prefix: Prefix, labels: readonly Imposition[]): void {
    if (this.#impositions.set(vrf, prefix, labels)) this.get(vrf).unicast.touch(prefix);
  }

  /** What a resolver sees of these tables; `up` tells which interfaces carry packets. */
  around(up: (name: IfName) => boolean): Surroundings {
    return {
      rib: (place) => this.rib(place),
      mayLead: ({ vrf, table }, route) => this.#uses.get(vrf)?.leading?.[table]?.(route) !== false,
      up,
      imposed: (vrf, prefix, out, gateway) => this.#impositions.get(vrf, prefix, out, gateway),
    };
  }

  /** Packets take all paths of this route of the VRF. */
  isBalanced(vrf: VrfName, route: Route): boolean {
    return this.#uses.get(vrf)?.balanced?.(route) !== false;
  }

  #prefer(name: VrfName, preferences: Preferences | undefined): void {
    const { unicast, labeled } = this.get(name);
    unicast.preferences = preferences;
    labeled.preferences = preferences;
  }
}
