// Lists of communities: what a route's communities are asked, all of them or one by one.
// RFC 1997, RFC 4360, RFC 8092

import { compileRegex, type Regex } from '../base/regex.ts';
import {
  type Community,
  compareLarge,
  type ExtendedCommunity,
  type LargeCommunity,
  largeText,
  sameExtended,
} from '../route/community.ts';
import { administeredText } from '../route/extended.ts';

/** How extended communities are written where a regular expression looks at them. */
export interface Spelling {
  /** Behind an AS of four bytes. */
  readonly wide: string;
  readonly target: string;
  readonly origin: string;
  readonly other: string;
}

/** How standard communities are written: `65000:1`, or one number. */
export type Notation = 'pair' | 'number';

/** A question that one community answers. A pattern may fit any part of its text. */
export type CommunityTest =
  | { readonly kind: 'standard'; readonly value: Community }
  | { readonly kind: 'extended'; readonly value: ExtendedCommunity }
  | { readonly kind: 'large'; readonly value: LargeCommunity }
  | { readonly kind: 'standard-pattern'; readonly pattern: string }
  | { readonly kind: 'extended-pattern'; readonly pattern: string; readonly spelling: Spelling }
  | { readonly kind: 'large-pattern'; readonly pattern: string }
  /** A pattern that cannot be read. */
  | { readonly kind: 'never' };

/** Looks at all communities of a kind, written behind each other. */
export type CommunityLine =
  | { readonly kind: 'standard'; readonly pattern: string; readonly notation: Notation }
  | { readonly kind: 'extended'; readonly pattern: string; readonly spelling: Spelling }
  | { readonly kind: 'large'; readonly pattern: string };

export interface CommunityEntry {
  readonly verdict: 'permit' | 'deny';
  /** Each of these is answered by some community of the route; none: every route. */
  readonly all: readonly CommunityTest[];
  readonly line?: CommunityLine;
  /** It fits where it would not, and the other way round. */
  readonly invert?: true;
}

export interface CommunityList {
  readonly name: string;
  /** In the order in which they are tried. */
  readonly entries: readonly CommunityEntry[];
}

/** The communities of a route, of all kinds. */
export interface Communities {
  readonly communities?: readonly Community[];
  readonly extended: readonly ExtendedCommunity[];
  readonly large?: readonly LargeCommunity[];
}

const regexes = new Map<string, Regex | undefined>();
/** So many patterns are remembered; then it begins anew. */
const REMEMBERED = 2_000;

/** A pattern as it was read once; undefined: it cannot be read. */
export function patternOf(pattern: string): Regex | undefined {
  const known = regexes.get(pattern);
  if (known || regexes.has(pattern)) return known;
  const made = compileRegex(pattern, { intervals: true, underscore: 'delimiter' });
  if (regexes.size >= REMEMBERED) regexes.clear();
  const regex = made.ok ? made.value : undefined;
  regexes.set(pattern, regex);
  return regex;
}

const fits = (pattern: string, text: string): boolean => patternOf(pattern)?.test(text) === true;

/** `65000:1` */
export const communityText = (one: Community): string => `${one >>> 16}:${one & 0xffff}`;

function spelled(one: ExtendedCommunity, spelling: Spelling): string {
  return spelling[one.kind] + (one.kind === 'other' ? one.hex : administeredText(one.value, spelling.wide));
}

const holdsStandard = (test: CommunityTest, one: Community): boolean =>
  test.kind === 'standard'
    ? test.value === one
    : test.kind === 'standard-pattern' && fits(test.pattern, communityText(one));

const holdsExtended = (test: CommunityTest, one: ExtendedCommunity): boolean =>
  test.kind === 'extended'
    ? sameExtended(test.value, one)
    : test.kind === 'extended-pattern' && fits(test.pattern, spelled(one, test.spelling));

const holdsLarge = (test: CommunityTest, one: LargeCommunity): boolean =>
  test.kind === 'large'
    ? compareLarge(test.value, one) === 0
    : test.kind === 'large-pattern' && fits(test.pattern, largeText(one));

/** Does some community of the route answer it? */
export function answered(test: CommunityTest, { communities, extended, large }: Communities): boolean {
  switch (test.kind) {
    case 'standard':
      return communities?.includes(test.value) === true;
    case 'standard-pattern':
      return communities?.some((one) => holdsStandard(test, one)) === true;
    case 'extended':
    case 'extended-pattern':
      return extended.some((one) => holdsExtended(test, one));
    case 'large':
    case 'large-pattern':
      return large?.some((one) => holdsLarge(test, one)) === true;
    default:
      return false;
  }
}

/** All communities of a kind behind each other, in their order. */
function lineText(line: CommunityLine, { communities, extended, large }: Communities): string {
  if (line.kind === 'large') return [...(large ?? [])].sort(compareLarge).map(largeText).join(' ');
  if (line.kind === 'extended') return extended.map((one) => spelled(one, line.spelling)).join(' ');
  const sorted = [...(communities ?? [])].sort((a, b) => a - b);
  return sorted.map(line.notation === 'pair' ? communityText : String).join(' ');
}

function entryFits(entry: CommunityEntry, carried: Communities): boolean {
  const holds =
    entry.all.every((test) => answered(test, carried)) &&
    (entry.line === undefined || fits(entry.line.pattern, lineText(entry.line, carried)));
  return holds !== (entry.invert === true);
}

/** Nothing of the kinds that it asks for but what it asks for. */
function onlyThese(entry: CommunityEntry, { communities, extended, large }: Communities): boolean {
  const { all } = entry;
  const kinds = new Set(all.map(({ kind }) => kind.split('-')[0]));
  const clean = <T>(kind: string, of: readonly T[] | undefined, holds: (test: CommunityTest, one: T) => boolean) =>
    !kinds.has(kind) || (of ?? []).every((one) => all.some((test) => holds(test, one)));
  return (
    clean('standard', communities, holdsStandard) &&
    clean('extended', extended, holdsExtended) &&
    clean('large', large, holdsLarge)
  );
}

/** The entry that decides; undefined when none fits (which the caller takes for a deny). */
export function communityEntry(list: CommunityList, carried: Communities, exact: boolean): CommunityEntry | undefined {
  return list.entries.find(
    (entry) => entryFits(entry, carried) && (!exact || entry.line !== undefined || onlyThese(entry, carried)),
  );
}

/** Without the communities, of whatever kind, that alone pass the list. */
export function withoutListed(carried: Communities, list: CommunityList): Communities {
  const stays = (alone: Communities): boolean => communityEntry(list, alone, false)?.verdict !== 'permit';
  const { communities, extended, large } = carried;
  return {
    ...(communities ? { communities: communities.filter((one) => stays({ communities: [one], extended: [] })) } : {}),
    extended: extended.filter((one) => stays({ extended: [one] })),
    ...(large ? { large: large.filter((one) => stays({ extended: [], large: [one] })) } : {}),
  };
}
