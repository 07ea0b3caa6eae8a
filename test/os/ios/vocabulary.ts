// The exec commands of IOS as this room's tests read them, with just enough types of values.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IOS_VALUES, NO_LIVE, oneWord, sharedTypes } from '../../../src/language/arg-types.ts';
import { match } from '../../../src/language/match.ts';
import type { ArgType, Match, Vocabulary } from '../../../src/language/spec.ts';
import { tokenize } from '../../../src/language/tokens.ts';
import { parseVocabulary } from '../../../src/language/vocabulary.ts';

const FILES = ['show', 'tools', 'mpls-show', 'isis-show', 'bgp-show'];

const texts = FILES.map((name) => ({
  file: `ios/${name}.cmd`,
  text: readFileSync(resolve(import.meta.dirname, `../../../commands/ios/${name}.cmd`), 'utf8'),
}));

const shaped = (form: string, shape: RegExp): ArgType =>
  oneWord({ form, read: (text) => (shape.test(text) ? text : undefined), good: () => 0, width: 30 }, IOS_VALUES);

export const TYPES: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(IOS_VALUES),
  vrf: shaped('WORD', /^\S+$/),
  interface: shaped('interface', /^[A-Z][A-Za-z]+\d[\d/.]*$/),
  rd: shaped('ASN:nn or IP-address:nn', /^[\d.]+:\d+$/),
  'large-community': shaped('aa:nn:nn', /^\d+:\d+:\d+$/),
  hex16: shaped('<0-FFFF>', /^(0x)?[0-9a-fA-F]{1,4}$/),
};

export const VOCABULARY: Vocabulary = (() => {
  const parsed = parseVocabulary(texts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 1));
  return parsed.value;
})();

/** A line of privileged exec as the shell would hand it on. */
export function typed(line: string): Match {
  const specs = ['exec', 'privileged'].flatMap((name) => VOCABULARY.sections.get(name)?.commands ?? []);
  const matched = match(specs, tokenize(line, { quotes: false, brackets: false }), TYPES, NO_LIVE);
  if (!matched.ok) throw new Error(`${line}: ${JSON.stringify(matched.error)}`);
  return matched.value;
}
