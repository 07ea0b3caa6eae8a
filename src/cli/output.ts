// What a VTY writes: CR LF for every new line, and a count of the column the cursor stands in.

/** What a piece of text is: the prompt, the echo of what is typed (its new line too), everything else. */
export type OutputKind = 'echo' | 'output' | 'prompt';

/** The way to the terminal. */
export class Output {
  readonly #write: (text: string, kind: OutputKind) => void;
  #column = 0;

  constructor(write: (text: string, kind: OutputKind) => void) {
    this.#write = write;
  }

  /** Is the cursor at the beginning of a row? As far as the written text says. */
  get fresh(): boolean {
    return this.#column === 0;
  }

  /** `\n` becomes CR LF. */
  write(text: string, kind: OutputKind): void {
    if (text === '') return;
    const bytes = text.includes('\n') ? text.replace(/\r?\n/g, '\r\n') : text;
    const start = Math.max(bytes.lastIndexOf('\n'), bytes.lastIndexOf('\r'));
    if (start >= 0) this.#column = 0;
    for (let at = start + 1; at < bytes.length; at++) {
      const code = bytes.charCodeAt(at);
      if (code === 0x08) this.#column = Math.max(0, this.#column - 1);
      else if (code >= 0x20) this.#column++;
    }
    this.#write(bytes, kind);
  }

  lines(lines: readonly string[], kind: OutputKind): void {
    if (lines.length > 0) this.write(`${lines.join('\n')}\n`, kind);
  }
}

/** What stands on the cursor's row after `text`. */
export const lastRow = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
