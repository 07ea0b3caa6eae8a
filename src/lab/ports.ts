// DEVICE:INTERFACE as people type it: abbreviated, in any case, with a unit or sub-interface behind it.

import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Lab, LabLink } from './lab.ts';

/** True when `typed` names `port`: equal but for case, or its letters shortened (`gi0/1`, `ge-0/0/1.0`). */
export function namesPort(typed: string, port: string): boolean {
  const split = (text: string): readonly [string, string] => {
    const match = /^([A-Za-z]*)(.*)$/.exec(text.toLowerCase()) as RegExpExecArray;
    return [match[1] as string, match[2] as string];
  };
  const [letters, numbers] = split(typed);
  const [full, wanted] = split(port);
  const exact = numbers === wanted || numbers.replace(/\.\d+$/, '') === wanted;
  return exact && full.startsWith(letters) && (letters !== '' || full === '');
}

/** The link that is plugged in at `DEVICE:INTERFACE`. */
export function linkOf(lab: Lab, text: string): Result<LabLink, string> {
  const found = plugOf(lab, text);
  return found.ok ? ok(found.value.link) : found;
}

/** A link, and the end of it that was named. */
export interface Plug {
  readonly link: LabLink;
  readonly device: string;
  readonly port: string;
}

/** The link that is plugged in at `DEVICE:INTERFACE`, with that end. */
export function plugOf(lab: Lab, text: string): Result<Plug, string> {
  const colon = text.indexOf(':');
  if (colon < 1) return err(`"${text}" is no port; expected DEVICE:INTERFACE`);
  const [name, typed] = [text.slice(0, colon), text.slice(colon + 1)];
  if (!lab.devices.some((device) => device.name === name)) {
    const names = lab.devices.map((device) => device.name);
    return err(`there is no device "${name}"${didYouMean(name, names)}`);
  }
  const plugged = lab.links.flatMap((link) =>
    link.ends.filter((end) => end.device === name).map((end): Plug => ({ link, device: name, port: end.port })),
  );
  const exact = plugged.filter((one) => one.port === typed);
  const found = exact.length > 0 ? exact : plugged.filter((one) => namesPort(typed, one.port));
  if (found.length === 1) return ok(found[0] as Plug);
  const ports = plugged.map((one) => one.port);
  if (found.length > 1)
    return err(`"${typed}" may be ${found.map((one) => one.port).join(' or ')}; write more of its name`);
  const cables = ports.length === 0 ? 'it has no cable at all' : `cables are in ${ports.join(', ')}`;
  return err(`no cable is in ${name}:${typed}; ${cables}`);
}

/** A link by its name in the lab file, or by a port that it is plugged into. */
export function findLink(lab: Lab, text: string): Result<LabLink, string> {
  const byId = lab.links.find((link) => link.id === text);
  if (byId) return ok(byId);
  if (text.includes(':')) return linkOf(lab, text);
  const ids = lab.links.map((link) => link.id);
  return err(`there is no link "${text}"${didYouMean(text, ids)}; the lab's links are ${ids.join(', ') || 'none'}`);
}
