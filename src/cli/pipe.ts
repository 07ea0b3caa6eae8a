// Pipes: what is left of a command's lines. Pure; patterns are compiled by whoever read the command (regex.ts).

import type { Regex } from '../base/regex.ts';

export type Filter = (lines: readonly string[]) => readonly string[];

/** IOS `include`, Junos `match`: lines that fit. */
export const including =
  (regex: Regex): Filter =>
  (lines) =>
    lines.filter((line) => regex.test(line));

/** IOS `exclude`, Junos `except`: lines that do not. */
export const excluding =
  (regex: Regex): Filter =>
  (lines) =>
    lines.filter((line) => !regex.test(line));

/** IOS `begin`, Junos `find`: from the first line that fits to the end; nothing when there is none. */
export const beginning =
  (regex: Regex): Filter =>
  (lines) => {
    const first = lines.findIndex((line) => regex.test(line));
    return first < 0 ? [] : lines.slice(first);
  };

const indent = (line: string): number => line.length - line.trimStart().length;

/** Which lines belong to a section: one that fits, with those indented deeper below it. */
const inSections = (regex: Regex, lines: readonly string[]): readonly boolean[] => {
  let depth: number | undefined;
  return lines.map((line) => {
    if (depth !== undefined && indent(line) > depth) return true;
    depth = regex.test(line) ? indent(line) : undefined;
    return depth !== undefined;
  });
};

/** IOS `section [include]`: lines that fit, each with what is indented below it. */
export const sections =
  (regex: Regex): Filter =>
  (lines) => {
    const inside = inSections(regex, lines);
    return lines.filter((_, i) => inside[i]);
  };

/** IOS `section exclude`: everything else. */
export const withoutSections =
  (regex: Regex): Filter =>
  (lines) => {
    const inside = inSections(regex, lines);
    return lines.filter((_, i) => !inside[i]);
  };

/** IOS `count`: one line that says how many fit. Source: genieparser golden output, show bridge-domain | count. */
export const countingMatches =
  (regex: Regex): Filter =>
  (lines) => [`Number of lines which match regexp = ${including(regex)(lines).length}`];

/** Junos `count`: one line that says how many there are. Source: capture, Junos `| count`. */
export const counting: Filter = (lines) => [`Count: ${lines.length} lines`];

/** Junos `last N`: the last so many lines. */
export const last =
  (count: number): Filter =>
  (lines) =>
    count > 0 ? lines.slice(-count) : [];

/** Junos `trim N`: every line without its first so many columns. */
export const trimming =
  (columns: number): Filter =>
  (lines) =>
    lines.map((line) => line.slice(columns));

/** One filter after the other, as typed. */
export const piped =
  (filters: readonly Filter[]): Filter =>
  (lines) =>
    filters.reduce((left, filter) => filter(left), lines);
