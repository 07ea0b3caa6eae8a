// ParsedFile: a .cmd file as written, before anything in it is looked up. Plain JSON, so that a build step can keep it.

/** A .cmd file. `file` is the name that complaints show. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** What is wrong with a file, and where. */
export interface VocabularyError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface ParsedFile {
  readonly file: string;
  readonly sections: readonly ParsedSection[];
}

/** A word, or a value as `<name>`: the items of a path to a block, and of a line of `order`. */
export type Landmark = string;

export type ParsedSection =
  /** `config { … }`, `config interface { … }` */
  | {
      readonly kind: 'section';
      readonly line: number;
      readonly name: string;
      readonly path: readonly Landmark[];
      readonly body: readonly ParsedSentence[];
    }
  | {
      readonly kind: 'define';
      readonly line: number;
      readonly name: string;
      readonly body: readonly ParsedSentence[];
    }
  /** A `words` block: word or `<name>`, help, line. */
  | { readonly kind: 'words'; readonly line: number; readonly entries: readonly (readonly [string, string, number])[] }
  | {
      readonly kind: 'order';
      readonly line: number;
      readonly name: string;
      readonly path: readonly Landmark[];
      readonly rows: readonly ParsedOrderRow[];
    };

export interface ParsedOrderRow {
  readonly line: number;
  readonly begins: readonly Landmark[];
}

export type ParsedSentence =
  | { readonly line: number; readonly use: string }
  | {
      readonly line: number;
      readonly path: readonly ParsedStep[];
      /** Without the `@`. */
      readonly flags?: readonly string[];
      /** `= on` */
      readonly on?: true;
      /** What stands behind `->`: the verb and what it names. */
      readonly effect?: readonly [verb: string, what: string];
      readonly block?: readonly ParsedSentence[];
    };

/** One of: a word without help, a word with help, a value, `[ … ]`, `( … )`, `( … )*`. */
export type ParsedStep =
  | string
  | { readonly word: string; readonly help: string }
  | {
      readonly arg: string;
      readonly type: string;
      readonly key?: true;
      readonly many?: true;
      readonly help?: string;
    }
  | { readonly optional: readonly ParsedStep[] }
  | { readonly choice: readonly (readonly ParsedStep[])[] }
  | { readonly any: readonly (readonly ParsedStep[])[] };
