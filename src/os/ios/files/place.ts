// Where a file is: `flash:x`, `nvram:startup-config`, `system:running-config`, or a name on the disk.
// Source: Cisco IOS Configuration Fundamentals, "Using the Cisco IOS Integrated File System" (prefixes, default file system).

import type { Box } from '../../os.ts';
import { layoutOf } from '../layouts.ts';
import { bodyLines } from '../print.ts';
import { runningLines, startupLines } from '../shell/configuration-text.ts';
import type { System } from '../system.ts';

export type Place =
  | { readonly kind: 'running' }
  | { readonly kind: 'startup' }
  /** `path` as it is told: `flash:x`. */
  | { readonly kind: 'disk'; readonly name: string; readonly path: string };

/** The disk's name on this box. */
export const diskOf = (box: Box): string => layoutOf(box.chassis.model).disk.name;

/** Undefined: there is no such place on this box. */
export function placeOf(box: Box, text: string): Place | undefined {
  const own = diskOf(box);
  const { prefix, name } = partsOf(text, own);
  if (prefix === 'system:') return name === 'running-config' ? { kind: 'running' } : undefined;
  if (prefix === 'nvram:') return name === 'startup-config' ? { kind: 'startup' } : undefined;
  if (prefix !== 'flash:' && prefix !== own) return undefined;
  return { kind: 'disk', name, path: `${prefix}${name}` };
}

/** `flash:/bk/x` is `flash:` and `bk/x`; a name alone is on the disk. */
export function partsOf(text: string, disk: string): { readonly prefix: string; readonly name: string } {
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? disk : text.slice(0, colon + 1);
  return { prefix, name: text.slice(colon + 1).replace(/^\/+/, '') };
}

/** What stands there, as text; undefined: nothing does. */
export function textAt(system: System, box: Box, place: Place): string | undefined {
  if (place.kind === 'disk') return system.disk(box).read(place.name)?.text;
  const lines = place.kind === 'running' ? runningLines(box) : startupLines(box);
  return lines && `${lines.join('\n')}\n`;
}

/** The configuration at a place, without what a router prints above it. */
export function configurationAt(system: System, box: Box, place: Place): readonly string[] | undefined {
  if (place.kind === 'running') return bodyLines(box.store.running);
  if (place.kind === 'startup') return box.store.startup && bodyLines(box.store.startup.tree);
  return system.disk(box).read(place.name)?.text.split('\n');
}
