// What all consoles of all IOS boxes share: the vocabulary taken apart, values, models.

import type { ConfigTree } from '../../config/tree.ts';
import type { ArgType, CommandSpec, Vocabulary } from '../../language/spec.ts';
import type { Micros } from '../../sim/time.ts';
import type { Box, Model } from '../os.ts';
import { IOS_TYPES, READING_TYPES } from './arg-types.ts';
import type { LineEnvironment } from './edit/line.ts';
import { ModeSentences } from './edit/mode.ts';
import { factoryTree } from './factory.ts';
import { Disk } from './files/disk.ts';
import { Memory } from './memory.ts';
import { TelnetServer } from './telnet/server.ts';

export class System {
  readonly vocabulary: Vocabulary;
  readonly types: Readonly<Record<string, ArgType>> = IOS_TYPES;
  readonly sentences: ModeSentences;
  /** Commands of user exec, and of privileged exec. */
  readonly user: readonly CommandSpec[];
  readonly privileged: readonly CommandSpec[];
  readonly pipes: readonly CommandSpec[];
  /** Boxes are not held on to. */
  readonly #disks = new WeakMap<Box, Disk>();
  readonly #servers = new WeakMap<Box, TelnetServer>();
  readonly #memories = new WeakMap<Box, { readonly since: Micros; readonly memory: Memory }>();
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

  disk(box: Box): Disk {
    const known = this.#disks.get(box) ?? new Disk();
    this.#disks.set(box, known);
    return known;
  }

  /** What the box remembers since its power came on. */
  memory(box: Box): Memory {
    const known = this.#memories.get(box);
    if (known?.since === box.bootedAt) return known.memory;
    const memory = new Memory();
    this.#memories.set(box, { since: box.bootedAt, memory });
    return memory;
  }

  /** Logins over the network, as the configuration has them. A box that was switched off begins anew. */
  serve(box: Box, tree: ConfigTree): void {
    const tcp = box.router().tcp;
    const known = this.#servers.get(box);
    const kept = known && known.tcp === tcp ? known : undefined;
    if (known && !kept) known.drop();
    const server = kept ?? (tcp && new TelnetServer(box, this.memory(box), tcp));
    if (server) this.#servers.set(box, server);
    server?.configure(tree);
  }

  /** What configuration lines of a box are read with. */
  environment(model: Model, reading: boolean): LineEnvironment {
    const { sentences } = this;
    const types = reading ? READING_TYPES : this.types;
    return { sentences, types, model, factory: this.factory(model), reading, printed: false };
  }
}
