// Elements of statements whose names are not what is typed.    Expectations: configurations of MX and EX in XML, as public
// repositories hold them (provisioning templates, replies of `get-config`).

import { expect, it } from 'vitest';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { type Element, elementsOf } from '../../../src/os/junos/elements.ts';
import { readConfiguration } from '../../../src/os/junos/read.ts';
import { schema } from './trees.ts';

const outline = ({ name, text, children }: Element): string =>
  text === undefined ? `${name}(${children.map(outline).join(' ')})` : `${name}=${text}`;

const elements = (lines: string): string =>
  elementsOf(readConfiguration(schema(), lines, EMPTY_TREE).tree.children, '')
    .map(outline)
    .join(' ');

it.each([
  ['protocols bgp group G type external', 'protocols(bgp(group(name=G type=external)))'],
  [
    'routing-instances V route-distinguisher 1:1',
    'routing-instances(instance(name=V route-distinguisher(rd-type=1:1)))',
  ],
  [
    'interfaces xe-2/0/2 gigether-options 802.3ad ae1',
    'interfaces(interface(name=xe-2/0/2 gigether-options(ieee-802.3ad(bundle=ae1))))',
  ],
])('set %s', (line, expected) => {
  expect(elements(`set ${line}`)).toBe(expected);
});

it.each([
  ['community add C', 'community(add() community-name=C)'],
  ['local-preference 200', 'local-preference(local-preference=200)'],
  ['local-preference add 5', 'local-preference(add=5)'],
  ['preference 5', 'preference(preference=5)'],
  ['next-hop self', 'next-hop(self())'],
  ['next-hop 10.0.0.1', 'next-hop(address=10.0.0.1)'],
  ['origin igp', 'origin=igp'],
  ['next policy', 'next=policy'],
  ['load-balance per-packet', 'load-balance(per-packet())'],
  ['accept', 'accept()'],
])('then %s', (action, expected) => {
  expect(elements(`set policy-options policy-statement P then ${action}`)).toBe(
    `policy-options(policy-statement(name=P then(${expected})))`,
  );
});
