// IOS: the operating system, made of its command files.

import type { Vocabulary } from '../../language/spec.ts';
import type { Os } from '../os.ts';
import { modelFor } from './box-of.ts';
import { compile } from './compile/index.ts';
import { bgpDebugLines } from './debug/bgp.ts';
import { PERSONALITY } from './personality.ts';
import { phrase } from './phrase.ts';
import { bodyLines, shown } from './print.ts';
import { readConfiguration } from './read.ts';
import { MODELS } from './releases.ts';
import { seatActions } from './shell/actions.ts';
import { seatViews } from './shell/views.ts';
import { IosShell } from './shell.ts';
import { views } from './show/index.ts';
import { System } from './system.ts';
import { actions } from './tools/index.ts';

/** Orders of every configuration mode, and what stands behind a pipe: the shell knows them itself. */
const OWN_ACTIONS = [
  'default',
  'do',
  'end',
  'exit',
  'no',
  'pipe-begin',
  'pipe-count',
  'pipe-exclude',
  'pipe-file',
  'pipe-include',
  'pipe-section',
];

/** The system on a vocabulary read from `commands/ios`. */
export function makeIos(vocabulary: Vocabulary): Os {
  const system = new System(vocabulary);
  return {
    name: 'ios',
    vocabulary,
    types: system.types,
    personality: PERSONALITY,
    models: MODELS,
    modelFor,
    factory: (model) => system.factory(model),
    read: (text, onto, model) => readConfiguration(text, onto, system.environment(model, true)),
    compile,
    print: (tree) => shown(bodyLines(tree)),
    phrase: (event, box) => [...bgpDebugLines(event, system.memory(box).debugging), ...phrase(event, box)],
    served: {
      views: [...Object.keys(views), ...Object.keys(seatViews), 'tech-support'].sort(),
      actions: [...Object.keys(actions), ...Object.keys(seatActions), ...OWN_ACTIONS].sort(),
      watches: [],
    },
    serve: (box, tree) => system.serve(box, tree),
    shell: (box, session) => new IosShell(box, session, system),
  };
}
