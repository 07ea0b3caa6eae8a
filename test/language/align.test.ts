import { expect, it } from 'vitest';
import { align } from '../../src/language/align.ts';
import { match } from '../../src/language/match.ts';
import { IOS_TYPES, iosLine, LIVE, sentences } from './samples.ts';

const [spec] = sentences(`config {
  peer ( default | <name!:word> ) [metric <metric:1..99>] ( tag <tag:1..9> | fast )* to <hop:word>... [last]
}`);
/** Each word as the step it is laid beside: `word`, `<arg>`, in brackets when another could stand there. */
function laid(line: string): string {
  const said = match(spec ? [spec] : [], iosLine(line), IOS_TYPES, LIVE);
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  const aligned = align(said.value);
  return (aligned ?? [])
    .map(({ word, step, forked }) => {
      const shown = step.kind === 'word' ? word : `<${step.name}>=${word}`;
      return forked ? `[${shown}]` : shown;
    })
    .join(' ');
}

it('lays each word beside its step', () => {
  expect(laid('peer R2 to a')).toBe('peer [<name>=R2] to <hop>=a');
  expect(laid('peer default metric 5 to a b last')).toBe(
    'peer [default] [metric] [<metric>=5] to <hop>=a <hop>=b [last]',
  );
  expect(laid('peer x fast tag 3 to to')).toBe('peer [<name>=x] [fast] [tag] [<tag>=3] to <hop>=to');
});

it('tells a value that is spelled like a word by the arguments', () => {
  const said = { spec: spec as NonNullable<typeof spec>, words: ['peer', 'R2', 'to', 'last'] };
  const steps = (args: Record<string, string>): unknown => align({ ...said, args })?.map(({ step }) => step.kind);
  expect(steps({ name: 'R2', hop: 'last' })).toEqual(['word', 'arg', 'word', 'arg']);
  expect(steps({ name: 'R2' })).toBeUndefined();
});

it('takes the beginning of a sentence only where asked to', () => {
  const begun = { spec: spec as NonNullable<typeof spec>, words: ['peer', 'default', 'metric'], args: {} };
  expect(align(begun)).toBeUndefined();
  expect(align(begun, true)?.map(({ word }) => word)).toEqual(begun.words);
  expect(align({ ...begun, words: ['peer', 'nobody'] }, true)).toBeUndefined();
  expect(align({ ...begun, words: ['peer', 'default', 'fast', 'fast'] }, true)).toBeUndefined();
});
