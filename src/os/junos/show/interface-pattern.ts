// Names of interfaces with wildcards: `ge*`, `ge-0/0/[0-3]`, `*.0`.
// Source: Junos OS CLI User Guide, "Using Wildcard Characters in Interface Names".

/** True when the name was asked for: itself, what a pattern fits, or a unit of a port that was named. */
export function fits(pattern: string, name: string): boolean {
  if (globs(pattern, name)) return true;
  const dot = name.indexOf('.');
  return dot >= 0 && !pattern.includes('.') && globs(pattern, name.slice(0, dot));
}

/** `*` any characters, `?` one, `[a-c]` one of these; the whole name must fit. */
export function globs(pattern: string, name: string): boolean {
  const pieces = piecesOf(pattern);
  let reached = new Set([0]);
  for (const char of name) {
    const next = new Set<number>();
    for (const at of open(pieces, reached)) {
      const piece = pieces[at];
      if (piece === '*') next.add(at);
      else if (piece !== undefined && takes(piece, char)) next.add(at + 1);
    }
    reached = next;
  }
  return open(pieces, reached).has(pieces.length);
}

/** Stars may take nothing. */
function open(pieces: readonly string[], places: ReadonlySet<number>): Set<number> {
  const all = new Set<number>();
  for (let at of places) {
    all.add(at);
    while (pieces[at] === '*') all.add(++at);
  }
  return all;
}

const piecesOf = (pattern: string): readonly string[] => pattern.match(/\[[^\]]+\]|[\s\S]/g) ?? [];

function takes(piece: string, char: string): boolean {
  if (piece === '?' || piece.length === 1) return piece === '?' || piece === char;
  return [...piece.slice(1, -1).matchAll(/(.)-(.)|(.)/g)].some(([, from, to, one]) =>
    from !== undefined && to !== undefined ? from <= char && char <= to : one === char,
  );
}

/** True when it may stand for several. */
export const isPattern = (text: string): boolean => /[*?[]/.test(text);
