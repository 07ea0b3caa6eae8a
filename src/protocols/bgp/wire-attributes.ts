// Path attributes between the wire and the tables.                      RFC 4271 §5, RFC 6793 §4.2, RFC 7606 §7, RFC 4456 §8

import { fromHex, toHex } from '../../base/bytes.ts';
import type { Ip4 } from '../../base/ip.ts';
import { type AsPath, type AsSegment, pathLength } from '../../route/as-path.ts';
import type { PathAttributes, UnknownAttribute } from '../../route/attributes.ts';
import { AS_TRANS, FLAG } from './iana.ts';
import { type Attribute, type AttributeBody, codeOf, flagsOf } from './packet/attribute.ts';

type Body<K extends AttributeBody['kind']> = AttributeBody & { readonly kind: K };

/** The first attribute of a kind. */
export function bodyOf<K extends AttributeBody['kind']>(
  attributes: readonly Attribute[],
  kind: K,
): Body<K> | undefined {
  return attributes.find(({ body }) => body.kind === kind)?.body as Body<K> | undefined;
}

/** As many ASs from the front of the path as it is longer than the other; the other behind them. RFC 6793 §4.2.3 */
function mergePaths(path: AsPath, wide: AsPath): AsPath {
  let more = pathLength(path) - pathLength(wide);
  if (more < 0) return path;
  const front: AsSegment[] = [];
  for (const segment of path) {
    if (more <= 0) break;
    const taken = segment.kind === 'sequence' ? segment.asns.slice(0, more) : segment.asns;
    more -= segment.kind === 'sequence' ? taken.length : segment.kind === 'set' ? 1 : 0;
    front.push({ ...segment, asns: taken });
  }
  return joined([...front, ...wide.filter(({ kind }) => kind === 'sequence' || kind === 'set')]);
}

/** Neighbouring sequences are one. */
function joined(path: AsPath): AsPath {
  const out: AsSegment[] = [];
  for (const segment of path) {
    const last = out.at(-1);
    if (last && last.kind === segment.kind && last.kind.endsWith('sequence'))
      out[out.length - 1] = { kind: last.kind, asns: [...last.asns, ...segment.asns] };
    else out.push(segment);
  }
  return out;
}

/** Attributes that nobody here knows: the transitive ones are passed on, marked as partial. RFC 4271 §5 */
const unknownOf = (attributes: readonly Attribute[]): readonly UnknownAttribute[] =>
  attributes
    .flatMap(({ flags, body }) =>
      body.kind === 'other' && flags & FLAG.transitive
        ? [{ code: body.code, flags: (flags & ~FLAG.extended) | FLAG.partial, hex: toHex(body.value) }]
        : [],
    )
    .sort((a, b) => a.code - b.code);

/** What the message says of its prefixes. `inside`: told by a peer of our AS or confederation. */
export function attributesFrom(
  list: readonly Attribute[],
  nexthop: Ip4,
  inside: 'internal' | 'confederation' | 'external',
  as4: boolean,
): PathAttributes {
  const path = bodyOf(list, 'as-path')?.path ?? [];
  const wide = as4 ? undefined : bodyOf(list, 'as4-path')?.path;
  const med = bodyOf(list, 'med')?.value;
  const localPref = inside === 'external' ? undefined : bodyOf(list, 'local-pref')?.value;
  const originatorId = inside === 'internal' ? bodyOf(list, 'originator-id')?.value : undefined;
  const clusterList = inside === 'internal' ? bodyOf(list, 'cluster-list')?.list : undefined;
  const communities = bodyOf(list, 'communities')?.list;
  const extended = bodyOf(list, 'extended')?.list;
  const large = bodyOf(list, 'large')?.list;
  // Whether it counts is for the session to say.
  const aigp = bodyOf(list, 'aigp')?.metric;
  const narrow = bodyOf(list, 'aggregator')?.aggregator;
  const aggregator = narrow?.asn === AS_TRANS ? (bodyOf(list, 'as4-aggregator')?.aggregator ?? narrow) : narrow;
  const unknown = unknownOf(list);
  return {
    origin: bodyOf(list, 'origin')?.origin ?? 'incomplete',
    asPath: wide ? mergePaths(path, wide) : path,
    nexthop,
    ...(med === undefined ? {} : { med }),
    ...(localPref === undefined ? {} : { localPref }),
    ...(communities ? { communities } : {}),
    ...(extended ? { extended } : {}),
    ...(large ? { large } : {}),
    ...(originatorId === undefined ? {} : { originatorId: originatorId as Ip4 }),
    ...(clusterList ? { clusterList } : {}),
    ...(aigp === undefined ? {} : { aigp }),
    ...(bodyOf(list, 'atomic-aggregate') ? { atomicAggregate: true as const } : {}),
    ...(aggregator ? { aggregator } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
  };
}

const narrowed = (path: AsPath): AsPath =>
  path.map((segment) => ({ ...segment, asns: segment.asns.map((asn) => (asn > 0xffff ? AS_TRANS : asn)) }));

const attribute = (body: AttributeBody): Attribute => ({ flags: flagsOf(codeOf(body)) ?? 0, body });

/** The AS attributes as a peer understands them. RFC 6793 §4.2.2 */
function asAttributes({ asPath, aggregator }: PathAttributes, as4: boolean): AttributeBody[] {
  const wide = !as4 && asPath.some(({ asns }) => asns.some((asn) => asn > 0xffff));
  const plain = asPath.filter(({ kind }) => kind === 'sequence' || kind === 'set');
  const wideAggregator = !as4 && aggregator !== undefined && aggregator.asn > 0xffff;
  return [
    { kind: 'as-path', path: as4 ? asPath : narrowed(asPath) },
    ...(wide ? [{ kind: 'as4-path' as const, path: plain }] : []),
    ...(aggregator
      ? [{ kind: 'aggregator' as const, aggregator: wideAggregator ? { ...aggregator, asn: AS_TRANS } : aggregator }]
      : []),
    ...(wideAggregator ? [{ kind: 'as4-aggregator' as const, aggregator }] : []),
  ];
}

/** In the order of their codes; without the next hop, which goes with the prefixes. */
export function attributesTo(path: PathAttributes, as4: boolean): readonly Attribute[] {
  const { origin, med, localPref, communities, extended, large, originatorId, clusterList, aigp } = path;
  const bodies: AttributeBody[] = [
    { kind: 'origin', origin },
    ...asAttributes(path, as4),
    ...(med === undefined ? [] : [{ kind: 'med' as const, value: med }]),
    ...(localPref === undefined ? [] : [{ kind: 'local-pref' as const, value: localPref }]),
    ...(path.atomicAggregate ? [{ kind: 'atomic-aggregate' as const }] : []),
    ...(communities?.length ? [{ kind: 'communities' as const, list: communities }] : []),
    ...(originatorId === undefined ? [] : [{ kind: 'originator-id' as const, value: originatorId }]),
    ...(clusterList?.length ? [{ kind: 'cluster-list' as const, list: clusterList }] : []),
    ...(extended?.length ? [{ kind: 'extended' as const, list: extended }] : []),
    ...(aigp === undefined ? [] : [{ kind: 'aigp' as const, metric: aigp, after: new Uint8Array(0) }]),
    ...(large?.length ? [{ kind: 'large' as const, list: large }] : []),
  ];
  const unknown = (path.unknown ?? []).map(
    ({ code, flags, hex }): Attribute => ({
      flags,
      body: { kind: 'other', code, value: fromHex(hex) ?? new Uint8Array(0) },
    }),
  );
  return [...bodies.map(attribute), ...unknown].sort((a, b) => codeOf(a.body) - codeOf(b.body));
}
