// The signs of MPLS echo replies.                                            Source: captures `ping mpls …` (IOS XE)

export const CODES: readonly string[] = [
  '',
  "Codes: '!' - success, 'Q' - request not sent, '.' - timeout,",
  "  'L' - labeled output interface, 'B' - unlabeled output interface, ",
  "  'D' - DS Map mismatch, 'F' - no FEC mapping, 'f' - FEC mismatch,",
  "  'M' - malformed request, 'm' - unsupported tlvs, 'N' - no label entry, ",
  "  'P' - no rx intf label prot, 'p' - premature termination of LSP, ",
  "  'R' - transit router, 'I' - unknown upstream index,",
  "  'l' - Label switched with FEC change, 'd' - see DDMAP for return code,",
  "  'X' - unknown return code, 'x' - return code 0",
  '',
  'Type escape sequence to abort.',
];

/** By return code. RFC 8029 §3.1 */
const SIGNS: readonly string[] = ['x', 'M', 'm', '!', 'F', 'D', 'I', 'X', 'L', 'B', 'f', 'N', 'P', 'p'];

export const signOf = (code: number): string => SIGNS[code] ?? 'X';

/** `L 1 87.1.1.2 …`: a hop of a traceroute. */
export const hopLine = (sign: string, hop: number, text: string): string => `${sign} ${hop} ${text}`;
