// A large Junos configuration at the console: loaded, shown as set lines, asked about with `?`.

import { must } from '../../src/base/must.ts';
import type { Play } from '../../src/play/play.ts';
import { cpuSeconds, median } from './measure.ts';

/** 5,000 lines of interfaces, policies and static routes, as `show configuration` prints them. */
export function largeConfiguration(lines = 5_000): readonly string[] {
  const units: string[] = [];
  const terms: string[] = [];
  const routes: string[] = [];
  const system = [
    'system {',
    '    host-name R2;',
    '    root-authentication {',
    '        encrypted-password "$6$x$y";',
    '    }',
    '}',
  ];
  const frame = system.length + 13;
  for (let n = 0; units.length + terms.length + routes.length + frame < lines; n++) {
    const [high, low] = [n >> 8, n & 255];
    units.push(
      `        unit ${n} {`,
      `            description "customer ${n}";`,
      `            vlan-id ${n + 1};`,
      '            family inet {',
      `                address 10.${high}.${low}.1/30;`,
      '            }',
      '        }',
    );
    terms.push(
      `        term t${n} {`,
      '            from {',
      `                route-filter 10.${high}.${low}.0/24 exact;`,
      '            }',
      '            then accept;',
      '        }',
    );
    routes.push(`        route 172.16.${high}.${low}/32 next-hop 10.${high}.${low}.2;`);
  }
  return [
    ...system,
    'interfaces {',
    '    ge-0/0/0 {',
    '        vlan-tagging;',
    ...units,
    '    }',
    '}',
    'policy-options {',
    '    policy-statement P {',
    ...terms,
    '    }',
    '}',
    'routing-options {',
    '    static {',
    ...routes,
    '    }',
    '}',
  ];
}

/** What can be asked about: everywhere from nothing typed to a value that exists. */
const QUESTIONS = [
  '',
  'set ',
  'set i',
  'set interfaces ',
  'set interfaces ge-0/0/0 ',
  'set interfaces ge-0/0/0 unit ',
  'set interfaces ge-0/0/0 unit 7 family ',
  'set protocols bgp group X ',
  'set policy-options policy-statement P term t1 from ',
  'set routing-options static route ',
  'set apply-groups ',
  'delete policy-options policy-statement P term ',
  'show ',
  'run show ',
  'run show route ',
  'commit ',
];

export interface JunosTimes {
  /** CPU milliseconds. */
  readonly loadOverride: number;
  readonly displaySet: number;
  /** Of `?` at every place, and at the slowest. */
  readonly help: number;
  readonly helpWorst: number;
  readonly lines: number;
}

/** On R2 of `first-steps`, in a console that nobody pages. */
export function junosTimes(play: Play): JunosTimes {
  let printed = '';
  const [device, session] = ['R2', 0];
  play.listen({ console: (_device, _session, text) => (printed += text) });
  play.do({ kind: 'open', device, session, auto: true, rows: 24, columns: 80 });
  const press = (keys: string): string => {
    printed = '';
    play.do({ kind: 'keys', device, session, keys });
    return printed;
  };
  const millis = (work: () => void): number => cpuSeconds(work, 1) * 1000;
  const config = largeConfiguration();
  press('configure\r');
  const loads = Array.from({ length: 7 }, () => {
    press(`load override terminal\r${config.join('\r')}\r`);
    return millis(() => must(press('\x04').includes('load complete\r\n'), `the configuration is loaded: ${printed}`));
  });
  const shows = Array.from({ length: 9 }, () =>
    millis(() => must(press('show | display set\r').includes('route 172.16.1.1/32'), 'the configuration is shown')),
  );
  const helps = QUESTIONS.map((question) =>
    median(
      Array.from({ length: 9 }, () => {
        press(`\x15${question}`);
        return millis(() => press('?'));
      }),
    ),
  );
  return {
    loadOverride: median(loads),
    displaySet: median(shows),
    help: median(helps),
    helpWorst: Math.max(...helps),
    lines: config.length,
  };
}
