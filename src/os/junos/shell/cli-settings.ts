// `set cli …` and `show cli`.    Source: test data of gnetcli ("Screen length set to 0", "Disabling complete-on-space"),
// capture of a Mist switch ("CLI timestamp disabled"), CLI user guide "show cli".

import { MONTHS } from '../../../base/calendar.ts';
import type { ShellIo } from '../../../cli/shell.ts';
import type { Match } from '../../../language/spec.ts';
import type { Box } from '../../os.ts';
import { fullPath } from '../files.ts';
import type { Session } from './session.ts';

type Setting = (session: Session, match: Match, io: ShellIo) => readonly string[];

const two = (value: number): string => String(value).padStart(2, '0');

/** `Mar 01 10:00:00` */
export function timestampLine(box: Box): string {
  const { month, day, hour, minute, second } = box.clock();
  return `${MONTHS[month - 1]} ${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** By the action's name. */
export const CLI_SETTINGS: Readonly<Record<string, Setting>> = {
  'cli-complete-on-space': ({ settings }, { words }) => {
    settings.completeOnSpace = words.includes('on');
    return [`${settings.completeOnSpace ? 'Enabling' : 'Disabling'} complete-on-space`];
  },
  'cli-directory': (session, { args }) => {
    session.settings.directory = fullPath(session.user, args['directory'] ?? '', session.directory);
    return [`Current directory: ${session.directory}`];
  },
  'cli-restart-on-upgrade': ({ settings }, { words }) => {
    settings.restartOnUpgrade = words.includes('on');
    return [`${settings.restartOnUpgrade ? 'Enabling' : 'Disabling'} restart-on-upgrade`];
  },
  'cli-idle-timeout': ({ settings }, { args }) => {
    settings.idleTimeout = Number(args['minutes'] ?? 0);
    return [
      settings.idleTimeout === 0 ? 'Idle timeout disabled' : `Idle timeout set to ${settings.idleTimeout} minutes`,
    ];
  },
  'cli-prompt': ({ settings }, { args }) => {
    settings.prompt = args['prompt'] ?? '';
    return [];
  },
  'cli-screen-length': ({ settings }, { args }) => {
    settings.screenLength = Number(args['length'] ?? 0);
    return [`Screen length set to ${settings.screenLength}`];
  },
  'cli-screen-width': ({ settings }, { args }) => {
    settings.screenWidth = Number(args['width'] ?? 0);
    return [`Screen width set to ${settings.screenWidth}`];
  },
  'cli-terminal': ({ settings }, { args }) => {
    settings.terminal = args['terminal-type'] ?? '';
    return [];
  },
  'cli-timestamp': ({ box, settings }, { words }) => {
    settings.timestamp = !words.includes('disable');
    if (!settings.timestamp) return ['CLI timestamp disabled'];
    return [timestampLine(box), 'CLI timestamp set to: %b %d %T'];
  },
  'show-directory': ({ directory }) => [`Current directory: ${directory}`],
  'show-cli': ({ settings, directory }, _match, { rows, columns }) => [
    `CLI complete-on-space set to ${settings.completeOnSpace ? 'on' : 'off'}`,
    (settings.idleTimeout ?? 0) === 0
      ? 'CLI idle-timeout disabled'
      : `CLI idle-timeout set to ${settings.idleTimeout} minutes`,
    `CLI restart-on-upgrade set to ${settings.restartOnUpgrade ? 'on' : 'off'}`,
    `CLI screen-length set to ${settings.screenLength ?? rows}`,
    `CLI screen-width set to ${settings.screenWidth ?? columns}`,
    `CLI terminal is '${settings.terminal}'`,
    'CLI is operating in enhanced mode',
    settings.timestamp ? 'CLI timestamp set to %b %d %T' : 'CLI timestamp disabled',
    `CLI working directory is '${directory}'`,
  ],
  'show-cli-history': ({ box, entered }, { args }) => {
    const rows = entered.filter(({ mode }) => mode === 'operational');
    return rows.slice(-Number(args['count'] ?? rows.length)).map(({ at, line }) => {
      const { hour, minute, second } = box.clock(at);
      return `  ${two(hour)}:${two(minute)}:${two(second)} -- ${line}`;
    });
  },
};
