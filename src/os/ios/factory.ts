// The configuration of a box out of the factory.

import { type ConfigTree, EMPTY_TREE } from '../../config/tree.ts';
import type { Model } from '../os.ts';
import { putAt, specNamed, statementOf } from './edit/edit.ts';
import type { LineEnvironment } from './edit/line.ts';
import { layoutOf } from './layouts.ts';
import { readConfiguration } from './read.ts';

/** Its ports, shut and without addresses, and what its release prints of itself. */
export function factoryTree(
  model: Model,
  environment: Omit<LineEnvironment, 'model' | 'factory' | 'reading' | 'printed'>,
): ConfigTree {
  const spec = specNamed(environment.sentences.config, 'interface');
  const ports = model.ports.reduce<ConfigTree>(
    (tree, name) => putAt(tree, [], statementOf(spec, ['interface', name], { interface: name })),
    EMPTY_TREE,
  );
  const layout = layoutOf(model);
  const text = [
    ...layout.factory,
    ...model.ports.flatMap((name) => [`interface ${name}`, ...layout.factoryPort(name).map((line) => ` ${line}`)]),
  ];
  // A port is named for the first time here: `shutdown` stands behind its name.
  const read = readConfiguration(text.join('\n'), ports, {
    ...environment,
    model,
    factory: EMPTY_TREE,
    reading: true,
    printed: false,
  });
  return read.tree;
}
