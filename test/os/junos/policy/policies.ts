// Policies from `set` lines, and what becomes of routes that they see.

import { parseIp } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import { type Asked, chainOf } from '../../../../src/os/junos/compile/policy.ts';
import { communityText } from '../../../../src/policy/community-list.ts';
import { type Evaluation, evaluate } from '../../../../src/policy/evaluate.ts';
import type { Subject, Surroundings } from '../../../../src/policy/policy.ts';
import { pathText } from '../../../../src/route/as-path.ts';
import { p } from '../../../harness/routes.ts';
import { tree } from '../trees.ts';

/** A route that an external peer told: path 65001, community 65001:1, no metric. */
export const told = (prefix: string, more: Partial<Subject> = {}): Subject => ({
  prefix: p(prefix),
  kind: 'bgp.external',
  tag: undefined,
  metric: undefined,
  localPref: undefined,
  weight: undefined,
  origin: 'igp',
  extended: [],
  communities: [0xfde9_0001],
  large: [],
  asPath: [{ kind: 'sequence', asns: [65001] }],
  nexthop: present(parseIp('10.0.12.0'), 'a next hop'),
  igpMetric: 0,
  ...more,
});

/** `set` lines below `policy-options`, and how the chain of these policies answers. */
export function answer(
  lines: readonly string[],
  names: readonly string[],
  subject: Subject,
  asked: Partial<Asked> = {},
  around?: Surroundings,
): Evaluation {
  const made = tree(
    lines
      .map(
        (line) =>
          `set ${line.startsWith('policy-options') || /^(interfaces|routing)/.test(line) ? line : `policy-options ${line}`}`,
      )
      .join('\n'),
  );
  return evaluate(chainOf(made, names, { otherwise: 'accept', to: undefined, ...asked }), subject, around);
}

/** What the capture shows of a route: what is not as it came. */
export function seen({ verdict, subject }: Evaluation): string {
  if (verdict === 'reject') return 'rejected';
  const { localPref, metric, metric2, preference, origin, toward } = subject;
  const path = subject.asPath ? pathText(subject.asPath) : '';
  const communities = (subject.communities ?? []).map(communityText).join(' ');
  const words = [
    localPref === undefined ? '' : `localpref ${localPref}`,
    metric === undefined ? '' : `metric ${metric}`,
    metric2 === undefined ? '' : `metric2 ${metric2}`,
    preference === undefined ? '' : `preference ${preference}`,
    origin === 'igp' ? '' : `origin ${origin}`,
    path === '65001' ? '' : `path ${path}`,
    communities === '65001:1' ? '' : `communities ${communities}`.trim(),
    typeof toward === 'string' ? `next hop ${toward}` : '',
  ];
  return words.filter((word) => word !== '').join(', ') || 'as it came';
}
