// Path attributes, one at a time: bytes <-> values, and what is wrong with one.      RFC 4271 §4.3, RFC 7606

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { type Ip4, isMulticast4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { AsPath, AsSegment } from '../../../route/as-path.ts';
import type { Aggregator, Origin } from '../../../route/attributes.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from '../../../route/community.ts';
import { ATTRIBUTE, FAMILIES, type FamilyName, FLAG, familyOfNumbers } from '../iana.ts';
import { readExtended, readLarge, writeExtended, writeLarge } from './communities.ts';
import { type Nlri, readNlri, writeNlri } from './nlri.ts';

/** What both sides agreed on, as far as bytes depend on it. */
export interface Dialect {
  /** AS numbers in paths have four bytes. RFC 6793 §4.1 */
  readonly as4: boolean;
  /** Prefixes of these families bear path identifiers, in the direction that is read or written. RFC 7911 §3 */
  readonly addPath: ReadonlySet<FamilyName>;
}

export type AttributeBody =
  | { readonly kind: 'origin'; readonly origin: Origin }
  | { readonly kind: 'as-path' | 'as4-path'; readonly path: AsPath }
  | { readonly kind: 'next-hop'; readonly address: Ip4 }
  | { readonly kind: 'med' | 'local-pref' | 'originator-id'; readonly value: number }
  | { readonly kind: 'atomic-aggregate' }
  | { readonly kind: 'aggregator' | 'as4-aggregator'; readonly aggregator: Aggregator }
  | { readonly kind: 'communities'; readonly list: readonly Community[] }
  | { readonly kind: 'cluster-list'; readonly list: readonly Ip4[] }
  | { readonly kind: 'extended'; readonly list: readonly ExtendedCommunity[] }
  | { readonly kind: 'large'; readonly list: readonly LargeCommunity[] }
  | { readonly kind: 'aigp'; readonly metric: number; readonly after: Uint8Array }
  | { readonly kind: 'mp-reach'; readonly family: FamilyName; readonly nexthop: Ip4; readonly nlri: readonly Nlri[] }
  | { readonly kind: 'mp-unreach'; readonly family: FamilyName; readonly nlri: readonly Nlri[] }
  /** MP_REACH_NLRI or MP_UNREACH_NLRI of a family that is not spoken. */
  | {
      readonly kind: 'foreign';
      readonly code: number;
      readonly afi: number;
      readonly safi: number;
      readonly value: Uint8Array;
    }
  | { readonly kind: 'other'; readonly code: number; readonly value: Uint8Array };

export interface Attribute {
  readonly flags: number;
  readonly body: AttributeBody;
}

/** What becomes of a route with a malformed attribute; the strongest of several counts. RFC 7606 §2 */
export type FaultClass = 'discard' | 'withdraw' | 'reset';
export interface Fault {
  readonly class: FaultClass;
  readonly code: number;
  /** Of UPDATE errors, for a NOTIFICATION where the session ends. */
  readonly subcode: number;
}

const ORIGINS: readonly Origin[] = ['igp', 'egp', 'incomplete'];
const SEGMENTS: readonly AsSegment['kind'][] = ['set', 'sequence', 'confed-sequence', 'confed-set'];
const RD_BYTES = 8;
const AIGP_TLV = 11;

/** RFC 7606 §7.2: undefined is a malformed path. */
function readPath(value: Uint8Array, as4: boolean): AsPath | undefined {
  const bytes = new ByteReader(value);
  const path: AsSegment[] = [];
  while (bytes.left > 0) {
    const kind = SEGMENTS[bytes.u8() - 1];
    const count = bytes.u8();
    const inside = bytes.within(count * (as4 ? 4 : 2));
    if (bytes.short || kind === undefined || count === 0) return undefined;
    const asns = Array.from({ length: count }, () => (as4 ? inside.u32() : inside.u16()));
    path.push({ kind, asns });
  }
  return path;
}

function writePath(out: ByteWriter, path: AsPath, as4: boolean): void {
  for (const { kind, asns } of path) {
    for (let at = 0; at < asns.length; at += 255) {
      const part = asns.slice(at, at + 255);
      out.u8(SEGMENTS.indexOf(kind) + 1).u8(part.length);
      for (const asn of part) as4 ? out.u32(asn) : out.u16(asn);
    }
  }
}

/** A list of things of one size; undefined when it does not come out even, or is empty. RFC 7606 §7.8, §7.14 */
function readList<T>(value: Uint8Array, size: number, one: (bytes: ByteReader) => T): readonly T[] | undefined {
  if (value.length === 0 || value.length % size !== 0) return undefined;
  const bytes = new ByteReader(value);
  return Array.from({ length: value.length / size }, () => one(bytes));
}

const fault = (code: number, cls: FaultClass, subcode: number): Result<never, Fault> =>
  err({ class: cls, code, subcode });

const LENGTH = 5;
const OPTIONAL = 9;

/** RFC 4760 §3: families, next hops, prefixes. An error there hides which prefixes it was about: the session ends. */
function readReach(value: Uint8Array, dialect: Dialect): Result<AttributeBody, Fault> {
  const bytes = new ByteReader(value);
  const [afi, safi] = [bytes.u16(), bytes.u8()];
  const code = ATTRIBUTE['mp-reach'];
  if (bytes.short) return fault(code, 'reset', OPTIONAL);
  const family = familyOfNumbers(afi, safi);
  if (!family || family === 'ipv6') return ok({ kind: 'foreign', code, afi, safi, value });
  const hop = bytes.within(bytes.u8());
  const rd = family === 'vpnv4' ? RD_BYTES : 0;
  if (hop.left !== rd + 4) return fault(code, 'reset', OPTIONAL);
  hop.skip(rd);
  const nexthop = hop.u32() as Ip4;
  bytes.skip(1);
  if (bytes.short) return fault(code, 'reset', OPTIONAL);
  const nlri = readNlri(bytes, family, dialect.addPath.has(family));
  return nlri ? ok({ kind: 'mp-reach', family, nexthop, nlri }) : fault(code, 'reset', OPTIONAL);
}

function readUnreach(value: Uint8Array, dialect: Dialect): Result<AttributeBody, Fault> {
  const bytes = new ByteReader(value);
  const [afi, safi] = [bytes.u16(), bytes.u8()];
  const code = ATTRIBUTE['mp-unreach'];
  if (bytes.short) return fault(code, 'reset', OPTIONAL);
  const family = familyOfNumbers(afi, safi);
  if (!family || family === 'ipv6') return ok({ kind: 'foreign', code, afi, safi, value });
  const nlri = readNlri(bytes, family, dialect.addPath.has(family));
  return nlri ? ok({ kind: 'mp-unreach', family, nlri }) : fault(code, 'reset', OPTIONAL);
}

function readAggregator(value: Uint8Array, as4: boolean): Aggregator | undefined {
  const bytes = new ByteReader(value);
  if (value.length !== (as4 ? 8 : 6)) return undefined;
  return { asn: as4 ? bytes.u32() : bytes.u16(), routerId: bytes.u32() as Ip4 };
}

/** RFC 7311 §3: the first TLV of type 1 counts; others are passed on. */
function readAigp(value: Uint8Array): AttributeBody | undefined {
  const bytes = new ByteReader(value);
  if (bytes.u8() !== 1 || bytes.u16() !== AIGP_TLV) return undefined;
  const metric = Number(bytes.u64());
  return bytes.short ? undefined : { kind: 'aigp', metric, after: bytes.rest() };
}

const word = (value: Uint8Array): number => new ByteReader(value).u32();

/** One attribute's value. RFC 7606 §7, attribute by attribute. */
export function readAttribute(code: number, value: Uint8Array, dialect: Dialect): Result<AttributeBody, Fault> {
  switch (code) {
    case ATTRIBUTE.origin: {
      const origin = value.length === 1 ? ORIGINS[value[0] as number] : undefined;
      return origin ? ok({ kind: 'origin', origin }) : fault(code, 'withdraw', 6);
    }
    case ATTRIBUTE['as-path']: {
      const path = readPath(value, dialect.as4);
      return path ? ok({ kind: 'as-path', path }) : fault(code, 'withdraw', 11);
    }
    case ATTRIBUTE['as4-path']: {
      const path = readPath(value, true);
      return path ? ok({ kind: 'as4-path', path }) : fault(code, 'discard', OPTIONAL);
    }
    case ATTRIBUTE['next-hop']: {
      if (value.length !== 4) return fault(code, 'withdraw', LENGTH);
      const address = word(value) as Ip4;
      return address === 0 || isMulticast4(address) ? fault(code, 'withdraw', 8) : ok({ kind: 'next-hop', address });
    }
    case ATTRIBUTE.med:
      return value.length === 4 ? ok({ kind: 'med', value: word(value) }) : fault(code, 'withdraw', LENGTH);
    case ATTRIBUTE['local-pref']:
      return value.length === 4 ? ok({ kind: 'local-pref', value: word(value) }) : fault(code, 'withdraw', LENGTH);
    case ATTRIBUTE['originator-id']:
      return value.length === 4 ? ok({ kind: 'originator-id', value: word(value) }) : fault(code, 'withdraw', LENGTH);
    case ATTRIBUTE['atomic-aggregate']:
      return value.length === 0 ? ok({ kind: 'atomic-aggregate' }) : fault(code, 'discard', LENGTH);
    default:
      return readOptional(code, value, dialect);
  }
}

function readOptional(code: number, value: Uint8Array, dialect: Dialect): Result<AttributeBody, Fault> {
  const listed = <T, K extends AttributeBody['kind']>(kind: K, list: readonly T[] | undefined) =>
    list ? ok({ kind, list } as unknown as AttributeBody) : fault(code, 'withdraw', LENGTH);
  switch (code) {
    case ATTRIBUTE.aggregator:
    case ATTRIBUTE['as4-aggregator']: {
      const wide = code === ATTRIBUTE['as4-aggregator'];
      const aggregator = readAggregator(value, wide || dialect.as4);
      if (!aggregator) return fault(code, 'discard', LENGTH);
      return ok({ kind: wide ? 'as4-aggregator' : 'aggregator', aggregator });
    }
    case ATTRIBUTE.communities:
      return listed(
        'communities',
        readList(value, 4, (bytes) => bytes.u32()),
      );
    case ATTRIBUTE['cluster-list']:
      return listed(
        'cluster-list',
        readList(value, 4, (bytes) => bytes.u32()),
      );
    case ATTRIBUTE.extended:
      return listed('extended', readList(value, 8, readExtended));
    case ATTRIBUTE.large:
      return listed('large', readList(value, 12, readLarge));
    case ATTRIBUTE['mp-reach']:
      return readReach(value, dialect);
    case ATTRIBUTE['mp-unreach']:
      return readUnreach(value, dialect);
    case ATTRIBUTE.aigp: {
      const aigp = readAigp(value);
      return aigp ? ok(aigp) : fault(code, 'discard', OPTIONAL);
    }
    default:
      return ok({ kind: 'other', code, value });
  }
}

const CODES = ATTRIBUTE as Readonly<Record<string, number>>;

export const codeOf = (body: AttributeBody): number =>
  body.kind === 'other' || body.kind === 'foreign' ? body.code : (CODES[body.kind] as number);

function writeValue(out: ByteWriter, body: AttributeBody, dialect: Dialect): void {
  switch (body.kind) {
    case 'origin':
      out.u8(ORIGINS.indexOf(body.origin));
      break;
    case 'as-path':
    case 'as4-path':
      writePath(out, body.path, body.kind === 'as4-path' || dialect.as4);
      break;
    case 'next-hop':
      out.u32(body.address);
      break;
    case 'med':
    case 'local-pref':
    case 'originator-id':
      out.u32(body.value);
      break;
    case 'atomic-aggregate':
      break;
    case 'aggregator':
    case 'as4-aggregator': {
      const { asn, routerId } = body.aggregator;
      if (body.kind === 'as4-aggregator' || dialect.as4) out.u32(asn);
      else out.u16(asn);
      out.u32(routerId);
      break;
    }
    case 'communities':
    case 'cluster-list':
      for (const value of body.list) out.u32(value);
      break;
    case 'extended':
      for (const community of body.list) writeExtended(out, community);
      break;
    case 'large':
      for (const community of body.list) writeLarge(out, community);
      break;
    case 'aigp':
      out.u8(1).u16(AIGP_TLV).u64(BigInt(body.metric)).bytes(body.after);
      break;
    case 'mp-reach': {
      const { afi, safi } = FAMILIES[body.family];
      const rd = body.family === 'vpnv4' ? RD_BYTES : 0;
      out
        .u16(afi)
        .u8(safi)
        .u8(rd + 4)
        .zeros(rd)
        .u32(body.nexthop)
        .u8(0);
      writeNlri(out, body.nlri, body.family, dialect.addPath.has(body.family));
      break;
    }
    case 'mp-unreach': {
      const { afi, safi } = FAMILIES[body.family];
      writeNlri(out.u16(afi).u8(safi), body.nlri, body.family, dialect.addPath.has(body.family));
      break;
    }
    case 'foreign':
    case 'other':
      out.bytes(body.value);
      break;
  }
}

/** With its flags, code and length. The extended length is used where it was asked for, or where it is needed. */
export function writeAttribute(out: ByteWriter, { flags, body }: Attribute, dialect: Dialect): void {
  const inside = new ByteWriter(32);
  writeValue(inside, body, dialect);
  const wide = (flags & FLAG.extended) !== 0 || inside.length > 255;
  out.u8(wide ? flags | FLAG.extended : flags).u8(codeOf(body));
  if (wide) out.u16(inside.length);
  else out.u8(inside.length);
  out.bytes(inside.done());
}

/** What the code says of the first two flags; undefined: a code that is not known. RFC 4271 §5 */
export function flagsOf(code: number): number | undefined {
  const { optional, transitive } = FLAG;
  switch (code) {
    case ATTRIBUTE.origin:
    case ATTRIBUTE['as-path']:
    case ATTRIBUTE['next-hop']:
    case ATTRIBUTE['local-pref']:
    case ATTRIBUTE['atomic-aggregate']:
      return transitive;
    case ATTRIBUTE.med:
    case ATTRIBUTE['originator-id']:
    case ATTRIBUTE['cluster-list']:
    case ATTRIBUTE['mp-reach']:
    case ATTRIBUTE['mp-unreach']:
    case ATTRIBUTE.aigp:
      return optional;
    case ATTRIBUTE.aggregator:
    case ATTRIBUTE.communities:
    case ATTRIBUTE.extended:
    case ATTRIBUTE.large:
    case ATTRIBUTE['as4-path']:
    case ATTRIBUTE['as4-aggregator']:
      return optional | transitive;
    default:
      return undefined;
  }
}
