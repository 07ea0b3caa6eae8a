// What Junos logs, in which words.

import { describe, expect, it } from 'vitest';
import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import type { DeviceEvent } from '../../../src/device/events.ts';
import { phrase } from '../../../src/os/junos/phrase.ts';
import type { Box, LogLine } from '../../../src/os/os.ts';
import { type IfName, MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { seconds } from '../../../src/sim/time.ts';
import { ip } from '../../harness/routes.ts';
import { Routers } from './routers.ts';

const lab = (): Routers =>
  new Routers(
    {
      R1: {
        set: `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/24
set interfaces lo0 unit 0 family inet address 1.1.1.1/32`,
      },
      R2: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/24' },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0'],
  ).run(seconds(10));

const trap = (line: string): string => line.slice(line.indexOf('SNMP_TRAP'));

/** The one line that something is told in. */
function lineOf(event: DeviceEvent, box: Box): LogLine {
  const [line] = [phrase(event, box) ?? []].flat();
  return present(line, event.kind);
}

describe('links', () => {
  // Capture: `mib2d[14567]: SNMP_TRAP_LINK_UP: ifIndex 752, ifAdminStatus up(1), ifOperStatus up(1), ifName et-0/0/24:0.0`
  // (messages of a QFX); indices as `show interfaces` tells them.
  it('come up with their units; a loopback has no link', () => {
    const r = lab();
    const lines = r.type('R1', 'show log messages').trim().split('\n');
    expect(lines.map(trap)).toEqual([
      'SNMP_TRAP_LINK_UP: ifIndex 526, ifAdminStatus up(1), ifOperStatus up(1), ifName ge-0/0/0',
      'SNMP_TRAP_LINK_UP: ifIndex 536, ifAdminStatus up(1), ifOperStatus up(1), ifName ge-0/0/0.0',
    ]);
    expect(lines[0]).toMatch(/^Mar {2}1 10:00:00 {2}R1 mib2d\[\d+\]: /);
    const told = r.type('R1', 'show interfaces ge-0/0/0 | match ifIndex');
    expect([...told.matchAll(/ifIndex:? (\d+)/g)].map(([, index]) => index)).toEqual(['526', '536']);
  });

  it('go down at once, as warnings', () => {
    const r = lab();
    r.world.setLink('l0', false);
    r.run(seconds(1));
    const [port, unit] = r.box('R1').log.slice(-2);
    expect(port).toMatchObject({
      severity: 4,
      text: 'SNMP_TRAP_LINK_DOWN: ifIndex 526, ifAdminStatus up(1), ifOperStatus down(2), ifName ge-0/0/0',
    });
    expect(unit?.text).toContain('ifOperStatus down(2), ifName ge-0/0/0.0');
  });

  it('are down because somebody wants it', () => {
    const said = lineOf({ kind: 'port', port: 'ge-0/0/3' as PortName, state: 'disabled' }, lab().box('R1'));
    expect(said.text).toBe(
      'SNMP_TRAP_LINK_DOWN: ifIndex 529, ifAdminStatus down(2), ifOperStatus down(2), ifName ge-0/0/3',
    );
  });

  it('never break into a terminal', () => {
    const r = lab();
    r.begin('R1', 'show version | match Model');
    r.world.setLink('l0', false);
    r.run(seconds(5));
    expect(r.screen('R1')).toBe('Model: vmx\n');
  });
});

it('counts duplicates of an address', () => {
  // The kernel of Junos: `KERN_ARP_DUPLICATE_ADDR: duplicate IP address 10.0.12.1! sent from address: … (error count = 1)`.
  const box = lab().box('R1');
  const event = {
    kind: 'duplicate-address',
    interface: 'ge-0/0/0.0' as IfName,
    address: ip('10.0.12.1'),
    mac: mac(0x020586710200),
  } as const;
  const said = (): string => {
    const line = lineOf(event, box);
    box.say(line);
    return `${line.process}: ${line.text}`;
  };
  expect(said()).toBe(
    'kernel: KERN_ARP_DUPLICATE_ADDR: duplicate IP address 10.0.12.1! sent from address: 02:05:86:71:02:00 (error count = 1)',
  );
  expect(said()).toContain('(error count = 2)');
});

it('tells segments that it did not hear', () => {
  // The kernel of Junos: `tcp_auth_ok: Packet from 10.0.12.2:179 wrong MD5 digest`.
  const ends = { vrf: MAIN, to: ip('10.0.12.1'), toPort: 50_000, from: ip('10.0.12.2'), fromPort: 179 };
  const said = (kind: 'md5-wrong' | 'md5-missing' | 'md5-unexpected') =>
    lineOf({ kind, ...ends }, lab().box('R1')).text;
  expect(said('md5-wrong')).toBe('tcp_auth_ok: Packet from 10.0.12.2:179 wrong MD5 digest');
  expect(said('md5-missing')).toBe('tcp_auth_ok: Packet from 10.0.12.2:179 missing MD5 digest');
  expect(said('md5-unexpected')).toBe('tcp_auth_ok: Packet from 10.0.12.2:179 unexpected MD5 digest');
});
