// Whose forwarding tables are shown.    Source: transcripts of an MX104 with logical systems (`Logical system: Mars` above each).

import { MAIN_ROUTER } from '../../box.ts';
import type { ViewContext } from '../../os.ts';

/** Above every table of a logical system. */
export function systemLines({ box, router }: Pick<ViewContext, 'box' | 'router'>): readonly string[] {
  const name = [...box.routers].find(([, one]) => one === router)?.[0] ?? MAIN_ROUTER;
  return name === MAIN_ROUTER ? [] : [`Logical system: ${name}`];
}
