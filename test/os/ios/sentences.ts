// Configurations as the command files allow them: any sentence, with values of its types, blocks inside blocks.

import fc from 'fast-check';
import type { ArgStep, CommandSpec, Step } from '../../../src/language/spec.ts';

const NAMES = ['RED', 'BLUE', 'M', 'L', '10'];
const ADDRESSES = ['10.0.0.1', '10.0.0.0', '10.0.1.1', '192.0.2.1', '172.16.0.0', '255.255.255.255', '0.0.0.0'];

/** A few values of each type, so that sentences meet each other. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  word: NAMES,
  line: ['a  text', 'another', '65000:1', '10'],
  vrf: ['RED', 'BLUE'],
  peer: ['10.0.0.2', '10.0.0.10', 'GROUP', '2001:DB8::1'],
  ipv4: ADDRESSES,
  ip: ADDRESSES,
  wildcard: ['0.0.0.255', '0.0.0.0'],
  mask: ['255.255.255.0', '255.0.0.0', '255.255.255.255', '255.255.255.254', '255.0.255.0'],
  prefix: ['10.0.0.0/8', '10.1.2.3/16', '0.0.0.0/0'],
  prefix6: ['2001:DB8::/32'],
  interface: ['GigabitEthernet0/0', 'GigabitEthernet0/1', 'Loopback0', 'Null0', 'GigabitEthernet0/0.10'],
  'new-interface': ['GigabitEthernet0/0', 'Loopback0', 'Loopback1', 'Null0', 'GigabitEthernet0/0.10', 'Tunnel5'],
  'interface-range': ['GigabitEthernet0/0 - 2', 'Loopback0 - 1'],
  rd: ['65000:1', '65000:2', '192.0.2.1:3'],
  'route-target': ['65000:1', '65000:2'],
  area: ['0', '1', '10.0.0.0'],
  severity: ['3', 'debugging'],
  asn: ['65000', '65001', '1.5'],
  mac: ['0011.2233.4455'],
  hex16: ['0x2102'],
  community: ['65000:1', 'no-export'],
  'large-community': ['65000:1:2', '1:2:3'],
};

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

function wordFor({ type, many }: ArgStep): fc.Arbitrary<readonly string[]> {
  const range = /^(\d+)\.\.(\d+)$/.exec(type);
  const one = range
    ? oneOf([range[1] as string, range[2] as string, String(Math.min(Number(range[1]) + 5, Number(range[2])))])
    : oneOf(VALUES[type] ?? ['x']);
  return many ? fc.array(one, { minLength: 1, maxLength: 3 }) : one.map((value) => [value]);
}

function wordsOf(step: Step): fc.Arbitrary<readonly string[]> {
  switch (step.kind) {
    case 'word':
      return fc.constant([step.text]);
    case 'arg':
      return wordFor(step);
    case 'optional':
      return fc.oneof(fc.constant([]), pathWords(step.of));
    case 'choice':
      return fc.oneof(...step.of.map(pathWords));
    case 'any':
      return fc
        .shuffledSubarray([...step.of])
        .chain((chosen) => fc.tuple(...chosen.map(pathWords)).map((parts) => parts.flat()));
  }
}

const pathWords = (path: readonly Step[]): fc.Arbitrary<readonly string[]> =>
  fc.tuple(...path.map(wordsOf)).map((parts) => parts.flat());

/** Lines of one sentence and its block, sometimes taken back, sometimes cut short. */
function linesOf(spec: CommandSpec, depth: number): fc.Arbitrary<readonly string[]> {
  const verb = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, fc.constant('no '), fc.constant('default '));
  const block =
    spec.children.length === 0 || depth > 2
      ? fc.constant([])
      : fc.array(
          oneOf(spec.children).chain((child) => linesOf(child, depth + 1)),
          { maxLength: 6 },
        );
  const cut = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(3));
  return fc.tuple(verb, pathWords(spec.path), cut, block).map(([before, words, short, inside]) => {
    const typed = words.slice(0, Math.max(1, words.length - short));
    return [`${' '.repeat(depth)}${before}${typed.join(' ')}`, ...inside.flat()];
  });
}

/** Lines that may be typed in global configuration mode, and those of their blocks. */
export const configurationLines = (specs: readonly CommandSpec[], count = 20): fc.Arbitrary<readonly string[]> =>
  fc
    .array(
      oneOf(specs).chain((spec) => linesOf(spec, 0)),
      { maxLength: count },
    )
    .map((lines) => lines.flat());
