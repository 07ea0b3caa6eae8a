// The question mark: what may come next, in the columns of IOS.
// Source: Cisco IOS Configuration Fundamentals, "Getting Help"; sessions on IOS 15.x (`Exec commands:`, `% Unrecognized
// command`, `<cr>`, words in rows of two blanks); checklist of the command line (`<cr>  <cr>` from IOS XE 16 on).

import { expect } from '../../../language/expect.ts';
import { match } from '../../../language/match.ts';
import type { CommandSpec, Expectation, MatchError, Token } from '../../../language/spec.ts';
import { tokenize } from '../../../language/tokens.ts';
import { verbOf } from '../edit/line.ts';
import { depthOf } from '../edit/mode.ts';
import { TOKEN_STYLE } from '../read.ts';
import { ambiguous, UNRECOGNIZED } from '../words.ts';
import { aliasHints } from './aliases.ts';
import { cutAtPipe } from './pipes.ts';
import type { Seat } from './seat.ts';

/** What may stand at the end of a text. */
export interface Possible {
  readonly expectations: readonly Expectation[];
  /** What is typed of the last word; empty behind a blank. */
  readonly partial: string;
  /** Nothing at all was typed before it: the whole list has a title. */
  readonly title: string | undefined;
  /** The command prints: `|` may follow. */
  readonly pipes: boolean;
}

/** The words before the cursor, and the one at it. */
function split(text: string): { readonly before: readonly Token[]; readonly cursor: Token } {
  const tokens = tokenize(text, TOKEN_STYLE);
  const last = tokens.at(-1);
  if (last && last.end === text.length) return { before: tokens.slice(0, -1), cursor: last };
  return { before: tokens, cursor: { text: '', start: text.length, end: text.length, quoted: false } };
}

/** What may follow a text, in exec or in the configuration mode one stands in. */
export function possible(seat: Seat, text: string): Possible | MatchError {
  const { before, cursor } = split(text);
  if (!seat.mode) return inExec(seat, before, cursor, before.length === 0);
  const [first] = before;
  if (first?.text.toLowerCase() === 'do') return inExec(seat, before.slice(1), cursor, before.length === 1);
  return inConfiguration(seat, before, cursor);
}

function inExec(seat: Seat, before: readonly Token[], cursor: Token, first: boolean): Possible | MatchError {
  const cut = cutAtPipe([...before, cursor]);
  if (cut) {
    const behind = cut.behind.slice(0, -1);
    const at = cut.behind.at(-1) ?? { ...cursor, text: '' };
    return asked(seat, seat.system.pipes, behind, at, undefined);
  }
  const specs = seat.exec;
  return asked(seat, specs, before, cursor, first ? 'Exec commands:' : undefined);
}

function inConfiguration(seat: Seat, before: readonly Token[], cursor: Token): Possible | MatchError {
  const { mode, system } = seat;
  if (!mode) return { kind: 'incomplete' };
  let error: MatchError = { kind: 'incomplete' };
  for (let depth = depthOf(mode); depth >= 0; depth--) {
    const all = system.sentences.all(mode, depth);
    const verb = before.length > 0 ? verbOf(before, all) : 'set';
    const found =
      verb === 'set'
        ? asked(seat, all, before, cursor, before.length === 0 ? titleOf(seat) : undefined)
        : asked(seat, system.sentences.statements(mode, depth), before.slice(1), cursor, undefined);
    if (!('kind' in found)) return found;
    if (depth === depthOf(mode)) error = found;
  }
  return error;
}

/** The first line of the list of a mode. */
function titleOf({ mode }: Seat): string {
  return TITLES[mode?.prompt ?? ''] ?? 'Configure commands:';
}

const TITLES: Readonly<Record<string, string>> = {
  config: 'Configure commands:',
  'config-if': 'Interface configuration commands:',
  'config-subif': 'Interface configuration commands:',
  'config-if-range': 'Interface configuration commands:',
  'config-line': 'Line configuration commands:',
  'config-router': 'Router configuration commands:',
  'config-router-af': 'Router Address Family configuration commands:',
  'config-vrf': 'IP VPN Routing/Forwarding instance configuration commands:',
  'config-vrf-af': 'IP VPN Routing/Forwarding instance configuration commands:',
  'config-route-map': 'Route Map configuration commands:',
};

function asked(
  seat: Seat,
  specs: readonly CommandSpec[],
  before: readonly Token[],
  cursor: Token,
  title: string | undefined,
): Possible | MatchError {
  const { types } = seat.system;
  const found = expect(specs, before, cursor, types, seat.live);
  if (!found.ok) return found.error;
  const whole = match(specs, before, types, seat.live);
  const pipes = cursor.text === '' && whole.ok && whole.value.spec.effect.kind === 'show';
  return { expectations: found.value, partial: cursor.text, title: cursor.text === '' ? title : undefined, pipes };
}

/** What is printed below a line that ends in a question mark. */
export function helpLines(seat: Seat, text: string): readonly string[] {
  const found = possible(seat, text);
  if ('kind' in found) return [found.kind === 'ambiguous' ? ambiguous(text) : UNRECOGNIZED];
  const { expectations, partial, title, pipes } = found;
  const named = expectations
    .filter(({ kind, text: word }) => kind !== 'end' && !(isSubmode(seat) && GLOBAL_ONLY.includes(word)))
    .map((one) => (one.text === 'exit' ? { ...one, help: exitHelp(seat, one.help) } : one));
  const numbers = named.length > 0 && named.every((one) => one.kind === 'arg' && one.arg?.type.includes('interface'));
  if (partial !== '' && !numbers) {
    const hints = !seat.mode && !/\s/.test(text.trim()) ? aliasHints(seat, partial) : [];
    return [...inRows([...hints, ...named.map(({ text: word }) => word).sort()], seat.width || 80), ''];
  }
  const rows = new Map<string, string>();
  for (const { text: word, help } of named) if (!rows.has(word)) rows.set(word, help);
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (pipes) sorted.push(['|', 'Output modifiers']);
  if (expectations.some(({ kind }) => kind === 'end')) sorted.push(['<cr>', seat.train.startsWith('16') ? '<cr>' : '']);
  const width = Math.max(...sorted.map(([word]) => word.length));
  const lines = sorted.map(([word, help]) => `  ${help === '' ? word : `${word.padEnd(width)}  ${help}`}`);
  return [...(title === undefined ? [] : [title]), ...lines, ''];
}

/** In a block, IOS does not tell what works there as everywhere. */
const GLOBAL_ONLY = ['do', 'end'];
const isSubmode = ({ mode }: Seat): boolean => mode !== undefined && depthOf(mode) > 0;

const EXITS: Readonly<Record<string, string>> = {
  config: 'Exit from configure mode',
  'config-if': 'Exit from interface configuration mode',
  'config-subif': 'Exit from interface configuration mode',
  'config-line': 'Exit from line configuration mode',
  'config-router': 'Exit from routing protocol configuration mode',
  'config-router-af': 'Exit from Address Family configuration mode',
  'config-vrf': 'Exit from VRF configuration mode',
  'config-vrf-af': 'Exit from VRF configuration mode',
  'config-route-map': 'Exit from route-map configuration mode',
};

const exitHelp = ({ mode }: Seat, otherwise: string): string => EXITS[mode?.prompt ?? ''] ?? otherwise;

/** Words side by side, two blanks between; several rows where one is too short. */
function inRows(words: readonly string[], width: number): readonly string[] {
  const distinct = [...new Set(words)];
  const one = distinct.join('  ');
  if (one.length < width) return [one];
  const column = Math.max(...distinct.map((word) => word.length)) + 2;
  const perRow = Math.max(1, Math.floor(width / column));
  const rows: string[] = [];
  for (let i = 0; i < distinct.length; i += perRow) {
    const row = distinct.slice(i, i + perRow).map((word) => word.padEnd(column));
    rows.push(row.join('').trimEnd());
  }
  return rows;
}

/** The word at the end of a text, completed: what is to be added; undefined when it is not the beginning of one word alone. */
export function completion(seat: Seat, text: string): string | undefined {
  const found = possible(seat, text);
  if ('kind' in found || found.partial === '') return undefined;
  const { partial } = found;
  const words = new Map<string, Expectation>();
  for (const one of found.expectations) {
    if ((one.kind === 'word' || one.kind === 'offer') && one.text.toLowerCase().startsWith(partial.toLowerCase()))
      words.set(one.text, one);
  }
  const exact = [...words.values()].find(({ text: word }) => word.length === partial.length);
  const only = exact ?? (words.size === 1 ? [...words.values()][0] : undefined);
  if (!only) return undefined;
  // Classes of interfaces are completed with a small letter: `gigabitEthernet`.
  const word = only.kind === 'offer' ? only.text.charAt(0).toLowerCase() + only.text.slice(1) : only.text;
  return `${text.slice(0, text.length - partial.length)}${word} `;
}
