// A terminal of the simplest kind: what CR, LF, BS, BEL and printable characters do on a screen that wraps.

export class TinyTerminal {
  readonly #columns: number;
  readonly #rows: string[][] = [[]];
  #row = 0;
  /** The number of columns: behind the last one, about to wrap. */
  #column = 0;
  bells = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** All rows so far, blanks at their ends taken away. */
  get rows(): readonly string[] {
    return this.#rows.map((row) =>
      Array.from(row, (char) => char ?? ' ')
        .join('')
        .trimEnd(),
    );
  }

  /** The cursor's row. */
  get row(): string {
    return this.rows[this.#row] as string;
  }

  get column(): number {
    return this.#column;
  }

  write(text: string): void {
    for (const char of text) {
      if (char === '\r') this.#column = 0;
      else if (char === '\n') this.#down();
      else if (char === '\b') this.#column = Math.max(0, Math.min(this.#column, this.#columns - 1) - 1);
      else if (char === '\x07') this.bells++;
      else if (char < ' ') throw new Error(`control character ${char.charCodeAt(0)} on the screen`);
      else this.#print(char);
    }
  }

  #print(char: string): void {
    if (this.#column >= this.#columns) {
      this.#down();
      this.#column = 0;
    }
    (this.#rows[this.#row] as string[])[this.#column++] = char;
  }

  #down(): void {
    this.#column = Math.min(this.#column, this.#columns - 1);
    this.#row++;
    if (this.#row === this.#rows.length) this.#rows.push([]);
  }
}
