// policy-options community: members -> what communities are asked, set or added.
// Source: Junos OS Routing Policies, "Understanding How to Define BGP Communities and Extended Communities" (all members
// must be there; UNIX expressions in either half, `*` for anything), "Using UNIX Regular Expressions in Community Names";
// capture of vJunos 25.4R1 (snapshot junos_ext_community_literal): `672277L` is an AS of four bytes.

import type { ConfigNode } from '../../../config/tree.ts';
import type { CommunityEntry, CommunityList, CommunityTest, Spelling } from '../../../policy/community-list.ts';
import type { Action } from '../../../policy/policy.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from '../../../route/community.ts';
import { FORM_CODE, parseAdministered } from '../../../route/extended.ts';
import { all, type Block, has, one } from './tree-reader.ts';

const SPELLING: Spelling = { wide: 'L', target: 'target:', origin: 'origin:', other: '' };

const KNOWN: Readonly<Record<string, Community>> = {
  'graceful-shutdown': 0xffff0000,
  'accept-own': 0xffff0001,
  'llgr-stale': 0xffff0006,
  'no-llgr': 0xffff0007,
  blackhole: 0xffff029a,
  'no-export': 0xffffff01,
  'no-advertise': 0xffffff02,
  'no-export-subconfed': 0xffffff03,
  'no-peer': 0xffffff04,
};

/** Subtypes of extended communities by their Junos names. IANA, "BGP Extended Communities" */
const SUBTYPES: Readonly<Record<string, number>> = {
  target: 0x02,
  origin: 0x03,
  'domain-id': 0x05,
  'src-as': 0x09,
  'rt-import': 0x0b,
  'vpn-id': 0x05,
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** `65000:1`, `target:65000:1`, `large:1:2:3` …; undefined: it is no community but perhaps a pattern. */
export function parseMember(text: string): CommunityTest | undefined {
  const known = KNOWN[text];
  if (known !== undefined) return { kind: 'standard', value: known };
  const parts = text.split(':');
  if (parts.length === 2) {
    const value = standardOf(parts);
    return value === undefined ? undefined : { kind: 'standard', value };
  }
  if (parts[0] === 'large') {
    const value = largeOf(parts.slice(1));
    return value && { kind: 'large', value };
  }
  const value = extendedOf(parts);
  return value && { kind: 'extended', value };
}

const isNumber = (text: string | undefined, most: number): boolean =>
  text !== undefined && /^\d{1,10}$/.test(text) && Number(text) <= most;

function standardOf([high, low]: readonly string[]): Community | undefined {
  return isNumber(high, 0xffff) && isNumber(low, 0xffff) ? Number(high) * 0x10000 + Number(low) : undefined;
}

function largeOf(parts: readonly string[]): LargeCommunity | undefined {
  if (parts.length !== 3 || !parts.every((part) => isNumber(part, 0xffffffff))) return undefined;
  const [admin = 0, first = 0, second = 0] = parts.map(Number);
  return { admin, first, second };
}

/** Type, administrator, number. The type by its name, or its two octets as one number. */
function extendedOf([type = '', ...rest]: readonly string[]): ExtendedCommunity | undefined {
  if (rest.length !== 2) return undefined;
  const [admin = '', number = ''] = rest;
  if (type === 'bandwidth') return isNumber(admin, 0xffff) ? bandwidth(Number(admin), number) : undefined;
  if (type === 'color') {
    const fits = isNumber(admin, 3) && isNumber(number, 0xffffffff);
    return fits ? { kind: 'other', hex: `030b${hex(Number(admin) << 14, 4)}${hex(Number(number), 8)}` } : undefined;
  }
  const value = parseAdministered(`${admin}:${number}`);
  if (!value) return undefined;
  if (type === 'target' || type === 'origin') return { kind: type, value };
  const body =
    value.form === 'as2' ? hex(value.admin, 4) + hex(value.number, 8) : hex(value.admin, 8) + hex(value.number, 4);
  const subtype = SUBTYPES[type];
  if (subtype !== undefined) return { kind: 'other', hex: hex(FORM_CODE[value.form], 2) + hex(subtype, 2) + body };
  return isNumber(type, 0xffff) ? { kind: 'other', hex: hex(Number(type), 4) + body } : undefined;
}

/** Bytes a second as an IEEE number of four bytes. draft-ietf-idr-link-bandwidth §2 */
function bandwidth(asn: number, text: string): ExtendedCommunity | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, Number(text));
  return { kind: 'other', hex: `4004${hex(asn, 4)}${hex(view.getUint32(0), 8)}` };
}

/** A pattern over the texts of one kind of communities. `*` in the place of a number is any. */
function patternOf(text: string): CommunityTest {
  const pattern = text
    .replace(/ /g, '')
    .replace(/^(\^?)\*/, '$1.*')
    .replace(/:\*/g, ':.*');
  const bare = pattern.replace(/^\^?\(*/, '');
  if (bare.startsWith('large:')) return { kind: 'large-pattern', pattern: pattern.replace('large:', '') };
  if (/^(target|origin):/.test(bare) || (pattern.match(/:/g)?.length ?? 0) > 1)
    return { kind: 'extended-pattern', pattern, spelling: SPELLING };
  return { kind: 'standard-pattern', pattern };
}

function definition(tree: Block, name: string): ConfigNode | undefined {
  return all(one(tree, 'policy-options'), 'community').find(({ args }) => args['community-name'] === name);
}

/** A community, or else a pattern of communities. */
export const memberTest = (text: string): CommunityTest => parseMember(text) ?? patternOf(text);

const membersOf = (node: ConfigNode): readonly CommunityTest[] =>
  all(node, 'members').map(({ args }) => memberTest(args['member'] ?? ''));

/** What a route's communities are asked; undefined when nobody defined it. */
export function communityNamed(tree: Block, name: string): CommunityList | undefined {
  const node = definition(tree, name);
  if (!node) return undefined;
  const entry: CommunityEntry = {
    verdict: 'permit',
    all: membersOf(node),
    ...(has(node, 'invert-match') ? { invert: true } : {}),
  };
  return { name, entries: [entry] };
}

/** `community set` takes all others away, of whatever kind. A pattern cannot be added. */
export function communityActions(tree: Block, how: 'set' | 'add' | 'delete', name: string): readonly Action[] {
  const node = definition(tree, name);
  if (!node) return [];
  const members = membersOf(node);
  if (how === 'delete') return [{ kind: 'delete-listed', list: anyOf(name, members, has(node, 'invert-match')) }];
  const mode = how === 'set' ? 'replace' : 'add';
  const actions: readonly (Action & { readonly list: readonly unknown[] })[] = [
    { kind: 'communities', how: mode, list: members.flatMap((one) => (one.kind === 'standard' ? [one.value] : [])) },
    { kind: 'extended', how: mode, list: members.flatMap((one) => (one.kind === 'extended' ? [one.value] : [])) },
    { kind: 'large', how: mode, list: members.flatMap((one) => (one.kind === 'large' ? [one.value] : [])) },
  ];
  return how === 'set' ? actions : actions.filter(({ list }) => list.length > 0);
}

/** Each member by itself; inverted: everything but these. */
function anyOf(name: string, members: readonly CommunityTest[], inverted: boolean): CommunityList {
  const entries = members.map((test): CommunityEntry => ({ verdict: inverted ? 'deny' : 'permit', all: [test] }));
  return { name, entries: inverted ? [...entries, { verdict: 'permit', all: [] }] : entries };
}

/** The operations by their words and signs. */
export const OPERATIONS: Readonly<Record<string, 'set' | 'add' | 'delete'>> = {
  set: 'set',
  '=': 'set',
  add: 'add',
  '+': 'add',
  delete: 'delete',
  '-': 'delete',
};
