// Puts the house together: everything else is a verb.

import { start } from './verbs/start.ts';

await start();
