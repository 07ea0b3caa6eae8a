// UPDATE: withdrawn prefixes, attributes, prefixes.                                  RFC 4271 §4.3, §6.3, RFC 7606

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { ATTRIBUTE, ERROR, FLAG, UPDATE_ERROR } from '../iana.ts';
import { type Attribute, type Dialect, type Fault, flagsOf, readAttribute, writeAttribute } from './attribute.ts';
import { type BgpError, bgpError } from './error.ts';
import { type Nlri, readNlri, writeNlri } from './nlri.ts';

export interface Update {
  readonly withdrawn: readonly Nlri[];
  readonly attributes: readonly Attribute[];
  readonly nlri: readonly Nlri[];
  /** What was wrong and can be lived with. 'withdraw': the prefixes of this message are to be taken for withdrawn. */
  readonly faults: readonly Fault[];
}

const { optional, transitive } = FLAG;

const updateError = (subcode: number, data?: Uint8Array): Result<never, BgpError> =>
  err(bgpError(ERROR.update, subcode, data));

interface Taken {
  readonly attributes: Attribute[];
  readonly faults: Fault[];
}

const withdraw = (code: number, subcode: number): Fault => ({ class: 'withdraw', code, subcode });

/** RFC 7606 §3: one attribute after another; a length that runs over the end spoils the rest, and no more than that. */
function readAttributes(bytes: ByteReader, dialect: Dialect): Result<Taken, BgpError> {
  const taken: Taken = { attributes: [], faults: [] };
  const seen = new Set<number>();
  while (bytes.left > 0) {
    const [flags, code] = [bytes.u8(), bytes.u8()];
    const length = flags & FLAG.extended ? bytes.u16() : bytes.u8();
    const value = bytes.take(length);
    if (bytes.short) {
      taken.faults.push(withdraw(code, UPDATE_ERROR['attribute-length']));
      break;
    }
    const multiprotocol = code === ATTRIBUTE['mp-reach'] || code === ATTRIBUTE['mp-unreach'];
    if (seen.has(code)) {
      // §3 g: of the same attribute twice the first counts; of prefixes nothing is certain any more.
      if (multiprotocol) return updateError(UPDATE_ERROR['attribute-list']);
      taken.faults.push({ class: 'discard', code, subcode: UPDATE_ERROR['attribute-list'] });
      continue;
    }
    seen.add(code);
    const error = readInto(taken, flags, code, value, dialect);
    if (error) return err(error);
  }
  return ok(taken);
}

function readInto(
  taken: Taken,
  flags: number,
  code: number,
  value: Uint8Array,
  dialect: Dialect,
): BgpError | undefined {
  const wanted = flagsOf(code);
  // RFC 4271 §6.3: a well-known attribute that is not known.
  if (wanted === undefined && !(flags & optional))
    return bgpError(ERROR.update, UPDATE_ERROR['unknown-well-known'], Uint8Array.of(flags, code));
  // RFC 7606 §3 c: wrong flags.
  if (wanted !== undefined && (flags & (optional | transitive)) !== wanted) {
    taken.faults.push(withdraw(code, UPDATE_ERROR['attribute-flags']));
    // What it names must be known all the same, or it could not be taken for withdrawn.
    if (code !== ATTRIBUTE['mp-reach'] && code !== ATTRIBUTE['mp-unreach']) return undefined;
  }
  const body = readAttribute(code, value, dialect);
  if (body.ok) taken.attributes.push({ flags, body: body.value });
  else if (body.error.class === 'reset') return bgpError(ERROR.update, body.error.subcode);
  else taken.faults.push(body.error);
  return undefined;
}

/** RFC 4271 §6.3, RFC 7606 §3 d: what a route must have. */
function missing({ attributes }: Taken, plain: boolean): readonly Fault[] {
  const has = (kind: string): boolean => attributes.some(({ body }) => body.kind === kind);
  const announces = plain || has('mp-reach');
  if (!announces) return [];
  const wanted = ['origin', 'as-path', ...(plain ? ['next-hop'] : [])] as const;
  return wanted
    .filter((kind) => !has(kind))
    .map((kind) => withdraw(ATTRIBUTE[kind as 'origin'], UPDATE_ERROR['missing-well-known']));
}

export function decodeUpdate(body: Uint8Array, dialect: Dialect): Result<Update, BgpError> {
  const bytes = new ByteReader(body);
  const addPath = dialect.addPath.has('ipv4');
  const gone = bytes.within(bytes.u16());
  const inside = bytes.within(bytes.u16());
  if (bytes.short) return updateError(UPDATE_ERROR['attribute-list']);
  const withdrawn = readNlri(gone, 'ipv4', addPath);
  const nlri = readNlri(bytes, 'ipv4', addPath);
  if (!withdrawn || !nlri) return updateError(UPDATE_ERROR['network-field']);
  const taken = readAttributes(inside, dialect);
  if (!taken.ok) return taken;
  const { attributes, faults } = taken.value;
  return ok({ withdrawn, attributes, nlri, faults: [...faults, ...missing(taken.value, nlri.length > 0)] });
}

export function encodeUpdate(update: Omit<Update, 'faults'>, dialect: Dialect): Uint8Array {
  const addPath = dialect.addPath.has('ipv4');
  const gone = new ByteWriter(64);
  writeNlri(gone, update.withdrawn, 'ipv4', addPath);
  const attributes = new ByteWriter(128);
  for (const attribute of update.attributes) writeAttribute(attributes, attribute, dialect);
  const out = new ByteWriter(256);
  out.u16(gone.length).bytes(gone.done()).u16(attributes.length).bytes(attributes.done());
  writeNlri(out, update.nlri, 'ipv4', addPath);
  return out.done();
}
