// The address that a ping or traceroute is sent from.
// Source: captures of IOS and IOS XE (`% Invalid source address- …`, `% Invalid source interface - …`); the words of the
// dialogue: SecureCRT scripts for IOS.

import { type Ip4, isIp4 } from '../../../base/ip.ts';
import type { Interface } from '../../../net/interface.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { ActionContext } from '../action.ts';

/** An address, or why it may not be used. */
export type Source = { readonly address: Ip4 } | { readonly error: string };

const interfaces = (context: ActionContext): readonly Interface[] =>
  context.router.ask('interfaces', {}).map((row) => row.interface);

const primaryOf = (it: Interface): Ip4 | undefined => {
  const address = it.addresses.find((one) => !one.secondary)?.address;
  return address !== undefined && isIp4(address) ? address : undefined;
};

const owns = (it: Interface, address: Ip4): boolean => it.addresses.some((one) => one.address === address);

/** An own address of the VRF. */
export function sourceAddress(context: ActionContext, vrf: VrfName, address: Ip4): Source {
  const owner = interfaces(context).find((it) => it.up && it.vrf === vrf && owns(it, address));
  return owner ? { address } : { error: '% Invalid source address- IP address not on any of our up interfaces' };
}

/** The primary address of an interface of the VRF. */
export function sourceInterface(context: ActionContext, vrf: VrfName, name: string, tool: string): Source {
  const found = interfaces(context).find((it) => it.name === name);
  const address = found?.up ? primaryOf(found) : undefined;
  if (!found || address === undefined)
    return { error: '% Invalid source interface - IP not enabled or interface is down' };
  if (found.vrf === vrf) return { address };
  return { error: `% Invalid source interface - Interface vrf does not match the vrf used for ${tool}` };
}

/** What was typed in answer to `Source address or interface: `, an address or an interface's name, abbreviated or not. */
export function typedSource(context: ActionContext, vrf: VrfName, text: string, address: Ip4 | undefined): Source {
  const it = interfaces(context).find(
    (one) => one.up && one.vrf === vrf && (address === undefined ? isNamed(one.name, text) : owns(one, address)),
  );
  const found = address ?? (it && primaryOf(it));
  if (it && found !== undefined) return { address: found };
  const which = vrf === MAIN ? 'IP address' : 'same-VRF IP address';
  return {
    error: `% Invalid source. Must use ${which} or full interface name without spaces (e.g. Serial0/1)`,
  };
}

/** `Lo0`, `lo0` and `Loopback0` name Loopback0. */
function isNamed(name: string, text: string): boolean {
  const [at, typed] = [name.search(/\d/), text.search(/\d/)];
  if (typed < 1 || name.slice(at) !== text.slice(typed)) return false;
  return name.slice(0, at).toLowerCase().startsWith(text.slice(0, typed).toLowerCase());
}

/** True when the VRF has an address that is up: without one nothing can be sent. */
export const hasSource = (context: ActionContext, vrf: VrfName): boolean =>
  interfaces(context).some((it) => it.up && it.vrf === vrf && primaryOf(it) !== undefined);
