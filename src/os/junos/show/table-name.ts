// What a table is called.    Source: as route-tables.ts

import { MAIN, type VrfName } from '../../../route/names.ts';

/** `inet.0` of the main instance, `NAME.inet.0` of another. */
export const tableName = (vrf: VrfName, suffix: string): string => (vrf === MAIN ? suffix : `${vrf}.${suffix}`);
