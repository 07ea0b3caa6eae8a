// alias: short words for commands.
// Source: Cisco IOS Configuration Fundamentals command reference, "alias", "show aliases" (default aliases; `*lo=logout` in
// the answer to a question mark).

import { all } from '../compile/tree-reader.ts';
import type { Seat } from './seat.ts';

/** Exec has these without being told. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['h', 'help'],
  ['lo', 'logout'],
  ['p', 'ping'],
  ['r', 'resume'],
  ['s', 'show'],
  ['u', 'undebug'],
  ['un', 'undebug'],
  ['w', 'where'],
];

/** The mode's name as `alias` has it. */
const MODES: Readonly<Record<string, string>> = {
  config: 'configure',
  'config-if': 'interface',
  'config-subif': 'interface',
  'config-if-range': 'interface-range',
  'config-line': 'line',
  'config-router': 'router',
  'config-router-af': 'address-family',
  'config-route-map': 'route-map',
  'config-vrf': 'vrf',
};

/** Names and meanings of the mode somebody is in, sorted by name. */
export function aliasesOf(seat: Seat, mode: string): readonly (readonly [string, string])[] {
  const own = all(seat.running, 'alias')
    .filter(({ args }) => args['mode'] === mode)
    .map(({ args }) => [args['name'] ?? '', args['meaning'] ?? ''] as const);
  const known = new Map(mode === 'exec' ? [...DEFAULTS, ...own] : own);
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The line with its first word spelled out, when that is an alias here. */
export function unaliased(seat: Seat, line: string): string {
  const mode = seat.mode ? MODES[seat.mode.prompt] : 'exec';
  const [, lead = '', word = '', rest = ''] = /^(\s*)(\S+)(.*)$/s.exec(line) ?? [];
  if (mode === undefined || word === '') return line;
  const meaning = aliasesOf(seat, mode).find(([name]) => name === word)?.[1];
  return meaning === undefined ? line : `${lead}${meaning}${rest}`;
}

/** `*s=show`: aliases that begin so, before the words. */
export const aliasHints = (seat: Seat, partial: string): readonly string[] =>
  aliasesOf(seat, 'exec')
    .filter(([name]) => name.startsWith(partial))
    .map(([name, meaning]) => `*${name}=${meaning.includes(' ') ? `"${meaning}"` : meaning}`);

/** show aliases [MODE] */
export function showAliases(seat: Seat, mode: string | undefined): readonly string[] {
  const modes = new Set(['exec', ...all(seat.running, 'alias').map(({ args }) => args['mode'] ?? '')]);
  const blocks = [...modes]
    .filter((one) => mode === undefined || one === mode)
    .map((one) => [
      `${one.charAt(0).toUpperCase()}${one.slice(1)} mode aliases:`,
      ...aliasesOf(seat, one).map(([name, meaning]) => `  ${name.padEnd(22)}${meaning}`),
      '',
    ]);
  return blocks.flat();
}
