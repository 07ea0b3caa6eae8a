// Which words and values a show command was given.

import type { Match } from '../../../language/spec.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';

export { said } from '../../said.ts';

/** The VRF that was named, or the global table. */
export const vrfOf = (match: Match): VrfName => (match.args['vrf'] ?? MAIN) as VrfName;
