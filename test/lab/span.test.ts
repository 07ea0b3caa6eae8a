import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/base/nearest.ts';
import { clockText, parseSpan } from '../../src/lab/span.ts';
import { micros } from '../../src/sim/time.ts';

describe('spans of lab time', () => {
  it.each([
    ['500ms', 500_000],
    ['30s', 30_000_000],
    ['5m', 300_000_000],
    ['2h', 7_200_000_000],
    ['250us', 250],
    ['1.5s', 1_500_000],
    ['0s', 0],
  ])('%s', (text, value) => expect(parseSpan(text)).toBe(value));

  it.each(['', '5', 's', '5 m', '-1s', '1d', '5min', '1e3s', '99999h', '1.2.3s'])('%j is none', (text) =>
    expect(parseSpan(text)).toBeUndefined(),
  );

  it('writes a clock', () => {
    expect(clockText(micros(0))).toBe('0:00:00');
    expect(clockText(micros(3_723_999_999))).toBe('1:02:03');
    expect(clockText(micros(3_723_999_999), true)).toBe('1:02:03.999');
  });
});

describe('did you mean', () => {
  it('counts edits', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('route', 'route')).toBe(0);
    expect(editDistance('ruote', 'route')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
  it('guesses only what is close', () => {
    expect(nearest('intefaces', ['devices', 'interfaces'])).toBe('interfaces');
    expect(nearest('ois', ['ios', 'junos'])).toBe('ios');
    expect(nearest('banana', ['ios', 'junos'])).toBeUndefined();
    expect(nearest('R1', ['r1', 'r2'])).toBe('r1');
  });
});
