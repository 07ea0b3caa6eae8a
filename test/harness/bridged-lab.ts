// A lab with a bridged link that runs inside a test at the pace of the clock, and consoles that are typed at.

import { parseIp4 } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import { Bridge } from '../../src/host/bridge.ts';
import { Pacer } from '../../src/host/pacer.ts';
import { programFolder } from '../../src/host/places.ts';
import type { Machinery } from '../../src/lab/build.ts';
import type { Lab } from '../../src/lab/lab.ts';
import type { Play } from '../../src/play/play.ts';
import { QUIET } from '../../src/play/player.ts';
import { begin, type Reopened, reopen, saveOf } from '../../src/play/replay.ts';
import type { Save } from '../../src/play/save.ts';
import { SETTLE_DEFAULT } from '../../src/play/script.ts';
import { type Chunk, only } from '../../src/play/transcript.ts';
import { MAIN, type VrfName } from '../../src/route/names.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { openLab } from '../../src/verbs/open-lab.ts';
import { bed } from './program.ts';

let loaded: Promise<Machinery> | undefined;

/** The routers of the program, loaded once. */
export function machinery(): Promise<Machinery> {
  loaded ??= loadMachinery(programFolder());
  return loaded;
}

/** Seconds that anybody waits for something to come true: less than a test may take. */
const PATIENCE = 45;

/** The port that leads out. */
export const PORTS = { ios: 'GigabitEthernet0/0', junos: 'ge-0/0/0' } as const;
export const ROUTER = '10.77.0.1';
export const STRANGER = '10.77.0.2';

/** One router with 10.77.0.1/24 where the stranger is, on the link `out`. */
export function oneRouter(os: keyof typeof PORTS, more = ''): Readonly<Record<string, unknown>> {
  const config = {
    ios: `hostname R1\n!\ninterface ${PORTS.ios}\n ip address ${ROUTER} 255.255.255.0\n no shutdown\n!\n${more}\nend\n`,
    junos:
      'system {\n    host-name R1;\n    root-authentication {\n        encrypted-password "$6$labsroot$s/qGem";\n    }\n}\n' +
      `interfaces {\n    ${PORTS.junos} {\n        unit 0 {\n            family inet {\n` +
      `                address ${ROUTER}/24;\n            }\n        }\n    }\n}\n${more}\n`,
  }[os];
  return {
    'labs/one/lab.json': {
      title: 'One router and a stranger',
      summary: 'A link that leads out.',
      minutes: 5,
      devices: [{ name: 'R1', os }],
      links: [{ id: 'out', kind: 'lan', ends: [`R1:${PORTS[os]}`] }],
    },
    [`labs/one/start/R1.${os}`]: config,
    'package.json': { name: 'labelstack', version: '0.0.0' },
  };
}

export class BridgedLab {
  readonly lab: Lab;
  readonly play: Play;
  readonly pacer: Pacer;
  readonly bridge: Bridge;
  #waiting: (() => void)[] = [];
  readonly #patience = new Set<NodeJS.Timeout>();
  readonly #printed = new Map<string, Chunk[]>();

  private constructor(lab: Lab, play: Play, bridge: Bridge) {
    this.lab = lab;
    this.play = play;
    this.bridge = bridge;
    this.pacer = new Pacer(play, { unattendedMillis: 0, changed: () => this.#look() });
    play.listen({ console: (device, _, text, kind) => this.#printed.get(device)?.push({ text, kind }) });
  }

  /** The only lab of these files, settled, its link bridged to that port of 127.0.0.1, at pace x1. */
  static async open(
    files: Readonly<Record<string, unknown>>,
    link: string,
    remotePort: number,
    localPort = 0,
  ): Promise<BridgedLab> {
    const place = bed(files, await machinery());
    const name = Object.keys(files).find((file) => file.endsWith('lab.json')) as string;
    const lab = await openLab(name.split('/')[1] as string, place.program);
    if (!lab.ok) throw new Error(lab.error);
    const begun = begin(lab.value, await machinery(), { from: 'start' });
    if (!begun.ok) throw new Error(JSON.stringify(begun.error));
    begun.value.settle(SETTLE_DEFAULT, QUIET);
    const bridge = await Bridge.bind({ link, localPort, remoteHost: '127.0.0.1', remotePort });
    if (!bridge.ok) throw new Error(bridge.error);
    const bridged = new BridgedLab(lab.value, begun.value, bridge.value);
    bridged.pacer.run(1);
    bridge.value.join(begun.value, bridged.pacer);
    return bridged;
  }

  /** Types a line at a device's console (logged in, no paging); its output when the prompt is back. */
  async type(device: string, line: string): Promise<string> {
    const console = { device, session: 0 };
    if (this.play.state(device, 0) === undefined) {
      this.#printed.set(device, []);
      this.pacer.do({ kind: 'open', ...console, auto: true, rows: 24, columns: 80 });
      await this.#answered(device);
    }
    this.#printed.set(device, []);
    this.pacer.do({ kind: 'keys', ...console, keys: `${line}\r` });
    await this.#answered(device);
    return only('output', this.#printed.get(device) ?? []);
  }

  /**
   * The world as it is at the moment that this comes true. Asked whenever something has run; rejects after 45 seconds. When the
   * meeting is closed nobody waits any more.
   */
  until(done: () => boolean): Promise<void> {
    const late = new Error(`after ${PATIENCE} s it is still not so: ${done}`);
    return new Promise((then, fail) => {
      const patience = setTimeout(() => fail(late), PATIENCE * 1000);
      this.#patience.add(patience);
      const look = (): void => {
        if (!done()) this.#waiting.push(look);
        else {
          clearTimeout(patience);
          this.#patience.delete(patience);
          then();
        }
      };
      look();
    });
  }

  /** The main table of a device, or a VRF's, has a way to this address. */
  knows(device: string, address: string, vrf: string = MAIN): boolean {
    const entry = this.play.running
      .router(device)
      ?.ask('lookup', { vrf: vrf as VrfName, to: present(parseIp4(address), address) });
    return entry !== undefined && entry.verdict.kind !== 'discard' && entry.verdict.kind !== 'reject';
  }

  /** Ends the meeting, and opens its save (as text and back) without the stranger. */
  async reopened(): Promise<Reopened> {
    await this.close();
    const save = JSON.parse(JSON.stringify(saveOf(this.play, { title: 'Met', engine: 'e' }))) as Save;
    return reopen(save, this.lab, await machinery(), { engine: 'e' });
  }

  /** Nothing runs any more; the play may still be looked at. */
  async close(): Promise<void> {
    for (const patience of this.#patience) clearTimeout(patience);
    this.#patience.clear();
    this.pacer.close();
    await this.bridge.close();
  }

  #answered(device: string): Promise<void> {
    return this.until(() => this.play.state(device, 0) !== 'running');
  }

  #look(): void {
    for (const look of this.#waiting.splice(0)) look();
  }
}
