// LINK=LOCALPORT:REMOTEHOST:REMOTEPORT as `serve --bridge` takes it.

import { err, ok, type Result } from '../base/result.ts';
import type { BridgeSpec } from '../host/bridge.ts';
import type { Lab } from '../lab/lab.ts';
import { findLink } from '../lab/ports.ts';

const EXPECTED = 'LINK=LOCALPORT:REMOTEHOST:REMOTEPORT';
const PORT_MAX = 65_535;

/** A TCP or UDP port; undefined when the text is none. 0 is one: any that is free. */
export function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX ? Number(text) : undefined;
}

/** One bridge; an IPv6 address of the far end may stand in brackets. */
export function readBridge(text: string, lab: Lab): Result<BridgeSpec, string> {
  const match = /^(.+)=(\d+):(?:\[([^\]]+)\]|([^:[\]]+)):(\d+)$/.exec(text);
  if (!match) return err(`--bridge ${text}; expected ${EXPECTED}`);
  const [, name, local, six, four, remote] = match as unknown as string[];
  const [localPort, remotePort] = [readPort(local as string), readPort(remote as string)];
  if (localPort === undefined) return err(`--bridge ${text}: ${local} is no port`);
  if (remotePort === undefined || remotePort === 0) return err(`--bridge ${text}: ${remote} is no port`);
  const link = findLink(lab, name as string);
  if (!link.ok) return link;
  return ok({ link: link.value.id, localPort, remoteHost: (six ?? four) as string, remotePort });
}

/** Every bridge of a command line; a link and a port are used once. */
export function readBridges(texts: readonly string[], lab: Lab): Result<readonly BridgeSpec[], string> {
  const bridges: BridgeSpec[] = [];
  for (const text of texts) {
    const read = readBridge(text, lab);
    if (!read.ok) return read;
    if (bridges.some(({ link }) => link === read.value.link)) return err(`${read.value.link} is bridged twice`);
    bridges.push(read.value);
  }
  return ok(bridges);
}
