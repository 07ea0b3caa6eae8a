// Colours and signs: few, readable on light and on dark, never the only thing that tells two states apart.
// https://no-color.org: with NO_COLOR set there are none; bold and inverse stay.

import { cutText, textWidth } from './glyph-width.ts';

/** What a piece of text is; the theme knows what that looks like. */
export type Style =
  | 'plain'
  | 'title'
  | 'dim'
  | 'good'
  | 'bad'
  | 'warn'
  | 'accent'
  /** Where the reader is. */
  | 'selected'
  /** Bars at the edges of the screen. */
  | 'bar'
  | 'bar-key'
  | 'bar-strong';

export interface Span {
  readonly text: string;
  readonly style: Style;
}
/** One row of a pane. */
export type StyledLine = readonly Span[];

export const span = (text: string, style: Style = 'plain'): Span => ({ text, style });

/** Attributes first, colours after the bar. */
const LOOKS: Readonly<Record<Style, string>> = {
  plain: '',
  title: '1',
  dim: '2',
  good: '|32',
  bad: '1|31',
  warn: '|35',
  accent: '|36',
  selected: '7',
  bar: '7',
  'bar-key': '1;7',
  'bar-strong': '1;7',
};

/** Signs that need more than ASCII have a plain form. */
export interface Signs {
  readonly done: string;
  readonly open: string;
  readonly failed: string;
  readonly waiting: string;
  readonly unknown: string;
  readonly pointer: string;
  readonly news: string;
  /** Hears what is typed into several. */
  readonly hears: string;
  readonly times: string;
  readonly bar: string;
  readonly dash: string;
  readonly bullet: string;
  readonly full: string;
  readonly empty: string;
  readonly border: 'round' | 'classic';
  readonly horizontal: string;
}

const UNICODE: Signs = {
  done: '✓',
  open: '○',
  failed: '✗',
  waiting: '·',
  unknown: '?',
  pointer: '▸',
  news: '●',
  hears: '»',
  times: '×',
  bar: '│',
  dash: '–',
  bullet: '•',
  full: '█',
  empty: '░',
  border: 'round',
  horizontal: '─',
};
const ASCII: Signs = {
  done: '*',
  open: 'o',
  failed: 'x',
  waiting: '.',
  unknown: '?',
  pointer: '>',
  news: '*',
  hears: '&',
  times: 'x',
  bar: '|',
  dash: '-',
  bullet: '-',
  full: '#',
  empty: '.',
  border: 'classic',
  horizontal: '-',
};

export interface Theme {
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly signs: Signs;
  /** The line in exactly `width` cells, as a terminal is told to show it; `fill` styles what is left over. */
  paint(line: StyledLine, width: number, fill?: Style): string;
}

/** What the environment of a process says about its terminal. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the locale is UTF-8: the first of LC_ALL, LC_CTYPE, LANG that is set decides (POSIX XBD §8.2). */
export function speaksUtf8(env: Environment): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '');
  return /utf-?8/i.test(locale ?? '');
}

/** Colours are off when NO_COLOR holds anything, or the terminal has none. */
export function wantsColour(env: Environment): boolean {
  return (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

export function makeTheme(options: { readonly colour: boolean; readonly ascii: boolean }): Theme {
  const sgr = (style: Style): string => {
    const [attributes, colours] = LOOKS[style].split('|') as [string, string | undefined];
    return [attributes, options.colour ? colours : undefined].filter(Boolean).join(';');
  };
  const dress = (text: string, style: Style): string => {
    const code = text === '' ? '' : sgr(style);
    return code === '' ? text : `\x1b[${code}m${text}\x1b[0m`;
  };
  return {
    ...options,
    signs: options.ascii ? ASCII : UNICODE,
    paint(line, width, fill = 'plain') {
      let out = '';
      let left = width;
      for (const { text, style } of line) {
        const shown = cutText(text, left);
        left -= textWidth(shown);
        out += dress(shown, style);
        if (shown !== text) break;
      }
      return out + dress(' '.repeat(Math.max(0, left)), fill);
    },
  };
}

/** Cells of a line. */
export const lineWidth = (line: StyledLine): number => line.reduce((sum, { text }) => sum + textWidth(text), 0);
