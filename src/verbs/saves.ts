// saves: lists the saves, damaged ones with their damage.

import { clockText } from '../lab/span.ts';
import { readArguments } from './arguments.ts';
import { columns } from './columns.ts';
import { storeOf } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

async function run(args: readonly string[], program: Program): Promise<number> {
  const given = readArguments(args, { options: { json: 'flag' }, words: [] });
  if (!given.ok) return refuse(program, `labelstack saves: ${given.error}`);
  const cards = await storeOf(program).cards();
  if (given.value.flag('json')) {
    const listed = cards.map(({ written, ...card }) => ({ ...card, written: new Date(written).toISOString() }));
    program.out(`${JSON.stringify(listed, null, 1)}\n`);
    return EXIT.done;
  }
  const good = cards.filter((card) => card.damage === undefined);
  program.out(columns(good.map((card) => [card.name, card.lab, clockText(card.time), when(card.written)])));
  for (const card of cards) if (card.damage !== undefined) program.complain(`${card.name}: ${card.damage}\n`);
  return EXIT.done;
}

/** `2026-03-01 10:00`, in the machine's own time zone. */
function when(written: number): string {
  const date = new Date(written);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export const verb: Verb = {
  run,
  help: '  --json   [{name, file, title, lab, time, done, damage, written}], time in microseconds of lab time',
};
