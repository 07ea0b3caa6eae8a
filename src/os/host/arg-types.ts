// What a PC reads beside the shared values: an address with the length of its network.

import { parseIp4 } from '../../base/ip.ts';
import { parseIpWithLength } from '../../base/prefix.ts';
import { IOS_VALUES, oneWord, sharedTypes, type ValueStyle, type WordReader } from '../../language/arg-types.ts';
import type { ArgType } from '../../language/spec.ts';

const STYLE: ValueStyle = { ...IOS_VALUES, upperIp6: false };

/** `10.0.0.10/24`; without a length it is /24, as the virtual PCs take it. */
const hostAddress: WordReader = {
  form: 'A.B.C.D/nn',
  read: (text) => {
    if (parseIp4(text) !== undefined) return `${text}/24`;
    const parsed = parseIpWithLength(text);
    return parsed && parsed.length > 0 ? text : undefined;
  },
  good: (text) => /^[\d./]*/.exec(text)?.[0].length ?? 0,
  width: 20,
};

export const types: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(STYLE),
  'host-address': oneWord(hostAddress, STYLE),
};
