// Puts the house together: everything else is a verb.

import { tuneEngine } from './host/engine.ts';
import { start } from './verbs/start.ts';

tuneEngine();
await start();
