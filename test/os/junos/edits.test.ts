// Random edits: whatever was typed, the candidate is what its own text says, in braces, in commands, and as a patch.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ConfigTree, EMPTY_TREE } from '../../../src/config/tree.ts';
import { compareLines } from '../../../src/os/junos/compare.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { loadBraces, loadSet } from '../../../src/os/junos/load.ts';
import { loadPatch } from '../../../src/os/junos/load-patch.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { JunosBox, LAB_START } from './console.ts';
import { schema } from './trees.ts';

/** Something to edit: terms, units, routes. */
const START = `${LAB_START}
interfaces {
    ge-0/0/0 {
        vlan-tagging;
        unit 0 {
            vlan-id 5;
        }
        unit 10 {
            vlan-id 10;
            family inet {
                address 10.0.12.1/30;
            }
        }
    }
}
policy-options {
    prefix-list A {
        10.0.0.0/8;
    }
    policy-statement A {
        ${['A', 'B', 'C', 'D'].map((term) => `term ${term} {\n from protocol static;\n then accept;\n }\n`).join('')}
    }
    policy-statement B {
        ${['C', 'A', 'B'].map((term) => `term ${term} {\n then reject;\n }\n`).join('')}
    }
}
routing-options {
    static {
        route 10.1.0.0/16 next-hop 10.0.0.1;
    }
}
`;

const name = fc.constantFrom('A', 'B', 'C', 'D');
const unit = fc.constantFrom('0', '1', '2', '10');
const port = fc.constantFrom('ge-0/0/0', 'ge-0/0/1', 'ge-0/0/10', 'lo0');
const prefix = fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '192.168.0.0/24', '0.0.0.0/0');
const host = fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3');

const line = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((words) => words.join(' '));

/** Paths of statements, lists of the owner's order among them. */
const path: fc.Arbitrary<string> = fc.oneof(
  line('system host-name', name),
  line('system services', fc.constantFrom('ssh', 'telnet', 'ftp')),
  line('system ntp server', host),
  line('interfaces', port, 'unit', unit, 'vlan-id', unit),
  line('interfaces', port, 'unit', unit, 'family inet address', fc.constantFrom('10.0.12.1/30', '10.0.13.1/30')),
  line('interfaces', port, 'unit', unit, 'family mpls'),
  line('interfaces', port, 'description', fc.constantFrom('"to R2"', 'plain', '"a;b {"')),
  line(
    'policy-options policy-statement',
    name,
    'term',
    name,
    'from protocol',
    fc.constantFrom('static', 'bgp', 'ospf'),
  ),
  line('policy-options policy-statement', name, 'term', name, 'then', fc.constantFrom('accept', 'reject')),
  line('policy-options policy-statement', name, 'then reject'),
  line('policy-options community', name, 'members', fc.constantFrom('65000:1', '65000:2', '[ 65000:3 65000:4 ]')),
  line('policy-options prefix-list', name, prefix),
  line('routing-options static route', prefix, 'next-hop', host),
  line('routing-options static route', prefix, 'discard'),
  line('routing-options static route', prefix, 'tag', unit),
  line('routing-instances', name, 'instance-type', fc.constantFrom('vrf', 'virtual-router')),
  line('routing-instances', name, 'interface ge-0/0/0.0'),
);

/** A path that is cut short somewhere. */
const cut = fc.tuple(path, fc.nat(4)).map(([text, drop]) => {
  const words = text.split(' ');
  return words.slice(0, Math.max(1, words.length - drop)).join(' ');
});

const edit: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: path.map((text) => `set ${text}`) },
  { weight: 4, arbitrary: cut.map((text) => `delete ${text}`) },
  { weight: 2, arbitrary: cut.map((text) => `deactivate ${text}`) },
  { weight: 1, arbitrary: cut.map((text) => `activate ${text}`) },
  { weight: 1, arbitrary: line('rename policy-options policy-statement', name, 'to policy-statement', name) },
  { weight: 1, arbitrary: line('rename interfaces', port, 'to', port) },
  { weight: 1, arbitrary: line('copy policy-options policy-statement', name, 'to policy-statement', name) },
  { weight: 1, arbitrary: line('copy interfaces', port, 'unit', unit, 'to unit', unit) },
  {
    weight: 2,
    arbitrary: line(
      'insert policy-options policy-statement',
      name,
      'term',
      name,
      fc.constantFrom('before', 'after'),
      'term',
      name,
    ),
  },
  { weight: 1, arbitrary: line('replace pattern', name, 'with', name) },
  { weight: 1, arbitrary: line('wildcard range set interfaces ge-0/0/[0-2] unit', unit, 'family mpls') },
  { weight: 1, arbitrary: fc.constantFrom('rollback 0', 'rollback 1', 'commit', 'load factory-default') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('save x', 'load override x', 'load merge x', 'load update x', 'load replace x'),
  },
);

const braces = (tree: ConfigTree): string => printBlock(tree.children).join('\n');
const commands = (tree: ConfigTree): string => displaySet(tree.children).join('\n');

/** Types the edits into a router; gives what runs and what is edited. */
function typed(edits: readonly string[]): { readonly running: ConfigTree; readonly candidate: ConfigTree } {
  const box = new JunosBox({ config: START });
  const terminal = box.console();
  terminal.press('configure\n');
  terminal.press(edits.map((text) => `${text}\n`).join(''));
  return { running: box.box.store.running, candidate: box.box.store.candidate };
}

it('the candidate is what its text says', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      const { running, candidate } = typed(edits);
      const text = braces(candidate);
      const fromBraces = loadBraces(schema(), text, EMPTY_TREE, 'override');
      expect(fromBraces.said).toEqual([]);
      expect(braces(fromBraces.tree)).toBe(text);
      expect(commands(fromBraces.tree)).toBe(commands(candidate));
      const fromCommands = loadSet(schema(), commands(candidate), EMPTY_TREE);
      expect(fromCommands.said).toEqual([]);
      expect(braces(fromCommands.tree)).toBe(text);
      const patched = loadPatch(schema(), compareLines(running, candidate).join('\n'), running);
      expect(patched.said).toEqual([]);
      expect(braces(patched.tree)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

it('the same edits give the same candidate', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      expect(braces(typed(edits).candidate)).toBe(braces(typed(edits).candidate));
    }),
    { numRuns: 15 },
  );
});

it('an edit leaves the other trees as they were', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const box = new JunosBox({ config: START });
      const terminal = box.console();
      terminal.press('configure\n');
      for (const text of edits) {
        const [before, shown] = [box.box.store.candidate, braces(box.box.store.candidate)];
        terminal.press(`${text}\n`);
        expect(braces(before)).toBe(shown);
      }
    }),
    { numRuns: 15 },
  );
});
