// show isis spf-log, show isis lsp-log: the last calculations and own LSPs, and what set them off.
// Source: captures `show isis lsp-log` (genieparser ShowIsisLspLog, IOS XE), `show isis spf-log` of IOSv 15 ("TID 0 level 1
// SPF log"); codes: Cisco IOS IP Routing: IS-IS command reference, "show isis lsp-log", "show isis spf-log".

import { type IsisLevelRow, type LogEntry, nodeOfLsp, type Trigger } from '../../../protocols/isis/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { ageText } from './age.ts';
import { type Names, namesOf, tagLine, tagsOf } from './isis-facts.ts';

const CODES: Readonly<Record<Trigger, string>> = {
  start: 'CONFIG',
  configuration: 'CONFIG',
  'new-adjacency': 'NEWADJ',
  'adjacency-lost': 'DELADJ',
  dis: 'DIS',
  'new-lsp': 'NEWLSP',
  'lsp-changed': 'TLVCONTENT',
  'lsp-expired': 'LSPEXPIRED',
  'lsp-purged': 'LSPEXPIRED',
  overload: 'HIPPITY',
  attached: 'ATTACHFLAG',
  prefixes: 'TLVCONTENT',
  'area-addresses': 'AREASET',
  interface: 'IPUP',
  redistribution: 'IP_EXTERNAL',
  'ldp-sync': 'NEWMETRIC',
  'own-lsp': 'TLVCONTENT',
  refresh: 'PERIODIC',
  periodic: 'PERIODIC',
  cleared: 'CLEAR',
};

const codesOf = ({ triggers }: LogEntry): string => [...new Set(triggers.map((trigger) => CODES[trigger]))].join(' ');

interface Scene {
  readonly context: ViewContext;
  readonly names: Names;
}

const ageOf = ({ context }: Scene, { at }: LogEntry): string => ageText(since(at, context.now)).padStart(8);

/** Columns of the name of an interface; a longer one is cut off. */
const INTERFACE = 24;

function lspLine(scene: Scene, entry: LogEntry): string {
  const on = (entry.on ?? '').slice(0, INTERFACE).padStart(INTERFACE);
  return `${ageOf(scene, entry)}${String(entry.count).padStart(9)} ${on}   ${codesOf(entry)}`;
}

/** Here a calculation takes no time at all. */
const DURATION = 0;

function spfLine(scene: Scene, entry: LogEntry): string {
  const numbers = [DURATION, entry.nodes, entry.count].map((value, i) => String(value).padStart(i === 0 ? 8 : 7));
  const lsp = entry.lsp === undefined ? '' : scene.names.node(nodeOfLsp(entry.lsp)) + entry.lsp.slice(17);
  return `${ageOf(scene, entry)}${numbers.join('')}${lsp.padStart(21)}  ${codesOf(entry)}`;
}

interface Form {
  readonly title: (level: number) => string;
  readonly columns: string;
  readonly entries: (row: IsisLevelRow) => readonly LogEntry[];
  readonly line: (scene: Scene, entry: LogEntry) => string;
}

const SPF: Form = {
  title: (level) => `   TID 0 level ${level} SPF log`,
  columns: '  When   Duration  Nodes  Count    First trigger LSP   Triggers',
  entries: ({ spfLog }) => spfLog.filter(({ kind }) => kind === 'full'),
  line: spfLine,
};
const LSP: Form = {
  title: (level) => `   Level ${level} LSP log`,
  columns: '  When       Count             Interface         Triggers',
  entries: ({ lspLog }) => lspLog,
  line: lspLine,
};

function levelLines(context: ViewContext, tag: string, form: Form): readonly (readonly string[])[] {
  const scene = { context, names: namesOf(context, tag) };
  return context
    .ask('isis.instances', { instance: tag })
    .flatMap(({ config, levels }) =>
      levels
        .filter(({ level }) => config.levels.includes(level))
        .map((row) => [
          form.title(row.level),
          form.columns,
          ...form.entries(row).map((entry) => form.line(scene, entry)),
        ]),
    );
}

export const showIsisSpfLog: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => [
    '',
    ...tagLine(context, tag),
    ...levelLines(context, tag, SPF).flatMap((lines, i) => [...(i > 0 ? [''] : []), ...lines]),
  ]);

export const showIsisLspLog: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => [
    ...(tag === '' ? [] : [`Tag ${tag}:`]),
    ...levelLines(context, tag, LSP).flatMap((lines) => ['', ...lines]),
  ]);
