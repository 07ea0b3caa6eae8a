// The lab screen: tabs, the console in sight, tasks or map beside it, bars.

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { keyBar, tabBar } from '../bars.ts';
import { BINDINGS, type Command } from '../commands.ts';
import { ConsolePanes } from '../components/console-panes.tsx';
import { DialogBox, dialogRows } from '../components/dialog-box.tsx';
import { Pane } from '../components/pane.tsx';
import { bodyRows, hasKeyBar, type Panes } from '../lab-layout.ts';
import type { LabScreen } from '../lab-screen.ts';
import type { Program } from '../program.ts';
import { readingKeys } from '../reading-text.ts';
import { type StyledLine, span } from '../theme.ts';

type Keys = readonly (readonly [string, string])[];

const TASK_KEYS: Keys = [
  ['escape', 'console'],
  ['n', 'next'],
  ['p', 'previous'],
  ['h', 'hint'],
  ['c', 'check now'],
  ['g', 'guide'],
  ['pgdn', 'read on'],
  ['f2', 'close'],
];
const MAP_KEYS: Keys = [
  ['escape', 'console'],
  ['enter', 'go there'],
  ['tab', 'next cable'],
  ['c', 'cut or mend'],
  ['l', 'list'],
  ['f3', 'close'],
];
const direct = (...commands: readonly Command[]): Keys =>
  BINDINGS.filter((one) => commands.includes(one.command)).map((one) => [one.direct[0] as string, one.short]);
/** What matters most comes first: 80 columns do not hold all. */
const FIRST_KEYS = direct('help', 'tasks', 'map', 'pause', 'settle', 'save', 'quit');
const LAST_KEYS = direct('attach', 'speed', 'step');
const FIRST_COMMANDS: readonly Command[] = ['help', 'search', 'copy', 'paste', 'attach', 'split', 'stack', 'next-pane'];
const byFirst = (command: Command): number => (FIRST_COMMANDS.indexOf(command) + BINDINGS.length) % BINDINGS.length;
const COMMAND_KEYS: Keys = [
  ...BINDINGS.filter((one) => one.short !== '')
    .sort((a, b) => byFirst(a.command) - byFirst(b.command))
    .map((one) => [one.keys[0] as string, one.short] as const),
  ['1', 'to 9 device'],
];

function keysFor(program: Program, lab: LabScreen): Keys {
  if (program.awaitingCommand) return COMMAND_KEYS;
  const reading = lab.console?.reading;
  if (lab.focus === 'console' && reading !== undefined) return readingKeys(reading);
  if (lab.focus === 'panel') return lab.panel === 'map' ? MAP_KEYS : TASK_KEYS;
  return [...FIRST_KEYS, [program.prefixLabel, 'more'], ...LAST_KEYS];
}

/** The panel with its title over it. */
function PanelPane(props: { readonly program: Program; readonly lab: LabScreen; readonly panes: Panes }): ReactNode {
  const { program, lab } = props;
  const { panel } = props.panes;
  if (panel === undefined || panel.rows <= 0) return null;
  const { theme } = program;
  const { columns } = panel;
  const title = lab.panel === 'map' ? 'Map' : lab.tasks.title();
  const style = lab.focus === 'panel' ? 'selected' : 'title';
  const rule = theme.signs.horizontal.repeat(columns);
  const head: StyledLine = [span(theme.signs.horizontal, 'dim'), span(` ${title} `, style), span(rule, 'dim')];
  const body = lab.panel === 'map' ? lab.map.lines(columns, panel.rows - 1) : lab.tasks.lines(columns, panel.rows - 1);
  const lines = [head, ...body].map((line) => theme.paint(line, columns));
  return <Pane lines={lines} columns={columns} rows={panel.rows} />;
}

function Body(props: { readonly program: Program; readonly lab: LabScreen; readonly rows: number }): ReactNode {
  const { program, lab, rows } = props;
  const { columns } = program.size;
  // Which panes there are is decided by the whole body; what a dialog takes, it takes from their rows.
  const whole = lab.panes;
  const beside = whole.panel?.where === 'right';
  const consoleRows = whole.console === undefined ? 0 : beside ? rows : Math.min(whole.console.rows, rows);
  const panelRows = beside || whole.console === undefined ? rows : rows - consoleRows;
  const panel = whole.panel === undefined ? undefined : { ...whole.panel, rows: panelRows };
  const rule = Array<string>(rows).fill(program.theme.paint([span(program.theme.signs.bar, 'dim')], 1));
  return (
    <Box flexDirection={beside ? 'row' : 'column'} width={columns} height={rows} flexShrink={0} overflow="hidden">
      {whole.console === undefined ? null : (
        <ConsolePanes
          consoles={lab.consoles}
          program={program}
          rows={consoleRows}
          top={1}
          focused={lab.focus === 'console' && program.dialog === undefined}
        />
      )}
      {beside ? <Pane lines={rule} columns={1} rows={rows} /> : null}
      <PanelPane program={program} lab={lab} panes={{ console: whole.console, panel }} />
    </Box>
  );
}

export function LabView(props: { readonly program: Program; readonly lab: LabScreen }): ReactNode {
  const { program, lab } = props;
  const { theme } = program;
  const { columns, rows } = program.size;
  const body = bodyRows(program.size);
  const asked = program.dialog;
  const strip = lab.strip(columns);
  const dialog = asked === undefined ? 0 : dialogRows(asked, columns, body, program);
  const stripRows = strip === undefined || dialog >= body ? 0 : 1;
  const bar = (line: StyledLine): string => theme.paint(line, columns);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Pane lines={[bar(tabBar(lab.tabs, columns, theme.signs))]} columns={columns} rows={1} />
      {dialog < body ? <Body program={program} lab={lab} rows={body - dialog - stripRows} /> : null}
      {strip !== undefined ? <Pane lines={[bar(strip)]} columns={columns} rows={stripRows} /> : null}
      {asked === undefined ? null : <DialogBox dialog={asked} program={program} columns={columns} rows={dialog} />}
      <Pane lines={[theme.paint(lab.status(columns), columns, 'bar')]} columns={columns} rows={1} />
      {hasKeyBar(program.size) ? (
        <Pane lines={[bar(keyBar(keysFor(program, lab), columns))]} columns={columns} rows={1} />
      ) : null}
    </Box>
  );
}
