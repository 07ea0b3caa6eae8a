// Spans of lab time as people write them: 500ms, 30s, 5m, 2h.

import { type Micros, micros } from '../sim/time.ts';

const UNITS: Readonly<Record<string, number>> = { us: 1, ms: 1_000, s: 1_000_000, m: 60_000_000, h: 3_600_000_000 };

/** What `parseSpan` understands, for error texts. */
export const SPAN_EXPECTED = 'a time such as 500ms, 30s, 5m or 2h';

/** A span of at most 1,000 hours; undefined when the text is none. A fraction (`1.5s`) is understood. */
export function parseSpan(text: string): Micros | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)(us|ms|s|m|h)$/.exec(text);
  if (!match) return undefined;
  const value = Math.round(Number(match[1]) * (UNITS[match[2] as string] as number));
  return value <= 1_000 * 3_600_000_000 ? micros(value) : undefined;
}

/** Lab time for people: `0:00:30`, `1:02:03`, with milliseconds when asked. */
export function clockText(time: Micros, withMillis = false): string {
  const total = Math.floor(time / 1_000_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return withMillis ? `${text}.${String(Math.floor(time / 1_000) % 1_000).padStart(3, '0')}` : text;
}
