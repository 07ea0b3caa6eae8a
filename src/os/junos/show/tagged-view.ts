// A command whose answer has elements of its own under `| display json` and `| display xml`.

import type { Match } from '../../../language/spec.ts';
import type { ViewContext } from '../../os.ts';
import type { Tag } from '../answer.ts';

/** The answer as elements; undefined where only its lines are known. */
export type TaggedView = (context: ViewContext, match: Match) => Tag | undefined;
