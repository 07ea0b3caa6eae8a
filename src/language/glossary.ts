// The help of words and values: behind the word, in a `words` block of its file, in a dictionary (a file of nothing but
// words), or in any file of the system.

import type { ParsedFile, VocabularyError } from './source.ts';

/** Help by word (`ospf`) or value (`<pid>`); empty where nobody wrote any. */
export interface Glossary {
  help(file: string, item: string): string;
}

type Entries = readonly (readonly [string, string, number])[];

const entriesOf = ({ sections }: ParsedFile): Entries =>
  sections.flatMap((section) => (section.kind === 'words' ? section.entries : []));

/** Entries of several files; the first that says a thing is believed. */
function gathered(files: readonly ParsedFile[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of files) {
    for (const [item, help] of entriesOf(file)) if (!found.has(item)) found.set(item, help);
  }
  return found;
}

/** All `words` blocks of a system. Dictionaries are asked before the other files, otherwise files in their order. */
export function glossary(files: readonly ParsedFile[]): Glossary {
  const isDictionary = ({ sections }: ParsedFile): boolean => sections.every(({ kind }) => kind === 'words');
  const byName = new Map(files.map((file) => [file.file, file]));
  // Most of it is never asked for while a lab is opened.
  const read = new Map<string, ReadonlyMap<string, string>>();
  const lists = (name: string, of: () => readonly ParsedFile[]): ReadonlyMap<string, string> => {
    const known = read.get(name) ?? gathered(of());
    read.set(name, known);
    return known;
  };
  const own = (file: string): readonly ParsedFile[] => {
    const found = byName.get(file);
    return found ? [found] : [];
  };
  const help = (file: string, item: string): string =>
    lists(file, () => own(file)).get(item) ??
    lists(' dictionaries', () => files.filter(isDictionary)).get(item) ??
    lists(' all', () => files.filter((one) => !isDictionary(one))).get(item) ??
    '';
  return { help };
}

/** Files that say one thing twice. */
export function repeatedHelp(files: readonly ParsedFile[]): readonly VocabularyError[] {
  return files.flatMap((file) => {
    const here = new Set<string>();
    return entriesOf(file).flatMap(([item, , line]) => {
      const known = here.has(item);
      here.add(item);
      return known ? [{ file: file.file, line, message: `'${item}' has a help in this file already` }] : [];
    });
  });
}
