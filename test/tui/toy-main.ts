// The TUI with a toy behind it, as a process of its own: for tests on a real terminal.

import { runTui } from '../../src/tui/app.tsx';
import { ToyDesk } from './toy-desk.ts';

// As the program has them: they must not print into the screen.
process.once('uncaughtException', () => console.error('OUT OF TURN'));
process.once('unhandledRejection', () => console.error('OUT OF TURN'));

const how = process.argv[2];
const desk = new ToyDesk();
const r1 = desk.sitting.console('r1');
if (how === 'flood') {
  setInterval(() => {
    for (let line = 0; line < 20; line++)
      r1.say(`${process.hrtime.bigint()} some output of a router, about as long as that\r\n`);
  }, 20);
}
if (how === 'dead') desk.sitting.pause();
const keys = r1.keys.bind(r1);
r1.keys = (text) => {
  if (text === 'X') throw new Error('thrown at a key');
  if (text === 'P') void Promise.reject(new Error('thrown in a promise'));
  if (text === 'R')
    desk.sitting.devices = () => {
      throw new Error('thrown while drawing');
    };
  if (text === 'L') console.log('a stray line');
  keys(text);
};
try {
  const code = await runTui(desk, how === 'menu' ? {} : { straight: { lab: 'first-steps' } });
  process.stdout.write(`left with ${code}\n`);
  process.exit(code);
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\nNothing is lost.\n`, () => process.exit(3));
}
