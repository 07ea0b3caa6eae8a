// State machines as tables.

import { describe, expect, it } from 'vitest';
import { step, type Table, tableText } from '../../src/protocols/common/fsm.ts';

type State = 'Down' | 'Init' | 'Full';
type Event = 'Hello' | 'Dead' | 'Adjacent';
type Action = 'arm' | 'stop' | 'exchange';
type Fact = 'wanted' | 'passive';

const dead = { next: 'Down', do: ['stop'] } as const;
const table: Table<State, Event, Action, Fact> = {
  Down: { Hello: { next: 'Init', do: ['arm'], unless: 'passive' } },
  Init: {
    Hello: { do: ['arm'] },
    Dead: dead,
    Adjacent: [{ if: 'wanted', next: 'Full', do: ['exchange'] }, { next: 'Down' }],
  },
  Full: { Hello: { do: ['arm'] }, Dead: dead },
};
const facts = (wanted = false, passive = false) => ({ wanted, passive });

describe('a step', () => {
  it('gives the next state and names what is to be done', () => {
    expect(step(table, 'Down', 'Hello', facts())).toEqual({ next: 'Init', do: ['arm'] });
  });
  it('may stay where it is', () => {
    expect(step(table, 'Full', 'Hello', facts())).toEqual({ next: 'Full', do: ['arm'] });
  });
  it('takes the first arc whose condition holds', () => {
    expect(step(table, 'Init', 'Adjacent', facts(true))).toEqual({ next: 'Full', do: ['exchange'] });
    expect(step(table, 'Init', 'Adjacent', facts(false))).toEqual({ next: 'Down', do: [] });
  });
  it('does nothing when no condition of a box holds', () => {
    expect(step(table, 'Down', 'Hello', facts(false, true))).toEqual({ next: 'Down', do: [] });
  });
  it('says that a box is empty', () => {
    expect(step(table, 'Down', 'Dead', facts())).toBeUndefined();
  });
});

it('prints itself', () => {
  expect(tableText(table)).toEqual([
    'Down Hello [not passive] -> Init: arm',
    'Init Hello -> Init: arm',
    'Init Dead -> Down: stop',
    'Init Adjacent [wanted] -> Full: exchange',
    'Init Adjacent -> Down',
    'Full Hello -> Full: arm',
    'Full Dead -> Down: stop',
  ]);
});
