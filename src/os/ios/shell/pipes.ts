// What stands behind the `|` of a show command.            Source: Cisco IOS Configuration Fundamentals, "CLI String Search"

import { err, ok, type Result } from '../../../base/result.ts';
import {
  beginning,
  countingMatches,
  excluding,
  type Filter,
  including,
  sections,
  withoutSections,
} from '../../../cli/pipe.ts';
import { iosRegex } from '../../../cli/regex.ts';
import { match } from '../../../language/match.ts';
import type { Match, Token } from '../../../language/spec.ts';
import { placeOf } from '../files/place.ts';
import { errorLines } from '../words.ts';
import type { Seat } from './seat.ts';

/** The first `|` of a line and what stands on either side; undefined: there is none. */
export function cutAtPipe(
  tokens: readonly Token[],
): { readonly before: Token[]; readonly behind: Token[] } | undefined {
  const at = tokens.findIndex(({ text }) => text.includes('|'));
  const token = tokens[at];
  if (!token) return undefined;
  const bar = token.text.indexOf('|');
  const part = (from: number, to: number): Token[] =>
    from === to
      ? []
      : [{ text: token.text.slice(from, to), start: token.start + from, end: token.start + to, quoted: false }];
  return {
    before: [...tokens.slice(0, at), ...part(0, bar)],
    behind: [...part(bar + 1, token.text.length), ...tokens.slice(at + 1)],
  };
}

/** The filter that was typed; an error in the router's words, marked at its column behind the prompt. */
export function filterOf(seat: Seat, behind: readonly Token[], line: string): Result<Filter, readonly string[]> {
  const found = match(seat.system.pipes, behind, seat.system.types, seat.live);
  if (!found.ok) return err(errorLines(found.error, line, seat.prompt.length));
  const { effect } = found.value.spec;
  if (effect.kind !== 'do') return err([]);
  if (effect.action === 'pipe-file') return toFile(seat, found.value);
  const regex = iosRegex(found.value.args['regex'] ?? '');
  if (!regex.ok) return err(['% Failed to compile regular expression.', '']);
  return ok(filterNamed(effect.action, found.value, regex.value));
}

/** The lines go to a file: `redirect` and `append` show nothing, `tee` shows them too. */
function toFile(seat: Seat, { words, args }: Match): Result<Filter, readonly string[]> {
  const { box, system } = seat;
  const url = args['url'] ?? '';
  const place = placeOf(box, url);
  if (place?.kind !== 'disk' || place.name === '') return err([`%Error opening ${url} (No such device)`]);
  return ok((lines) => {
    const disk = system.disk(box);
    const before = words[0] === 'append' ? (disk.read(place.name)?.text ?? '') : '';
    disk.write(place.name, `${before}${lines.map((line) => `${line}\n`).join('')}`, box.now);
    return words[0] === 'tee' ? lines : [];
  });
}

function filterNamed(action: string, found: Match, regex: Parameters<typeof including>[0]): Filter {
  switch (action) {
    case 'pipe-begin':
      return beginning(regex);
    case 'pipe-count':
      return countingMatches(regex);
    case 'pipe-exclude':
      return excluding(regex);
    case 'pipe-section':
      return found.words[1] === 'exclude' && found.words.length > 2 ? withoutSections(regex) : sections(regex);
    default:
      return including(regex);
  }
}
