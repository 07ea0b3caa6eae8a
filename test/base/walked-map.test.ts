// A map that is sorted when it is walked: as a sorted map, whatever is done to it.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byNumber, SortedMap } from '../../src/base/sorted-map.ts';
import { WalkedMap } from '../../src/base/walked-map.ts';

const step = fc.record({
  how: fc.constantFrom('set', 'delete', 'make', 'walk', 'clear'),
  key: fc.integer({ min: 0, max: 20 }),
  value: fc.integer(),
});

it('answers as a map does that is always sorted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [one, other] = [new WalkedMap<number, number>(byNumber), new SortedMap<number, number>(byNumber)];
      for (const { how, key, value } of steps) {
        if (how === 'set') for (const map of [one, other]) map.set(key, value);
        else if (how === 'delete') expect(one.delete(key)).toBe(other.delete(key));
        else if (how === 'make') expect(one.getOrMake(key, () => value)).toBe(other.getOrMake(key, () => value));
        else if (how === 'clear') for (const map of [one, other]) map.clear();
        else expect(one.entries()).toEqual(other.entries());
      }
      expect([one.keys(), one.values(), one.size]).toEqual([other.keys(), other.values(), other.size]);
    }),
  );
});
it('may change while it is walked', () => {
  const map = new WalkedMap<number, string>(byNumber);
  for (const key of [3, 1, 2]) map.set(key, String(key));
  const seen = map.keys().map((key) => {
    map.delete(key);
    map.set(key + 10, 'new');
    return key;
  });
  expect(seen).toEqual([1, 2, 3]);
  expect(map.keys()).toEqual([11, 12, 13]);
});
