import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hide9, reveal9 } from '../../../src/os/junos/secrets.ts';

describe('$9$', () => {
  // Documentation of Crypt::Juniper; notes on vMX in which the same passwords were typed in the clear.
  it.each([
    ['$9$LbHX-wg4Z', 'lc'],
    ['$9$PfT36/tBRSHqfz36u0vWLXVYJZjkmT', 'datacenter'],
    ['$9$MFyL7VgoGqmTwYmTz3tpWLxNwY', 'juniper1'],
    ['$9$S7YlvLdb2GDkxNDk.P3nylKW7-', 'juniper2'],
    ['$9$8QQx-woJDmfzYgfz36u0LxNV24', 'juniper2'],
    // Configuration of the MX104 of a public lab (`protocols ldp session … authentication-key`).
    ['$9$UkHqPF3/9AuRhWX7V2g', 'GEHEIM'],
  ])('%s is %s', (text, key) => {
    expect(reveal9(text)).toBe(key);
  });

  // Strings of one network, whose sessions come up: they hide one key.
  it('hides one key in many ways', () => {
    const texts = [
      '$9$UkHqPF3/9AuRhWX7V2g',
      '$9$tAvZO1EleMWL7wYDHqfF3',
      '$9$gPJGjmPTQF6p0yevL-d',
      '$9$ty05O1EleMWL7wYDHqfF3',
    ];
    expect(new Set(texts.map(reveal9)).size).toBe(1);
  });

  it('leaves plain text alone, and refuses what Junos never wrote', () => {
    expect(reveal9('plain')).toBe('plain');
    expect(reveal9('$9$')).toBeUndefined();
    expect(reveal9('$9$LbHX-wg4!')).toBeUndefined();
    expect(reveal9('$9$LbHX-wg4')).toBeUndefined();
  });

  it('whatever is hidden comes out again', () => {
    const key = fc.string({ unit: 'binary-ascii', maxLength: 24 });
    fc.assert(
      fc.property(key, fc.constantFrom(...'Qz1B7Nik.P'), (text, salt) => {
        const hidden = hide9(text, salt);
        expect(hidden.startsWith(`$9$${salt}`)).toBe(true);
        expect(reveal9(hidden)).toBe(text);
      }),
    );
  });
});
