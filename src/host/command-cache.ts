// Command files, read; or taken from what the build has read already, as long as the files are the same.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import { buildVocabulary } from '../language/build.ts';
import type { SourceFile, VocabularyError } from '../language/source.ts';
import type { Vocabulary } from '../language/spec.ts';
import { type PackedCommands, pack, unpack } from './packed-commands.ts';
import { readVocabularyFiles } from './vocabulary.ts';

/** What `dist/commands.json` holds: by operating system, the files as they were parsed and the digest of their texts. */
export type CommandCache = Readonly<Record<string, ({ readonly digest: string } & PackedCommands) | undefined>>;

const CACHE = 'dist/commands.json';

function digestOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** The operating systems that have a folder of command files. */
export function commandFolders(program: string): readonly string[] {
  const folder = join(program, 'commands');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Parses and checks all command files: what the build keeps. Complaints name file and line. */
export async function parseCommands(program: string): Promise<Result<CommandCache, readonly VocabularyError[]>> {
  const { parseFiles } = await import('../language/parser.ts');
  const cache: Record<string, { readonly digest: string } & PackedCommands> = {};
  const errors: VocabularyError[] = [];
  for (const os of commandFolders(program)) {
    const sources = readVocabularyFiles(join(program, 'commands', os));
    const parsed = parseFiles(sources);
    const built = parsed.ok ? buildVocabulary(parsed.value) : parsed;
    if (parsed.ok && built.ok) cache[os] = { digest: digestOf(sources), ...pack(parsed.value) };
    else if (!built.ok) errors.push(...built.error);
  }
  return errors.length > 0 ? err(errors) : ok(cache);
}

/** Loads vocabularies, one operating system after the other; the cache is read once. */
export class Commands {
  readonly #program: string;
  readonly #cache: CommandCache;

  constructor(program: string) {
    this.#program = program;
    const file = join(program, CACHE);
    this.#cache = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CommandCache) : {};
  }

  /** The vocabulary of an operating system. Loads the parser only when its files are not those of the build. */
  async vocabulary(os: string): Promise<Result<Vocabulary, readonly VocabularyError[]>> {
    const later = await this.later(os);
    return later.ok ? ok(later.value()) : later;
  }

  /** The same, made when it is asked for: what the build has read already is known to be sound. */
  async later(os: string): Promise<Result<() => Vocabulary, readonly VocabularyError[]>> {
    const sources = readVocabularyFiles(join(this.#program, 'commands', os));
    const cached = this.#cache[os];
    if (cached?.digest === digestOf(sources)) return ok(() => sound(buildVocabulary(unpack(cached), true)));
    const { parseFiles } = await import('../language/parser.ts');
    const parsed = parseFiles(sources);
    const built = parsed.ok ? buildVocabulary(parsed.value) : parsed;
    return built.ok ? ok(() => built.value) : built;
  }
}

function sound(built: Result<Vocabulary, readonly VocabularyError[]>): Vocabulary {
  must(built.ok, 'the build keeps no command files that are wrong');
  return built.value;
}
