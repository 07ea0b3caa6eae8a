// The order in which IOS lists interfaces: the box's ports as they sit in it, each with its sub-interfaces, then the rest.
// Source: captures `show interfaces`, snapshots ospf_lab_validation and iosxe_vrf_route_leaking_export_map.

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { Model } from '../../os.ts';

interface Place {
  readonly port: number;
  readonly prefix: string;
  readonly numbers: readonly number[];
}

function placeOf(name: string, ports: readonly string[]): Place {
  const [main = name, sub] = name.split('.');
  const port = ports.indexOf(main);
  const at = name.search(/\d/);
  const numbers = (at < 0 ? '' : name.slice(at)).split(/[/.:]/).map(Number);
  return {
    port: port < 0 ? ports.length : port,
    prefix: at < 0 ? name : name.slice(0, at),
    numbers: port < 0 ? numbers : [sub === undefined ? -1 : Number(sub)],
  };
}

function comparePlaces(a: Place, b: Place): number {
  if (a.port !== b.port) return byNumber(a.port, b.port);
  if (a.prefix !== b.prefix) return byText(a.prefix, b.prefix);
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const sign = byNumber(a.numbers[i] ?? -1, b.numbers[i] ?? -1);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** Sorted as this model lists them. */
export function inBoxOrder<T>(items: readonly T[], nameOf: (item: T) => string, model: Model): readonly T[] {
  return items
    .map((item) => ({ item, place: placeOf(nameOf(item), model.ports) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ item }) => item);
}
