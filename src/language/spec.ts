// CommandSpec, Step, Effect: what a .cmd file says. The language itself is described in commands/README.md.

/** One word or value of a command, or a fork in it. */
export type Step =
  | WordStep
  | ArgStep
  /** `[ … ]`: may be left out. */
  | { readonly kind: 'optional'; readonly of: readonly Step[] }
  /** `( a | b )`: exactly one. */
  | { readonly kind: 'choice'; readonly of: readonly (readonly Step[])[] }
  /** `( a | b )*`: any of them, in any order, each at most once. */
  | { readonly kind: 'any'; readonly of: readonly (readonly Step[])[] };

export interface WordStep {
  readonly kind: 'word';
  readonly text: string;
  readonly help: string;
}

export interface ArgStep {
  readonly kind: 'arg';
  readonly name: string;
  /** Name of an ArgType: `ipv4`, `vrf`, or a range `1..65535`. */
  readonly type: string;
  /** `!`: this value says which statement it is; two statements that differ in it stand side by side. */
  readonly key: boolean;
  /** `...`: one or more values. With `key`, each makes a statement of its own (a Junos leaf-list). */
  readonly many: boolean;
  readonly help: string;
}

export type Effect =
  /** Configuration: data, never code. */
  | { readonly kind: 'statement' }
  /** A view of the operating system: asks facts, says them in the vendor's letters. */
  | { readonly kind: 'show'; readonly view: string }
  /** An order that is not configuration. */
  | { readonly kind: 'do'; readonly action: string }
  /** debug, monitor, traceoptions: a class of events. */
  | { readonly kind: 'watch'; readonly events: string }
  /** Taken, kept and printed, not simulated; `why` is told once. */
  | { readonly kind: 'accept'; readonly why: string };

/** One sentence of a .cmd file. */
export interface CommandSpec {
  readonly at: { readonly file: string; readonly line: number };
  /** The first step, when it is a word: known before the path is unfolded, which is when it is first asked for. */
  readonly first?: WordStep | undefined;
  readonly path: readonly Step[];
  readonly effect: Effect;
  /** IOS: the sub-mode it opens. Junos: the deeper hierarchy. Empty for a leaf. Unfolded when first asked for. */
  readonly children: readonly CommandSpec[];
  /** It has a block, be it an empty one. */
  readonly container: boolean;
  /** IOS: `config-router` of `@config-router`. */
  readonly mode: string | undefined;
  /** `= on`: in force unless negated; then the negation is what is remembered. */
  readonly defaultOn: boolean;
  /** `@sorted`: statements of this spec are kept in the order of their keys, not of their typing. */
  readonly sorted: boolean;
  /** `@hidden`: understood, but `?` and Tab do not tell. */
  readonly hidden: boolean;
  /** `@secret`: the value is shown as a secret (`## SECRET-DATA`). */
  readonly secret: boolean;
  /** `@presence`: the container says something even when it holds nothing (Junos `family mpls;`). */
  readonly presence?: boolean;
  /** `@oneline`: printed on one line with its only leaf (Junos `then accept;`). */
  readonly oneLine?: boolean;
  /** `@apart`: the word with which its first fork goes on identifies; a sentence for a list of settings. */
  readonly apart?: boolean;
  /** `@whole`: every word identifies (an entry of an access list). */
  readonly whole?: boolean;
  /** `@flat`: printed on one line with everything in it (Junos `local-as 65000 loops 2 private;`). */
  readonly flat?: boolean;
  /** `@case-1`: of one block, statements of another case go when one of this case is made (Junos: a static route has next
   * hops or is discarded). */
  readonly excludes?: string | undefined;
  /** Position among its siblings: the canonical order in which a configuration is printed. */
  readonly order: number;
  /** The literal words of the path that cannot be left out, joined by blanks: how code names a statement (`ip address`,
   * `router bgp`). A sentence of values alone is named by the first (`<interface>`), one of a fork alone by its words
   * (`accept|reject`). */
  readonly name: string;
}

/** Everything that can be typed in one place: an exec level, a mode, a level of the hierarchy. */
export interface Section {
  /** `exec`, `privileged`, `config`, `operational` … */
  readonly name: string;
  readonly commands: readonly CommandSpec[];
}

/** All .cmd files of one operating system. */
export interface Vocabulary {
  readonly sections: ReadonlyMap<string, Section>;
}

/** A piece of a typed line. */
export interface Token {
  /** As meant: quotes taken off. */
  readonly text: string;
  /** Column of its first character in the line. */
  readonly start: number;
  /** Column after its last character. */
  readonly end: number;
  readonly quoted: boolean;
  /** A quote was opened and the line ended. */
  readonly unclosed?: true;
}

/** A line that was understood. */
export interface Match {
  readonly spec: CommandSpec;
  /** Every word in full, values in their canonical spelling: how the statement is printed. */
  readonly words: readonly string[];
  /** Values by the name of their argument; several values of one argument are joined by blanks. Words of a choice or
   * option are not here: ask `words`. */
  readonly args: Readonly<Record<string, string>>;
}

export type MatchError =
  /** Nothing can begin (or go on) like this: `column` is the first impossible character. */
  | {
      readonly kind: 'unknown';
      readonly column: number;
      readonly token: number;
    }
  | {
      readonly kind: 'ambiguous';
      readonly column: number;
      readonly token: number;
      readonly candidates: readonly {
        readonly text: string;
        readonly help: string;
        /** As of an `Expectation`. */
        readonly mark?: 'container' | 'list';
      }[];
    }
  | { readonly kind: 'incomplete' }
  /** The shape is right and the value is not (`why` in plain words). */
  | {
      readonly kind: 'value';
      readonly column: number;
      readonly token: number;
      readonly arg: string;
      readonly why: string;
    };

/** What may come next at some place in a line. */
export interface Expectation {
  /** `offer` is a value that exists and fits an argument, `open` and `close` the brackets of a list of values. */
  readonly kind: 'word' | 'arg' | 'offer' | 'end' | 'open' | 'close';
  /** The word or value itself; for an argument its placeholder (`A.B.C.D`, `<name>`); empty for `end`. */
  readonly text: string;
  readonly help: string;
  readonly arg?: ArgStep;
  /** `container` is Junos' `>`, `list` its `+`. */
  readonly mark?: 'container' | 'list';
  /** The sentences that go on like this; for `end` those that may stop here. */
  readonly specs: readonly CommandSpec[];
}

/** A value that exists now and may be typed here: an interface, a VRF, the user's own name. */
export interface Offer {
  readonly text: string;
  readonly help?: string;
  /** No value but the shape of one (`<0-2147483647>`): told, never completed. */
  readonly placeholder?: boolean;
}

/** Live values, asked of the router by the name of the argument's type. */
export interface Live {
  offers(type: string): readonly Offer[];
}

export type Reading =
  /** `taken` tokens make up the value, spelled canonically. */
  | { readonly kind: 'value'; readonly taken: number; readonly value: string }
  /** The last token may be the beginning of a value, but is none yet. `more`: it is whole, and further words are
   * missing (`interface Loopback`); otherwise `why` is what is wrong if nothing follows. An empty last token stands for
   * nothing typed yet. */
  | { readonly kind: 'partial'; readonly more?: boolean; readonly why?: string }
  /** `good` characters from the first token's first could begin a value, the next one not. A value of several tokens
   * counts the blanks between them. */
  | { readonly kind: 'bad'; readonly good: number; readonly why?: string };

/** How a class of values is read, offered and named. Each operating system adds its own. */
export interface ArgType {
  /** Shown by `?`; `range` is what stands after the colon in `<pid:1..65535>`, `name` what stands before it. */
  placeholder(range: string, name: string): string;
  read(tokens: readonly Token[], at: number, range: string, live: Live): Reading;
  /** Values that exist, for Tab and `?`. */
  offers?(live: Live): readonly Offer[];
  /** In place of placeholder and offers, for values of several words (IOS: `interface Loopback ?`): what may stand where
   * the last token is, and begins like it. `tokens` from `at` on are what is typed of the value; the last may be empty. */
  expect?(tokens: readonly Token[], at: number, range: string, live: Live): readonly Offer[];
  /** Narrow types win over wide ones where both read a word; keywords win over all. 0 is narrowest. */
  readonly width: number;
}
