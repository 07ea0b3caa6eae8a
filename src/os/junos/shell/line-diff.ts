// Two texts compared line by line, as diff(1) writes it (`file compare files`).    Source: POSIX diff, "Diff Default Output
// Format".

/** Texts longer than this are compared from end to end only. */
const MOST = 4_000_000;

/** `3c3`, `< old`, `---`, `> new`; nothing when they are equal. */
export function lineDiff(from: readonly string[], to: readonly string[]): readonly string[] {
  const pairs = commonLines(from, to);
  const lines: string[] = [];
  let [a, b] = [0, 0];
  for (const [x, y] of [...pairs, [from.length, to.length] as const]) {
    if (x > a || y > b) lines.push(...hunk(from, to, [a, x], [b, y]));
    [a, b] = [x + 1, y + 1];
  }
  return lines;
}

type Range = readonly [start: number, end: number];

function hunk(from: readonly string[], to: readonly string[], [a, x]: Range, [b, y]: Range): readonly string[] {
  const range = (start: number, end: number): string => (end - start > 1 ? `${start + 1},${end}` : `${end}`);
  const old = from.slice(a, x).map((line) => `< ${line}`);
  const now = to.slice(b, y).map((line) => `> ${line}`);
  if (old.length === 0) return [`${a}a${range(b, y)}`, ...now];
  if (now.length === 0) return [`${range(a, x)}d${b}`, ...old];
  return [`${range(a, x)}c${range(b, y)}`, ...old, '---', ...now];
}

/** Places of a longest common subsequence. */
function commonLines(from: readonly string[], to: readonly string[]): readonly (readonly [number, number])[] {
  const [n, m] = [from.length, to.length];
  if (n * m > MOST) return [];
  const width = m + 1;
  const longest = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const [down, right, across] = [
        longest[(i + 1) * width + j],
        longest[i * width + j + 1],
        longest[(i + 1) * width + j + 1],
      ];
      longest[i * width + j] = from[i] === to[j] ? (across ?? 0) + 1 : Math.max(down ?? 0, right ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (from[i] === to[j]) pairs.push([i++, j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
