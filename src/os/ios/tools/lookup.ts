// From a host name to an address: the router's own table, then the name servers, which nobody has yet.
// Source: Cisco IOS IP Addressing: DNS (`ip host`, `ip domain lookup`, `ip domain timeout` 3 s, `ip domain retry` 2);
// capture of an IOS XE router (`ping plex`).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { seconds } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import type { ActionContext } from '../action.ts';
import { after, refused, statements } from '../statements.ts';

/** One try and two retries, three seconds each. */
const TRIES_SECONDS = 9;

/** The address of a literal or of a name in the router's own table. */
export function knownHost(box: Box, name: string): Ip4 | undefined {
  const literal = parseIp4(name);
  if (literal !== undefined) return literal;
  for (const node of statements(box.store.running, 'ip host')) {
    const [host, ...addresses] = after(node, 'ip host');
    if (host?.toLowerCase() === name.toLowerCase()) return addresses.map(parseIp4).find((one) => one !== undefined);
  }
  return undefined;
}

/** The name that the router's own table gives this address. */
export function nameOf(box: Box, address: Ip4): string | undefined {
  const node = statements(box.store.running, 'ip host').find((one) =>
    after(one, 'ip host').slice(1).map(parseIp4).includes(address),
  );
  return node && after(node, 'ip host')[0];
}

/** Asks no name server: `no ip domain lookup`, in either spelling. */
export const lookupIsOff = (box: Box): boolean =>
  refused(box.store.running, 'ip domain lookup') || refused(box.store.running, 'ip domain-lookup');

/**
 * Finds the address of what somebody typed and goes on with it, or with undefined after having asked in vain. While the
 * servers are asked, `Translating "…"` stands on the terminal and the break key ends it.
 */
export function lookup(context: ActionContext, name: string, then: (address: Ip4 | undefined) => void): void {
  const { box, io, session } = context;
  const known = knownHost(box, name);
  if (known !== undefined || lookupIsOff(box)) {
    then(known);
    return;
  }
  const timer = `lookup/${session}`;
  io.write(`Translating "${name}"...domain server (${serversText(box)})`);
  const finish = (): void => {
    box.timer(timer, 'off');
    io.write('\n');
    then(undefined);
    end();
  };
  const end = io.running(finish);
  box.timer(timer, seconds(TRIES_SECONDS), finish);
}

function serversText(box: Box): string {
  const servers = statements(box.store.running, 'ip name-server').flatMap((node) => after(node, 'ip name-server'));
  return servers.length > 0 ? servers.join(') (') : '255.255.255.255';
}
