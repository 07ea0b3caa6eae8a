// ping: from the command line, or by the dialogue of the extended ping.
// Source: Cisco IOS Configuration Fundamentals, "ping"; captures of the dialogue (IOS 12.2, IOSv 15.x, IOS XE 16).

import { parseIp4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Action, ActionContext } from '../action.ts';
import { releaseOf } from '../releases.ts';
import { said, vrfOf } from '../show/said.ts';
import { lookup } from './lookup.ts';
import { PING_DEFAULTS, type PingOrder, runPing } from './ping-run.ts';
import { askUntil, hex16, number, type Reading, yesNo } from './questions.ts';
import { hasSource, type Source, sourceAddress, sourceInterface, typedSource } from './source.ts';

/** Said of names nobody knows, and where IP has no address to send from. */
export const UNRECOGNIZED = '% Unrecognized host or address, or protocol not running.';

export const ping: Action = (context, match) => {
  const vrf = vrfOf(match);
  const refusal = refusalOf(context, vrf);
  if (refusal) context.io.print(refusal);
  else if (match.args['target'] === undefined) dialogue(context, vrf, said(match, 'ip'));
  else
    withHost(context, match.args['target'], (to) => {
      const source = sourceOf(context, vrf, match);
      if (source && 'error' in source) context.io.print([source.error]);
      else send(context, orderOf(match, vrf, to, source));
    });
};

/** Why nothing can be sent in this VRF; undefined when something can. */
export function refusalOf(context: ActionContext, vrf: VrfName): readonly string[] | undefined {
  if (context.router.config?.vrfs[vrf] === undefined) return [`% VRF ${vrf} does not exist`];
  return undefined;
}

/** Goes on with the address of what was typed, or says that nobody knows it. */
export function withHost(context: ActionContext, typed: string, then: (to: PingOrder['to']) => void): void {
  lookup(context, typed, (to) => (to === undefined ? context.io.print([UNRECOGNIZED, '']) : then(to)));
}

/** The source that the command names. */
export function sourceOf(context: ActionContext, vrf: VrfName, match: Match, tool = 'ping'): Source | undefined {
  const address = parseIp4(match.args['source'] ?? '');
  if (address !== undefined) return sourceAddress(context, vrf, address);
  const name = match.args['interface'];
  return name === undefined ? undefined : sourceInterface(context, vrf, name, tool);
}

function orderOf(match: Match, vrf: VrfName, to: PingOrder['to'], source: Source | undefined): PingOrder {
  const value = (name: string, byDefault: number): number => Number(match.args[name] ?? byDefault);
  const size = value('size', PING_DEFAULTS.sizes.from);
  const data = match.args['data'];
  return {
    vrf,
    to,
    from: source && 'address' in source ? source.address : undefined,
    repeat: value('repeat', PING_DEFAULTS.repeat),
    sizes: { from: size, to: size, step: 1 },
    timeoutSeconds: value('timeout', PING_DEFAULTS.timeoutSeconds),
    df: said(match, 'df-bit'),
    tos: value('tos', PING_DEFAULTS.tos),
    pattern: data === undefined ? undefined : Number.parseInt(data.replace(/^0x/i, ''), 16),
    validate: said(match, 'validate'),
    verbose: said(match, 'verbose'),
  };
}

function send(context: ActionContext, order: PingOrder): void {
  if (hasSource(context, order.vrf)) runPing(context, order);
  else if (order.vrf === MAIN) context.io.print([UNRECOGNIZED, '']);
  else context.io.print([`% VRF ${order.vrf} does not have a usable source address`]);
}

/** `ping` alone: every value in turn. `ping ip` has answered the first question already. */
function dialogue(context: ActionContext, vrf: VrfName, protocolSaid: boolean): void {
  if (!context.privileged) context.io.print(['% Incomplete command.', '']);
  else if (protocolSaid) askTarget(context, vrf);
  else
    context.io.ask('Protocol [ip]: ', { echo: true }, (answer) => {
      if (answer.kind === 'interrupt') return;
      const protocol = answer.text.trim();
      if (protocol === '' || protocol.toLowerCase() === 'ip') askTarget(context, vrf);
      else context.io.print([`% Unknown protocol - "${protocol}", type "ping ?" for help`]);
    });
}

function askTarget(context: ActionContext, vrf: VrfName): void {
  context.io.ask('Target IP address: ', { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const typed = answer.text.trim();
    if (typed === '') context.io.print(['% Bad IP address']);
    else withHost(context, typed, (to) => askNumbers(context, { ...PING_DEFAULTS, vrf, to }));
  });
}

function askNumbers(context: ActionContext, order: PingOrder): void {
  const { io } = context;
  askUntil(io, 'Repeat count [5]: ', number(1, 2_147_483_647, 5), (repeat) =>
    askUntil(io, 'Datagram size [100]: ', number(36, 18_024, 100), (size) =>
      askUntil(io, 'Timeout in seconds [2]: ', number(0, 3600, 2), (timeoutSeconds) => {
        const next = { ...order, repeat, sizes: { from: size, to: size, step: 1 }, timeoutSeconds };
        askUntil(io, 'Extended commands [n]: ', yesNo, (extended) =>
          extended ? askExtended(context, next) : askSweep(context, next),
        );
      }),
    ),
  );
}

function askExtended(context: ActionContext, order: PingOrder): void {
  const { io } = context;
  const { ingress } = releaseOf(context.box.chassis.model).dialogue;
  const source = (): void =>
    askUntil(io, 'Source address or interface: ', readSource(context, order.vrf), (from) =>
      askUntil(io, 'Type of service [0]: ', number(0, 255, 0), (tos) =>
        askUntil(io, 'Set DF bit in IP header? [no]: ', yesNo, (df) =>
          askUntil(io, 'Validate reply data? [no]: ', yesNo, (validate) =>
            askPattern(context, { ...order, from, tos, df, validate }),
          ),
        ),
      ),
    );
  if (ingress) askUntil(io, 'Ingress ping [n]: ', yesNo, source);
  else source();
}

function readSource(context: ActionContext, vrf: VrfName) {
  return (text: string): Reading<PingOrder['from']> => {
    if (text === '') return { value: undefined };
    const source = typedSource(context, vrf, text, parseIp4(text));
    return 'error' in source ? { error: source.error } : { value: source.address };
  };
}

function askPattern(context: ActionContext, order: PingOrder): void {
  const { pattern: shown } = releaseOf(context.box.chassis.model).dialogue;
  askUntil(context.io, `Data pattern [${shown}]: `, hex16(-1), (value) => {
    const next = { ...order, pattern: value < 0 ? undefined : value };
    askOptions(context, '[none]', (verbose) => askSweep(context, { ...next, verbose }));
  });
}

/** Options of the IP header are not built; V alone changes what is printed. */
export function askOptions(context: ActionContext, set: string, then: (verbose: boolean) => void): void {
  context.io.ask(`Loose, Strict, Record, Timestamp, Verbose${set}: `, { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const typed = answer.text.trim();
    if (typed === '') then(set === '[V]');
    else if ('verbose'.startsWith(typed.toLowerCase())) askOptions(context, set === '[V]' ? '[none]' : '[V]', then);
    else {
      context.io.write(`% No such option - "${typed}"`);
      askOptions(context, set, then);
    }
  });
}

function askSweep(context: ActionContext, order: PingOrder): void {
  const { io } = context;
  askUntil(io, 'Sweep range of sizes [n]: ', yesNo, (sweep) => {
    if (!sweep) return send(context, order);
    askUntil(io, 'Sweep min size [36]: ', number(36, 18_024, 36), (from) =>
      askUntil(io, 'Sweep max size [18024]: ', number(from, 18_024, 18_024), (to) =>
        askUntil(io, 'Sweep interval [1]: ', number(1, 18_024, 1), (step) =>
          send(context, { ...order, sizes: { from, to, step } }),
        ),
      ),
    );
  });
}
