// protocols isis in braces and as `set` lines: either way the same tree.

import { expect, it } from 'vitest';
import { displaySet } from '../../../../src/os/junos/display-set.ts';
import { printBlock } from '../../../../src/os/junos/print.ts';
import { lines, tree } from '../trees.ts';

// The core of a public lab of Junos routers (IS-IS level 2 beneath an IP VPN), with what other statements look like.
const BRACES = lines(`
  protocols {
      isis {
          lsp-lifetime 3600;
          spf-options {
              delay 50;
          }
          overload timeout 300;
          no-ipv6-routing;
          export [ OUT LEAK ];
          level 1 disable;
          level 2 {
              authentication-key "$9$UkHqPF3/9AuRhWX7V2g"; ## SECRET-DATA
              authentication-type md5;
              wide-metrics-only;
          }
          interface ge-0/0/0.112 {
              level 1 disable;
              level 2 {
                  metric 100;
                  priority 0;
              }
              point-to-point;
              bfd-liveness-detection {
                  minimum-interval 100;
              }
              ldp-synchronization {
                  hold-time 10;
              }
          }
          interface lo0.0 {
              passive;
          }
      }
  }`);

const SET = [
  'set protocols isis lsp-lifetime 3600',
  'set protocols isis spf-options delay 50',
  'set protocols isis overload timeout 300',
  'set protocols isis no-ipv6-routing',
  'set protocols isis export OUT',
  'set protocols isis export LEAK',
  'set protocols isis level 1 disable',
  'set protocols isis level 2 authentication-key "$9$UkHqPF3/9AuRhWX7V2g"',
  'set protocols isis level 2 authentication-type md5',
  'set protocols isis level 2 wide-metrics-only',
  'set protocols isis interface ge-0/0/0.112 level 1 disable',
  'set protocols isis interface ge-0/0/0.112 level 2 metric 100',
  'set protocols isis interface ge-0/0/0.112 level 2 priority 0',
  'set protocols isis interface ge-0/0/0.112 point-to-point',
  'set protocols isis interface ge-0/0/0.112 bfd-liveness-detection minimum-interval 100',
  'set protocols isis interface ge-0/0/0.112 ldp-synchronization hold-time 10',
  'set protocols isis interface lo0.0 passive',
];

it('holds what was written, in either form', () => {
  expect(displaySet(tree(BRACES.join('\n')).children).toSorted()).toEqual(SET.toSorted());
  const written = printBlock(tree(SET.join('\n')).children);
  expect(printBlock(tree(written.join('\n')).children)).toEqual(written);
  expect(printBlock(tree(BRACES.join('\n')).children)).toEqual(written);
});
