// The boxes that exist and what their releases print: `IOSv` first, the default.

import { present } from '../../base/must.ts';
import type { Chassis, Model } from '../os.ts';
import { C7200 } from './releases/c7200.ts';
import { CSR1000V } from './releases/csr1000v.ts';
import { IOSV } from './releases/iosv.ts';
import type { Release } from './releases/release.ts';

export const RELEASES: readonly Release[] = [IOSV, C7200, CSR1000V];

/** What can be bought; the first is what a lab gets that does not say. */
export const MODELS: readonly Model[] = RELEASES.map((release) => release.model);

const byName = new Map(RELEASES.map((release) => [release.model.name, release]));

/** The release that runs on this model. */
export function releaseOf(model: Model): Release {
  return present(byName.get(model.name), `an IOS model ${model.name}`);
}

/** The serial number of a box, as its label says it: made of its addresses, so the same at every start. */
export function boardId(chassis: Chassis): string {
  const { length, alphabet } = releaseOf(chassis.model).version.board;
  let seed = (chassis.macBase % 2 ** 31) + 1;
  let text = '';
  while (text.length < length) {
    // Lehmer's generator: enough to make labels look different.
    seed = (seed * 48_271) % 2_147_483_647;
    text += alphabet[seed % alphabet.length];
  }
  return text;
}
