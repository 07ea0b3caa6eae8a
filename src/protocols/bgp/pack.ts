// Many prefixes of the same attributes in one message.                               RFC 4271 §9.2.2, §4.3, RFC 4760 §3

import { ByteWriter } from '../../base/bytes.ts';
import { type Ip4, isIp4 } from '../../base/ip.ts';
import { comparePrefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { AttributePool } from './attribute-pool.ts';
import { type FamilyName, MAX_MESSAGE } from './iana.ts';
import { type Attribute, type Dialect, writeAttribute } from './packet/attribute.ts';
import { encodeMessage } from './packet/message.ts';
import { type Nlri, nlriSize } from './packet/nlri.ts';
import type { Sent } from './peer.ts';
import { attributesTo } from './wire-attributes.ts';

/** Messages ready to be written. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** Prefixes in it. */
  readonly prefixes: number;
}

/** Header, the two lengths, and room to spare for the MP attribute's own header. */
const OVERHEAD = 19 + 4 + 40;

/** As many prefixes to a part as fit into a message. */
function parts(
  list: readonly Nlri[],
  family: FamilyName,
  addPath: boolean,
  room: number,
): readonly (readonly Nlri[])[] {
  const out: Nlri[][] = [];
  let left = 0;
  for (const nlri of [...list].sort((a, b) => comparePrefix(a.prefix, b.prefix))) {
    const size = nlriSize(nlri, family, addPath);
    if (left < size) {
      out.push([]);
      left = room;
    }
    out.at(-1)?.push(nlri);
    left -= size;
  }
  return out;
}

function update(
  dialect: Dialect,
  withdrawn: readonly Nlri[],
  attributes: readonly Attribute[],
  nlri: readonly Nlri[],
): Uint8Array {
  return encodeMessage({ type: 'update', update: { withdrawn, attributes, nlri, faults: [] } }, dialect);
}

/** RFC 8277 §2.4: a withdrawal needs no label. */
export function withdrawals(family: FamilyName, dialect: Dialect, gone: readonly Sent[]): readonly Packed[] {
  const list = gone.map(
    ({ nlri: { prefix, rd, pathId } }): Nlri => ({
      prefix,
      ...(rd ? { rd } : {}),
      ...(pathId === undefined ? {} : { pathId }),
    }),
  );
  return parts(list, family, dialect.addPath.has(family), MAX_MESSAGE - OVERHEAD).map((part) => ({
    prefixes: part.length,
    bytes:
      family === 'ipv4'
        ? update(dialect, part, [], [])
        : update(dialect, [], [{ flags: 0x80, body: { kind: 'mp-unreach', family, nlri: part } }], []),
  }));
}

/** NEXT_HOP in its place: after ORIGIN and AS_PATH. */
function withHop(body: readonly Attribute[], address: Ip4): readonly Attribute[] {
  const front = body.filter((one) => one.body.kind === 'origin' || one.body.kind === 'as-path');
  const rest = body.filter((one) => !front.includes(one));
  return [...front, { flags: 0x40, body: { kind: 'next-hop', address } }, ...rest];
}

/** By their attributes, in the order in which these first come. */
export function announcements(family: FamilyName, dialect: Dialect, fresh: readonly Sent[]): readonly Packed[] {
  const pool = new AttributePool();
  const lists = new Map<PathAttributes, Nlri[]>();
  for (const { attributes, nlri } of fresh) {
    const one = pool.one(attributes);
    const list = lists.get(one);
    if (list) list.push(nlri);
    else lists.set(one, [nlri]);
  }
  const addPath = dialect.addPath.has(family);
  return [...lists].flatMap(([attributes, list]) => {
    const body = attributesTo(attributes, dialect.as4);
    const size = new ByteWriter(256);
    for (const one of body) writeAttribute(size, one, dialect);
    const nexthop = isIp4(attributes.nexthop) ? attributes.nexthop : (0 as Ip4);
    const front = family === 'ipv4' ? withHop(body, nexthop) : body;
    return parts(list, family, addPath, MAX_MESSAGE - OVERHEAD - size.length).map((part) => ({
      prefixes: part.length,
      bytes:
        family === 'ipv4'
          ? update(dialect, [], front, part)
          : update(
              dialect,
              [],
              [{ flags: 0x80, body: { kind: 'mp-reach', family, nexthop, nlri: part } }, ...body],
              [],
            ),
    }));
  });
}

/** RFC 4724 §2: the first round of this family is over. */
export const endOfRib = (family: FamilyName, dialect: Dialect): Packed => ({
  prefixes: 0,
  bytes:
    family === 'ipv4'
      ? update(dialect, [], [], [])
      : update(dialect, [], [{ flags: 0x80, body: { kind: 'mp-unreach', family, nlri: [] } }], []),
});
