// The routers' consoles: a large Junos configuration loaded and shown as set lines, `?` everywhere.

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

/** Where `?` is asked on Junos: everywhere from nothing typed to a value that exists. */
const JUNOS_QUESTIONS = [
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
/** On IOS, in configuration mode. */
const IOS_QUESTIONS = [
  '',
  'i',
  'ip ',
  'ip route ',
  'interface ',
  'interface gi0/',
  'router bgp ',
  'no ',
  'no ip ',
  'do ',
  'do show ',
  'do show ip ',
  'do show ip route ',
  'do ping ',
  'line ',
  'access-list ',
];

export interface ConsoleTimes {
  readonly lines: number;
  /** CPU milliseconds. */
  readonly loadOverride: number;
  readonly displaySet: number;
  /** Of `?` at the middling and at the slowest place of both systems. */
  readonly help: number;
  readonly helpWorst: number;
}

/** A console that nobody pages, in configuration mode. */
class Desk {
  readonly #play: Play;
  readonly #device: string;
  #printed = '';

  constructor(play: Play, device: string, configure: string) {
    this.#play = play;
    this.#device = device;
    play.listen({ console: (_device, _session, text) => (this.#printed += text) });
    play.do({ kind: 'open', device, session: 0, auto: true, rows: 24, columns: 80 });
    this.press(`${configure}\r`);
  }

  press(keys: string): string {
    this.#printed = '';
    this.#play.do({ kind: 'keys', device: this.#device, session: 0, keys });
    return this.#printed;
  }

  /** CPU milliseconds of `?` behind each beginning. */
  help(questions: readonly string[]): readonly number[] {
    return questions.map((question) => {
      const times = Array.from({ length: 9 }, () => {
        this.press(`\x15${question}`);
        return millis(() => this.press('?'));
      });
      this.press('\x15');
      return median(times);
    });
  }
}

const millis = (work: () => void): number => cpuSeconds(work, 1) * 1000;

/** R1 and R2 of `first-steps`. */
export function consoleTimes(play: Play): ConsoleTimes {
  const junos = new Desk(play, 'R2', 'configure');
  const ios = new Desk(play, 'R1', 'configure terminal');
  const config = largeConfiguration();
  const loads = Array.from({ length: 15 }, () => {
    junos.press(`load override terminal\r${config.join('\r')}\r`);
    return millis(() => must(junos.press('\x04').includes('load complete\r\n'), 'the configuration is loaded'));
  });
  const shows = Array.from({ length: 9 }, () =>
    millis(() =>
      must(junos.press('show | display set\r').includes('route 172.16.1.1/32'), 'the configuration is shown'),
    ),
  );
  const helps = [...junos.help(JUNOS_QUESTIONS), ...ios.help(IOS_QUESTIONS)];
  return {
    lines: config.length,
    loadOverride: median(loads),
    displaySet: median(shows),
    help: median(helps),
    helpWorst: Math.max(...helps),
  };
}
