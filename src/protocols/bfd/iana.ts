// Numbers of BFD, each under its registry's name.

/** Registry: Service Name and Transport Protocol Port Number. RFC 5881 §4, RFC 5883 §5 */
export const PORT = { singleHop: 3784, multihop: 4784 } as const;

/** The dynamic ports that sessions send from. RFC 5881 §4 */
export const SOURCE_PORTS = { first: 49152, count: 16384 } as const;

/** Registry: BFD Diagnostic Codes. RFC 5880 §4.1 */
export const DIAGNOSTICS = [
  'none',
  'detection-time-expired',
  'echo-failed',
  'neighbor-signaled-down',
  'forwarding-plane-reset',
  'path-down',
  'concatenated-path-down',
  'administratively-down',
  'reverse-concatenated-path-down',
] as const;

export type BfdDiagnostic = (typeof DIAGNOSTICS)[number];

/** The state field. RFC 5880 §4.1 */
export const STATES = ['admin-down', 'down', 'init', 'up'] as const;

export type BfdState = (typeof STATES)[number];
