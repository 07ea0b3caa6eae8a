// Texts of several lines in one statement: banners between delimiters, certificates up to `quit`.
// Source: Cisco IOS Configuration Fundamentals command reference, "banner motd"; captures (show running-config).

import type { Token } from '../../language/spec.ts';

/** How a banner's delimiter is kept and printed, whatever was typed. */
export const DELIMITER = '\x03';

const BANNER = /\x03([^\x03]*)\x03/g;
/** Quoted into a line; on paper they would be line ends and delimiters. */
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/g;
/** What a banner is printed between when `^C` stands in its text. */
const OTHERS = ['#', '%', '@', '~', '$', '&', '+', '='];

const KINDS = ['motd', 'login', 'exec', 'incoming'];

export interface BannerStart {
  /** `banner motd`, in full, as tokens of the line. */
  readonly head: readonly Token[];
  /** One character, or the `^C` of a printed configuration. */
  readonly delimiter: string;
  /** What follows the delimiter on the same line. */
  readonly rest: string;
}

/** A line that begins a banner; undefined when it is something else. */
export function bannerStart(line: string): BannerStart | undefined {
  const [, lead = '', first = '', blank = '', second = '', gap = '', text = ''] =
    /^(\s*)(\S+)(\s+)(\S+)(\s+)(\S.*)$/.exec(line) ?? [];
  const kinds = KINDS.filter((kind) => kind.startsWith(second.toLowerCase()));
  const kind = kinds.length === 1 ? kinds[0] : KINDS.find((one) => one === second.toLowerCase());
  if (kind === undefined || first.length < 2 || !'banner'.startsWith(first.toLowerCase())) return undefined;
  const delimiter = text.startsWith('^C') ? '^C' : (text[0] as string);
  const start = lead.length;
  const next = start + first.length + blank.length;
  const head = [
    { text: 'banner', start, end: start + first.length, quoted: false },
    { text: kind, start: next, end: next + second.length, quoted: false },
  ];
  return gap === '' ? undefined : { head, delimiter, rest: text.slice(delimiter.length) };
}

/** The text that a line ends with, when the delimiter is in it; undefined: the banner goes on. */
export function bannerEnd(line: string, delimiter: string): string | undefined {
  const at = line.indexOf(delimiter);
  return at < 0 ? undefined : line.slice(0, at);
}

/**
 * The whole statement: `banner motd`, and its text as one word between delimiters. Text on the first line stays there;
 * what is typed below begins on a line of its own, as it is printed.
 */
export function bannerTokens(start: BannerStart, lines: readonly string[]): readonly Token[] {
  const kept = lines.map((line) => line.replace(CONTROL, ''));
  const text = DELIMITER + kept.join('\n') + DELIMITER;
  const at = (start.head.at(-1)?.end ?? 0) + 1;
  return [...start.head, { text, start: at, end: at + text.length, quoted: false }];
}

/** A delimiter is one byte and is shown as two; as another character where the text has these two in it. */
export function shownBanners(text: string): string {
  return text.replace(BANNER, (_, inner: string) => {
    const other = inner.includes('^C') ? OTHERS.find((one) => !inner.includes(one)) : undefined;
    const delimiter = other ?? '^C';
    return delimiter + inner + delimiter;
  });
}

/** A line that begins a certificate: hexadecimal follows, up to `quit`. */
export const beginsCertificate = (line: string): boolean => /^\s*certificate\s+\S/.test(line);
export const endsCertificate = (line: string): boolean => line.trim() === 'quit';
