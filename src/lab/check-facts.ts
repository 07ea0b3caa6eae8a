// What a check names must exist, and its addresses must be addresses: told when the lab is read, not when it is played.

import { parseIp4 } from '../base/ip.ts';
import { didYouMean } from '../base/nearest.ts';
import { hasHostBits, parseIpWithLength } from '../base/prefix.ts';
import { parseRouteTarget } from '../route/community.ts';
import { parseRd } from '../route/route-distinguisher.ts';
import type { JsonPath } from './json-source.ts';
import type { Check, Incident, LabDevice, LabLink, Question } from './lab.ts';
import { ownerOf } from './owners.ts';
import { parseSpan, SPAN_EXPECTED } from './span.ts';

/** What a check may name. */
interface Places {
  readonly devices: readonly LabDevice[];
  readonly links: readonly LabLink[];
}

type Complain = (at: JsonPath, message: string) => void;

/** Complains of everything in a check that cannot be. */
export function checkFaults(check: Check, at: JsonPath, lab: Places, complain: Complain): void {
  if (check.check === 'every' || check.check === 'any') {
    for (const [i, inner] of check.of.entries()) checkFaults(inner, [...at, 'of', i], lab, complain);
    return;
  }
  if (check.check === 'when') {
    incidentFaults(check, at, lab, complain);
    checkFaults(check.expect, [...at, 'expect'], lab, complain);
    return;
  }
  const where = 'on' in check ? 'on' : 'from';
  deviceFault('on' in check ? check.on : check.from, [...at, where], lab, complain);
  valueFaults(check, at, lab.links, complain);
}

function deviceFault(text: string, at: JsonPath, { devices }: Places, complain: Complain): void {
  const owner = ownerOf(devices, text).device;
  if (devices.some(({ name }) => name === owner)) return;
  const names = devices.map(({ name }) => name);
  complain(at, `a check asks "${owner}", which is no device${didYouMean(owner, names)}`);
}

function incidentFaults(incident: Incident, at: JsonPath, lab: Places, complain: Complain): void {
  const { cut, off, typed, within } = incident;
  if ([cut, off, typed].filter((one) => one !== undefined).length !== 1)
    complain(at, 'one thing happens: expected "cut", "off" or "typed"');
  if (cut !== undefined) linkFault(cut, [...at, 'cut'], lab.links, complain);
  if (off !== undefined) deviceFault(off, [...at, 'off'], lab, complain);
  if (typed !== undefined) deviceFault(typed.on, [...at, 'typed', 'on'], lab, complain);
  spanFault(within, [...at, 'within'], complain);
}

function linkFault(id: string, at: JsonPath, links: readonly LabLink[], complain: Complain): void {
  if (links.some((link) => link.id === id)) return;
  const ids = links.map((link) => link.id);
  complain(at, `there is no link "${id}"${didYouMean(id, ids)}`);
}

function spanFault(text: string, at: JsonPath, complain: Complain): void {
  if (parseSpan(text) === undefined) complain(at, `"${text}" is no time; expected ${SPAN_EXPECTED}`);
}

function valueFaults(check: Question, at: JsonPath, links: readonly LabLink[], complain: Complain): void {
  const prefix = (key: string, text: string | undefined): void => {
    if (text === undefined) return;
    const parsed = parseIpWithLength(text);
    if (!parsed) complain([...at, key], `"${text}" is no prefix; expected one such as 10.0.0.0/24`);
    else if (hasHostBits(parsed)) complain([...at, key], `"${text}" has host bits; a prefix ends in zeros`);
  };
  const address = (key: string, text: string, path: JsonPath = [...at, key]): void => {
    if (parseIp4(text) === undefined) complain(path, `"${text}" is no IPv4 address`);
  };
  const rd = (text: string | undefined): void => {
    if (text !== undefined && !parseRd(text))
      complain([...at, 'rd'], `"${text}" is no route distinguisher; expected one such as 65000:1`);
  };
  switch (check.check) {
    case 'route':
      prefix('prefix', check.prefix);
      break;
    case 'routes':
      prefix('within', check.within);
      break;
    case 'ping':
    case 'tried':
      address('to', check.to);
      break;
    case 'path':
      address('to', check.to);
      for (const [i, hop] of check.through.entries()) address('through', hop, [...at, 'through', i]);
      break;
    case 'interface':
      if (check.address !== undefined && !parseIpWithLength(check.address))
        complain([...at, 'address'], `"${check.address}" is no interface address; expected one such as 10.0.0.1/24`);
      break;
    case 'vrf':
      rd(check.rd);
      break;
    case 'vpn-net':
      rd(check.rd);
      prefix('prefix', check.prefix);
      for (const [i, target] of (check.targets ?? []).entries())
        if (!parseRouteTarget(target))
          complain([...at, 'targets', i], `"${target}" is no route target; expected one such as 65000:1`);
      break;
    case 'bgp-path':
      prefix('prefix', check.prefix);
      if (check.from !== undefined) address('from', check.from);
      if (check.originator !== undefined) address('originator', check.originator);
      break;
    case 'ldp-neighbor':
    case 'bfd-neighbor':
    case 'bgp-neighbor':
    case 'bgp-received':
      address('peer', check.peer);
      break;
    case 'lsp':
      prefix('to', check.to);
      break;
    case 'converges':
      address('to', check.to);
      spanFault(check.within, [...at, 'within'], complain);
      failure(check, links, (field, message) => complain([...at, field], message));
      break;
    case 'isis-neighbor':
    case 'ldp-sync':
    case 'vrrp-state':
    case 'statement':
      break;
  }
}

type Failure = Extract<Question, { check: 'converges' }>;

function failure(check: Failure, links: readonly LabLink[], complain: (field: string, message: string) => void): void {
  const link = links.find((one) => one.id === check.cut);
  const ids = links.map((one) => one.id);
  if (!link) complain('cut', `there is no link "${check.cut}"${didYouMean(check.cut, ids)}`);
  const ends = link?.ends.map((end) => end.device) ?? [];
  if (link && check.oneWay !== undefined && !ends.includes(check.oneWay))
    complain('oneWay', `the link "${check.cut}" ends at ${ends.join(' and ')}, not at "${check.oneWay}"`);
}
