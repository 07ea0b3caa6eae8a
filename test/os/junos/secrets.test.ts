import { describe, expect, it } from 'vitest';
import { reveal9 } from '../../../src/os/junos/secrets.ts';

describe('secrets that are only hidden', () => {
  it.each([
    // Documentation of Crypt::Juniper.
    ['$9$LbHX-wg4Z', 'lc'],
    // Configuration of the MX104 of a public lab (`protocols ldp session … authentication-key`).
    ['$9$UkHqPF3/9AuRhWX7V2g', 'GEHEIM'],
  ])('%s is %s', (hidden, plain) => expect(reveal9(hidden)).toBe(plain));

  it('are themselves when they were never hidden', () => expect(reveal9('geheim')).toBe('geheim'));

  it.each(['$9$', '$9$!', '$9$LbHX-wg4', '$9$LbH_-wg4Z'])('%s was not written by Junos', (text) =>
    expect(reveal9(text)).toBeUndefined(),
  );
});
