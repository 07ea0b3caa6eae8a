// Every sentence of the configuration, made with a value of each kind: it is read, and comes back in both forms.

import { expect, it } from 'vitest';
import { present } from '../../../src/base/must.ts';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { NO_LIVE, rangeOf, typeOf } from '../../../src/language/arg-types.ts';
import type { ArgStep, CommandSpec, Step } from '../../../src/language/spec.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { type Element, elementsOf } from '../../../src/os/junos/elements.ts';
import { KEYWORD_TYPES } from '../../../src/os/junos/enumerations.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import { schema } from './trees.ts';

const VALUES =
  'x1 100 10.9.8.7 10.9.8.0/24 2001:db8::7 2001:db8::/64 ge-0/0/0 ge-0/0/0.0 /24 /24-/30 65000 65000:1 target:65000:1 l2vpn-id:65000:1 00:00:5e:00:01:01 49.0001.0000.0000.0001.00 10m any $9$LbHX-wg4Z'.split(
    ' ',
  );

function sample(step: ArgStep): string {
  const range = rangeOf(step.type);
  if (range) return String(range[0]);
  const keyword = Object.keys(KEYWORD_TYPES[step.type] ?? {})[0];
  if (keyword !== undefined) return keyword;
  const type = present(typeOf(schema().types, step.type), `type ${step.type}`);
  const takes = (text: string): boolean => {
    const reading = type.read([{ text, start: 0, end: text.length, quoted: false }], 0, step.type, NO_LIVE);
    return reading.kind === 'value' && reading.value === text;
  };
  return present(VALUES.find(takes), `a value of type ${step.type}`);
}

/** The ways to say a sentence: each branch of each fork once, options said. */
function ways(steps: readonly Step[]): readonly string[] {
  return steps.reduce<readonly string[]>(
    (said, step) => {
      const here = waysOf(step);
      return said.flatMap((before) => here.map((now) => (before === '' ? now : `${before} ${now}`)));
    },
    [''],
  );
}

function waysOf(step: Step): readonly string[] {
  if (step.kind === 'word') return [step.text];
  if (step.kind === 'arg') return [sample(step)];
  return step.kind === 'optional' ? ways(step.of) : step.of.flatMap(ways);
}

/** Statements down to every leaf; a block that was seen elsewhere is not gone into again. */
function* statements(specs: readonly CommandSpec[], above: string, seen: Set<string>): Generator<string> {
  for (const spec of specs) {
    if (spec.name === 'apply-flags omit' || spec.name.startsWith('apply-') || spec.name === 'groups') continue;
    const [first = '', ...others] = ways(spec.path);
    const path = `${above} ${first}`;
    if (!spec.container) yield* [first, ...others].map((way) => `${above} ${way}`);
    else {
      if (spec.presence) yield path;
      const place = spec.children.map(({ at }) => `${at.file}:${at.line}`).join();
      if (seen.has(place)) continue;
      seen.add(place);
      yield* statements(spec.children, path, seen);
    }
  }
}

const all = [...statements(schema().specs, 'set', new Set())];
const plain = (line: string): string => line.replace(/"/g, '');
const read = (text: string) => readConfiguration(schema(), text, EMPTY_TREE);

it('is read', () => {
  expect(all.length).toBeGreaterThan(4000);
  const refused = all.filter((line) => read(line).lines.some(({ taken }) => taken === 'rejected'));
  expect(refused).toEqual([]);
});

it('comes back from `set` lines and from braces', () => {
  const wrong = all.flatMap((line) => {
    const { tree } = read(line);
    const back = displaySet(tree.children).map(plain).join('; ');
    const braces = printBlock(tree.children).join('\n');
    const again = displaySet(read(braces).tree.children).map(plain).join('; ');
    return back === plain(line) && again === back ? [] : [`${line} -> ${back} -> ${again}`];
  });
  expect(wrong).toEqual([]);
});

it('has names in XML that XML allows', () => {
  const names = ({ name, children }: Element): readonly string[] => [name, ...children.flatMap(names)];
  const wrong = all.flatMap((line) =>
    elementsOf(read(line).tree.children, '')
      .flatMap(names)
      .filter((name) => !/^[A-Za-z_][\w.-]*$/.test(name))
      .map((name) => `${line}: ${name}`),
  );
  expect(wrong).toEqual([]);
});
