// Numbers of LDP, each under its registry's name ("Label Distribution Protocol (LDP) Parameters").

/** Registry: Service Name and Transport Protocol Port Number. RFC 5036 §2.4.1, §2.5.2 */
export const LDP_PORT = 646;

/** RFC 5036 §3.1 */
export const LDP_VERSION = 1;

/** Registry: LDP Message Types. */
export const MESSAGE = {
  notification: 0x0001,
  hello: 0x0100,
  initialization: 0x0200,
  keepalive: 0x0201,
  address: 0x0300,
  addressWithdraw: 0x0301,
  labelMapping: 0x0400,
  labelRequest: 0x0401,
  labelWithdraw: 0x0402,
  labelRelease: 0x0403,
  labelAbort: 0x0404,
} as const;

/** Registry: LDP TLV Types. */
export const TLV = {
  fec: 0x0100,
  addressList: 0x0101,
  hopCount: 0x0103,
  pathVector: 0x0104,
  genericLabel: 0x0200,
  status: 0x0300,
  extendedStatus: 0x0301,
  returnedPdu: 0x0302,
  returnedMessage: 0x0303,
  commonHello: 0x0400,
  ipv4Transport: 0x0401,
  configurationSequence: 0x0402,
  commonSession: 0x0500,
  dynamicAnnouncement: 0x0506,
  typedWildcard: 0x050b,
  labelRequestId: 0x0600,
  unrecognizedNotification: 0x0603,
} as const;

/** Registry: LDP FEC Element Types. */
export const FEC_ELEMENT = { wildcard: 1, prefix: 2, typedWildcard: 5 } as const;

/** Registry: Address Family Numbers. */
export const AF_IPV4 = 1;

/** Registry: LDP Status Codes: the number, and the E bit where the RFC sets it. RFC 5036 §4.4, RFC 5561 §5, RFC 5919 §3 */
export const STATUS = {
  success: { code: 0x00, fatal: false },
  'bad LDP identifier': { code: 0x01, fatal: true },
  'bad protocol version': { code: 0x02, fatal: true },
  'bad PDU length': { code: 0x03, fatal: true },
  'unknown message type': { code: 0x04, fatal: false },
  'bad message length': { code: 0x05, fatal: true },
  'unknown TLV': { code: 0x06, fatal: false },
  'bad TLV length': { code: 0x07, fatal: true },
  'malformed TLV value': { code: 0x08, fatal: true },
  'hold timer expired': { code: 0x09, fatal: true },
  shutdown: { code: 0x0a, fatal: true },
  'loop detected': { code: 0x0b, fatal: false },
  'unknown FEC': { code: 0x0c, fatal: false },
  'no route': { code: 0x0d, fatal: false },
  'no label resources': { code: 0x0e, fatal: false },
  'label resources available': { code: 0x0f, fatal: false },
  'session rejected, no hello': { code: 0x10, fatal: true },
  'session rejected, parameters advertisement mode': { code: 0x11, fatal: true },
  'session rejected, parameters max PDU length': { code: 0x12, fatal: true },
  'session rejected, parameters label range': { code: 0x13, fatal: true },
  'keepalive timer expired': { code: 0x14, fatal: true },
  'label request aborted': { code: 0x15, fatal: false },
  'missing message parameters': { code: 0x16, fatal: false },
  'unsupported address family': { code: 0x17, fatal: false },
  'session rejected, bad keepalive time': { code: 0x18, fatal: true },
  'internal error': { code: 0x19, fatal: true },
  'unsupported capability': { code: 0x2e, fatal: false },
  'end of LIB': { code: 0x2f, fatal: false },
} as const;

export type StatusName = keyof typeof STATUS;

const NAMES = new Map<number, StatusName>(
  (Object.keys(STATUS) as StatusName[]).map((name) => [STATUS[name].code, name] as const),
);

/** Undefined: nobody here knows that code. */
export const statusName = (code: number): StatusName | undefined => NAMES.get(code);

/** Hold times when a Hello names none. RFC 5036 §3.5.2 */
export const DEFAULT_HOLD_SECONDS = { link: 15, targeted: 45 } as const;
export const INFINITE_HOLD = 0xffff;
/** Until another length is agreed. RFC 5036 §3.1 */
export const MAX_PDU = 4096;
