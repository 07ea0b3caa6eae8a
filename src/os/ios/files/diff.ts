// Two configurations compared, line by line within their modes.
// Source: Cisco IOS Configuration Management, "Contextual Configuration Diff Utility"; capture of a C800 router, 15.5
// (2024): first what is new, then what is gone; a mode that both have stands above its lines without a mark.

interface Line {
  readonly text: string;
  readonly depth: number;
  readonly below: readonly Line[];
}

/** Lines that are no statements. */
const isIdle = (text: string): boolean =>
  text === '' ||
  text === 'end' ||
  text.startsWith('!') ||
  /^exit-(address-family|service-family|.*topology)$/.test(text);

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** Lines with those that are indented below them. */
function nested(lines: readonly string[]): readonly Line[] {
  const statements = lines.flatMap((line) => line.split('\n')).filter((line) => !isIdle(line.trim()));
  const level = (from: number, to: number): readonly Line[] => {
    const made: Line[] = [];
    for (let at = from; at < to; ) {
      const line = statements[at] as string;
      const depth = depthOf(line);
      let end = at + 1;
      while (end < to && depthOf(statements[end] as string) > depth) end++;
      made.push({ text: line.trim(), depth, below: level(at + 1, end) });
      at = end;
    }
    return made;
  };
  return level(0, statements.length);
}

const whole = (line: Line, mark: string): readonly string[] => [
  `${' '.repeat(line.depth)}${mark}${line.text}`,
  ...line.below.flatMap((one) => whole(one, mark)),
];

/** What `there` has and `here` has not. */
function missing(here: readonly Line[], there: readonly Line[], mark: string): readonly string[] {
  const known = new Map(here.map((line) => [line.text, line]));
  return there.flatMap((line) => {
    const other = known.get(line.text);
    if (!other) return whole(line, mark);
    const inside = missing(other.below, line.below, mark);
    return inside.length === 0 ? [] : [`${' '.repeat(line.depth)}${line.text}`, ...inside];
  });
}

/** `+` what `to` has more than `from`, `-` what it has no longer. */
export function differences(from: readonly string[], to: readonly string[]): readonly string[] {
  const [before, after] = [nested(from), nested(to)];
  return [...missing(before, after, '+'), ...missing(after, before, '-')];
}

/** Commands that make `from` into `to`: first what has to go, then what comes. */
export function commands(from: readonly string[], to: readonly string[]): readonly string[] {
  const [before, after] = [nested(from), nested(to)];
  return [...removals(before, after), ...missing(before, after, '')];
}

/** What `more` has and `from` has not, as it would be typed. */
export const additions = (from: readonly string[], more: readonly string[]): readonly string[] =>
  missing(nested(from), nested(more), '');

/** `no` before each line that has to go; a block goes with what is in it. */
function removals(before: readonly Line[], after: readonly Line[]): readonly string[] {
  const known = new Map(after.map((line) => [line.text, line]));
  return before.flatMap((line) => {
    const other = known.get(line.text);
    const indent = ' '.repeat(line.depth);
    if (!other) return [indent + (line.text.startsWith('no ') ? line.text.slice(3) : `no ${line.text}`)];
    const inside = removals(line.below, other.below);
    return inside.length === 0 ? [] : [`${indent}${line.text}`, ...inside];
  });
}

export const DIFFERENCES = '!Contextual Config Diffs:';
export const NO_CHANGES = '!No changes were found';
