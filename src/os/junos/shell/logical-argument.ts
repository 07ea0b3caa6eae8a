// `logical-system NAME` behind an order: it is given to another router of the box, or (`all`) to each.
// Source: CLI reference, options "logical-system (all | logical-system-name)" of the commands listed here; the heading
// `logical-system: default`: captures of `show task memory logical-system all` and of NETCONF answers.

import type { Expectation, Token } from '../../../language/spec.ts';
import type { Box } from '../../os.ts';
import { logicalSystemsOf } from './standing.ts';

const WORD = 'logical-system';
/** As many letters as another word has that begins so: `log`. */
const SHORTEST = 3;
const ALL = 'all';
/** The box itself. */
const DEFAULT = 'default';

const FAMILIES = 'arp bfd bgp isis ldp mpls multicast ospf pim policy rip route rsvp vrrp'.split(' ');
/** Orders that take it, by their first word; undefined: whatever follows. */
const ORDERS: Readonly<Record<string, readonly string[] | undefined>> = {
  clear: FAMILIES,
  ping: undefined,
  show: FAMILIES,
  traceroute: undefined,
};

/** Does an order that begins so take the argument? */
export function takesLogicalSystem([first, second]: readonly Token[]): boolean {
  const order = first && Object.keys(ORDERS).filter((word) => word.startsWith(first.text));
  if (order?.length !== 1) return false;
  const families = ORDERS[order[0] ?? ''];
  if (families === undefined) return second !== undefined;
  return second !== undefined && families.some((family) => family.startsWith(second.text) && second.text.length > 1);
}

const isWord = ({ text, quoted }: Token): boolean => !quoted && text.length > SHORTEST && WORD.startsWith(text);

/** An order without the argument, and whom it names; the place of a name that is missing is given too. */
export interface Addressed {
  readonly tokens: readonly Token[];
  readonly name: Token | undefined;
  /** The word before it. */
  readonly word: Token | undefined;
  /** The word stands there, with nothing behind it. */
  readonly open: boolean;
}

export function addressed(tokens: readonly Token[]): Addressed {
  const at = takesLogicalSystem(tokens) ? tokens.findIndex((token, i) => i > 0 && isWord(token)) : -1;
  if (at < 0) return { tokens, name: undefined, word: undefined, open: false };
  return {
    tokens: [...tokens.slice(0, at), ...tokens.slice(at + 2)],
    name: tokens[at + 1],
    word: tokens[at],
    open: tokens[at + 1] === undefined,
  };
}

/** Only what looks and forgets is done everywhere at once. */
const mayBeAll = ([first]: readonly Token[]): boolean => /^(?:c|sh)/.test(first?.text ?? '');

/** Who is meant by it; undefined: nobody is called so. */
export function namedSystems(box: Box, name: string): readonly (string | undefined)[] | undefined {
  if (name === DEFAULT) return [undefined];
  if (name === ALL) return [undefined, ...logicalSystemsOf(box)];
  return logicalSystemsOf(box).includes(name) ? [name] : undefined;
}

/** Names that may follow the word. */
export function systemOffers(box: Box, before: readonly Token[], cursor: Token): readonly Expectation[] {
  const names = logicalSystemsOf(box).map((text): Expectation => ({ kind: 'offer', text, help: '', specs: [] }));
  const all: Expectation = { kind: 'word', text: ALL, help: 'All logical systems', specs: [] };
  return [...(mayBeAll(before) ? [all] : []), ...names].filter(({ text }) => text.startsWith(cursor.text));
}

/** The word itself, where it may stand. */
export function systemWord(before: readonly Token[], cursor: Token): readonly Expectation[] {
  const help = mayBeAll(before) ? "Name of logical system, or 'all'" : 'Name of logical system';
  return WORD.startsWith(cursor.text) ? [{ kind: 'word', text: WORD, help, specs: [] }] : [];
}

/** What each says, under its name. */
export const underNames = (
  answers: readonly { readonly system?: string | undefined; lines(): readonly string[] }[],
): readonly string[] => answers.flatMap((answer) => [heading(answer.system), ...answer.lines(), ...FOOT]);

/** Above and below what one of several says. */
export const heading = (system: string | undefined): string => `logical-system: ${system ?? DEFAULT}`;
export const FOOT: readonly string[] = ['-----', ''];
