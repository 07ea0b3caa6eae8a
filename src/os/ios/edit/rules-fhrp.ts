// Groups of VRRP: what an owner of the virtual address cannot have.
// Source: a session on IOS 15.x (`vrrp 34 track 34 decrement 156` on the owner: `VRRP: Tracking not supported on IP Address
// owner`).

import { parseIp4 } from '../../../base/ip.ts';
import { addressesOf } from './addresses.ts';
import { blockOf, type Edit, type Outcome, plainDefault, plainNo, plainSet, refused } from './edit.ts';

function trackRule(edit: Edit): Outcome {
  if (edit.verb !== 'set') return edit.verb === 'no' ? plainNo(edit) : plainDefault(edit);
  const port = blockOf(edit);
  const group = edit.statement.args['group'];
  const ip = port?.children.find(
    ({ spec, args, negated }) => spec.name === 'vrrp ip' && args['group'] === group && !negated,
  );
  const virtual = parseIp4(ip?.args['address'] ?? '');
  const owns = port !== undefined && addressesOf(port).some(({ address }) => address === virtual);
  if (owns && !edit.environment.reading) return refused('VRRP: Tracking not supported on IP Address owner');
  return plainSet(edit);
}

export const fhrpRules: Readonly<Record<string, (edit: Edit) => Outcome>> = { 'interface|vrrp track': trackRule };
