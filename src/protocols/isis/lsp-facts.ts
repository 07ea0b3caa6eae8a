// What calculations want to know of an LSP, out of its TLVs.       ISO 10589 §7.2.6; RFC 1195 §5.3.4; RFC 5302 §2, §3.3; RFC 5305

import type { MetricStyle } from './config.ts';
import { MAX_WIDE, MAX_WIDE_PATH } from './iana.ts';
import type { Edge, LspFacts, PrefixAd } from './model.ts';
import type { NarrowPrefix, WidePrefix } from './packet/reach.ts';
import type { Tlv } from './packet/shapes.ts';
import { tagOf } from './packet/sub-tlv.ts';

/** Of an LSP that says nothing: a purged one. */
export const NO_FACTS: LspFacts = { edges: [], prefixes: [], areas: [], hostname: undefined };

/** RFC 5302 §3.3: an internal prefix with an external metric is ignored. */
function narrowAd(one: NarrowPrefix, external: boolean): PrefixAd | undefined {
  if (one.external && !external) return undefined;
  return {
    prefix: one.prefix,
    metric: one.metric,
    externalMetric: one.external,
    external,
    down: one.down,
    tag: undefined,
    wide: false,
  };
}

/** RFC 5305 §4: a metric beyond the limit means that the prefix is not there for the normal table. */
function wideAd(one: WidePrefix): PrefixAd | undefined {
  if (one.metric > MAX_WIDE_PATH) return undefined;
  return {
    prefix: one.prefix,
    metric: one.metric,
    externalMetric: false,
    external: false,
    down: one.down,
    tag: tagOf(one.sub),
    wide: true,
  };
}

const some = <T, R>(list: readonly T[], make: (one: T) => R | undefined): R[] => list.flatMap((one) => make(one) ?? []);

export function factsOf(tlvs: readonly Tlv[]): LspFacts {
  const edges: Edge[] = [];
  const prefixes: PrefixAd[] = [];
  const areas: LspFacts['areas'][number][] = [];
  let hostname: string | undefined;
  for (const tlv of tlvs) {
    switch (tlv.kind) {
      case 'is-narrow':
        // ISO 10589 §7.2.5: a neighbour with an external metric is none.
        for (const { node, metric, external } of tlv.neighbours)
          if (!external) edges.push({ to: node, metric, wide: false });
        break;
      case 'is-wide':
        for (const { node, metric } of tlv.neighbours)
          if (metric < MAX_WIDE) edges.push({ to: node, metric, wide: true });
        break;
      case 'ip-internal':
      case 'ip-external':
        prefixes.push(...some(tlv.prefixes, (one) => narrowAd(one, tlv.kind === 'ip-external')));
        break;
      case 'ip-wide':
        prefixes.push(...some(tlv.prefixes, wideAd));
        break;
      case 'areas':
        areas.push(...tlv.areas);
        break;
      case 'hostname':
        hostname ??= tlv.name;
        break;
      default:
        break;
    }
  }
  return { edges, prefixes, areas, hostname };
}

/**
 * What counts for a router that accepts this style. Where a router says both of the same thing, the wide metric counts: a
 * narrow one may have been cut off at 63.
 */
export function accepted<T extends { readonly wide: boolean }>(
  all: readonly T[],
  style: MetricStyle,
  keyOf: (one: T) => unknown,
): readonly T[] {
  if (style !== 'both')
    return all.every((one) => one.wide === (style === 'wide'))
      ? all
      : all.filter((one) => one.wide === (style === 'wide'));
  const first = all[0]?.wide;
  if (all.every((one) => one.wide === first)) return all;
  const wide = new Set(all.filter((one) => one.wide).map(keyOf));
  return all.filter((one) => one.wide || !wide.has(keyOf(one)));
}

/** Of prefixes: only the narrow entry beside a wide one tells that it came from another protocol. */
export function acceptedPrefixes(all: readonly PrefixAd[], style: MetricStyle): readonly PrefixAd[] {
  const chosen = accepted(all, style, (one) => one.prefix);
  if (chosen === all || style !== 'both') return chosen;
  const external = new Set(all.filter((one) => one.external).map((one) => one.prefix));
  if (external.size === 0) return chosen;
  return chosen.map((one) => (one.wide && external.has(one.prefix) ? { ...one, external: true } : one));
}
