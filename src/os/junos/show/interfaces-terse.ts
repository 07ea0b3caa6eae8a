// show interfaces terse, show interfaces descriptions
// Source: capture `show interfaces terse` of a vMX with its trailing blanks (genieparser golden output); `show interfaces
// terse` of a vJunos-router 25.4R1 with idle units; capture `show interfaces descriptions`.

import type { Chosen } from './interface-choice.ts';
import { logicalState, type Physical, physicalState, type State } from './interface-facts.ts';
import { localsOf, shownFamilies } from './logical.ts';

const HEADING = 'Interface               Admin Link Proto    Local                 Remote';
/** Where `Proto` begins. */
const PROTO = 35;
const LOCAL = 44;

const word = (up: boolean): string => (up ? 'up' : 'down');

function stateText(name: string, { admin, link }: State): string {
  return `${name.padEnd(23)} ${word(admin).padEnd(5)} ${word(link)}`;
}

/** Name, state, and one line an address. */
export function terseLines(chosen: readonly Chosen[], whole: boolean): readonly string[] {
  if (chosen.length === 0) return [];
  return [
    HEADING,
    ...chosen.flatMap(({ of, whole: asked, units }) => [
      // A logical system knows what it is called, and no more of it: vMX, `set cli logical-system RTR-1`.
      ...(asked ? [whole ? stateText(of.name, physicalState(of)) : of.name] : []),
      ...units.flatMap((unit) => unitLines(of, unit)),
    ]),
  ];
}

function unitLines(of: Physical, unit: Chosen['units'][number]): readonly string[] {
  const head = stateText(unit.name, logicalState(of, unit)).padEnd(PROTO - 1);
  const cells = shownFamilies(of, unit).flatMap((family) => familyCells(family, localsOf(unit, family)));
  if (cells.length === 0) return [head.slice(0, PROTO - 1)];
  return cells.map((cell, i) => (i === 0 ? `${head} ${cell}` : ' '.repeat(PROTO) + cell));
}

/** Cells of `Proto`, `Local` and `Remote`, padded as the router pads them. */
function familyCells(family: string, locals: ReturnType<typeof localsOf>): readonly string[] {
  if (locals.length === 0) return [family.padEnd(8)];
  return locals.map(({ text, remote }, i) => {
    const proto = i === 0 ? family.padEnd(LOCAL - PROTO) : ' '.repeat(LOCAL - PROTO);
    const local = text.padEnd(16);
    return proto + (remote === undefined ? local : `${local.padEnd(19)} --> ${remote}`);
  });
}

/** Ports and units that have a description. */
export function descriptionLines(chosen: readonly Chosen[]): readonly string[] {
  const rows = chosen.flatMap(({ of, whole, units }) => [
    ...(whole && of.port?.row.config.description !== undefined
      ? [descriptionLine(of.name, physicalState(of), of.port.row.config.description)]
      : []),
    ...units.flatMap((unit) => {
      const text = unit.row?.interface.description;
      return text === undefined ? [] : [descriptionLine(unit.name, logicalState(of, unit), text)];
    }),
  ]);
  return rows.length === 0 ? [] : ['Interface       Admin Link Description', ...rows];
}

const descriptionLine = (name: string, { admin, link }: State, text: string): string =>
  `${name.padEnd(15)} ${word(admin).padEnd(5)} ${word(link).padEnd(4)} ${text}`;
