// IOS boxes that speak IS-IS to one another, and have had the time for it.

import { Boxes as Bare } from './boxes.ts';

/** A minute and a half after the power came on. */
export class Boxes extends Bare {
  constructor(kind: string, configs: Readonly<Record<string, string>>, cables: readonly string[]) {
    super(kind, configs, cables);
    this.run(100);
  }

  adjacencyLog(name: string): readonly string[] {
    return this.log(name, '%CLNS');
  }
}

/** Loopback0 10.255.255.N, interfaces, and a process of that area with system ID N. */
export const router = (n: number, area: string, more: string, ...interfaces: readonly string[]): string => `\
interface Loopback0
 ip address 10.255.255.${n} 255.255.255.255
 ip router isis
${interfaces.join('\n')}
router isis
 net ${area}.0000.0000.00${String(n).padStart(2, '0')}.00
${more}
`;
/** An interface that runs IS-IS, /28. */
export const port = (name: string, address: string, ...more: readonly string[]): string =>
  [`interface ${name}`, ` ip address ${address} 255.255.255.240`, ' ip router isis', ...more, ' no shutdown'].join(
    '\n',
  );
