// ping mpls ipv4, traceroute mpls ipv4: signs and hops as the echo replies come in.
// Source: captures `ping mpls …` (IOS XE, genieparser PingMpls) and `traceroute mpls ipv4` (TracerouteMPLSIPv4).

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { present } from '../../../base/must.ts';
import { lengthOfMask, type Prefix, parsePrefix, prefix } from '../../../base/prefix.ts';
import type { LspHop, Operation } from '../../../net/operations.ts';
import { IMPLICIT_NULL } from '../../../route/label.ts';
import { MAIN } from '../../../route/names.ts';
import { micros, seconds } from '../../../sim/time.ts';
import type { Action } from '../action.ts';
import { CODES, hopLine, signOf } from './lsp-codes.ts';

/** `Sending 5, 72-byte MPLS Echos`: what a request without padding is told to be. */
const SIZE = 72;
const SIGNS_MAX = 70;
/** Where nothing is forwarded but along a label-switched path. RFC 8029 §2.1 */
const NOWHERE = present(parseIp4('127.0.0.1'), 'an address');

const numberOf = (text: string | undefined, fallback: number): number => (text === undefined ? fallback : Number(text));

/** Times as IOS has them: whole milliseconds, one at least. */
const rttText = (rtt: number): number => Math.max(1, Math.round(rtt / 1000));

/** `10.0.0.1/32`, or `10.0.0.1 255.255.255.255` ("ping mpls": destination-address destination-mask). */
function fecOf({ prefix: text = '', address = '', mask = '' }: Readonly<Record<string, string>>): Prefix | undefined {
  const [at, bits] = [parseIp4(address), parseIp4(mask)];
  const length = bits === undefined ? undefined : lengthOfMask(bits);
  return at === undefined || length === undefined ? parsePrefix(text) : prefix(at, length);
}

export const pingMpls: Action = (context, { args }) => {
  const fec = fecOf(args);
  if (!fec) return;
  const count = numberOf(args['repeat'], 5);
  const timeout = numberOf(args['timeout'], 2);
  const size = numberOf(args['size'], SIZE);
  const { io, router, box } = context;
  io.print([
    `Sending ${count}, ${size}-byte MPLS Echos to ${fec.text}, `,
    `     timeout is ${timeout} seconds, send interval is 0 msec:`,
    ...CODES,
  ]);
  const rtts: number[] = [];
  const began = box.now;
  let sent = 0;
  let operation: Operation | undefined;
  const finish = (): void => {
    operation?.stop();
    if (sent % SIGNS_MAX !== 0) io.write('\n');
    io.print([...sumLines(rtts, sent), ` Total Time Elapsed ${Math.round((box.now - began) / 1000)} ms`, '']);
    end();
  };
  const end = io.running(finish);
  const sign = (text: string): void => {
    sent++;
    io.write(sent % SIGNS_MAX === 0 ? `${text}\n` : text);
  };
  const spec = { ...pathSpec(args, fec, timeout), count, size, ttl: numberOf(args['ttl'], 255), interval: micros(0) };
  operation = router.lspPing(spec, (report) => {
    if (report.kind === 'timeout') sign('.');
    else if (report.kind === 'unsendable') sign('Q');
    else if (report.kind === 'reply') {
      if (report.code === 3) rtts.push(rttText(report.rtt));
      sign(signOf(report.code));
    } else if (report.kind === 'done') finish();
  });
};

/** What both commands say of the path. */
function pathSpec(
  args: Readonly<Record<string, string>>,
  fec: NonNullable<ReturnType<typeof parsePrefix>>,
  timeout: number,
) {
  const exp = numberOf(args['exp'], 0);
  return { vrf: MAIN, fec, to: NOWHERE, from: undefined, exp, replyMode: 2, timeout: seconds(timeout) } as const;
}

function sumLines(rtts: readonly number[], sent: number): readonly string[] {
  const share = sent === 0 ? 0 : Math.floor((rtts.length * 100) / sent);
  const average = Math.round(rtts.reduce((sum, rtt) => sum + rtt, 0) / Math.max(1, rtts.length));
  const times =
    rtts.length === 0 ? '' : `, round-trip min/avg/max = ${Math.min(...rtts)}/${average}/${Math.max(...rtts)} ms`;
  return [`Success rate is ${share} percent (${rtts.length}/${sent})${times}`];
}

const hopText = ({ mtu, labels }: LspHop): string => {
  const names = labels.map(({ label }) => (label === IMPLICIT_NULL ? 'implicit-null' : String(label)));
  return `MRU ${mtu} [Labels: ${names.join('/')} Exp: ${labels.map(({ exp }) => exp).join('/')}]`;
};

export const tracerouteMpls: Action = (context, { args }) => {
  const fec = fecOf(args);
  if (!fec) return;
  const timeout = numberOf(args['timeout'], 2);
  const { io, router } = context;
  io.print([`Tracing MPLS Label Switched Path to ${fec.text}, timeout is ${timeout} seconds`, ...CODES]);
  let operation: Operation | undefined;
  const end = io.running(() => finish());
  const finish = (): void => {
    operation?.stop();
    end();
  };
  const spec = { ...pathSpec(args, fec, timeout), maxTtl: numberOf(args['ttl'], 30) };
  operation = router.lspTrace(spec, (report) => {
    switch (report.kind) {
      case 'start':
        io.print([`  0 ${ip4Text(report.from)} ${hopText(report.downstream)}`]);
        break;
      case 'answer': {
        const hop = report.downstream ? ` ${hopText(report.downstream)}` : '';
        io.print([hopLine(signOf(report.code), report.ttl, `${ip4Text(report.from)}${hop} ${rttText(report.rtt)} ms`)]);
        break;
      }
      case 'timeout':
        io.print([hopLine('.', report.ttl, '*')]);
        break;
      case 'unsendable':
        io.print([hopLine('Q', report.ttl, '*')]);
        break;
      case 'done':
        finish();
    }
  });
};
