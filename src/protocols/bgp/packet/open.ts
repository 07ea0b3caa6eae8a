// OPEN and its capabilities.                     RFC 4271 §4.2, §6.2, RFC 5492, RFC 4760 §8, RFC 6793, RFC 7911 §4, RFC 4724 §3

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import type { Ip4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { BGP_VERSION, CAPABILITY, ERROR, OPEN_ERROR } from '../iana.ts';
import { type BgpError, bgpError } from './error.ts';

/** How the sender deals with path identifiers of a family. RFC 7911 §4: 1 receives, 2 sends, 3 both */
export interface AddPath {
  readonly afi: number;
  readonly safi: number;
  readonly mode: number;
}

export type Capability =
  | { readonly kind: 'multiprotocol'; readonly afi: number; readonly safi: number }
  | { readonly kind: 'route-refresh' | 'route-refresh-old' | 'enhanced-refresh' | 'extended-message' }
  | { readonly kind: 'four-octet-as'; readonly asn: number }
  | { readonly kind: 'add-path'; readonly families: readonly AddPath[] }
  | {
      readonly kind: 'graceful-restart';
      /** Four bits: restart state first. */
      readonly flags: number;
      readonly seconds: number;
      readonly families: readonly { readonly afi: number; readonly safi: number; readonly flags: number }[];
    }
  | { readonly kind: 'other'; readonly code: number; readonly value: Uint8Array };

export interface Open {
  readonly asn: number;
  /** Seconds; 0: nobody is missed. */
  readonly holdTime: number;
  readonly routerId: Ip4;
  /** One list an optional parameter: some put every capability in one of its own. */
  readonly parameters: readonly (readonly Capability[])[];
}

const PARAMETER_CAPABILITIES = 2;
/** RFC 9072 §2: longer lists of parameters. */
const EXTENDED_PARAMETERS = 255;

const badParameter = (data?: Uint8Array): BgpError => bgpError(ERROR.open, OPEN_ERROR.parameter, data);

/** Everything the peer says it can do. */
export const capabilitiesOf = (open: Open): readonly Capability[] => open.parameters.flat();

export type Restart = Capability & { readonly kind: 'graceful-restart' };

/** What it says of its graceful restart. */
export const restartOf = (open: Open | undefined): Restart | undefined =>
  open && capabilitiesOf(open).find((one): one is Restart => one.kind === 'graceful-restart');

/** A capability of a wrong length counts as one that is not known. RFC 5492 §3 */
function readCapability(code: number, value: Uint8Array): Capability {
  const bytes = new ByteReader(value);
  const other: Capability = { kind: 'other', code, value };
  switch (code) {
    case CAPABILITY.multiprotocol: {
      const [afi, reserved, safi] = [bytes.u16(), bytes.u8(), bytes.u8()];
      return value.length === 4 && reserved === 0 ? { kind: 'multiprotocol', afi, safi } : other;
    }
    case CAPABILITY['route-refresh']:
      return value.length === 0 ? { kind: 'route-refresh' } : other;
    case CAPABILITY['route-refresh-old']:
      return value.length === 0 ? { kind: 'route-refresh-old' } : other;
    case CAPABILITY['enhanced-refresh']:
      return value.length === 0 ? { kind: 'enhanced-refresh' } : other;
    case CAPABILITY['extended-message']:
      return value.length === 0 ? { kind: 'extended-message' } : other;
    case CAPABILITY['four-octet-as']:
      return value.length === 4 ? { kind: 'four-octet-as', asn: bytes.u32() } : other;
    case CAPABILITY['add-path']: {
      const families: AddPath[] = [];
      while (bytes.left >= 4) families.push({ afi: bytes.u16(), safi: bytes.u8(), mode: bytes.u8() });
      return value.length % 4 === 0 ? { kind: 'add-path', families } : other;
    }
    case CAPABILITY['graceful-restart']: {
      if (value.length % 4 !== 2) return other;
      const first = bytes.u16();
      const families: { afi: number; safi: number; flags: number }[] = [];
      while (bytes.left >= 4) families.push({ afi: bytes.u16(), safi: bytes.u8(), flags: bytes.u8() });
      return { kind: 'graceful-restart', flags: first >>> 12, seconds: first & 0xfff, families };
    }
    default:
      return other;
  }
}

function capabilityValue(capability: Capability): Uint8Array {
  const out = new ByteWriter(8);
  switch (capability.kind) {
    case 'multiprotocol':
      return out.u16(capability.afi).u8(0).u8(capability.safi).done();
    case 'four-octet-as':
      return out.u32(capability.asn).done();
    case 'add-path':
      for (const { afi, safi, mode } of capability.families) out.u16(afi).u8(safi).u8(mode);
      return out.done();
    case 'graceful-restart':
      out.u16((capability.flags << 12) | capability.seconds);
      for (const { afi, safi, flags } of capability.families) out.u16(afi).u8(safi).u8(flags);
      return out.done();
    case 'other':
      return capability.value;
    default:
      return out.done();
  }
}

function readCapabilities(bytes: ByteReader): readonly Capability[] | undefined {
  const list: Capability[] = [];
  while (bytes.left > 0) {
    const code = bytes.u8();
    const value = bytes.take(bytes.u8());
    if (bytes.short) return undefined;
    list.push(readCapability(code, value));
  }
  return list;
}

/** RFC 4271 §6.2: version, parameters. Whether AS, identifier and hold time will do is the session's to say. */
export function decodeOpen(body: Uint8Array): Result<Open, BgpError> {
  const bytes = new ByteReader(body);
  const version = bytes.u8();
  if (version !== BGP_VERSION) return err(bgpError(ERROR.open, OPEN_ERROR.version, Uint8Array.of(0, BGP_VERSION)));
  const asn = bytes.u16();
  const holdTime = bytes.u16();
  const routerId = bytes.u32() as Ip4;
  const plain = bytes.u8();
  const wide = plain === EXTENDED_PARAMETERS && body[10] === EXTENDED_PARAMETERS;
  if (wide) bytes.skip(1);
  const length = wide ? bytes.u16() : plain;
  if (bytes.short || bytes.left !== length) return err(badParameter());
  const parameters: (readonly Capability[])[] = [];
  while (bytes.left > 0) {
    const type = bytes.u8();
    const inside = bytes.within(wide ? bytes.u16() : bytes.u8());
    if (bytes.short) return err(badParameter());
    if (type !== PARAMETER_CAPABILITIES) return err(badParameter());
    const list = readCapabilities(inside);
    if (!list) return err(badParameter());
    parameters.push(list);
  }
  const four = parameters.flat().find((capability) => capability.kind === 'four-octet-as');
  return ok({ asn: four?.kind === 'four-octet-as' ? four.asn : asn, holdTime, routerId, parameters });
}

const CODE = CAPABILITY as Readonly<Record<string, number>>;

export function encodeOpen(open: Open, twoByteAs: number): Uint8Array {
  const parameters = new ByteWriter(96);
  for (const list of open.parameters) {
    const inside = new ByteWriter(64);
    for (const capability of list) {
      const value = capabilityValue(capability);
      inside.u8(capability.kind === 'other' ? capability.code : (CODE[capability.kind] as number));
      inside.u8(value.length).bytes(value);
    }
    parameters.u8(PARAMETER_CAPABILITIES).u8(inside.length).bytes(inside.done());
  }
  return new ByteWriter(128)
    .u8(BGP_VERSION)
    .u16(twoByteAs)
    .u16(open.holdTime)
    .u32(open.routerId)
    .u8(parameters.length)
    .bytes(parameters.done())
    .done();
}
