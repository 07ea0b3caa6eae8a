// ping HOST [count N] [rapid] [routing-instance I] [source A] [size N] [do-not-fragment] [interval N] [ttl N] [tos N] [wait N]
// Source: Junos OS CLI reference, "ping": defaults and ranges; FreeBSD ping(8) for names that nobody knows and addresses
// that are not this router's.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { VrfName } from '../../../route/names.ts';
import { seconds } from '../../../sim/time.ts';
import type { Action, ActionContext } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';
import { addressOf } from '../show/host-names.ts';
import { said } from '../show/said.ts';
import { type PingOrder, runPing } from './ping-run.ts';

const DATA_BYTES = 56;
/** Of `rapid`, and of `wait` without a count. */
const COUNT = 5;
const WAIT_SECONDS = 10;

export const ping: Action = (context, match) => {
  const { args } = match;
  const host = args['host'] ?? '';
  const vrf = vrfNamed(args['instance']);
  const to = addressOf(context.box, host);
  const from = parseIp4(args['source'] ?? '');
  const fault = faultOf(context, match, vrf, to, from);
  if (fault !== undefined) context.io.print([fault]);
  else if (to !== undefined) runPing(context, orderOf(context, match, { host, vrf, to, from }));
};

function faultOf(
  context: ActionContext,
  { args }: Match,
  vrf: VrfName,
  to: Ip4 | undefined,
  from: Ip4 | undefined,
): string | undefined {
  if (!isInstance(context.router, vrf)) return `error: instance ${args['instance']} not found`;
  if (to === undefined) return `ping: cannot resolve ${args['host']}: Host name lookup failure`;
  if (from !== undefined && !isOwn(context, vrf, from)) return "ping: bind: Can't assign requested address";
  return undefined;
}

/** Has the instance this address, be its interface up or not? */
export const isOwn = ({ router }: ActionContext, vrf: VrfName, address: Ip4): boolean =>
  router
    .ask('interfaces', {})
    .some((row) => row.interface.vrf === vrf && row.interface.addresses.some((one) => one.address === address));

function orderOf(
  { box }: ActionContext,
  match: Match,
  target: Pick<PingOrder, 'host' | 'vrf' | 'to' | 'from'>,
): PingOrder {
  const { args } = match;
  const rapid = said(match, 'rapid');
  const number = (name: string, otherwise: number): number => Number(args[name] ?? otherwise);
  const implied = rapid || args['wait'] !== undefined ? COUNT : undefined;
  return {
    ...target,
    count: args['count'] === undefined ? implied : Number(args['count']),
    dataBytes: number('size', DATA_BYTES),
    df: said(match, 'do-not-fragment'),
    ttl: number('ttl', box.os.personality.stack.pingTtl),
    tos: number('tos', 0),
    rapid,
    interval: seconds(number('interval', 1)),
    wait: seconds(number('wait', WAIT_SECONDS)),
  };
}
