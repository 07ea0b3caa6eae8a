// The help of words and values: behind the word, in a `words` block of its file, in a dictionary (a file of nothing but
// words), or in any file of the system.

import type { ParsedFile, VocabularyError } from './source.ts';

/** Help by word (`ospf`) or value (`<pid>`); empty where nobody wrote any. */
export interface Glossary {
  help(file: string, item: string): string;
  readonly errors: readonly VocabularyError[];
}

/**
 * All `words` blocks of a system. Dictionaries are asked before the other files, otherwise files in their order; a file
 * that says one thing twice is wrong.
 */
export function glossary(files: readonly ParsedFile[]): Glossary {
  const byFile = new Map<string, Map<string, string>>();
  const dictionaries = new Map<string, string>();
  const anywhere = new Map<string, string>();
  const errors: VocabularyError[] = [];
  for (const { file, sections } of files) {
    const here = byFile.get(file) ?? new Map<string, string>();
    byFile.set(file, here);
    const shared = sections.every(({ kind }) => kind === 'words') ? dictionaries : anywhere;
    for (const section of sections) {
      if (section.kind !== 'words') continue;
      for (const [item, help, line] of section.entries) {
        if (here.has(item)) errors.push({ file, line, message: `'${item}' has a help in this file already` });
        else here.set(item, help);
        if (!shared.has(item)) shared.set(item, help);
      }
    }
  }
  const help = (file: string, item: string) =>
    byFile.get(file)?.get(item) ?? dictionaries.get(item) ?? anywhere.get(item) ?? '';
  return { help, errors };
}
