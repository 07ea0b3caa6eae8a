// AS_PATH values.                                                                    RFC 4271 §4.3, RFC 5065

import { byNumber } from '../base/sorted-map.ts';
import { parseAsn } from './extended.ts';

export interface AsSegment {
  readonly kind: 'sequence' | 'set' | 'confed-sequence' | 'confed-set';
  readonly asns: readonly number[];
}
export type AsPath = readonly AsSegment[];

export const EMPTY_PATH: AsPath = [];

/** A set counts as one AS, confederation segments as none. RFC 4271 §9.1.2.2 a, RFC 5065 §5.3 */
export function pathLength(path: AsPath): number {
  let length = 0;
  for (const segment of path) {
    if (segment.kind === 'sequence') length += segment.asns.length;
    else if (segment.kind === 'set') length += 1;
  }
  return length;
}

const BRACKETS = {
  sequence: ['', ''],
  set: ['{', '}'],
  'confed-sequence': ['(', ')'],
  'confed-set': ['[', ']'],
} as const;

/** `65001 65002 {1,2}`; empty for a path of no AS. */
export function pathText(path: AsPath): string {
  return path
    .map((segment) => {
      const [open, close] = BRACKETS[segment.kind];
      return open + segment.asns.join(segment.kind === 'set' ? ',' : ' ') + close;
    })
    .join(' ');
}

/** These ASs before the path, in their order: in its first segment where that is of this kind. RFC 4271 §5.1.2 */
export function prepended(
  path: AsPath,
  asns: readonly number[],
  kind: 'sequence' | 'confed-sequence' = 'sequence',
): AsPath {
  if (asns.length === 0) return path;
  const [first, ...rest] = path;
  if (first?.kind === kind && first.asns.length + asns.length <= 255)
    return [{ kind, asns: [...asns, ...first.asns] }, ...rest];
  return [{ kind, asns }, ...path];
}

/** Each AS of such a sequence (`any`: each AS at all) becomes `by`. */
export function replacedIn(path: AsPath, asns: readonly number[] | 'any', by: number): AsPath {
  return path.map(({ kind, asns: old }) => {
    if (asns === 'any') return { kind, asns: old.map(() => by) };
    const made = [...old];
    for (let at = 0; asns.length > 0 && at + asns.length <= old.length; ) {
      const found = asns.every((asn, i) => old[at + i] === asn);
      if (found) made.fill(by, at, at + asns.length);
      at += found ? asns.length : 1;
    }
    return { kind, asns: made };
  });
}

/** The numbers with which all of the paths begin. */
export function commonLead(paths: readonly AsPath[]): readonly number[] {
  const heads = paths.map(([first]) => (first?.kind === 'sequence' ? first.asns : []));
  const [shortest = []] = [...heads].sort((a, b) => a.length - b.length);
  let same = 0;
  while (same < shortest.length && heads.every((head) => head[same] === shortest[same])) same++;
  return shortest.slice(0, same);
}

/** Several paths as one: the sequence with which all begin, and the rest as a set. RFC 4271 §9.2.2.2, appendix F.6 */
export function joinedPaths(paths: readonly AsPath[]): AsPath {
  const flat = paths.map((path) => path.filter(({ kind }) => kind === 'sequence' || kind === 'set'));
  const front = commonLead(flat);
  const rest = flat.flatMap((path) => path.flatMap(({ asns }, i) => (i === 0 ? asns.slice(front.length) : asns)));
  const set = [...new Set(rest)].filter((asn) => !front.includes(asn)).sort(byNumber);
  return [
    ...(front.length > 0 ? [{ kind: 'sequence' as const, asns: front }] : []),
    ...(set.length > 0 ? [{ kind: 'set' as const, asns: set }] : []),
  ];
}

/** Reads `65001 65002 {65003 65004}` or `[ 65001 ]`; undefined when it is no path. */
export function parsePath(text: string): AsPath | undefined {
  const segments: { readonly kind: 'sequence' | 'set'; readonly asns: number[] }[] = [];
  let inSet = false;
  for (const word of text.replace(/^\[(.*)\]$/, '$1').match(/[{}]|[^\s{},]+/g) ?? []) {
    if (word === '{' || word === '}') {
      inSet = word === '{';
      if (inSet) segments.push({ kind: 'set', asns: [] });
      continue;
    }
    const asn = parseAsn(word);
    if (asn === undefined) return undefined;
    const last = segments[segments.length - 1];
    if (last && (last.kind === 'set') === inSet) last.asns.push(asn);
    else segments.push({ kind: 'sequence', asns: [asn] });
  }
  return segments.filter(({ asns }) => asns.length > 0);
}
