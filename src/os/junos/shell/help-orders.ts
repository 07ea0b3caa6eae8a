// `help …` and `show cli authorization`: what can be said, and who may say it, out of the vocabulary itself.
// Source: captures `help apropos zeroize`, `help apropos ospf`, `help syslog …`, `help reference system host-name`, `show cli
// authorization` (their forms); "show cli authorization" (CLI reference) for the words about permissions.

import type { CommandSpec, Step } from '../../../language/spec.ts';
import { PERMISSIONS } from '../permission-words.ts';
import type { ShellContext } from './context.ts';
import type { Order } from './file-orders.ts';
import { SYSLOG_MESSAGES } from './syslog-words.ts';
import { Users } from './users.ts';

/** By the action's name. */
export const HELP_ORDERS: Readonly<Record<string, Order>> = {
  'help-apropos': (context, { args }) => context.io.print(apropos(context, args['string'] ?? '')),
  'help-reference': reference,
  'help-syslog': ({ io }, { args }) => io.print(syslogHelp(args['message'])),
  'help-tip': ({ session, io }) => {
    io.print([TIPS[session.entered.length % TIPS.length] ?? '']);
  },
  'help-topic': reference,
  'show-authorization': authorization,
};

const TIPS = [
  "Use 'show | compare' before every commit to see what is about to change.",
  "Use 'commit confirmed' when a change could lock you out.",
  'Use the Tab key to complete names that you have given yourself.',
  "Use 'run' to give operational commands in configuration mode.",
  "Use 'edit' and 'top' to walk through the hierarchy instead of typing long paths.",
];

/** Every beginning of a command whose last word or its help has the text in it. */
function apropos({ words, session }: ShellContext, text: string): readonly string[] {
  const wanted = text.toLowerCase();
  const lines = new Map<string, string>();
  const tell = (path: readonly string[], help: string): void => {
    const last = path[path.length - 1] ?? '';
    if (!`${last} ${help}`.toLowerCase().includes(wanted)) return;
    const line = `${path.join(' ')} `;
    if (!lines.has(line)) lines.set(line, help);
  };
  for (const spec of words.operational) if (!spec.hidden) walkSteps(spec.path, [], tell);
  if (session.mode === 'configuration') for (const spec of words.schema.specs) walkStatement(spec, ['set'], tell);
  return [...lines].flatMap(([line, help]) => [line, `    ${help}`]);
}

type Teller = (path: readonly string[], help: string) => void;

/** The words and values of a sentence one after the other; each branch of a fork for itself. */
function walkSteps(steps: readonly Step[], before: readonly string[], tell: Teller): readonly string[] {
  let path = before;
  for (const step of steps) {
    if (step.kind === 'word' || step.kind === 'arg') {
      path = [...path, step.kind === 'word' ? step.text : `<${step.name}>`];
      tell(path, step.help);
    } else if (step.kind === 'optional') walkSteps(step.of, path, tell);
    else for (const branch of step.of) walkSteps(branch, path, tell);
  }
  return path;
}

/** Blocks that hold the whole configuration again. */
const REPEATED = new Set(['groups', 'apply-groups', 'apply-groups-except']);

function walkStatement(spec: CommandSpec, before: readonly string[], tell: Teller): void {
  if (spec.hidden || REPEATED.has(spec.name) || before.length > 12) return;
  const path = walkSteps(spec.path, before, tell);
  for (const child of spec.container ? spec.children : []) walkStatement(child, path, tell);
}

/** A statement as a page of the reference: where it stands, what follows it, what it is. */
function reference({ words, io }: ShellContext, { args }: Parameters<Order>[1]): void {
  const { topic = '', subject = topic } = args;
  const found = findStatement(words.schema.specs, topic, subject, []);
  if (!found) {
    io.print([`error: no help for '${[...new Set([topic, subject])].join(' ')}'`]);
    return;
  }
  const { spec, above } = found;
  const [first] = spec.path;
  const syntax = spec.path
    .map((step) => (step.kind === 'word' ? step.text : step.kind === 'arg' ? step.name : ''))
    .filter((word) => word !== '');
  const level = above.map((word) => ` ${word}`).join('');
  io.print([
    subject,
    '',
    '    Syntax',
    '',
    `   ${syntax.join(' ')}${spec.container ? ' { ... }' : ';'}`,
    '',
    '    Hierarchy Level',
    '',
    `   [edit${level}]`,
    '',
    '    Description',
    '',
    `   ${first && 'help' in first ? first.help : ''}`,
  ]);
}

interface FoundStatement {
  readonly spec: CommandSpec;
  readonly above: readonly string[];
}

/** The first statement of this name below a block of the other name. */
function findStatement(
  specs: readonly CommandSpec[],
  topic: string,
  subject: string,
  above: readonly string[],
): FoundStatement | undefined {
  const inside = above.includes(topic) || topic === subject;
  for (const spec of specs) {
    if (inside && spec.name.split(' ')[0] === subject) return { spec, above };
  }
  for (const spec of specs) {
    if (!spec.container || REPEATED.has(spec.name) || above.length > 8) continue;
    const name = spec.name.startsWith('<') ? spec.name.slice(1, -1) : (spec.name.split(' ')[0] ?? '');
    const found = findStatement(spec.children, topic, subject, [...above, name]);
    if (found) return found;
  }
  return undefined;
}

function syslogHelp(name: string | undefined): readonly string[] {
  if (name === undefined) {
    return Object.entries(SYSLOG_MESSAGES).map(([tag, { help }]) => `${tag.padEnd(40)} ${help}`);
  }
  const known = Object.hasOwn(SYSLOG_MESSAGES, name) ? SYSLOG_MESSAGES[name] : undefined;
  if (!known) return [`error: unknown system log message: ${name}`];
  const { message, help, description, severity } = known;
  return [
    `Name:          ${name}`,
    `Message:       ${message}`,
    `Help:          ${help}`,
    `Description:   ${description}`,
    'Type:          Event: This message reports an event, not an error',
    `Severity:      ${severity}`,
    'Facility:      ANY',
  ];
}

function authorization({ session, words, rights, io }: ShellContext): void {
  const name = new Users(session.box.store.running, words.schema.specs).classOf(session.user) ?? 'unauthorized';
  const held = PERMISSIONS.filter(([permission]) => rights.has(permission));
  io.print([
    `Current user: '${session.user.padEnd(12)}' class '${name}'`,
    'Permissions:',
    ...held.map(([permission, help]) => `    ${permission.padEnd(12)}-- ${help}`),
    'Individual command authorization:',
    `    Allow regular expression: ${rights.patterns['allow-commands'] ?? 'none'}`,
    `    Deny regular expression: ${rights.patterns['deny-commands'] ?? 'none'}`,
    `    Allow configuration regular expression: ${rights.patterns['allow-configuration'] ?? 'none'}`,
    `    Deny configuration regular expression: ${rights.patterns['deny-configuration'] ?? 'none'}`,
  ]);
}
