// show version and show clock, against what routers printed.

import { expect, it } from 'vitest';
import { civil } from '../../../../src/base/calendar.ts';
import { mac } from '../../../../src/base/mac.ts';
import { boardId, MODELS } from '../../../../src/os/ios/releases.ts';
import { ageText, uptimeText } from '../../../../src/os/ios/show/age.ts';
import { clockText } from '../../../../src/os/ios/show/clock.ts';
import { versionLines } from '../../../../src/os/ios/show/version.ts';
import { seconds } from '../../../../src/sim/time.ts';

const chassis = (name: string) => {
  const model = MODELS.find((one) => one.name === name);
  if (!model) throw new Error(name);
  return { model, macBase: mac(0x0c74f1b4a000) };
};

it('IOSv', () => {
  const lines = versionLines('BR1', chassis('IOSv'), seconds(10 * 60 + 5));
  // Capture: IOSv 15.7(3)M3, snapshot ios_basic_vrrp, BR1 (a box with four ports, and another serial number).
  expect(lines.slice(0, 12)).toEqual([
    'Cisco IOS Software, IOSv Software (VIOS-ADVENTERPRISEK9-M), Version 15.7(3)M3, RELEASE SOFTWARE (fc2)',
    'Technical Support: http://www.cisco.com/techsupport',
    'Copyright (c) 1986-2018 by Cisco Systems, Inc.',
    'Compiled Wed 01-Aug-18 16:45 by prod_rel_team',
    '',
    '',
    'ROM: Bootstrap program is IOSv',
    '',
    'BR1 uptime is 10 minutes',
    'System returned to ROM by reload',
    'System image file is "flash0:/vios-adventerprisek9-m"',
    'Last reload reason: Unknown reason',
  ]);
  expect(lines.slice(12, 16)).toEqual([
    '',
    '',
    '',
    'This product contains cryptographic features and is subject to United',
  ]);
  expect(lines.slice(28, 33)).toEqual([
    'export@cisco.com.',
    '',
    'Cisco IOSv (revision 1.0) with  with 460033K/62464K bytes of memory.',
    `Processor board ID ${boardId(chassis('IOSv'))}`,
    '16 Gigabit Ethernet interfaces',
  ]);
  expect(boardId(chassis('IOSv'))).toMatch(/^[0-9A-Z]{21}$/);
});

it('CSR1000V tells of its control processor', () => {
  const lines = versionLines('d1', chassis('CSR1000V'), seconds(3 * 3600 + 47 * 60));
  // Capture: CSR1000V 16.4.1, snapshot iosxe_vrf_route_leaking_export_map, d1.
  expect(lines.slice(20, 25)).toEqual([
    'd1 uptime is 3 hours, 47 minutes',
    'Uptime for this control processor is 3 hours, 49 minutes',
    'System returned to ROM by reload',
    'System image file is "bootflash:packages.conf"',
    'Last reload reason: reload',
  ]);
  expect(lines.slice(-9, -1)).toEqual([
    `Processor board ID ${boardId(chassis('CSR1000V'))}`,
    '10 Gigabit Ethernet interfaces',
    '32768K bytes of non-volatile configuration memory.',
    '3019064K bytes of physical memory.',
    '7774207K bytes of virtual hard disk at bootflash:.',
    '0K bytes of  at webui:.',
    '',
    'Configuration register is 0x2102',
  ]);
});

it('7206VXR counts its ports by kind', () => {
  const lines = versionLines('R1', chassis('7206VXR'), seconds(25 * 60));
  // Capture: 7206VXR 15.2(4)S5, snapshot ospf_lab_validation, R1-ios; two Fast Ethernet ports more.
  expect(lines.slice(-8)).toEqual([
    '17 Ethernet interfaces',
    '2 FastEthernet interfaces',
    '2 Gigabit Ethernet interfaces',
    '509K bytes of NVRAM.',
    '',
    '8192K bytes of Flash internal SIMM (Sector size 256K).',
    'Configuration register is 0x2102',
    '',
  ]);
});

it('a box has one serial number, another box another', () => {
  const other = { ...chassis('IOSv'), macBase: mac(0x0c74f1b4b000) };
  expect(boardId(chassis('IOSv'))).toBe(boardId(chassis('IOSv')));
  expect(boardId(other)).not.toBe(boardId(chassis('IOSv')));
});

it.each([
  [0, '00:00:00'],
  [48, '00:00:48'],
  [86_399, '23:59:59'],
  [86_400, '1d00h'],
  [93_600, '1d02h'],
  [7 * 86_400 - 1, '6d23h'],
  [9 * 86_400, '1w2d'],
  [27 * 86_400, '3w6d'],
  [52 * 7 * 86_400, '1y0w'],
])('%i seconds are %s old', (age, text) => {
  expect(ageText(seconds(age))).toBe(text);
});

it.each([
  [59, '0 minutes'],
  [60, '1 minute'],
  [3600, '1 hour, 0 minutes'],
  [24_060, '6 hours, 41 minutes'],
  [8 * 86_400 + 120, '1 week, 1 day, 2 minutes'],
])('%i seconds are up for %s', (span, text) => {
  expect(uptimeText(seconds(span))).toBe(text);
});

it('the clock shows milliseconds and the day', () => {
  expect(clockText(civil(Date.UTC(2026, 2, 1, 10, 0, 11) * 1000 + 204_999))).toBe('10:00:11.204 UTC Sun Mar 1 2026');
});
