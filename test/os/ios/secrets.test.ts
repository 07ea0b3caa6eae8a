// Secrets of every type: what the configuration keeps, and who may come in with it.

import { describe, expect, it } from 'vitest';
import { isPassword } from '../../../src/os/ios/secrets.ts';
import { Console } from './console.ts';

/** Hashes of "hashcat", example list of hashcat: modes 5700, 9200, 9300. Type 7: the reversed cipher of "cisco". */
const KNOWN = [
  ['4', '2btjjy78REtmYkkW0csHUbJZOstRXoWdX1mGrmmfeHI'],
  ['8', '$8$TnGX/fE4KGHOVU$pEhnEvxrvaynpi8j4f.EMHr6M.FzU8xnZnBr/tJdFWk'],
  ['9', '$9$2MJBozw/9R3UsU$2lFhcKvpghcyw8deP25GOfyZaagyUOGBymkryvOdfo6'],
] as const;

it.each(KNOWN)('a secret of type %s', (type, kept) => {
  expect(isPassword('hashcat', type, kept)).toBe(true);
  expect(isPassword('Hashcat', type, kept)).toBe(false);
});

it('knows a secret of type 7 and of type 5', () => {
  expect(isPassword('cisco', '7', '02050D480809')).toBe(true);
  // Test data of crypt(3): OpenBSD, regress/lib/libc/md5crypt.
  expect(isPassword('password', '5', '$1$xxxxxxxx$UYCIxa628.9qXjpQCjM4a.')).toBe(true);
  expect(isPassword('passwort', '5', '$1$xxxxxxxx$UYCIxa628.9qXjpQCjM4a.')).toBe(false);
});

describe('typing a secret', () => {
  it.each([
    ['enable algorithm-type scrypt secret hello', /^enable secret 9 \$9\$.{14}\$.{43}$/],
    ['enable algorithm-type sha256 secret hello', /^enable secret 8 \$8\$.{14}\$.{43}$/],
    ['enable secret hello', /^enable secret 5 \$1\$/],
  ])('%s', (line, kept) => {
    const terminal = new Console().lines('configure terminal', line, 'end', 'disable');
    expect(terminal.config().find((one) => one.startsWith('enable'))).toMatch(kept);
    terminal.keys('enable\rhallo\rhello\r');
    expect(terminal.screen()).toBe('enable\nPassword: \nPassword: \nR1#');
  });

  it('refuses what is no hash of its type', () => {
    const terminal = new Console().lines('configure terminal');
    expect(terminal.line('enable secret 5 cisco')).toBe(
      [
        'ERROR: The secret you entered is not a valid encrypted secret.',
        'To enter an UNENCRYPTED secret, do not specify type 5 encryption.',
        'When you properly enter an UNENCRYPTED secret, it will be encrypted.',
        '',
        'R1(config)#',
      ].join('\n'),
    );
    expect(terminal.config().join('\n')).not.toContain('enable secret');
  });

  it('hashes the secret of a user as he says', () => {
    const terminal = new Console().lines(
      'configure terminal',
      'username bob privilege 15 algorithm-type scrypt secret geheim',
    );
    expect(terminal.config().find((line) => line.startsWith('username'))).toMatch(
      /^username bob privilege 15 secret 9 \$9\$/,
    );
  });
});
