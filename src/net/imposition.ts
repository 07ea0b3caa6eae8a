// Which labels the routes of a table impose on packets: a prefix and its next hop -> the label the next hop gave out.
// RFC 3031 §3.12 (the FTN map), §4.1.1 (hop by hop routed LSPs)

import { type Ip, ipText } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Label } from '../route/label.ts';
import type { IfName, VrfName } from '../route/names.ts';

/** What the router at the end of one hop wants packets for a prefix to bear; implicit null: nothing, on its path. */
export interface Imposition {
  readonly out: IfName;
  readonly gateway: Ip;
  readonly label: Label;
}

const hopKey = (out: IfName, gateway: Ip): string => `${out} ${ipText(gateway)}`;

/** The labels of one router's unicast routes, as the process that learned them set them. */
export class Impositions {
  readonly #labels = new Map<VrfName, Map<Prefix, ReadonlyMap<string, Label>>>();

  /** Replaces the prefix's labels. True when something changed. */
  set(vrf: VrfName, prefix: Prefix, labels: readonly Imposition[]): boolean {
    const table = this.#labels.get(vrf) ?? new Map<Prefix, ReadonlyMap<string, Label>>();
    const old = table.get(prefix);
    const wanted = new Map(labels.map(({ out, gateway, label }) => [hopKey(out, gateway), label] as const));
    if (wanted.size === (old?.size ?? 0) && [...wanted].every(([key, label]) => old?.get(key) === label)) return false;
    if (wanted.size === 0) table.delete(prefix);
    else table.set(prefix, wanted);
    this.#labels.set(vrf, table);
    return true;
  }

  /** Undefined: the next hop gave out none. */
  get(vrf: VrfName, prefix: Prefix, out: IfName, gateway: Ip): Label | undefined {
    return this.#labels.get(vrf)?.get(prefix)?.get(hopKey(out, gateway));
  }
}
