// Equal attributes are one object while a piece of work is done, so that what may share a message is found by identity.

import type { Ip } from '../../base/ip.ts';
import type { AsPath } from '../../route/as-path.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { extendedText } from '../../route/community.ts';

const pathKey = (path: AsPath): string =>
  path.map(({ kind, asns }) => `${kind[0]}${kind.length}:${asns.join()}`).join(';');

/** The same text for the same attributes, and only for these. */
export function attributesKey(a: PathAttributes): string {
  const extended = a.extended?.map(
    (one) => `${one.kind[0]}${one.kind === 'other' ? '' : one.value.form}${extendedText(one)}`,
  );
  const plain = [
    a.origin,
    pathKey(a.asPath),
    String(a.nexthop satisfies Ip),
    a.med,
    a.localPref,
    a.communities,
    extended,
  ];
  const more = [
    a.large?.map(({ admin, first, second }) => `${admin}:${first}:${second}`),
    a.originatorId,
    a.clusterList,
  ];
  const last = [a.aigp, a.atomicAggregate, a.aggregator && `${a.aggregator.asn}/${a.aggregator.routerId}`];
  const unknown = a.unknown?.map(({ code, flags, hex }) => `${code}/${flags}/${hex}`);
  return [...plain, ...more, ...last, unknown].join('|');
}

export class AttributePool {
  readonly #known = new Map<string, PathAttributes>();
  /** Those that were seen, and what they are the same as. */
  readonly #same = new Map<PathAttributes, PathAttributes>();

  /** The one object for these attributes. */
  one(attributes: PathAttributes): PathAttributes {
    const seen = this.#same.get(attributes);
    if (seen) return seen;
    const key = attributesKey(attributes);
    const known = this.#known.get(key) ?? attributes;
    this.#known.set(key, known);
    this.#same.set(attributes, known);
    return known;
  }
}
