// Texts of .cmd files to a Vocabulary in one step. Loads Chevrotain; whoever has parsed files needs only build.ts.

import type { Result } from '../base/result.ts';
import { buildVocabulary } from './build.ts';
import { parseFiles } from './parser.ts';
import type { SourceFile, VocabularyError } from './source.ts';
import type { Vocabulary } from './spec.ts';

/** Reads all files of one operating system. Either everything is right, or every error is told. */
export function parseVocabulary(files: readonly SourceFile[]): Result<Vocabulary, readonly VocabularyError[]> {
  const parsed = parseFiles(files);
  return parsed.ok ? buildVocabulary(parsed.value) : parsed;
}
