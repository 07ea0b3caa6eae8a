// What LDP's views have in common: which instance they are about, how identifiers and spans are written.

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { LdpIdentifier } from '../../../protocols/ldp/show.ts';
import type { VrfName } from '../../../route/names.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { View } from '../../os.ts';
import { vrfNamed } from '../instance-name.ts';

/** `10.0.0.1:0` */
export const identifierText = ({ id, space }: LdpIdentifier): string => `${ip4Text(id)}:${space}`;

export const identifierOr0 = (of: LdpIdentifier | undefined): string => (of ? identifierText(of) : '0.0.0.0:0');

export const instanceOf = ({ args }: Match): VrfName => vrfNamed(args['instance']);

export const wholeSecondsOf = (span: Micros | undefined): number => Math.round((span ?? 0) / 1_000_000);

/** Said in place of every view of an instance that runs no LDP (collectors of Junos know it by these words). */
const NOT_RUNNING = 'LDP instance is not running';

/** A view that has something to tell only where LDP runs. */
export const whereLdpRuns =
  (view: View): View =>
  (context, match) =>
    context.ask('ldp.processes', { vrf: instanceOf(match) }).length === 0 ? [NOT_RUNNING] : view(context, match);

/** Whole seconds until then; what is over is 0. */
export const secondsTo = (then: Micros | undefined, now: Micros): number =>
  then === undefined || then <= now ? 0 : Math.floor(since(now, then) / 1_000_000);
