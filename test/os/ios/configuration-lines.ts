// Lines of an IOS configuration with the blocks they stand in: what must come back when it is read and printed.

/** `router ospf 1 / router-id 1.1.1.1`, each as often as it stands there; banners and certificates by their first line. */
export function linesInBlocks(text: string): readonly string[] {
  const lines: string[] = [];
  const open: { readonly depth: number; readonly line: string }[] = [];
  let until: RegExp | undefined;
  for (const raw of text.split('\n')) {
    if (until) {
      if (until.test(raw)) until = undefined;
      continue;
    }
    const line = raw.trim().replace(/\s+/g, ' ');
    if (line === '' || line.startsWith('!') || line === 'end' || line.startsWith('exit-')) continue;
    const depth = raw.length - raw.trimStart().length;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    lines.push([...open.map((block) => block.line), line].join(' / '));
    open.push({ depth, line });
    if (/^banner \S+ \^C(?!.*\^C)/.test(line)) until = /\^C/;
    if (line.startsWith('certificate ')) until = /^\s*quit\s*$/;
  }
  return lines;
}

/** Those of `wanted` that `found` lacks, counting how often each stands there. */
export function missingFrom(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of found) left.set(line, (left.get(line) ?? 0) + 1);
  return wanted.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
