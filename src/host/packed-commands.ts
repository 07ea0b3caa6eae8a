// Parsed command files as the cache keeps them: what is long is a text of its own, read when somebody types there.

import type { ParsedFile, ParsedSection, ParsedSentence } from '../language/source.ts';

/** In place of a list: which of the texts holds it. */
type Packed = number;

export interface PackedCommands {
  /** `ParsedFile`s with numbers for their bodies, blocks and helps. */
  readonly files: readonly unknown[];
  readonly texts: readonly string[];
}

/** Shorter lists stay where they are. */
const LONG = 1000;

export function pack(files: readonly ParsedFile[]): PackedCommands {
  const texts: string[] = [];
  const kept = (list: unknown): unknown => {
    const text = JSON.stringify(list);
    return text.length < LONG ? list : texts.push(text) - 1;
  };
  const sentences = (body: readonly ParsedSentence[]): unknown =>
    kept(body.map((one) => ('use' in one || one.block === undefined ? one : { ...one, block: sentences(one.block) })));
  const section = (one: ParsedSection): unknown => {
    if (one.kind === 'words') return { ...one, entries: kept(one.entries) };
    return one.kind === 'order' ? one : { ...one, body: sentences(one.body) };
  };
  return { files: files.map(({ file, sections }) => ({ file, sections: sections.map(section) })), texts };
}

/** The files again; each list is read when it is first asked for. */
export function unpack({ files, texts }: PackedCommands): readonly ParsedFile[] {
  for (const file of files as readonly { readonly sections: readonly object[] }[]) {
    for (const section of file.sections) {
      later(section, 'body', texts);
      later(section, 'entries', texts);
    }
  }
  return files as readonly ParsedFile[];
}

/** A number gives way to what its text says. */
function later(owner: object, key: 'body' | 'block' | 'entries', texts: readonly string[]): void {
  const held = (owner as Record<string, unknown>)[key] as Packed | readonly object[] | undefined;
  if (held === undefined) return;
  if (typeof held !== 'number') {
    if (key !== 'entries') for (const sentence of held) later(sentence, 'block', texts);
    return;
  }
  let list: readonly object[] | undefined;
  const get = (): readonly object[] => {
    if (list) return list;
    list = JSON.parse(texts[held] ?? '[]') as readonly object[];
    if (key !== 'entries') for (const sentence of list) later(sentence, 'block', texts);
    return list;
  };
  Object.defineProperty(owner, key, { get, enumerable: true, configurable: true });
}
