// The list of operating systems: a new one is one line here.

import type { Vocabulary } from '../language/spec.ts';
import { makeHost } from './host/index.ts';
import { makeIos } from './ios/index.ts';
import { makeJunos } from './junos/index.ts';
import type { Os } from './os.ts';

/** What makes an operating system of the words in its folder of `commands/`, by its name. */
export const SYSTEMS: Readonly<Record<string, (vocabulary: Vocabulary) => Os>> = {
  host: makeHost,
  ios: makeIos,
  junos: makeJunos,
};
