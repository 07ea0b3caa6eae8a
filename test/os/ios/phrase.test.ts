// What IOS logs, in which words and when.

import { expect, it } from 'vitest';
import { mac } from '../../../src/base/mac.ts';
import { phrase } from '../../../src/os/ios/phrase.ts';
import type { IfName } from '../../../src/route/names.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { bgpConfig } from '../../harness/config.ts';
import { ip, vrfName } from '../../harness/routes.ts';
import { ExecLab } from './exec-lab.ts';

/** Seconds since power on, and the text. */
const logOf = (r: ExecLab, name: string): readonly string[] =>
  r.box(name).log.map((entry) => `${entry.at / 1_000_000} ${entry.text}`);

const lab = (): ExecLab =>
  new ExecLab(
    {
      R1: { facts: { interfaces: { 'GigabitEthernet0/0': '10.0.12.1/24', Loopback0: '1.1.1.1/32' } } },
      R2: { facts: { interfaces: { 'GigabitEthernet0/0': '10.0.12.2/24' } } },
    },
    ['R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0'],
  );

it('a port comes up two seconds after its light, its protocol a second later; a loopback has only a protocol', () => {
  // Source: Cisco IOS System Messages; pauses: captured logs of IOS 15.x.
  expect(logOf(lab().run(seconds(10)), 'R1')).toEqual([
    '1 %LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to up',
    '2 %LINK-3-UPDOWN: Interface GigabitEthernet0/0, changed state to up',
    '3 %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0, changed state to up',
  ]);
});

it('a cable is pulled', () => {
  const r = lab().run(seconds(10));
  r.world.setLink('l0', false);
  r.run(seconds(5));
  expect(logOf(r, 'R1').slice(3)).toEqual([
    '12 %LINK-3-UPDOWN: Interface GigabitEthernet0/0, changed state to down',
    '13 %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0, changed state to down',
  ]);
});

it('a loopback that was shut says more when it comes back', () => {
  const { box } = { box: lab().run(millis(10)).box('R1') };
  const down = phrase({ kind: 'interface', interface: 'Loopback0' as IfName, up: false }, box);
  expect(down.map(({ text, after = 0 }) => `${after} ${text}`)).toEqual([
    '0 %LINK-5-CHANGED: Interface Loopback0, changed state to administratively down',
    '1000000 %LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to down',
  ]);
  for (const line of down) box.say(line);
  const up = phrase({ kind: 'interface', interface: 'Loopback0' as IfName, up: true }, box);
  expect(up.map(({ text }) => text)).toEqual([
    '%LINK-3-UPDOWN: Interface Loopback0, changed state to up',
    '%LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to up',
  ]);
});

it('sub-interfaces keep quiet', () => {
  const box = lab().box('R1');
  expect(phrase({ kind: 'interface', interface: 'GigabitEthernet0/0.10' as IfName, up: true }, box)).toEqual([]);
});

it('a port that its owner shuts', () => {
  const box = lab().box('R1');
  expect(phrase({ kind: 'port', port: 'GigabitEthernet0/0' as never, state: 'disabled' }, box)).toEqual([
    { severity: 5, text: '%LINK-5-CHANGED: Interface GigabitEthernet0/0, changed state to administratively down' },
  ]);
});

it('an address that somebody else uses', () => {
  const event = {
    kind: 'duplicate-address',
    interface: 'GigabitEthernet0/1' as IfName,
    address: ip('10.0.12.1'),
    mac: mac(0x005079666802),
  } as const;
  expect(phrase(event, lab().box('R1'))).toEqual([
    {
      severity: 4,
      text: '%IP-4-DUPADDR: Duplicate address 10.0.12.1 on GigabitEthernet0/1, sourced by 0050.7966.6802',
    },
  ]);
});

it('segments without their signature', () => {
  const ends = { from: ip('10.0.12.2'), fromPort: 179, to: ip('10.0.12.1'), toPort: 31822, vrf: vrfName('default') };
  const said = (kind: 'md5-missing' | 'md5-wrong' | 'md5-unexpected') =>
    phrase({ kind, ...ends }, lab().box('R1')).map(({ text }) => text);
  expect(said('md5-missing')).toEqual([
    '%TCP-6-BADAUTH: No MD5 digest from 10.0.12.2(179) to 10.0.12.1(31822) tableid - 0',
  ]);
  expect(said('md5-wrong')).toEqual([
    '%TCP-6-BADAUTH: Invalid MD5 digest from 10.0.12.2(179) to 10.0.12.1(31822) tableid - 0',
  ]);
  expect(said('md5-unexpected')).toEqual([]);
});

it('BGP without a router ID', () => {
  const facts = {
    interfaces: { Loopback0: { at: '10.1.1.1/32', vrf: 'BLUE' } },
    vrfs: ['BLUE'],
    bgp: bgpConfig({ BLUE: { rd: '1:1' } }, { routerId: undefined }),
  };
  const r = new ExecLab({ R1: { facts } }).run(seconds(5));
  // Capture: IOS 12.4 and later, `router bgp` on a router without addresses.
  expect(logOf(r, 'R1').filter((line) => line.includes('BGP'))).toEqual([
    '0 %BGP-4-NORTRID: BGP could not pick a router-id. Please configure manually.',
  ]);
});
