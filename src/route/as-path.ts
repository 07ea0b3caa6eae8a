// AS_PATH values.                                                                    RFC 4271 §4.3, RFC 5065

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
