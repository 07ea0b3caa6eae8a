// The regular expressions of the two command lines.
// IOS: "Regular Expressions", Cisco IOS Configuration Fundamentals, "CLI String Search". Case counts; a backslash takes a
// character's meaning away, inside brackets too; braces are characters; `_` stands for a delimiter or an end of the
// line (so the document), and for itself (so everybody who looks for a name with an underscore).
// Junos: "Pipe ( | ) Filter Functions", CLI User Guide: POSIX 1003.2 extended, in either case.

import { compileRegex, type Regex, type RegexError } from '../base/regex.ts';
import type { Result } from '../base/result.ts';

/** A pattern behind `| include` and its like. */
export const iosRegex = (pattern: string): Result<Regex, RegexError> =>
  compileRegex(pattern, { bracketEscapes: true, underscore: 'or-itself' });

/** A pattern behind `| match` and its like. */
export const junosRegex = (pattern: string): Result<Regex, RegexError> =>
  compileRegex(pattern, { ignoreCase: true, intervals: true });
