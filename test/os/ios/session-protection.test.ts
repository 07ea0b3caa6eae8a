// LDP sessions that outlive their links.   Source: Cisco, MPLS LDP Session Protection; the capture named in show/ldp-neighbor.ts.

import { describe, expect, it } from 'vitest';
import { Boxes, port, router } from './isis-boxes.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];
const P2P = ' isis network point-to-point';
const PROCESS = ' metric-style wide\n mpls ldp autoconfig\n spf-interval 5 50 200';

/** A triangle; `of`: what R1 and R2 say of protection. */
const ring = (of: string): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: `${router(1, '49.0001', PROCESS, port(G0, '10.0.12.1', P2P), port(G1, '10.0.13.1', P2P))}\n${of}`,
      R2: `${router(2, '49.0001', PROCESS, port(G0, '10.0.12.2', P2P), port(G1, '10.0.23.2', P2P))}\n${of}`,
      R3: router(3, '49.0001', PROCESS, port(G0, '10.0.13.3', P2P), port(G1, '10.0.23.3', P2P)),
    },
    [`R1 ${G0} - R2 ${G0}`, `R1 ${G1} - R3 ${G0}`, `R2 ${G1} - R3 ${G1}`],
  );
const shut = (boxes: Boxes, line: 'shutdown' | 'no shutdown'): Boxes => boxes.configure('R1', `interface ${G0}`, line);
const detail = (boxes: Boxes): readonly string[] =>
  boxes.shown('R1', 'show mpls ldp neighbor 10.255.255.2 detail').split('\n');
const ldpLog = (boxes: Boxes): readonly string[] =>
  boxes.log('R1', '%LDP').filter((line) => line.includes('10.255.255.2'));

describe('mpls ldp session protection', () => {
  it('keeps the session while the link is gone, as long as there is another way', () => {
    const boxes = ring('mpls ldp session protection');
    const shown = detail(boxes);
    expect(shown).toContain('\t  Targeted Hello 10.255.255.1 -> 10.255.255.2, active, passive;');
    expect(shown).toContain('\t    holdtime: infinite, hello interval: 10000 ms');
    const at = shown.indexOf('\tLDP Session Protection enabled, state: Ready');
    expect(shown.slice(at - 1, at + 3)).toEqual([
      '\tClients: Dir Adj Client',
      '\tLDP Session Protection enabled, state: Ready',
      '\t    duration: 86400 seconds',
      '\tNSR: Not Ready',
    ]);
    shut(boxes, 'shutdown').run(120);
    expect(detail(boxes)).toContain('\tLDP Session Protection enabled, state: Protecting');
    shut(boxes, 'no shutdown').run(60);
    expect(detail(boxes)).toContain('\tLDP Session Protection enabled, state: Ready');
    expect(ldpLog(boxes)).toEqual([
      '%LDP-5-NBRCHG: LDP Neighbor 10.255.255.2:0 (1) is UP',
      '%LDP-5-SP: 10.255.255.2:0: session hold up initiated',
      '%LDP-5-SP: 10.255.255.2:0: session recovery succeeded',
    ]);
  });

  it('lets it go after its duration', () => {
    const boxes = shut(ring('mpls ldp session protection duration 30'), 'shutdown').run(25);
    expect(detail(boxes)).toContain('\t    duration: 30 seconds');
    boxes.run(10);
    expect(boxes.shown('R1', 'show mpls ldp neighbor 10.255.255.2')).toBe('');
  });

  it('is for those whom its list names; others go with their link', () => {
    const boxes = ring('mpls ldp session protection for 10 duration infinite\naccess-list 10 permit 10.255.255.3');
    expect(detail(boxes).join('\n')).not.toContain('Protection');
    shut(boxes, 'shutdown').run(20);
    expect(boxes.shown('R1', 'show mpls ldp neighbor 10.255.255.2')).toBe('');
  });
});
