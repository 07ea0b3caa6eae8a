// show version.             Source: captures `show version` of IOSv 15.7(3)M3, CSR1000V 16.4.1 and 7206VXR 15.2(4)S5

import { type Micros, plus, seconds, since } from '../../../sim/time.ts';
import type { Chassis, View } from '../../os.ts';
import type { Release } from '../releases/release.ts';
import { boardId, releaseOf } from '../releases.ts';
import { uptimeText } from './age.ts';

const NOTICE = [
  'This product contains cryptographic features and is subject to United',
  'States and local country laws governing import, export, transfer and',
  'use. Delivery of Cisco cryptographic products does not imply',
  'third-party authority to import, export, distribute or use encryption.',
  'Importers, exporters, distributors and users are responsible for',
  'compliance with U.S. and local country laws. By using this product you',
  'agree to comply with applicable laws and regulations. If you are unable',
  'to comply with U.S. and local laws, return this product immediately.',
  '',
  'A summary of U.S. laws governing Cisco cryptographic products may be found at:',
  'http://www.cisco.com/wwl/export/crypto/tool/stqrg.html',
  '',
  'If you require further assistance please contact us by sending email to',
  'export@cisco.com.',
  '',
];

/** What a box says of itself after running for `uptime`. */
export function versionLines(hostname: string, chassis: Chassis, uptime: Micros): readonly string[] {
  const release = releaseOf(chassis.model);
  const { head, restart, processorLead, licence, processor, memory } = release.version;
  const lead =
    processorLead === undefined
      ? []
      : [`Uptime for this control processor is ${uptimeText(plus(uptime, seconds(60 * processorLead)))}`];
  return [
    ...head,
    `${hostname} uptime is ${uptimeText(uptime)}`,
    ...lead,
    ...restart,
    '',
    '',
    '',
    ...NOTICE,
    ...licence,
    ...processor.map((line) => line.replace('%board', boardId(chassis))),
    ...portCounts(release),
    ...memory,
  ];
}

/** `17 Ethernet interfaces` */
function portCounts(release: Release): readonly string[] {
  return release.portKinds.flatMap(({ prefix, counted }) => {
    const count = release.model.ports.filter((port) => port.replace(/\d.*$/, '') === prefix).length;
    return count === 0 ? [] : [`${count} ${counted} interface${count === 1 ? '' : 's'}`];
  });
}

export const showVersion: View = ({ box, now }) => versionLines(box.hostname, box.chassis, since(box.bootedAt, now));
