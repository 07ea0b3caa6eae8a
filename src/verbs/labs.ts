// labs: lists the labs.

import { labCards } from '../host/lab-files.ts';
import { labsFolder } from '../host/places.ts';
import { readArguments } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, { options: { json: 'flag' }, words: [] });
  if (!given.ok) return refuse(program, `labelstack labs: ${given.error}`);
  const cards = labCards(labsFolder(program.environment, program.folder));
  if (given.value.flag('json')) {
    program.out(`${JSON.stringify(cards, null, 1)}\n`);
    return EXIT.done;
  }
  const rows = cards.map((card) => [card.id, card.problem === undefined ? `${card.minutes} min` : '', card.title]);
  program.out(columns(rows));
  for (const card of cards) if (card.problem !== undefined) program.complain(`${card.problem}\n`);
  return EXIT.done;
}

export const verb: Verb = { run, help: '  --json   [{id, title, summary, minutes, problem}]' };
