// show ip route vrf *: one table after the other, the global one first.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

describe('show ip route vrf *', () => {
  const console = new Console().lines(
    'enable',
    'terminal length 0',
    'configure terminal',
    ...['B', 'A'].flatMap((vrf) => [`vrf definition ${vrf}`, 'address-family ipv4', 'exit', 'exit']),
    'ip route 10.1.0.0 255.255.0.0 Null0',
    'ip route vrf A 10.2.0.0 255.255.0.0 Null0',
    'ip route vrf B 10.3.0.0 255.255.0.0 Null0',
    'end',
  );
  const table = (command: string): readonly string[] =>
    console
      .line(command)
      .split('\n')
      .filter((line) => /^(Routing Table|S |IP routing table name)/.test(line));

  it('prints what is asked of each table', () => {
    const static_ = (net: string): string => `S        ${net} is directly connected, Null0`;
    expect(table('show ip route vrf * static').map((line) => line.trimEnd())).toEqual([
      static_('10.1.0.0'),
      'Routing Table: A',
      static_('10.2.0.0'),
      'Routing Table: B',
      static_('10.3.0.0'),
    ]);
    expect(table('show ip route vrf * 10.2.0.0')).toEqual(['Routing Table: A', 'Routing Table: B']);
  });

  it('counts each', () => {
    expect(table('show ip route vrf * summary').map((line) => line.replace(/ \(.*/, ''))).toEqual([
      'IP routing table name is default',
      'IP routing table name is A',
      'IP routing table name is B',
    ]);
  });
});
