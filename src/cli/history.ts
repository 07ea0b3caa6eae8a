// Lines typed before: several lists by name, each as deep as its owner says.

export interface HistoryRule {
  /** Most lines a list keeps. */
  readonly depth: number;
  /** A line equal to the one before it is kept too. */
  readonly duplicates: boolean;
}

/** The histories of one login (`exec` and `config` do not share one). */
export class History {
  readonly #lists = new Map<string, string[]>();

  /** Oldest first. */
  lines(list: string): readonly string[] {
    return this.#lists.get(list) ?? [];
  }

  /** Keeps a line; blank ones are not worth it, nor those of no list. */
  add(list: string | undefined, line: string, rule: HistoryRule): void {
    if (list === undefined || line.trim() === '') return;
    const lines = [...this.lines(list)];
    if (rule.duplicates || lines.at(-1) !== line) lines.push(line);
    this.#lists.set(list, rule.depth > 0 ? lines.slice(-rule.depth) : []);
  }

  /** Forgets everything: another user logs in at the same line. */
  clear(): void {
    this.#lists.clear();
  }
}
