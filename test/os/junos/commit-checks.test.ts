// What a commit refuses although each statement could be typed: rules between statements.

import { describe, expect, it } from 'vitest';
import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import { faultLines } from '../../../src/os/junos/shell/commit.ts';
import { junos } from './console.ts';
import { lines, tree } from './trees.ts';

function refusal(text: string): readonly string[] {
  const model = present(junos().models[0], 'a model');
  const result = junos().compile(tree(text), { model, macBase: mac(0) });
  return result.ok ? [] : faultLines(result.error);
}

describe('rules of the schema', () => {
  // Juniper community, "native-vlan-id" (QFX5100), words and place.
  const BRIDGED = 'set interfaces xe-0/0/2 unit 0 family ethernet-switching interface-mode trunk';
  it('a port of a bridge has no address', () => {
    expect(refusal(`${BRIDGED}\nset interfaces xe-0/0/2 unit 0 family inet dhcp`)).toEqual(
      lines(`
        [edit interfaces xe-0/0/2 unit 0 family]
          'ethernet-switching'
            Family ethernet-switching and rest of the families are mutually exclusive
      `),
    );
    expect(refusal(BRIDGED)).toEqual([]);
    expect(
      refusal(`${BRIDGED}\nset interfaces xe-0/0/2 unit 1 family inet dhcp\ndeactivate interfaces xe-0/0/2 unit 1`),
    ).toEqual([]);
  });
  // Course notes of 2021 on an SRX: `set interfaces ge-0/0/0 unit 0 filter input block-in`.
  it('a filter for all families is one of family any', () => {
    const used = 'set interfaces ge-0/0/0 unit 0 filter input block-in';
    expect(refusal(used)).toEqual(
      lines(`
        [edit interfaces ge-0/0/0 unit 0 filter input]
          'input block-in'
            referenced filter must be defined under firewall family any
      `),
    );
    expect(refusal(`${used}\nset firewall family any filter block-in term 1 then accept`)).toEqual([]);
  });
  it('are told before anything else', () => {
    const other = 'set routing-options static route 10.0.0.1/8 discard';
    expect(refusal(`${BRIDGED}\nset interfaces xe-0/0/2 unit 0 family inet dhcp\n${other}`).join()).not.toContain(
      'host bits',
    );
  });
});

describe('filters of families', () => {
  it.each([
    ['inet', 'set firewall family inet filter F term 1 then accept'],
    ['inet', 'set firewall filter F term 1 then accept'],
    ['inet6', 'set firewall family inet6 filter F term 1 then accept'],
    ['mpls', 'set firewall family mpls filter F term 1 then accept'],
  ])('of %s: %s', (family, written) => {
    const used = `set interfaces ge-0/0/0 unit 0 family ${family} filter input F`;
    expect(refusal(used)).toEqual([
      `[edit interfaces ge-0/0/0 unit 0 family ${family}]`,
      "  'filter'",
      "    Referenced filter 'F' is not defined",
    ]);
    expect(refusal(`${used}\n${written}`)).toEqual([]);
  });
});

describe('BGP', () => {
  const neighbor = 'set protocols bgp group EXT neighbor 192.0.2.1';
  it('needs the AS of an external neighbour', () => {
    expect(refusal(`${neighbor}\nset protocols bgp group EXT type external`)).toEqual([
      '[edit protocols]',
      "  'bgp'",
      '    Error in neighbor 192.0.2.1 of group EXT:',
      'peer AS number must be configured for an external peer',
    ]);
  });
  it.each([
    'set protocols bgp peer-as 65001',
    'set protocols bgp group EXT peer-as 65001',
    `${neighbor} peer-as 65001`,
    'set protocols bgp group EXT type internal',
  ])('has it from %s', (line) => {
    expect(refusal(`${neighbor}\n${line}\nset routing-options autonomous-system 65000`)).toEqual([]);
  });
  it('needs an AS of its own, of the router, of the instance or towards the neighbour', () => {
    // The words: an Ansible run against a router without `autonomous-system`, as its owner quotes it.
    const without = `${neighbor}\nset protocols bgp group EXT peer-as 65001`;
    expect(refusal(without)).toEqual([
      '[edit protocols]',
      "  'bgp'",
      '    Error in neighbor 192.0.2.1 of group EXT:',
      'must define local autonomous system when enabling BGP',
    ]);
    expect(refusal(`${without}\nset protocols bgp group EXT local-as 65000`)).toEqual([]);
    expect(refusal(`${without}\nset protocols bgp disable`)).toEqual([]);
  });
  it('asks the same of instances, and nothing of groups that wait for whoever comes', () => {
    const instance = 'set routing-instances A instance-type virtual-router\n';
    expect(refusal(`${instance}set routing-instances A protocols bgp group X neighbor 192.0.2.1`)[0]).toBe(
      '[edit routing-instances A protocols]',
    );
    expect(refusal('set protocols bgp group X type external\nset protocols bgp group X allow 192.0.2.0/24')).toEqual(
      [],
    );
  });
});

describe('names', () => {
  it('of a logical system are its own, as soon as it has policies', () => {
    const used =
      'set logical-systems R2 protocols bgp group X type internal\nset logical-systems R2 protocols bgp group X export P';
    const whole = 'set policy-options policy-statement P then accept';
    expect(refusal(used).join()).toContain('Policy P referenced but not defined');
    expect(refusal(`${used}\n${whole}`)).toEqual([]);
    expect(
      refusal(`${used}\n${whole}\nset logical-systems R2 policy-options policy-statement Q then accept`),
    ).not.toEqual([]);
    expect(refusal(`${used}\n${whole.replace('set ', 'set logical-systems R2 ')}`)).toEqual([]);
  });
  it('leaves host bits out of no logical system', () => {
    expect(refusal('set logical-systems R2 routing-options static route 10.0.0.1/8 discard')).not.toEqual([]);
  });
});
