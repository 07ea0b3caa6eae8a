// Who a name stands for: a device, or a logical system of one (`mx:Luna`, or the name that the lab gave it: `Luna`).

import type { LabDevice } from './lab.ts';

/** The box whose hardware and configuration it is, and which of its routers; undefined: the box itself. */
export interface Owner {
  readonly device: string;
  readonly router: string | undefined;
}

/** The owner of a name in a lab, whether or not there is one. */
export function ownerOf(devices: readonly Pick<LabDevice, 'name' | 'of'>[], text: string): Owner {
  const { of } = devices.find(({ name }) => name === text) ?? {};
  if (of !== undefined) return { device: of, router: text };
  const colon = text.indexOf(':');
  return colon < 0
    ? { device: text, router: undefined }
    : { device: text.slice(0, colon), router: text.slice(colon + 1) };
}

/** An end of a link on one VLAN of a port: `xe-0/0/0.105`. Undefined: it is the whole port. */
export function laneOf(end: string): { readonly port: string; readonly vlan: number } | undefined {
  const parts = /^(.+)\.(\d{1,4})$/.exec(end);
  return parts ? { port: parts[1] as string, vlan: Number(parts[2]) } : undefined;
}
