// The little of FreeBSD's shell that root sees before `cli`.    Source: capture of a vMX console login (unicon mock data);
// csh says "Command not found."

import type { ShellContext } from './context.ts';

/** A line at `root@R1:~ # `. */
export function runUnix({ session, io, leave }: ShellContext, line: string): void {
  const [command = '', ...args] = line.split(/\s+/);
  switch (command) {
    case '':
      return;
    case 'cli':
      session.mode = 'operational';
      return;
    case 'exit':
    case 'logout':
      leave();
      return;
    case 'hostname':
      io.print([session.box.hostname]);
      return;
    case 'whoami':
      io.print([session.user]);
      return;
    case 'echo':
      io.print([args.join(' ')]);
      return;
    default:
      io.print([`${command}: Command not found.`]);
  }
}
