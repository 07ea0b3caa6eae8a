// Which box a Junos configuration is of.

import { describe, expect, it } from 'vitest';
import { present } from '../../../src/base/must.ts';
import { junos } from './console.ts';

const modelFor = (text: string) => present(junos().modelFor, 'a choice')(text);

describe('a Junos configuration', () => {
  it('is of a box of its release, or of the first that is not older', () => {
    expect(modelFor('set version 25.4R1.12').name).toBe('vJunos-router');
    expect(modelFor('set version 17.4R1.16').name).toBe('vmx');
    expect(modelFor('version 21.4R1.12;').name).toBe('vmx');
    expect(modelFor('set system host-name R1').name).toBe('vmx');
  });

  it('brings along the sockets that the box has not', () => {
    const { ports } = modelFor(
      ['xe-0/0/10', 'xe-0/0/2', 'em1', 'ge-0/0/0', 'lo0', 'ae0', 'irb']
        .map((name) => `set interfaces ${name} unit 0 family inet`)
        .join('\n'),
    );
    expect(ports.slice(-3)).toEqual(['xe-0/0/2', 'xe-0/0/10', 'em1']);
    expect(ports.filter((port) => port === 'ge-0/0/0')).toHaveLength(1);
    expect(ports).not.toContain('lo0');
  });
});
