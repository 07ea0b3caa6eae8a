// The statements that real configurations use: each is taken, and comes back as it was typed, in both forms.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import { apply, lines, schema, tree } from './trees.ts';

const read = (text: string) => readConfiguration(schema(), text, EMPTY_TREE);
const refused = (text: string): readonly string[] =>
  read(text).lines.flatMap((line) => (line.taken === 'rejected' ? [`${line.text}: ${line.why}`] : []));
const sets = (text: string): readonly string[] => displaySet(tree(text).children);
const braces = (text: string): readonly string[] => printBlock(tree(text).children);
/** Quotes that a release writes where they are not needed. */
const plain = (line: string): string => line.replace(/"/g, '');

const listed = (file: string): readonly string[] =>
  readFileSync(new URL(`./statements/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('set '));
const frequent = listed('frequent.txt');
const usual = listed('usual.txt');

describe('statements of 91 real configurations', () => {
  it('are all there', () => {
    expect(frequent.length).toBeGreaterThan(400);
    expect(frequent.flatMap(refused)).toEqual([]);
  });
  it('come back word for word, from `set` lines and from braces', () => {
    expect(frequent.flatMap(sets).map(plain)).toEqual(frequent.map(plain));
    const through = frequent.flatMap((line) => sets(braces(line).join('\n')));
    expect(through.map(plain)).toEqual(frequent.map(plain));
  });
  it('are taken by a group and, where they are about routing, by a logical system', () => {
    expect(frequent.map((line) => line.replace(/^set (?!version)/, 'set groups G ')).flatMap(refused)).toEqual([]);
    const routing = frequent.filter((line) => /^set (?:protocols|policy-options|routing-)/.test(line));
    const below = routing.map((line) => line.replace('set ', 'set logical-systems R2 '));
    expect(below.length).toBeGreaterThan(150);
    expect(below.flatMap(refused)).toEqual([]);
    expect(below.flatMap(sets).map(plain)).toEqual(below.map(plain));
  });
});

describe('statements of the user guides', () => {
  it('come back word for word, from `set` lines and from braces', () => {
    expect(usual.length).toBeGreaterThan(500);
    expect(usual.flatMap(refused)).toEqual([]);
    expect(usual.flatMap(sets).map(plain)).toEqual(usual.map(plain));
    expect(usual.flatMap((line) => sets(braces(line).join('\n'))).map(plain)).toEqual(usual.map(plain));
  });
});

describe('a flat container', () => {
  // Captures of MX and QFX (Junos 15 to 21): `autonomous-system loops 2`, `local-as private`, `vlan-tags outer`,
  // `traceoptions file size` are lines of their own in set form; braces: CLI reference.
  it.each([
    ['routing-options', 'autonomous-system 65000 loops 2;', ['autonomous-system 65000', 'autonomous-system loops 2']],
    [
      'routing-options',
      'autonomous-system 64512 independent-domain;',
      ['autonomous-system 64512', 'autonomous-system independent-domain'],
    ],
    [
      'protocols bgp',
      'local-as 64512 loops 2 private no-prepend-global-as;',
      ['local-as 64512', 'local-as loops 2', 'local-as private', 'local-as no-prepend-global-as'],
    ],
    [
      'protocols bgp traceoptions',
      'file bgp.log size 1m files 5 world-readable;',
      ['file bgp.log', 'file size 1m', 'file files 5', 'file world-readable'],
    ],
    ['interfaces ge-0/0/0 unit 5', 'vlan-tags outer 100 inner 200;', ['vlan-tags outer 100', 'vlan-tags inner 200']],
    ['interfaces ge-0/0/0', 'hold-time up 100 down 0;', ['hold-time up 100', 'hold-time down 0']],
    [
      'system ntp',
      'server 192.0.2.1 key 5 version 4 prefer;',
      ['server 192.0.2.1 key 5', 'server 192.0.2.1 version 4', 'server 192.0.2.1 prefer'],
    ],
    ['system ntp', 'server 192.0.2.1;', ['server 192.0.2.1']],
    ['system syslog', 'archive size 1m files 10;', ['archive size 1m', 'archive files 10']],
    [
      'protocols bgp family inet unicast prefix-limit',
      'teardown 80 idle-timeout forever;',
      ['teardown 80', 'teardown idle-timeout forever'],
    ],
    ['protocols mpls label-switched-path a', 'install 192.0.2.0/24 active;', ['install 192.0.2.0/24 active']],
    ['protocols ospf area 0.0.0.0', 'area-range 10.0.0.0/8 restrict;', ['area-range 10.0.0.0/8 restrict']],
    [
      'routing-options',
      'confederation 65000 members [ 65001 65002 ];',
      ['confederation 65000', 'confederation members 65001', 'confederation members 65002'],
    ],
    [
      'class-of-service forwarding-classes',
      'class fc1 queue-num 0 priority low;',
      ['class fc1 queue-num 0', 'class fc1 priority low'],
    ],
  ])('%s { %s }', (above, line, set) => {
    const levels = `${above} {\n${line}\n}`;
    expect(sets(levels)).toEqual(set.map((one) => `set ${above} ${one}`));
    expect(braces(set.map((one) => `set ${above} ${one}`).join('\n')).map((row) => row.trim())).toContain(line);
    // All of it may be typed in one line.
    expect(sets(`set ${above} ${line.slice(0, -1)}`)).toEqual(set.map((one) => `set ${above} ${one}`));
  });
  it('hides a secret that stands on its line', () => {
    expect(
      braces('set system ntp authentication-key 1 type md5\nset system ntp authentication-key 1 value "$9$abc"'),
    ).toContain('        authentication-key 1 type md5 value "$9$abc"; ## SECRET-DATA');
  });
  it('takes the mark of its line, and gives what is marked inside lines of its own', () => {
    const text = lines(`
      system {
          ntp {
              inactive: server 192.0.2.1 prefer;
              server 192.0.2.2 {
                  inactive: prefer;
              }
          }
      }`);
    expect(braces(text.join('\n'))).toEqual(text);
    expect(sets(text.join('\n'))).toEqual([
      'set system ntp server 192.0.2.1 prefer',
      'deactivate system ntp server 192.0.2.1',
      'set system ntp server 192.0.2.2 prefer',
      'deactivate system ntp server 192.0.2.2 prefer',
    ]);
  });
  it('loses one word and keeps the others', () => {
    const before = tree('set protocols bgp local-as 65000 loops 2 private');
    expect(displaySet(apply(before, 'delete protocols bgp local-as private').children)).toEqual([
      'set protocols bgp local-as 65000',
      'set protocols bgp local-as loops 2',
    ]);
    expect(displaySet(apply(before, 'delete protocols bgp local-as').children)).toEqual([]);
  });
});

describe('statements that exclude each other', () => {
  const route = 'set routing-options static route 0.0.0.0/0';
  it('a static route has next hops, or none', () => {
    expect(
      sets(`${route} next-hop 10.0.0.1\n${route} next-hop 10.0.0.2\n${route} preference 7\n${route} discard`),
    ).toEqual([`${route} discard`, `${route} preference 7`]);
    expect(sets(`${route} reject\n${route} qualified-next-hop 10.0.0.1\n${route} next-hop 10.0.0.2`)).toEqual([
      `${route} next-hop 10.0.0.2`,
      `${route} qualified-next-hop 10.0.0.1`,
    ]);
    expect(sets(`${route} next-hop 10.0.0.1\n${route} next-table inet.2`)).toEqual([`${route} next-table inet.2`]);
  });
  // Capture: snapshot junos_then_action_conflicts, vJunos-router 25.4R1.12: what became of `metric 200` and, behind it,
  // `metric expression metric multiplier 2 offset 5` in one term.
  it('a metric is a number or an expression', () => {
    const then = 'set policy-options policy-statement IMPORT term MED-SET-EXPRESSION then';
    expect(sets(`${then} metric 200\n${then} metric expression metric multiplier 2 offset 5\n${then} accept`)).toEqual([
      `${then} metric expression metric multiplier 2`,
      `${then} metric expression metric offset 5`,
      `${then} accept`,
    ]);
  });
});

describe('braces around one statement', () => {
  // CLI reference: what stands on the line of its container when it is alone, and what does not.
  it.each([
    ['set security nat source rule-set a rule b then source-nat interface', '                            interface;'],
    ['set security address-book global address a 10.0.0.0/8', '        address a 10.0.0.0/8;'],
    ['set policy-options policy-statement P then accept', '        then accept;'],
    ['set routing-instances A vrf-target target:1:1', '        vrf-target target:1:1;'],
    ['set protocols bgp multipath multiple-as', '        multipath multiple-as;'],
    ['set protocols mpls traffic-engineering bgp-igp', '        traffic-engineering bgp-igp;'],
  ])('%s', (line, row) => {
    expect(braces(line)).toContain(row);
    expect(sets(braces(line).join('\n'))).toEqual([line]);
  });
});

describe('what else stands in a configuration', () => {
  it('groups, marks and comments survive in braces', () => {
    const text = lines(`
      groups {
          CORE {
              interfaces {
                  <ge-*> {
                      unit <*> {
                          family mpls;
                      }
                  }
              }
          }
      }
      apply-groups CORE;
      interfaces {
          apply-groups-except CORE;
          /* to R2 */
          inactive: protect: ge-0/0/0 {
              unit 0 {
                  inactive: family inet {
                      address 10.0.0.1/30;
                  }
              }
          }
      }
      protocols {
          /*
           * two
           * lines
           */
          bgp {
              group A {
                  type internal;
                  inactive: neighbor 10.0.0.2;
              }
          }
      }`);
    expect(braces(text.join('\n'))).toEqual(text);
  });
  it('policies in an expression, however they were typed', () => {
    const shown = 'set protocols bgp group X import ( A && ( B || !C ) )';
    expect(sets('set protocols bgp group X import (A && (B || !C))')).toEqual([shown]);
    expect(sets(shown)).toEqual([shown]);
    expect(braces(shown)).toContain('            import ( A && ( B || !C ) );');
    expect(sets(braces(shown).join('\n'))).toEqual([shown]);
    expect(sets('set protocols bgp import [ A (B && C) ]')).toEqual([
      'set protocols bgp import A',
      'set protocols bgp import ( B && C )',
    ]);
  });
  it('a text with backslashes stays as it was typed', () => {
    const line = String.raw`set system login message "\n** \"noc\" \\ 10\.0"`;
    expect(sets(line)).toEqual([line]);
    expect(sets(braces(line).join('\n'))).toEqual([line]);
  });
  it('refuses what no router knows', () => {
    // Capture: snapshot junos_then_action_conflicts: neither was left of what had been offered to a vJunos-router.
    expect(refused('set policy-options policy-statement P then bgp-output-queue-priority 5')).not.toEqual([]);
    expect(refused('set class-of-service cos-next-hop-map nhm1 forwarding-class fc1 next-hop 192.0.2.10')).not.toEqual(
      [],
    );
    expect(refused('set protocols bgp group X hold-tme 30')).not.toEqual([]);
  });
  it.each([
    ['set protocols ospf area 0 interface ge-0/0/0 metric 70000', 'Value 70000 is not within range (1..65535)'],
    ['set protocols isis level 3 wide-metrics-only', 'Value 3 is not within range (1..2)'],
    ['set protocols bgp group X local-as 0.0.1', 'Invalid AS number'],
    ['set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/33', 'is larger than 32'],
  ])('%s', (line, why) => {
    expect(refused(line).join()).toContain(why);
  });
});
