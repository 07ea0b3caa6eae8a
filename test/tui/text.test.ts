// Lines, colours, wrapping: what is put on the screen before it is put there.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros, seconds } from '../../src/sim/time.ts';
import { keyBar, statusBar, tabBar } from '../../src/tui/bars.ts';
import { BINDINGS, prefixed, tabOf, unprefixed } from '../../src/tui/commands.ts';
import { textWidth } from '../../src/tui/glyph-width.ts';
import { guideLines } from '../../src/tui/guide-lines.ts';
import { helpLines } from '../../src/tui/help-lines.ts';
import { labClock } from '../../src/tui/lab-clock.ts';
import { makeTheme, type StyledLine, span, speaksUtf8, wantsColour } from '../../src/tui/theme.ts';
import { wrapWords } from '../../src/tui/wrap-words.ts';
import { ToySitting } from './toy-desk.ts';

const plain = (lines: readonly StyledLine[]): string[] => lines.map((line) => line.map(({ text }) => text).join(''));
const signs = makeTheme({ colour: true, ascii: true }).signs;

describe('wrapping', () => {
  it('breaks at blanks, and long words where it must', () => {
    expect(wrapWords('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(wrapWords('abcdefghijkl mno', 5)).toEqual(['abcde', 'fghij', 'kl', 'mno']);
    expect(wrapWords('- one two three', 8, '  ')).toEqual(['- one', '  two', '  three']);
    expect(wrapWords('a\n\nb', 5)).toEqual(['a', '', 'b']);
    expect(wrapWords('漢字漢字', 5)).toEqual(['漢字', '漢字']);
  });

  it('never exceeds the width, loses no character, and lets no control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapWords(text, width, '  ');
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(line).toMatch(/^[ -~]*$/);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[\x00-\x20\x7f]/g, ''));
      }),
    );
  });
});

describe('the theme', () => {
  it('fills a line to its width, and cuts what is too long', () => {
    const theme = makeTheme({ colour: false, ascii: false });
    expect(theme.paint([span('ab'), span('c')], 5)).toBe('abc  ');
    expect(theme.paint([span('abc'), span('def')], 4)).toBe('abcd');
    expect(theme.paint([span('漢字')], 3)).toBe('漢 ');
  });

  it('has colours, unless NO_COLOR is set; bold and inverse stay', () => {
    const line = [span('x', 'bad'), span('y', 'good'), span('z', 'selected')];
    expect(makeTheme({ colour: true, ascii: false }).paint(line, 3)).toBe(
      '\x1b[1;31mx\x1b[0m\x1b[32my\x1b[0m\x1b[7mz\x1b[0m',
    );
    expect(makeTheme({ colour: false, ascii: false }).paint(line, 3)).toBe('\x1b[1mx\x1b[0my\x1b[7mz\x1b[0m');
    expect(wantsColour({ TERM: 'xterm' })).toBe(true);
    expect(wantsColour({ TERM: 'xterm', NO_COLOR: '1' })).toBe(false);
    expect(wantsColour({ TERM: 'xterm', NO_COLOR: '' })).toBe(true);
    expect(wantsColour({ TERM: 'dumb' })).toBe(false);
  });

  it('knows a UTF-8 locale', () => {
    expect(speaksUtf8({ LANG: 'de_DE.UTF-8' })).toBe(true);
    expect(speaksUtf8({ LANG: 'C.utf8' })).toBe(true);
    expect(speaksUtf8({ LANG: 'C.UTF-8', LC_ALL: 'C' })).toBe(false);
    expect(speaksUtf8({ LANG: 'C.UTF-8', LC_ALL: '' })).toBe(true);
    expect(speaksUtf8({})).toBe(false);
  });
});

describe('bars', () => {
  const tabs = Array.from({ length: 12 }, (_, index) => ({
    name: `r${index + 1}`,
    here: index === 8,
    inSight: index === 8,
    hears: false,
    news: index === 7,
    dark: false,
  }));

  it('number the tabs as their keys do, and keep the one in sight in sight', () => {
    const text = (line: StyledLine): string => line.map((part) => part.text).join('');
    expect(text(tabBar(tabs, 200, signs))).toContain(' 9 r9  0 r10  r11 ');
    const narrow = text(tabBar(tabs, 30, signs));
    expect(narrow).toContain('9 r9');
    expect(narrow.startsWith('<')).toBe(true);
    expect(narrow.length).toBeLessThanOrEqual(30);
    expect(text(tabBar(tabs, 200, signs))).toContain('8 r8*');
  });

  it('show less where there is less room: the clock stays', () => {
    const sitting = new ToySitting(new Set());
    sitting.name = 'night';
    sitting.isDirty = true;
    const at = (width: number): string =>
      plain([statusBar({ sitting, device: 'r1', back: 0, message: '', reading: '', hears: '' }, width, signs)])[0] ??
      '';
    expect(at(60)).toBe(' 00:12:34 x1 | r1 | night* | first-steps');
    expect(at(20)).toBe(' 00:12:34 x1 | r1');
    expect(at(5)).toBe(' 00:12:34 x1');
    sitting.paused = true;
    sitting.why = 'nobody was here for ten minutes';
    expect(at(80)).toBe(' 00:12:34 paused x1 | r1 | night* | nobody was here for ten minutes');
  });

  it('show as many keys as fit', () => {
    expect(
      plain([
        keyBar(
          [
            ['f1', 'help'],
            ['ctrl-a', 'other'],
          ],
          40,
        ),
      ]),
    ).toEqual([' F1 help  Ctrl-A other']);
    expect(
      plain([
        keyBar(
          [
            ['f1', 'help'],
            ['ctrl-a', 'other'],
          ],
          12,
        ),
      ]),
    ).toEqual([' F1 help']);
  });
});

describe('keys of the program', () => {
  it('mean one thing each', () => {
    const all = BINDINGS.flatMap((one) => [...one.keys, ...one.direct]);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
    expect(all.filter((key) => tabOf(key) !== undefined)).toEqual([]);
  });

  it('are all on the help page', () => {
    const page = helpLines('Ctrl-]').join('\n');
    for (const { command, long } of BINDINGS) if (command !== 'cancel') expect(page).toContain(long);
  });

  it('stand on the help page without being broken, at 80 columns', () => {
    for (const line of helpLines('Ctrl-]').slice(2)) expect(line.length, line).toBeLessThanOrEqual(76);
  });

  it('work with the prefix and, as function keys, without', () => {
    expect([prefixed('k'), prefixed('f2'), unprefixed('f2'), unprefixed('t')]).toEqual([
      'tasks',
      'tasks',
      'tasks',
      undefined,
    ]);
    expect(['1', '9', '0', 'alt-3', 'x'].map(tabOf)).toEqual([0, 8, 9, 2, undefined]);
  });
});

it('reads as much Markdown as guides use', () => {
  const guide =
    '# Title #\n\nSome **bold** text with `code`\nand a [link](http://x).\n\n- first item that is long\n- second\n\n1. one\n\n```\nshow   ip\n```\n---\n';
  expect(plain(guideLines(guide, 20, signs))).toEqual([
    'Title',
    '',
    'Some bold text with',
    'code and a link.',
    '',
    '- first item that is',
    '  long',
    '- second',
    '',
    '1. one',
    '',
    '  show   ip',
    '--------------------',
    '',
  ]);
});

it('writes lab time as a clock', () => {
  expect(labClock(micros(999_999))).toBe('00:00:00');
  expect(labClock(seconds(3_725))).toBe('01:02:05');
  expect(labClock(seconds(2 * 86_400 + 61))).toBe('2d 00:01:01');
});
