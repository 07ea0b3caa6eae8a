// The help of words and values: behind the word, in a `words` block of its file, or in any file of the system.

import type { ParsedFile, VocabularyError } from './source.ts';

/** Help by word (`ospf`) or value (`<pid>`); empty where nobody wrote any. */
export interface Glossary {
  help(file: string, item: string): string;
  readonly errors: readonly VocabularyError[];
}

/** All `words` blocks of a system. Files are asked in their order; a file that says one thing twice is wrong. */
export function glossary(files: readonly ParsedFile[]): Glossary {
  const byFile = new Map<string, Map<string, string>>();
  const anywhere = new Map<string, string>();
  const errors: VocabularyError[] = [];
  for (const { file, sections } of files) {
    const here = byFile.get(file) ?? new Map<string, string>();
    byFile.set(file, here);
    for (const section of sections) {
      if (section.kind !== 'words') continue;
      for (const [item, help, line] of section.entries) {
        if (here.has(item)) errors.push({ file, line, message: `'${item}' has a help in this file already` });
        else here.set(item, help);
        if (!anywhere.has(item)) anywhere.set(item, help);
      }
    }
  }
  return { help: (file, item) => byFile.get(file)?.get(item) ?? anywhere.get(item) ?? '', errors };
}
