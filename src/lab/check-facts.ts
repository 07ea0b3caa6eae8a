// What a check names must exist, and its addresses must be addresses: told when the lab is read, not when it is played.

import { parseIp4 } from '../base/ip.ts';
import { didYouMean } from '../base/nearest.ts';
import { hasHostBits, parseIpWithLength } from '../base/prefix.ts';
import { parseRouteTarget } from '../route/community.ts';
import { parseRd } from '../route/route-distinguisher.ts';
import type { JsonPath } from './json-source.ts';
import type { Check, LabDevice, LabLink, Question } from './lab.ts';
import { parseSpan, SPAN_EXPECTED } from './span.ts';

/** What a check may name. */
interface Places {
  readonly devices: readonly LabDevice[];
  readonly links: readonly LabLink[];
}

type Complain = (at: JsonPath, message: string) => void;

/** A device, or a logical system of one: `mx:Luna`. */
export function splitOwner(text: string): { readonly device: string; readonly router: string | undefined } {
  const colon = text.indexOf(':');
  return colon < 0
    ? { device: text, router: undefined }
    : { device: text.slice(0, colon), router: text.slice(colon + 1) };
}

/** Complains of everything in a check that cannot be. */
export function checkFaults(check: Check, at: JsonPath, lab: Places, complain: Complain): void {
  if (check.check === 'every' || check.check === 'any') {
    for (const [i, inner] of check.of.entries()) checkFaults(inner, [...at, 'of', i], lab, complain);
    return;
  }
  const where = 'on' in check ? 'on' : 'from';
  const owner = splitOwner('on' in check ? check.on : check.from).device;
  if (!lab.devices.some((device) => device.name === owner)) {
    const names = lab.devices.map((device) => device.name);
    complain([...at, where], `a check asks "${owner}", which is no device${didYouMean(owner, names)}`);
  }
  valueFaults(check, at, lab.links, complain);
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
      if (parseSpan(check.within) === undefined)
        complain([...at, 'within'], `"${check.within}" is no time; expected ${SPAN_EXPECTED}`);
      if (!links.some((link) => link.id === check.cut)) {
        const ids = links.map((link) => link.id);
        complain([...at, 'cut'], `there is no link "${check.cut}"${didYouMean(check.cut, ids)}`);
      }
      break;
    case 'isis-neighbor':
    case 'ldp-sync':
    case 'vrrp-state':
    case 'statement':
      break;
  }
}
