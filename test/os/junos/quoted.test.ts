import { expect, it } from 'vitest';
import { quoted } from '../../../src/os/junos/statement-text.ts';

it.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['<ge-*>', '<ge-*>'],
  ['two words', '"two words"'],
  ['a"b', '"a\\"b"'],
  // A remark, and marks of what follows, when they stood without quotes.
  ['/*x', '"/*x"'],
  ['inactive:', '"inactive:"'],
  ['replace:', '"replace:"'],
  ['inactive:x', 'inactive:x'],
])('%s is printed as %s', (word, printed) => expect(quoted(word)).toBe(printed));
