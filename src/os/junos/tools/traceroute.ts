// traceroute HOST [no-resolve] [routing-instance I] [source A] [ttl N] [wait N]
// Source: Junos OS CLI reference, "traceroute"; FreeBSD traceroute(8) for names that nobody knows and foreign addresses.

import { parseIp4 } from '../../../base/ip.ts';
import { seconds } from '../../../sim/time.ts';
import type { Action } from '../action.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from '../show/configured.ts';
import { addressOf } from '../show/host-names.ts';
import { said } from '../show/said.ts';
import { isOwn } from './ping.ts';
import { runTrace, TRACE_WAIT } from './trace-run.ts';

const MAX_TTL = 30;

export const traceroute: Action = (context, match) => {
  const { args } = match;
  const { box, io, router } = context;
  const host = args['host'] ?? '';
  const vrf = vrfNamed(args['instance']);
  const to = addressOf(box, host);
  const from = parseIp4(args['source'] ?? '');
  if (!isInstance(router, vrf)) io.print([`error: instance ${args['instance']} not found`]);
  else if (to === undefined) io.print([`traceroute: unknown host ${host}`]);
  else if (from !== undefined && !isOwn(context, vrf, from))
    io.print(["traceroute: bind: Can't assign requested address"]);
  else
    runTrace(context, {
      host,
      vrf,
      to,
      from,
      numeric: said(match, 'no-resolve'),
      wait: args['wait'] === undefined ? TRACE_WAIT : seconds(Number(args['wait'])),
      maxTtl: Number(args['ttl'] ?? MAX_TTL),
    });
};
