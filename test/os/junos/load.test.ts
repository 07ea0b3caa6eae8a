import { describe, expect, it } from 'vitest';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { type LoadMode, loadBraces, loadSet } from '../../../src/os/junos/load.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import { junos } from './console.ts';
import { lines, schema, tree } from './trees.ts';

const set = (text: string) => {
  const { said, tree: made, errors } = loadSet(schema(), text, EMPTY_TREE);
  return { said, errors, now: displaySet(made.children) };
};
const braces = (text: string, mode: LoadMode = 'merge', onto = EMPTY_TREE) => {
  const { said, tree: made, errors } = loadBraces(schema(), lines(text).join('\n'), onto, mode);
  return { said, errors, now: displaySet(made.children) };
};

// Captures: vJunos-router 25.4R1.12, `load set terminal` and `load merge terminal`.
describe('load set', () => {
  it('says which word is wrong, and keeps what stands before it', () => {
    expect(set('set protocols ospf topology default metric 65450')).toEqual({
      said: ['terminal:1:(36) syntax error: metric'],
      errors: 1,
      now: ['set protocols ospf topology default'],
    });
    expect(set('set routing-instances VR protocols ospf topology default metric 65450').said).toEqual([
      'terminal:1:(57) syntax error: metric',
    ]);
  });
  it('keeps nothing where nothing is said', () => {
    expect(set('set protocols ospf3 nonsense default')).toEqual({
      said: ['terminal:1:(20) syntax error: nonsense'],
      errors: 1,
      now: [],
    });
  });
  it('goes on after an error', () => {
    const { said, now } = set(
      'set system host-name R1\nfoo\n\nset interfaces lo0.0 family inet address 1.1.1.1/32\ndelete system host-name',
    );
    expect(said).toEqual(['terminal:2:(0) syntax error: foo']);
    expect(now).toEqual(['set interfaces lo0 unit 0 family inet address 1.1.1.1/32']);
  });
});

describe('rename', () => {
  it('makes nothing else of a statement', () => {
    const unit = 'set interfaces ge-0/0/0 unit 0 family inet';
    expect(set(`${unit}\nrename interfaces ge-0/0/0 unit 0 to unit 5`).now).toEqual([unit.replace('unit 0', 'unit 5')]);
    const made = set(`${unit}\nrename interfaces ge-0/0/0 unit 0 to description x`);
    expect([made.errors, made.now]).toEqual([1, [unit]]);
  });
});

describe('load merge', () => {
  it('says where a statement is wrong', () => {
    expect(
      braces(`
        protocols {
            ospf {
                topology default {
                    metric 65450;
                }
            }
        }
      `),
    ).toEqual({
      said: [
        'terminal:4:(18) syntax error: metric',
        '  [edit protocols ospf topology default]',
        "    'metric 65450;'",
        '      syntax error',
      ],
      errors: 1,
      now: ['set protocols ospf topology default'],
    });
  });
  it('passes over a block that cannot be opened', () => {
    expect(
      braces(
        `
        protocols {
            ospf3 {
                nonsense default {
                    metric 65450;
                }
            }
        }
      `,
        'merge',
        tree('set protocols ospf reference-bandwidth 10g'),
      ),
    ).toEqual({
      said: [
        'terminal:3:(16) syntax error: nonsense',
        '  [edit protocols ospf3]',
        "    'nonsense default {'",
        '      syntax error',
        'terminal:5:(9) error recovery ignores input until this point: }',
        '  [edit protocols ospf3]',
        "    '}'",
        '      error recovery ignores input until this point',
        '[edit protocols]',
        "  'ospf3'",
        '    warning: statement has no contents; ignored',
      ],
      errors: 2,
      now: ['set protocols ospf reference-bandwidth 10g'],
    });
  });
  it('understands tags', () => {
    const before = tree(`
      set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30
      set interfaces ge-0/0/1 description old
      set interfaces ge-0/0/2 description other
    `);
    const text = `
      interfaces {
          replace: ge-0/0/0 {
              description new;
          }
          delete: ge-0/0/1;
          inactive: ge-0/0/2 {
              mtu 9000;
          }
      }
    `;
    expect(braces(text, 'replace', before).now).toEqual([
      'set interfaces ge-0/0/0 description new',
      'set interfaces ge-0/0/2 description other',
      'set interfaces ge-0/0/2 mtu 9000',
      'deactivate interfaces ge-0/0/2',
    ]);
    // Without `replace` the tag merges.
    expect(braces(text, 'merge', before).now).toContain(
      'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30',
    );
  });
  it('overrides everything', () => {
    expect(braces('system { host-name R2; }', 'override', tree('set snmp name x')).now).toEqual([
      'set system host-name R2',
    ]);
  });
  it('reads text that is cut short or has braces too many', () => {
    expect(braces('system { host-name R1').now).toEqual(['set system host-name R1']);
    expect(braces('} system { host-name R1; } }').errors).toBe(2);
    expect(braces('').now).toEqual([]);
  });
});

describe('a configuration file', () => {
  const read = (text: string) => readConfiguration(schema(), text, EMPTY_TREE).lines;
  it('says of every line what became of it', () => {
    expect(
      read(
        '## Last commit: 2026-03-01 10:00:00 UTC by lab\nsystem {\n    host-name R1;\n    services {\n        ssh;\n    }\n    hots-name R2;\n}\n',
      ),
    ).toEqual([
      { line: 2, text: 'system {', taken: 'simulated', why: undefined, column: undefined },
      { line: 3, text: '    host-name R1;', taken: 'simulated', why: undefined, column: undefined },
      { line: 4, text: '    services {', taken: 'kept', why: 'boxes are managed at their consoles', column: undefined },
      { line: 5, text: '        ssh;', taken: 'kept', why: 'boxes are managed at their consoles', column: undefined },
      { line: 7, text: '    hots-name R2;', taken: 'rejected', why: 'syntax error', column: 4 },
    ]);
  });
  it('may be one of set commands, with what a terminal shows around them', () => {
    const taken = read('set system host-name R1\nset system services netconf ssh\nset system foo\n\n{master:0}\n');
    expect(taken.map((line) => [line.line, line.taken])).toEqual([
      [1, 'simulated'],
      [2, 'kept'],
      [3, 'rejected'],
    ]);
  });
  it('reads long ones in time', () => {
    const text = Array.from(
      { length: 5_000 },
      (_, i) => `set routing-options static route 10.${i >> 8}.${i & 255}.0/24 next-hop 10.0.0.1`,
    ).join('\n');
    expect(read(text).filter((line) => line.taken === 'simulated')).toHaveLength(5_000);
  });
  it('replaces what the box came with when a router printed all of it', () => {
    const os = junos();
    const model = os.models.find(({ name }) => name === 'vmx');
    if (!model) throw new Error('no vmx');
    const factory = os.factory(model);
    expect(os.print(factory).join()).toContain('syslog');
    const whole = ['version 21.4R1.12;', 'system {', '    host-name R1;', '}'];
    expect(os.print(os.read(whole.join('\n'), factory, model).tree)).toEqual(whole);
    expect(os.print(os.read('system { host-name R1; }', factory, model).tree).join()).toContain('syslog');
  });
  it('is quoted where a word would begin a remark', () => {
    const text = printBlock(loadSet(schema(), 'set system domain-name /*x', EMPTY_TREE).tree.children);
    expect(text).toContain('    domain-name "/*x";');
    expect(printBlock(loadBraces(schema(), text.join('\n'), EMPTY_TREE, 'override').tree.children)).toEqual(text);
  });
  it('names logical interfaces as they are where no interface is made', () => {
    const text = [
      'system {',
      '    arp {',
      '        interfaces {',
      '            irb.1 {',
      '                aging-timer 5;',
    ];
    const whole = [...text, '            }', '        }', '    }', '}'];
    expect(read(whole.join('\n')).every(({ taken }) => taken !== 'rejected')).toBe(true);
  });
  it('may be anything made of words, braces and remarks', () => {
    const pieces = ['a', '{', '}', ';', '[', ']', '"x', '"y"', '/* r */', '/*', 'inactive:', 'delete:', '#c\n'];
    const texts = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => `${a} ${b} ${c}`)));
    for (const text of texts) expect(() => read(text), text).not.toThrow();
    expect(read('system { { host-name R1; } host-name R2; }').map(({ taken }) => taken)).toEqual([
      'simulated',
      'simulated',
      'rejected',
    ]);
  });
});
