// Where things lie: the program's own folder, the labs, the saves.

import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What of the environment decides; handed in, so that tests have their own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder with our package.json, upwards from `from`. */
export function programFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'labelstack')
      return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json of labelstack above ${from}`);
  }
}

/** The version in our package.json. */
export function programVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** `LABELSTACK_LABS`, or the program's own labs. */
export function labsFolder(environment: Environment, program: string): string {
  return environment['LABELSTACK_LABS'] || join(program, 'labs');
}

/**
 * Where saves are kept: `LABELSTACK_SAVES`; or `saves/` of the checkout when it is there and can be written to; or the
 * user's state folder (XDG Base Directory Specification 0.8: `$XDG_STATE_HOME`, by default `~/.local/state`; on macOS
 * and Windows the places that these name for it). The folder is made when it is missing.
 */
export function savesFolder(environment: Environment, program: string, platform: string = process.platform): string {
  const own = environment['LABELSTACK_SAVES'];
  if (own) return made(own);
  const checkout = join(program, 'saves');
  if (existsSync(checkout) && writable(checkout)) return checkout;
  return made(join(stateFolder(environment, platform), 'labelstack', 'saves'));
}

function stateFolder(environment: Environment, platform: string): string {
  const home = environment['HOME'] || homedir();
  if (environment['XDG_STATE_HOME']) return environment['XDG_STATE_HOME'];
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  return join(home, '.local', 'state');
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
