// Statements whose typing is not their storing: which rule decides on which statement of which block.

import { bothWays, type Edit, left, type Outcome } from './edit.ts';
import { accessListRules } from './rules-acl.ts';
import { bgpRules } from './rules-bgp.ts';
import { fhrpRules } from './rules-fhrp.ts';
import { interfaceRules } from './rules-interface.ts';
import { policyRules } from './rules-policy.ts';
import { routeRules } from './rules-routes.ts';
import { systemRules } from './rules-system.ts';
import { vrfRules } from './rules-vrf.ts';

export type Rule = (edit: Edit) => Outcome;

/**
 * Printed whichever way they stand, because their defaults change from release to release.
 * Source: captures of IOS 15.2, 15.7 and IOS XE 16.4 (show running-config of 70 routers).
 */
const BOTH_WAYS: readonly string[] = [
  '|service password-encryption',
  '|platform',
  '|aaa new-model',
  '|ip cef',
  '|ipv6 cef',
  '|ip http server',
  '|ip http secure-server',
  '|mmi auto-configure',
  '|mmi pvc',
  '|cdp run',
  '|scheduler allocate',
  'interface|negotiation auto',
  'interface|cdp enable',
];

/** Leave the block that they stand in. */
const LEAVE: readonly string[] = [
  'exit-address-family',
  'exit-af-topology',
  'exit-af-interface',
  'exit-service-family',
  'exit-sf-topology',
  'exit-sf-interface',
  'exit-vrrp',
  'exit-peer-policy',
  'exit-peer-session',
];

const leave: Rule = ({ tree }) => left(tree);

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...BOTH_WAYS.map((name) => [name, bothWays] as const),
  ...LEAVE.map((name) => [`*|${name}`, leave] as const),
  ...Object.entries({
    ...systemRules,
    ...interfaceRules,
    ...vrfRules,
    ...routeRules,
    ...bgpRules,
    ...policyRules,
    ...accessListRules,
    ...fhrpRules,
  }),
]);

/**
 * The rule for a statement by the block it stands in (`interface|ip address`; nothing before the bar in global
 * configuration mode) or in any (`*|network`), by its whole name or by its first word (`*|neighbor *`).
 */
export function ruleFor(place: string, name: string): Rule | undefined {
  const first = `${name.split(' ')[0]} *`;
  return (
    RULES.get(`${place}|${name}`) ?? RULES.get(`*|${name}`) ?? RULES.get(`${place}|${first}`) ?? RULES.get(`*|${first}`)
  );
}
