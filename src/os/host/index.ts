// A small PC as an operating system: the least that the record asks for.

import { present } from '../../base/must.ts';
import { type ConfigTree, EMPTY_TREE } from '../../config/tree.ts';
import type { Vocabulary } from '../../language/spec.ts';
import type { PortName } from '../../sim/node.ts';
import type { Model, Os } from '../os.ts';
import { types } from './arg-types.ts';
import { compile } from './compile.ts';
import { personality } from './personality.ts';
import { print, read } from './read.ts';
import { HostShell } from './shell.ts';
import { actions } from './tools.ts';
import { views } from './views.ts';

const MODELS: readonly Model[] = [{ name: 'pc', release: '1.0', ports: ['eth0' as PortName] }];

export function makeHost(vocabulary: Vocabulary): Os {
  const config = present(vocabulary.sections.get('config'), 'the section config of commands/host').commands;
  return {
    name: 'host',
    vocabulary,
    types,
    personality,
    models: MODELS,
    factory: (): ConfigTree => EMPTY_TREE,
    read: (text, onto) => read(config, text, onto),
    compile,
    print,
    phrase: () => undefined,
    served: { views: Object.keys(views), actions: Object.keys(actions), watches: [] },
    shell: (box, session) => new HostShell(box, session),
  };
}
