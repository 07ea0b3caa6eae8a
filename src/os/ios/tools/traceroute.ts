// traceroute: from the command line, or by its dialogue.
// Source: Cisco IOS Configuration Fundamentals, "traceroute"; captures of the dialogue and of its output (IOS 15.x, IOS XE).

import { parseIp4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Action, ActionContext } from '../action.ts';
import { releaseOf } from '../releases.ts';
import { said, vrfOf } from '../show/said.ts';
import { askOptions, refusalOf, sourceOf, withHost } from './ping.ts';
import { askUntil, number, type Reading, yesNo } from './questions.ts';
import { typedSource } from './source.ts';
import { runTrace, TRACE_DEFAULTS, type TraceOrder } from './trace-run.ts';

export const traceroute: Action = (context, match) => {
  const vrf = vrfOf(match);
  const refusal = refusalOf(context, vrf);
  if (refusal) context.io.print(refusal);
  else if (match.args['target'] === undefined) dialogue(context, vrf, said(match, 'ip'));
  else
    withHost(context, match.args['target'], (to) => {
      const source = sourceOf(context, vrf, match, 'traceroute');
      if (source && 'error' in source) context.io.print([source.error]);
      else runTrace(context, orderOf(match, vrf, to, source?.address));
    });
};

function orderOf(match: Match, vrf: VrfName, to: TraceOrder['to'], from: TraceOrder['from']): TraceOrder {
  const value = (name: string, byDefault: number): number => Number(match.args[name] ?? byDefault);
  return {
    vrf,
    to,
    from,
    numeric: said(match, 'numeric'),
    timeoutSeconds: value('timeout', TRACE_DEFAULTS.timeoutSeconds),
    probes: value('probe', TRACE_DEFAULTS.probes),
    firstTtl: value('min', TRACE_DEFAULTS.firstTtl),
    maxTtl: value('max', TRACE_DEFAULTS.maxTtl),
    port: value('port', TRACE_DEFAULTS.port),
  };
}

function dialogue(context: ActionContext, vrf: VrfName, protocolSaid: boolean): void {
  const { io } = context;
  if (!context.privileged) {
    io.print(['% Incomplete command.', '']);
    return;
  }
  const target = (): void =>
    io.ask('Target IP address: ', { echo: true }, (answer) => {
      if (answer.kind === 'interrupt') return;
      const typed = answer.text.trim();
      if (typed === '') io.print(['% Bad IP address']);
      else withHost(context, typed, (to) => askSource(context, { ...TRACE_DEFAULTS, vrf, to }));
    });
  if (protocolSaid) {
    target();
    return;
  }
  io.ask('Protocol [ip]: ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const protocol = answer.text.trim();
    if (protocol === '' || protocol.toLowerCase() === 'ip') target();
    else io.print([`% Unknown protocol - "${protocol}", type "trace ?" for help`]);
  });
}

function askSource(context: ActionContext, order: TraceOrder): void {
  const { io } = context;
  const read = (text: string): Reading<TraceOrder['from']> => {
    if (text === '') return { value: undefined };
    const source = typedSource(context, order.vrf, text, parseIp4(text));
    return 'error' in source ? { error: source.error } : { value: source.address };
  };
  const source = (): void =>
    askUntil(io, 'Source address: ', read, (from) =>
      askUntil(io, 'Numeric display [n]: ', yesNo, (numeric) => askNumbers(context, { ...order, from, numeric })),
    );
  if (releaseOf(context.box.chassis.model).dialogue.ingress) askUntil(io, 'Ingress traceroute [n]: ', yesNo, source);
  else source();
}

function askNumbers(context: ActionContext, order: TraceOrder): void {
  const { io } = context;
  askUntil(io, 'Timeout in seconds [3]: ', number(0, 3600, 3), (timeoutSeconds) =>
    askUntil(io, 'Probe count [3]: ', number(1, 65_535, 3), (probes) =>
      askUntil(io, 'Minimum Time to Live [1]: ', number(1, 255, 1), (firstTtl) =>
        askUntil(io, 'Maximum Time to Live [30]: ', number(firstTtl, 255, 30), (maxTtl) =>
          askUntil(io, 'Port Number [33434]: ', number(0, 65_535, 33_434), (port) =>
            askOptions(context, '[none]', () =>
              runTrace(context, { ...order, timeoutSeconds, probes, firstTtl, maxTtl, port }),
            ),
          ),
        ),
      ),
    ),
  );
}
