// Access lists under the fingers: how entries are kept, numbered, printed and taken away, and what routing makes of them.
// Source: Cisco, "IP Access List Sequence Numbering"; Cisco IOS Security command reference, "access-list (IP standard)".

import { describe, expect, it } from 'vitest';
import { policyNamed } from '../../../src/os/ios/compile/policy.ts';
import { accepted } from '../../../src/policy/evaluate.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { p } from '../../harness/routes.ts';
import { Console, configured } from './console.ts';

/** The lines of the configuration about access lists, after these were typed. */
function typed(...lines: readonly string[]): readonly string[] {
  const terminal = new Console().lines('configure terminal', ...lines);
  const config = terminal.config();
  const named = config.findIndex((line) => line.startsWith('ip access-list'));
  const rest = config.slice(named + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  const block = named < 0 ? [] : [config[named] ?? '', ...rest.slice(0, end)];
  return [...block, ...config.filter((line) => line.startsWith('access-list '))];
}

describe('a named list', () => {
  it('prints hosts, networks and ports as a router does', () => {
    expect(
      typed(
        'ip access-list extended X',
        'permit tcp 10.1.2.3 0.0.0.0 10.9.9.9 0.255.255.255 eq 80',
        'deny udp any eq 53 0.0.0.0 255.255.255.255',
        'permit icmp any any echo',
        'permit tcp any any established',
        'deny ip any any log',
      ),
    ).toEqual([
      'ip access-list extended X',
      ' permit tcp host 10.1.2.3 10.0.0.0 0.255.255.255 eq www',
      ' deny   udp any eq domain any',
      ' permit icmp any any echo',
      ' permit tcp any any established',
      ' deny   ip any any log',
    ]);
    expect(
      typed('ip access-list standard S', 'permit host 10.0.0.1', 'permit 10.7.7.7 0.0.255.255', 'deny any'),
    ).toEqual(['ip access-list standard S', ' permit 10.0.0.1', ' permit 10.7.0.0 0.0.255.255', ' deny   any']);
  });

  it('puts a numbered entry where its number says, and takes one away by it', () => {
    const three = ['ip access-list standard S', 'permit 10.0.0.1', 'permit 10.0.0.2', 'permit 10.0.0.3'];
    expect(typed(...three, '15 permit 10.0.0.9')).toEqual([
      'ip access-list standard S',
      ' permit 10.0.0.1',
      ' permit 10.0.0.9',
      ' permit 10.0.0.2',
      ' permit 10.0.0.3',
    ]);
    expect(typed(...three, 'no 20')).toEqual(['ip access-list standard S', ' permit 10.0.0.1', ' permit 10.0.0.3']);
    expect(typed(...three, 'no permit host 10.0.0.1').slice(1)).toEqual([' permit 10.0.0.2', ' permit 10.0.0.3']);
  });

  it('does not take a number twice, and is numbered anew as a whole', () => {
    const terminal = new Console().lines('configure terminal', 'ip access-list extended X', 'permit ip any any');
    expect(terminal.line('10 deny tcp any any')).toContain(
      '% Duplicate sequence number\n%Failed to add ace to access-list\n',
    );
    expect(terminal.line('10 permit ip any any')).not.toContain('%');
    terminal.lines('5 deny tcp any any', 'exit', 'ip access-list resequence X 100 50', 'end');
    expect(terminal.line('show ip access-lists X')).toContain(
      'Extended IP access list X\n    100 deny tcp any any\n    150 permit ip any any\n',
    );
    expect(terminal.config().join('\n')).not.toContain('resequence');
  });

  it('keeps a second entry of the same words once', () => {
    expect(typed('ip access-list standard S', 'permit 10.0.0.1', 'permit 10.0.0.1')).toHaveLength(2);
  });
});

describe('a numbered list', () => {
  it('keeps the order of typing; lists follow each other by their numbers', () => {
    expect(
      typed(
        'access-list 101 permit ip any any',
        'access-list 10 permit 10.0.0.2',
        'access-list 10 deny any',
        'access-list 10 permit host 10.0.0.1',
      ),
    ).toEqual([
      'access-list 10 permit 10.0.0.2',
      'access-list 10 deny   any',
      'access-list 10 permit 10.0.0.1',
      'access-list 101 permit ip any any',
    ]);
  });

  it('goes as a whole, whichever of its entries is named', () => {
    const lines = ['access-list 10 permit 10.0.0.2', 'access-list 10 permit 10.0.0.3', 'access-list 11 permit any'];
    expect(typed(...lines, 'no access-list 10 permit 10.0.0.2')).toEqual(['access-list 11 permit any']);
    expect(typed(...lines, 'no access-list 10')).toEqual(['access-list 11 permit any']);
  });
});

describe('what a route map matches', () => {
  const matches = (list: string, route: string, clause = 'match ip address 10'): boolean => {
    const tree = configured(`${list}\nroute-map M permit 10\n ${clause}\n`);
    const policy = policyNamed(tree, 'M') as Policy;
    const nothing = { tag: undefined, metric: undefined, localPref: undefined, weight: undefined, origin: undefined };
    return accepted(policy, { prefix: p(route), kind: 'static', extended: [], ...nothing }) !== undefined;
  };

  it('is the network of a standard list, whatever its mask', () => {
    const list = 'access-list 10 deny 10.5.0.0 0.0.255.255\naccess-list 10 permit 10.0.0.0 0.255.255.255';
    expect(matches(list, '10.1.0.0/16')).toBe(true);
    expect(matches(list, '10.5.6.0/24')).toBe(false);
    expect(matches(list, '11.0.0.0/8')).toBe(false);
  });

  // Wildcards need not be masks: any third octet that is even.
  it('looks only at bits that matter', () => {
    const list = 'access-list 10 permit 10.0.0.0 0.255.254.255';
    expect(matches(list, '10.1.4.0/24')).toBe(true);
    expect(matches(list, '10.1.5.0/24')).toBe(false);
  });

  // Cisco, "Filter BGP routes with an extended ACL": the destination is the mask.
  it('is network and mask of an extended list', () => {
    const list = 'ip access-list extended E\n permit ip 10.0.0.0 0.255.255.255 host 255.255.255.0';
    expect(matches(list, '10.1.4.0/24', 'match ip address E')).toBe(true);
    expect(matches(list, '10.1.0.0/16', 'match ip address E')).toBe(false);
  });

  it('is everything where the list does not exist', () => {
    expect(matches('hostname X', '192.0.2.0/24')).toBe(true);
  });
});
