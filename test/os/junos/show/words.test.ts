// Spans, patterns and broken lines.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, parseIsoUtc } from '../../../../src/base/calendar.ts';
import { fits, globs } from '../../../../src/os/junos/show/interface-pattern.ts';
import { ageText, agoText, longAgeText, momentText, upText, wallText } from '../../../../src/os/junos/show/spans.ts';
import { wrapped } from '../../../../src/os/junos/show/wrapped.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { spanOf } from './facts.ts';

describe('spans', () => {
  // Captures: ages of `show route`, of `show route extensive`, `ago` of `show interfaces`, `up` of `show system uptime`.
  it.each(['00:00:22', '19:57:23', '5d 22:29:55', '1w1d 00:32:28', '3w5d 18:30:36'])('an age of %s', (text) => {
    expect(ageText(seconds(spanOf(text)))).toBe(text);
  });
  it.each([
    [18, '18'],
    [117, '1:57'],
    [7 * 3600 + 14 * 60 + 16, '7:14:16'],
    [spanOf('3w2d 04:46:58'), '3w2d 4:46:58'],
    [spanOf('6d 17:18:54'), '6d 17:18:54'],
  ])('%i s in the long form', (span, text) => {
    expect(longAgeText(seconds(span))).toBe(text);
  });
  it('a span that ended now', () => {
    expect(agoText(seconds(121))).toBe('00:02:01');
    expect(agoText(seconds(spanOf('29w6d 18:56') + 42))).toBe('29w6d 18:56');
    expect(agoText(seconds(86_400 + 5_760))).toBe('1d 01:36');
  });
  it('a time that a box is up', () => {
    expect(upText(seconds(209 * 86_400 + 36 * 60))).toBe('209 days, 36 mins');
    expect(upText(seconds(209 * 86_400 + 23 * 3600 + 14 * 60))).toBe('209 days, 23:14');
    expect(upText(seconds(2 * 86_400 + 64 * 60))).toBe('2 days,  1:04');
    expect(upText(seconds(11 * 3600 + 3 * 60))).toBe('11:03');
    expect(upText(seconds(70))).toBe('1 min');
    expect(upText(seconds(3600))).toBe('1 hr');
  });
  it('moments', () => {
    const moment = civil(parseIsoUtc('2026-03-01T00:05:09Z') ?? 0);
    expect(momentText(moment)).toBe('2026-03-01 00:05:09');
    expect(wallText(moment)).toBe('12:05AM');
    expect(wallText(civil(parseIsoUtc('2026-03-01T14:05:09Z') ?? 0))).toBe(' 2:05PM');
  });
});

describe('patterns of interfaces', () => {
  it.each([
    ['ge*', 'ge-0/0/0', true],
    ['ge*', 'ge-0/0/0.100', true],
    ['ge-0/0/0', 'ge-0/0/0.100', true],
    ['ge-0/0/0', 'ge-0/0/01', false],
    ['ge-0/0/0.0', 'ge-0/0/0', false],
    ['*.0', 'lo0.0', true],
    ['*.0', 'lo0', false],
    ['ge-0/0/[0-3]', 'ge-0/0/2', true],
    ['ge-0/0/[0-3]', 'ge-0/0/4', false],
    ['ge-0/0/[024]', 'ge-0/0/4.7', true],
    ['ge-?/0/0', 'ge-1/0/0', true],
    ['xe*', 'ge-0/0/0', false],
  ])('%s and %s', (pattern, name, wanted) => {
    expect(fits(pattern, name)).toBe(wanted);
  });
  it('agree with a regular expression', () => {
    const letter = fc.constantFrom('a', 'b', '*', '?');
    fc.assert(
      fc.property(
        fc.string({ unit: letter, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }),
        (pattern, name) => {
          const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
          expect(globs(pattern, name)).toBe(expression.test(name));
        },
      ),
    );
  });
});

describe('broken lines', () => {
  it('loses and splits nothing, and keeps within the width', () => {
    const item = fc
      .string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 12 })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 20, max: 60 }),
        (items, columns) => {
          const lines = wrapped('  ', items, columns);
          expect(lines.map((line) => line.slice(2)).join(' ')).toBe(items.join(', '));
          expect(lines.every((line) => line.startsWith('  x') && line.length <= columns)).toBe(true);
        },
      ),
    );
    expect(wrapped('  ', ['a: 1', 'b: 2'], 0)).toEqual(['  a: 1, b: 2']);
  });
});
