// `request system …`, `restart …`: the box as a whole, and its processes.    Source: captures `request system reboot` (MX304,
// vSRX), `request system zeroize`, `request system halt`, `restart routing`; names of processes: "restart" (CLI reference).

import { micros, seconds } from '../../../sim/time.ts';
import { longMoment, rebootLines } from '../show/box.ts';
import { sendMessage } from './broadcast.ts';
import { beforeReboot } from './commit.ts';
import { moment } from './commit-history.ts';
import type { ShellContext } from './context.ts';
import type { Order } from './file-orders.ts';
import { askYesNo } from './yes-no.ts';

/** A virtual router is back after about two minutes. */
const BOOT = seconds(120);

/** What each process is called when it is told of. */
const PROCESSES: Readonly<Record<string, string>> = {
  'chassis-control': 'Chassis control process',
  'class-of-service': 'Class of service process',
  firewall: 'Firewall process',
  'general-authentication-service': 'General authentication process',
  'interface-control': 'Interface control process',
  'mib-process': 'MIB2 process',
  routing: 'Routing protocols process',
  snmp: 'SNMP process',
};

/** By the action's name. */
export const SYSTEM_ORDERS: Readonly<Record<string, Order>> = {
  'clear-reboot': ({ session, io }) => {
    const lines = rebootLines(session.box);
    const pending = session.box.timerAt('reboot') !== undefined;
    if (pending) session.box.timer('reboot', 'off');
    io.print(pending ? [...lines, 'Terminating...'] : lines);
  },
  'request-cleanup': cleanup,
  'request-halt': (context) => askAndGo(context, 'Halt the system ?', () => shutDown(context)),
  'request-message': ({ session, io }, { args }) =>
    io.print(sendMessage(session, [args['message'] ?? ''], args['user']), { page: false }),
  'request-power-off': (context) => askAndGo(context, 'Power Off the system ?', () => shutDown(context)),
  'request-reboot': reboot,
  'request-zeroize': (context) => {
    context.io.print(['warning: System will be rebooted and may not boot without configuration'], { page: false });
    askAndGo(context, 'Erase all data, including configuration and log files?', () => {
      const { box } = context.session;
      context.io.print(['warning: zeroizing re0', ''], { page: false });
      box.files.clear();
      box.store.rescue = undefined;
      box.store.pending = undefined;
      box.store.startup = undefined;
      shutDown(context);
    });
  },
  restart: ({ session, io }, { words }) => {
    const { box, number } = session;
    const name = PROCESSES[words[1] ?? ''] ?? words[1] ?? '';
    if (words.includes('soft')) {
      io.print([`${name} signaled, pid ${pidOf(session.box.log.length)}`]);
      return;
    }
    // Everything that the process knew is learnt again.
    if (words[1] === 'routing' && !words.includes('gracefully')) {
      for (const [name, router] of box.routers) if (router.config && box.isOn(name)) router.apply(router.config);
    }
    const end = io.running(() => {});
    box.timer(`restart/${number}`, seconds(1), () => {
      io.print([`${name} started, pid ${pidOf(box.log.length)}`]);
      end();
    });
  },
};

/** A process that was started later has a higher number. */
const pidOf = (number: number): number => 14_000 + (number % 10_000);

function askAndGo({ io }: ShellContext, question: string, go: () => void): void {
  askYesNo(io, question, false, (yes) => {
    if (!yes) return;
    io.write('\n');
    go();
  });
}

function reboot(context: ShellContext, { args }: Parameters<Order>[1]): void {
  const { session, io } = context;
  const { box } = session;
  if (box.store.pending !== undefined && box.store.pending.when !== 'reboot') {
    io.print(['error: commit is pending, reboot is not allowed'], { page: false });
    return;
  }
  const minutes = args['in'] === undefined ? undefined : Number(args['in']);
  const delay = minutes === undefined || minutes === 0 ? undefined : seconds(minutes * 60);
  const when = delay === undefined ? '' : `in ${minutes}`;
  askAndGo(context, `Reboot the system ${when}?`, () => {
    if (delay === undefined) shutDown(context);
    else {
      box.timer('reboot', delay, () => {
        for (const login of box.logins.values()) login.notify(finalWords(session.user, box.hostname));
        beforeReboot(box);
        box.restart(BOOT, () => {});
      });
      io.print([`Shutdown at ${longMoment(box.clock(micros(box.now + delay)))}.`, '[pid 4410]'], { page: false });
    }
  });
}

const finalWords = (user: string, hostname: string): readonly string[] => [
  ' '.repeat(79),
  `*** FINAL System shutdown message from ${user}@${hostname} ***`.padEnd(79),
  '',
  'System going down IMMEDIATELY'.padEnd(79),
  '',
  ' '.repeat(79),
];

/** Everybody is told, then it is dark until the box has started again. */
function shutDown({ session, io, rebooted }: ShellContext): void {
  const { box, number, user } = session;
  const others = [...box.logins.values()].filter((login) => login.session !== number);
  const words = finalWords(user, box.hostname);
  for (const login of others.sort((a, b) => a.session - b.session)) login.notify(words);
  io.print([...words, 'Shutdown NOW!', '[pid 4409]'], { page: false });
  beforeReboot(box);
  const up = io.running(() => {});
  box.restart(BOOT, () => {
    rebooted();
    up();
  });
}

/** What a cleanup would remove: nobody needs the older logs and what is in /var/tmp. */
function cleanup({ session, io }: ShellContext, { words }: Parameters<Order>[1]): void {
  const { box } = session;
  const old = [...box.files].filter(([path]) => path.startsWith('/var/tmp/'));
  io.print(
    [
      '',
      'List of files to delete:',
      '',
      '         Size Date         Name',
      ...old.map(
        ([path, { lines }]) =>
          `${String(lines.join('\n').length + 1).padStart(12)}B ${moment(box).slice(5, 16)} ${path}`,
      ),
    ],
    { page: false },
  );
  if (words.includes('dry-run')) return;
  askYesNo(io, 'Delete these files ?', false, (yes) => {
    if (yes) for (const [path] of old) box.files.delete(path);
  });
}
