// How a release lays its configuration out: which statements stand where, and the runs of `!` between them.

/** Statements that stand at one place of the page, in the order of the tree. */
export interface Slot {
  /** Words that they begin with. */
  readonly of: readonly string[];
  /** Behind each of them. */
  readonly each: readonly string[];
  /** Before the first and behind the last, when there is any. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Between two groups: statements of one group agree in this many words. */
  readonly group: { readonly words: number; readonly between: readonly string[] } | undefined;
  /** Whatever has no place of its own. */
  readonly others: boolean;
}

/** A line that is always there (`!`), or a place for statements. */
export type Item = string | Slot;

export interface Layout {
  readonly train: string;
  readonly items: readonly Item[];
  /** Statements of an interface that stand in another order than in the command files, by their first words. */
  readonly portOrder: readonly string[];
  /** A box out of the factory, without its ports. */
  readonly factory: readonly string[];
  /** A port out of the factory. */
  factoryPort(name: string): readonly string[];
  /** Bytes of NVRAM for `show startup-config`. */
  readonly nvram: number;
  /** The disk that files are on where nobody says otherwise. */
  readonly disk: { readonly name: string; readonly bytes: number };
}

const plain: Slot = { of: [], each: [], before: [], after: [], group: undefined, others: false };

/** Statements, one line each. */
export const s = (...of: readonly string[]): Slot => ({ ...plain, of });
/** Statements, each followed by `!`. */
export const blocks = (...of: readonly string[]): Slot => ({ ...plain, of, each: ['!'] });
/** With lines around them when there are any. */
export const around = (before: readonly string[], of: readonly string[], after: readonly string[]): Slot => ({
  ...plain,
  of,
  before,
  after,
});
/** Lists of several lines, parted by `!`. */
export const lists = (words: number, ...of: readonly string[]): Slot => ({
  ...plain,
  of,
  group: { words, between: ['!'] },
});
/** Blocks with one more `!` before each. */
export const processes = (...of: readonly string[]): Slot => ({
  ...blocks(...of),
  before: ['!'],
  group: { words: 3, between: ['!'] },
});
export const others: Slot = { ...plain, others: true };

/** `!`, so many times. */
export const gap = (count: number): readonly string[] => Array.from({ length: count }, () => '!');
