// Answers of the command line, letter for letter.
// Source: Cisco IOS Configuration Fundamentals, "Using the Command-Line Interface"; captures of IOS 12.4 to IOS XE 17 sessions
// (the marker, two blanks in `% Ambiguous command:  "`, the empty line behind two of the three).

import type { MatchError } from '../../language/spec.ts';

export const INVALID = "% Invalid input detected at '^' marker.";
export const INCOMPLETE = '% Incomplete command.';
export const UNRECOGNIZED = '% Unrecognized command';
export const ambiguous = (line: string): string => `% Ambiguous command:  "${line}"`;

/** What stands under a line that was not understood; `lead` is the width of the prompt before it. */
export function errorLines(error: MatchError, line: string, lead: number): readonly string[] {
  switch (error.kind) {
    case 'incomplete':
      return [INCOMPLETE, ''];
    case 'ambiguous':
      return [ambiguous(line.trimEnd())];
    default:
      return [`${' '.repeat(lead + error.column)}^`, INVALID, ''];
  }
}

/** The same in one line, for a file that is read: the marker is told by its column. */
export function errorText(error: MatchError, line: string): string {
  if (error.kind === 'incomplete') return INCOMPLETE;
  return error.kind === 'ambiguous' ? ambiguous(line.trim()) : INVALID;
}

export const CONFIGURING = 'Enter configuration commands, one per line.  End with CNTL/Z.';
