// What all consoles of all IOS boxes share: the vocabulary taken apart, values, models.

import type { ConfigTree } from '../../config/tree.ts';
import type { ArgType, CommandSpec, Vocabulary } from '../../language/spec.ts';
import type { Box, Model } from '../os.ts';
import { IOS_TYPES } from './arg-types.ts';
import type { LineEnvironment } from './edit/line.ts';
import { ModeSentences } from './edit/mode.ts';
import { factoryTree } from './factory.ts';

export class System {
  readonly vocabulary: Vocabulary;
  readonly types: Readonly<Record<string, ArgType>> = IOS_TYPES;
  readonly sentences: ModeSentences;
  /** Commands of user exec, and of privileged exec. */
  readonly user: readonly CommandSpec[];
  readonly privileged: readonly CommandSpec[];
  readonly pipes: readonly CommandSpec[];
  /** The last line of each box's log that `clear logging` took out of the buffer. Boxes are not held on to. */
  readonly clearedLogs = new WeakMap<Box, number>();
  readonly #factories = new Map<Model, ConfigTree>();

  constructor(vocabulary: Vocabulary) {
    const section = (name: string): readonly CommandSpec[] => vocabulary.sections.get(name)?.commands ?? [];
    this.vocabulary = vocabulary;
    this.sentences = new ModeSentences(vocabulary);
    this.user = section('exec');
    this.privileged = [...section('exec'), ...section('privileged')];
    this.pipes = section('pipe');
  }

  /** The configuration of a model out of the factory. */
  factory(model: Model): ConfigTree {
    const known = this.#factories.get(model);
    if (known) return known;
    const { sentences, types } = this;
    const made = factoryTree(model, { sentences, types });
    this.#factories.set(model, made);
    return made;
  }

  /** What configuration lines of a box are read with. */
  environment(model: Model, reading: boolean): LineEnvironment {
    const { sentences, types } = this;
    return { sentences, types, model, factory: this.factory(model), reading, printed: false };
  }
}
