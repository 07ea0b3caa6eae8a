// Lists of items that Junos breaks at the width of the terminal.
// Source: captures `show interfaces` on terminals of 80 and of some 120 columns, and with the width unlimited (genieparser
// golden outputs): a line is filled with whole items, its comma included, and goes on with the same indentation.

/** `  a: 1, b: 2,` / `  c: 3`. `columns` 0 or absent: one line. */
export function wrapped(indent: string, items: readonly string[], columns: number | undefined): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [i, item] of items.entries()) {
    const piece = i < items.length - 1 ? `${item},` : item;
    const longer = line === '' ? indent + piece : `${line} ${piece}`;
    if (line !== '' && columns && longer.length > columns) {
      lines.push(line);
      line = indent + piece;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
