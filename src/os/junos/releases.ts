// The boxes that exist and what their releases print: `vmx` first, the default.

import { present } from '../../base/must.ts';
import type { Model } from '../os.ts';
import { MX104 } from './releases/mx104.ts';
import type { Release } from './releases/release.ts';
import { VJUNOS_ROUTER } from './releases/vjunos-router.ts';
import { VMX } from './releases/vmx.ts';

export const RELEASES: readonly Release[] = [VMX, VJUNOS_ROUTER, MX104];

/** What can be bought; the first is what a lab gets that does not say. */
export const MODELS: readonly Model[] = RELEASES.map((release) => release.model);

const byName = new Map(RELEASES.map((release) => [release.model.name, release]));

/** The release that runs on this model. */
export function releaseOf(model: Model): Release {
  return present(byName.get(model.name), `a Junos model ${model.name}`);
}
