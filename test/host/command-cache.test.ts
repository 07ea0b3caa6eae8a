import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Commands, parseCommands } from '../../src/host/command-cache.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';

const TEXT = 'exec {\n  greet <what:word> "Anything"   -> show all\n}\nwords {\n  greet "Greet"\n}\n';

async function sentences(program: string): Promise<readonly string[]> {
  const vocabulary = await new Commands(program).vocabulary('toy');
  if (!vocabulary.ok) throw new Error(vocabulary.error[0]?.message);
  return vocabulary.value.sections.get('exec')?.commands.map((command) => command.name) ?? [];
}

it('what the build has parsed is used as long as the files are the same', async () => {
  const program = writeFiles(temporaryFolder(), { 'commands/toy/a.cmd': TEXT });
  expect(await sentences(program)).toEqual(['greet']);
  const parsed = await parseCommands(program);
  if (!parsed.ok) throw new Error('not parsed');
  // A mark that only the cache has shows who was asked.
  const marked = JSON.stringify(parsed.value).replaceAll('greet', 'marked');
  writeFiles(program, { 'dist/commands.json': marked });
  expect(await sentences(program)).toEqual(['marked']);
  writeFiles(program, { 'commands/toy/a.cmd': `${TEXT}# changed\n` });
  expect(await sentences(program)).toEqual(['greet']);
});

it('files that are wrong are told with file and line', async () => {
  const program = writeFiles(temporaryFolder(), { 'commands/toy/a.cmd': 'exec {\n  show <\n}\n' });
  const parsed = await parseCommands(program);
  expect(parsed.ok ? [] : parsed.error.map((fault) => `${fault.file}:${fault.line}`)).toContain('toy/a.cmd:2');
  const loaded = await new Commands(program).vocabulary('toy');
  expect(loaded.ok).toBe(false);
  expect(await parseCommands(join(program, 'nowhere'))).toEqual({ ok: true, value: {} });
});
