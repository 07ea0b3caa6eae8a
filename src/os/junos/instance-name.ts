// How the owner calls a routing instance, and how tables know it.

import { MAIN, type VrfName } from '../../route/names.ts';

/** The main instance, where an instance is asked for. */
export const MASTER = 'master';

export const instanceName = (vrf: VrfName): string => (vrf === MAIN ? MASTER : vrf);

/** The instance of that name as tables know it. */
export const vrfNamed = (name: string | undefined): VrfName =>
  name === undefined || name === MASTER || name === 'default' ? MAIN : (name as VrfName);
