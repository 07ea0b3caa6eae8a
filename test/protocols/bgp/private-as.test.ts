// Private AS numbers in paths that leave.                                            RFC 6996 §5

import { describe, expect, it } from 'vitest';
import type { RemovePrivate } from '../../../src/protocols/bgp/neighbor-config.ts';
import { withoutPrivate } from '../../../src/protocols/bgp/private-as.ts';

const OWN = 100;
const PEER = 64700;
const left = (asns: readonly number[], how: RemovePrivate): readonly number[] =>
  withoutPrivate([{ kind: 'sequence', asns }], how, OWN, PEER).flatMap((segment) => segment.asns);

describe('private AS numbers', () => {
  const mixed = [65001, 4200000000, 300, 65002, 400];
  it.each([
    ['off', mixed],
    ['leading', [300, 65002, 400]],
    ['leading-replace', [100, 100, 300, 65002, 400]],
    ['if-only', mixed],
    ['all', [300, 400]],
    ['replace', [100, 100, 300, 100, 400]],
    ['nearest', [100, 100, 300, 300, 400]],
  ] as const)('%s', (how, expected) => {
    expect(left(mixed, how)).toEqual(expected);
  });
  it('go where there is no other, except that of who is told', () => {
    expect(left([65001, 65002], 'if-only')).toEqual([]);
    expect(left([65001, PEER], 'all')).toEqual([PEER]);
  });
  it('are those of RFC 6996 and no others', () => {
    expect(left([64511, 64512, 65534, 65535, 4199999999, 4200000000, 4294967294, 4294967295], 'all')).toEqual([
      64511, 65535, 4199999999, 4294967295,
    ]);
  });
});
