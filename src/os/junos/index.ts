// Junos: the operating system as a record of its four drawers.

import { EMPTY_TREE } from '../../config/tree.ts';
import type { Vocabulary } from '../../language/spec.ts';
import type { Os } from '../os.ts';
import { JUNOS_TYPES } from './arg-types.ts';
import { modelFor } from './box-of.ts';
import { compileJunos } from './compile/index.ts';
import { factoryTree } from './factory.ts';
import { PERSONALITY } from './personality.ts';
import { phraseFor } from './phrase-router.ts';
import { printBlock } from './print.ts';
import { isWhole, readConfiguration } from './read.ts';
import { MODELS } from './releases.ts';
import type { Schema } from './schema.ts';
import { EDITING_ACTIONS } from './shell/configuration-mode.ts';
import type { ShellParts } from './shell/context.ts';
import { OPERATIONAL_ACTIONS } from './shell/operational-mode.ts';
import { PIPE_ACTIONS } from './shell/pipes.ts';
import { JunosShell } from './shell/shell.ts';
import { showTypes } from './show/arg-types.ts';
import { taggedViews, views } from './show/index.ts';
import { actions } from './tools/index.ts';

/** Of everything that can be typed. */
const TYPES = { ...JUNOS_TYPES, ...showTypes };

/** Junos with the words of `commands/junos`. */
export function makeJunos(vocabulary: Vocabulary): Os {
  const commands = (section: string) => vocabulary.sections.get(section)?.commands ?? [];
  const schema: Schema = { specs: commands('config'), types: TYPES };
  const words = {
    schema,
    operational: commands('operational'),
    editing: commands('editing'),
    pipes: commands('pipe'),
  };
  const parts: ShellParts = { words, views, taggedViews, actions };
  return {
    name: 'junos',
    vocabulary,
    types: TYPES,
    personality: PERSONALITY,
    models: MODELS,
    modelFor: (text) => modelFor(readConfiguration(schema, text, EMPTY_TREE).tree),
    factory: (model) => factoryTree(schema, model, EMPTY_TREE),
    read: (text, onto) => readConfiguration(schema, text, isWhole(text) ? EMPTY_TREE : onto),
    compile: (tree, chassis) => compileJunos(schema, tree, chassis),
    print: (tree) => printBlock(tree.children),
    phrase: phraseFor,
    served: {
      views: Object.keys(views),
      actions: [...Object.keys(actions), ...OPERATIONAL_ACTIONS, ...EDITING_ACTIONS, ...PIPE_ACTIONS],
      watches: [],
    },
    shell: (box, session, router) => new JunosShell(parts, box, session, router),
  };
}
