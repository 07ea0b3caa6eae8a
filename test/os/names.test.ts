// Names that every object of the language inherits are names like any other.

import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/base/must.ts';
import { begin } from '../../src/play/replay.ts';
import { plus, seconds } from '../../src/sim/time.ts';
import { openScene, type Scene } from '../fuzz/chapters.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});

describe.each(['constructor', '__proto__'])('%s', (name) => {
  const typed = (device: string, ...lines: readonly string[]): string => {
    const begun = begin(present(scene.labs.get('first-steps'), 'a lab'), scene.machinery, { from: 'solution' });
    if (!begun.ok) throw new Error('the lab does not begin');
    const play = begun.value;
    let text = '';
    play.listen({ console: (_device, _session, more) => (text += more) });
    play.do({ kind: 'open', device, session: 0, auto: true, rows: 24, columns: 80 });
    for (const line of lines) {
      play.do({ kind: 'keys', device, session: 0, keys: `${line}\r` });
      play.advance(plus(play.now, seconds(1)));
    }
    return text;
  };

  it('is no VRF of IOS before it is defined, and one afterwards', () => {
    expect(typed('R1', `show ip static route vrf ${name}`, `ping vrf ${name} 10.0.0.1`)).toContain(
      `% VRF ${name} does not exist`,
    );
    const define = ['configure terminal', `vrf definition ${name}`, 'rd 1:1', 'address-family ipv4', 'end'];
    const route = ['configure terminal', `ip route vrf ${name} 10.9.0.0 255.255.0.0 Null0`, 'end'];
    expect(typed('R1', ...define, ...route, `show ip route vrf ${name}`)).toContain(
      '10.9.0.0 is directly connected, Null0',
    );
  });

  it('may be a routing instance of Junos', () => {
    const set = [
      `set routing-instances ${name} instance-type virtual-router`,
      `set routing-instances ${name} routing-options static route 10.9.0.0/16 discard`,
    ];
    const said = typed('R2', 'configure', ...set, 'commit', `run show route table ${name}.inet.0`);
    expect(said).toMatch(/10\.9\.0\.0\/16 +\*\[Static\/5\]/);
  });
});
