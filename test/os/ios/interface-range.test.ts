// interface range, default interface range: several interfaces at a time, with blanks or without.
// Source: Cisco IOS Interface and Hardware Component command reference, "interface range", "default (interface)".

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const configuring = (): Console => new Console().lines('enable', 'configure terminal');

/** The ports that bear the description `here`. */
const described = (console: Console): readonly string[] =>
  console.config().flatMap((line, i, all) => (line === ' description here' ? [all[i - 1] ?? ''] : []));

describe('interface range', () => {
  it.each([
    ['g0/3 - 5', [3, 4, 5]],
    ['g0/3-5', [3, 4, 5]],
    ['gi 0/3-4,gi0/7', [3, 4, 7]],
    ['gi0/3 , gi0/5-6', [3, 5, 6]],
    ['gi0/3,gi0/5', [3, 5]],
  ])('takes %s', (typed, ports) => {
    const console = configuring().lines(`interface range ${typed}`, 'description here');
    expect(described(console)).toEqual(ports.map((port) => `interface GigabitEthernet0/${port}`));
  });

  it.each(['g0/3-99', 'g0/3-', 'g0/3 -', 'g0/5-3'])('refuses %s', (typed) => {
    expect(configuring().line(`interface range ${typed}`)).toContain("% Invalid input detected at '^' marker.");
  });

  it('is put back as a whole', () => {
    const console = configuring().lines('interface range g0/3-5', 'description here', 'exit');
    expect(console.line('default interface range g0/3 - 4')).toBe(
      [
        'Interface GigabitEthernet0/3 set to default configuration',
        'Interface GigabitEthernet0/4 set to default configuration',
        'R1(config)#',
      ].join('\n'),
    );
    expect(described(console)).toEqual(['interface GigabitEthernet0/5']);
  });
});
