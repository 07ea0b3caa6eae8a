// The rows at the edges of the screen: tabs, status, keys.

import { keyLabel } from './commands.ts';
import type { Pace, Sitting } from './front-desk.ts';
import { textWidth } from './glyph-width.ts';
import { labClock } from './lab-clock.ts';
import { lineWidth, type Signs, type Span, type StyledLine, span } from './theme.ts';

export interface Tab {
  readonly name: string;
  /** It has the focus. */
  readonly here: boolean;
  /** It has a pane. */
  readonly inSight: boolean;
  /** It printed since somebody looked. */
  readonly news: boolean;
  readonly dark: boolean;
  /** It belongs to those that hear what is typed into several. */
  readonly hears: boolean;
}

/** A tab without its number: the name and what there is to know of it. */
const tabText = (tab: Tab, signs: Signs): string =>
  `${tab.name}${tab.dark ? ' off' : ''}${tab.hears ? signs.hears : ''}${tab.news ? signs.news : ''}`;

/** One tab a device; when there are too many, those around the one in sight. */
export function tabBar(tabs: readonly Tab[], width: number, signs: Signs): StyledLine {
  const texts = tabs.map((tab, index) => `${index < 10 ? `${(index + 1) % 10} ` : ''}${tabText(tab, signs)}`);
  const widths = texts.map((text) => textWidth(text) + 2);
  const here = Math.max(
    0,
    tabs.findIndex((tab) => tab.here),
  );
  const room = width - 4;
  let [from, to] = [here, here + 1];
  let used = widths[here] ?? 0;
  for (;;) {
    const [left, right] = [widths[from - 1], widths[to]];
    if (right !== undefined && used + right <= room) [to, used] = [to + 1, used + right];
    else if (left !== undefined && used + left <= room) [from, used] = [from - 1, used + left];
    else break;
  }
  const spans: Span[] = [span(from > 0 ? '< ' : '', 'dim')];
  for (let index = from; index < to; index++) {
    const tab = tabs[index] as Tab;
    const calm = tab.inSight ? 'title' : tab.dark ? 'dim' : 'plain';
    spans.push(span(` ${texts[index]} `, tab.here ? 'selected' : tab.news ? 'accent' : calm));
  }
  if (to < tabs.length) spans.push(span(' >', 'dim'));
  return spans;
}

/** The row over one of several panes. `back`: lines the reader is above the end. */
export function paneTitle(tab: Tab, back: number, width: number, signs: Signs): StyledLine {
  const style = tab.here ? 'selected' : tab.news ? 'accent' : 'title';
  const older = back > 0 ? [span(` ${back} lines up `, 'dim')] : [];
  const rule = span(signs.horizontal.repeat(width), 'dim');
  return [span(signs.horizontal, 'dim'), span(` ${tabText(tab, signs)} `, style), ...older, rule];
}

/** `x10`, `paused`, `settling`. */
function paceText(pace: Pace, signs: Signs): string {
  if (pace.settling !== undefined) return 'settling';
  return pace.paused ? `paused ${signs.times}${pace.speed}` : `${signs.times}${pace.speed}`;
}

export interface StatusFacts {
  readonly sitting: Sitting;
  /** The device whose console is in sight. */
  readonly device: string;
  /** Lines the reader is above the end. */
  readonly back: number;
  /** The last thing that happened. */
  readonly message: string;
  /** What somebody searches or copies; empty: nothing. */
  readonly reading: string;
  /** Who hears what is typed, when it is not the device alone; otherwise empty. */
  readonly hears: string;
}

/** The status bar: lab time, speed, device, save, last message. What matters less gives way first. */
export function statusBar(facts: StatusFacts, width: number, signs: Signs): StyledLine {
  const { sitting } = facts;
  const pace = sitting.pace();
  const name = sitting.saveName();
  const clock = `${labClock(sitting.time())} ${paceText(pace, signs)}`;
  // Whoever types to several knows it whatever else there is no room for.
  const hears = facts.hears === '' ? '' : `${signs.hears} ${facts.hears} ${signs.bar} `;
  const parts: Span[] = [
    span(` ${hears}${clock}`, 'bar-strong'),
    span(facts.device, 'bar'),
    span(`${name ?? 'not saved'}${sitting.dirty() && name !== undefined ? '*' : ''}`, 'bar'),
    span(sitting.lab.id, 'bar'),
  ];
  const returning = facts.back > 0 ? `${facts.back} lines up, PgDn or type to return` : '';
  const reader = facts.reading === '' ? returning : facts.reading;
  const message = span(reader === '' ? (pace.why ?? facts.message) : reader, reader === '' ? 'bar' : 'bar-strong');
  for (let count = parts.length; count > 0; count--) {
    const shown = [...parts.slice(0, count), ...(message.text === '' ? [] : [message])];
    const line = shown.flatMap((part, index) => (index === 0 ? [part] : [span(` ${signs.bar} `, 'bar'), part]));
    if (lineWidth(line) <= width || count === 1) return line;
  }
  return [];
}

/** `F1 help  F2 tasks …`, as many as fit. */
export function keyBar(keys: readonly (readonly [key: string, what: string])[], width: number): StyledLine {
  const spans: Span[] = [];
  let used = 0;
  for (const [key, what] of keys) {
    const label = keyLabel(key);
    const gap = spans.length === 0 ? 1 : 2;
    const own = gap + textWidth(label) + 1 + textWidth(what);
    if (used + own > width) break;
    spans.push(span(' '.repeat(gap)), span(label, 'accent'), span(` ${what}`));
    used += own;
  }
  return spans;
}

/** Shown while the lab runs until nothing changes. */
export function settleStrip(pace: Pace, width: number, signs: Signs): StyledLine | undefined {
  const { settling } = pace;
  if (settling === undefined) return undefined;
  const quiet = Math.floor(settling.quiet / 1_000_000);
  const enough = Math.floor(settling.enough / 1_000_000);
  const text = ` Running until nothing changes: quiet for ${quiet} of ${enough} s, F7 stops `;
  const cells = Math.max(0, Math.min(30, width - textWidth(text) - 1));
  const full = Math.round(cells * Math.min(1, settling.enough === 0 ? 1 : settling.quiet / settling.enough));
  return [span(text, 'accent'), span(signs.full.repeat(full) + signs.empty.repeat(cells - full), 'accent')];
}
