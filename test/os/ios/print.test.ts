// What real routers printed, read and printed again; and the configurations of a lab, which nobody printed.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigTree } from '../../../src/config/tree.ts';
import { byteCount } from '../../../src/os/ios/print.ts';
import { Console, configured, IOS, model } from './console.ts';
import { configurationLines } from './sentences.ts';

/** Captures (show running-config): an IOSv, a 7206VXR with 14 ports cut out, a CSR1000V with two of five VRFs cut out. */
const CAPTURES = { IOSv: 'iosv-15.7', '7206VXR': '7206-15.2', CSR1000V: 'csr1000v-16.4' } as const;
const captureOf = (name: string): string => readFileSync(resolve(import.meta.dirname, `captures/${name}.txt`), 'utf8');

/** Without blanks at the ends of lines, which the captures lost. */
const trimmed = (lines: readonly string[]): string[] => lines.map((line) => line.trimEnd());

/** The real ones had fewer ports than ours. */
const ofRealPorts = (text: string, tree: ConfigTree): ConfigTree => {
  const there = new Set([...text.matchAll(/^interface (\S+)/gm)].map(([, port]) => port));
  return { children: tree.children.filter(({ spec, words }) => spec.name !== 'interface' || there.has(words[1])) };
};

describe.each(Object.entries(CAPTURES))('a configuration that a real %s printed', (name, file) => {
  const text = captureOf(file);
  const { tree, lines } = IOS.read(text, IOS.factory(model(name)), model(name));

  it('is understood to the last line', () => {
    expect(lines.filter(({ taken }) => taken === 'rejected')).toEqual([]);
  });

  it('is printed as it was', () => {
    const body = text.slice(text.indexOf('\nversion') + 1).trimEnd();
    expect(trimmed(IOS.print(ofRealPorts(text, tree)))).toEqual(body.split('\n'));
  });

  it('is the same after it was read once more', () => {
    const printed = IOS.print(tree);
    const again = IOS.read(printed.join('\n'), IOS.factory(model(name)), model(name));
    expect(again.lines.filter(({ taken }) => taken === 'rejected')).toEqual([]);
    expect(IOS.print(again.tree)).toEqual(printed);
  });
});

it('is as long as the router said: 1752 bytes', () => {
  const text = captureOf('iosv-15.7');
  const head = text.slice(text.indexOf('!'), text.indexOf('version')).trimEnd().split('\n');
  expect(head).toHaveLength(3);
  expect(byteCount([...head, ...IOS.print(ofRealPorts(text, configured(text)))])).toBe(1752);
});

// Capture (show running-config interface GigabitEthernet0/3 of an IOSv in a VRF): 143 bytes.
it('counts the bytes of one interface', () => {
  const box = new Console({
    saved: [
      'vrf definition BLUE',
      'interface GigabitEthernet0/3',
      ' description LINK-TO-BLUE-CE',
      ' vrf forwarding BLUE',
      ' no shutdown',
    ].join('\n'),
  });
  expect(box.line('show running-config interface GigabitEthernet0/3').split('\n').slice(0, -1)).toEqual([
    'Building configuration...',
    '',
    'Current configuration : 143 bytes',
    '!',
    'interface GigabitEthernet0/3',
    ' description LINK-TO-BLUE-CE',
    ' vrf forwarding BLUE',
    ' no ip address',
    ' duplex auto',
    ' speed auto',
    ' media-type rj45',
    'end',
    '',
  ]);
});

describe('a printed configuration', () => {
  const port = (text: string): readonly string[] => {
    const lines = IOS.print(configured(text));
    const from = lines.indexOf('interface GigabitEthernet0/0');
    return lines.slice(from, lines.indexOf('!', from));
  };

  it('has a port up that it does not call shut; a few lines of a lab leave it as it was', () => {
    expect(port('version 15.7\ninterface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n')).not.toContain(
      ' shutdown',
    );
    expect(port('interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n')).toContain(' shutdown');
    expect(port('interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n no shutdown')).not.toContain(
      ' shutdown',
    );
  });
});

describe('the lines of a file', () => {
  const taken = (text: string) => IOS.read(text, IOS.factory(model('IOSv')), model('IOSv')).lines;

  it('are told apart: simulated, kept with a reason, rejected with the first impossible character', () => {
    const lines = taken(
      [
        '! a remark',
        'hostname R1',
        'interface GigabitEthernet0/0',
        '  ip ospf cost 5',
        '  ip adress 10.0.0.1 255.0.0.0',
        'interface Loopback0',
        '  ip address 10.0.0.0 255.0.0.0',
      ].join('\n'),
    );
    expect(lines.map(({ line, taken, column }) => [line, taken, column])).toEqual([
      [2, 'simulated', undefined],
      [3, 'simulated', undefined],
      [4, 'kept', undefined],
      [5, 'rejected', 7],
      [6, 'simulated', undefined],
      [7, 'rejected', undefined],
    ]);
    expect(lines[2]?.why).toMatch(/\S/);
    expect(lines[3]?.why).toBe("% Invalid input detected at '^' marker.");
    expect(lines[5]?.why).toBe('Bad mask /8 for address 10.0.0.0');
  });

  it('belong to the block they are typed in, with or without blanks before them', () => {
    const indented = configured('interface Loopback0\n ip address 10.0.0.1 255.255.255.255\nhostname X\n');
    const flat = configured('interface Loopback0\nip address 10.0.0.1 255.255.255.255\nexit\nhostname X\n');
    expect(IOS.print(flat)).toEqual(IOS.print(indented));
    expect(IOS.print(flat)).toContain(' ip address 10.0.0.1 255.255.255.255');
  });

  it('may be as a router sends them, with returns, headers and an end', () => {
    const lines = taken(
      'Building configuration...\r\n\r\nCurrent configuration : 30 bytes\r\n!\r\nhostname X\r\nend\r\n',
    );
    expect(lines.map(({ text, taken }) => [text, taken])).toEqual([['hostname X', 'simulated']]);
  });

  it('of a banner end at its delimiter, whatever stands in them', () => {
    const text = 'banner motd #\nhostname NOT\n  two words!\n#\nhostname X\n';
    const printed = IOS.print(configured(text));
    expect(printed).toContain('hostname X');
    const from = printed.indexOf('banner motd ^C');
    expect(printed.slice(from, from + 4)).toEqual(['banner motd ^C', 'hostname NOT', '  two words!', '^C']);
    expect(taken(text).map(({ line, taken }) => [line, taken])).toEqual([
      [1, 'simulated'],
      [5, 'simulated'],
    ]);
    // Read as it was printed: two characters stand for one.
    expect(IOS.print(configured(printed.join('\n')))).toEqual(printed);
  });

  it('of a banner that speaks of ^C are printed between something else', () => {
    const printed = IOS.print(configured('banner motd $\npress ^C, or #1\n$\nhostname X\n'));
    expect(printed).toEqual(expect.arrayContaining(['banner motd %', 'press ^C, or #1', '%']));
    expect(IOS.print(configured(printed.join('\n')))).toEqual(printed);
  });

  it('may name what comes further down, or is gone', () => {
    const lines = taken('ip tftp source-interface Loopback7\nhostname X\n');
    expect(lines.map(({ taken }) => taken)).toEqual(['kept', 'simulated']);
  });

  it('of a key chain lead from one key to the next', () => {
    const text = 'key chain K\n key 1\n  key-string a\n key 2\n  key-string b\n';
    const printed = IOS.print(configured(text));
    const from = printed.indexOf('key chain K');
    expect(printed.slice(from, from + 5)).toEqual(text.trimEnd().split('\n'));
  });

  it('of a certificate are kept as they are', () => {
    const text = [
      'crypto pki certificate chain TP-self-signed-1',
      ' certificate self-signed 01',
      '  30820330 30820218 A0030201',
      '  92F40310',
      '  \tquit',
      'hostname X',
    ].join('\n');
    const printed = IOS.print(configured(text));
    const from = printed.indexOf('crypto pki certificate chain TP-self-signed-1');
    expect(printed.slice(from, from + 5)).toEqual(text.split('\n').slice(0, 5));
    expect(printed).toContain('hostname X');
  });
});

describe('whatever is in a file', () => {
  const WORDS = [
    ...['interface', 'Loopback0', 'GigabitEthernet0/0', 'Gi0/0.5', 'ip', 'address', '10.0.0.1', '255.255.255.0', 'no'],
    ...['vrf', 'definition', 'RED', 'rd', '1:1', 'route-target', 'both', 'import', 'export', 'address-family', 'ipv4'],
    ...['router', 'bgp', '65000', 'redistribute', 'connected', 'network', 'neighbor', 'remote-as', 'exit', 'end', 'do'],
    ...['route-map', 'permit', '10', 'match', 'set', 'prefix-list', 'shutdown', 'encapsulation', 'dot1Q', 'default'],
    ...['line', 'con', '0', 'banner', '#', 'description', 'forwarding', '?', '|', '^', '"', 'hostname', 'map', 'route'],
    ...['secondary', 'native', 'Null0', 'global', 'seq', 'le', 'ge', '24', '10.0.0.0/8', 'tag', 'metric', 'additive'],
  ];
  const line = fc
    .tuple(fc.nat(2), fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }))
    .map(([depth, words]) => ' '.repeat(depth) + words.join(' '));

  // `version` says what printed the text, and so how the rest is read: it is no statement like the others.
  const statements = (IOS.vocabulary.sections.get('config')?.commands ?? []).filter(({ name }) => name !== 'version');
  /** Blocks that the rules know. */
  const simulated = statements.filter(({ name }) =>
    ['interface', 'vrf definition', 'ip vrf', 'router bgp', 'ip route', 'route-map', 'ip prefix-list'].includes(name),
  );

  it.each([
    ['words at random', fc.array(line, { maxLength: 25 })],
    ['sentences of the command files', configurationLines(statements)],
    ['sentences with rules', configurationLines(simulated)],
  ])('nothing breaks, and what is taken survives being printed and read: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (lines) => {
        const factory = IOS.factory(model('IOSv'));
        const { tree } = IOS.read(lines.join('\n'), factory, model('IOSv'));
        const printed = IOS.print(tree);
        const again = IOS.read(printed.join('\n'), factory, model('IOSv'));
        expect(again.lines.filter(({ taken }) => taken === 'rejected')).toEqual([]);
        expect(IOS.print(again.tree)).toEqual(printed);
      }),
      { numRuns: 60 },
    );
  });
});
