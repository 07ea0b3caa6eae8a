// Processes of one plug-in, one a VRF: which run, and what each is told.

import { byText, SortedMap } from '../base/sorted-map.ts';
import type { VrfName } from '../route/names.ts';

/** As much of a process host as is needed here. */
interface Hosted<Config> {
  configure(wanted: Config): 'applied' | 'restart';
  stop(): void;
}

export class VrfProcesses<Config, Host extends Hosted<Config>> {
  readonly #start: (vrf: VrfName) => Host;
  readonly #running = new SortedMap<VrfName, Host>(byText);

  constructor(start: (vrf: VrfName) => Host) {
    this.#start = start;
  }

  /** In the order of their VRFs. */
  all(): readonly Host[] {
    return this.#running.values();
  }

  /** True when any of them fits, asked in this order. */
  some(fits: (host: Host) => boolean): boolean {
    return this.#running.some(fits);
  }

  of(vrf: VrfName): Host | undefined {
    return this.#running.get(vrf);
  }

  /** Starts, tells or stops the one of a VRF; undefined: none shall run. */
  configure(vrf: VrfName, wanted: Config | undefined): void {
    const host = this.#running.get(vrf);
    if (host && wanted !== undefined && host.configure(wanted) === 'applied') return;
    if (host) {
      host.stop();
      this.#running.delete(vrf);
    }
    if (wanted === undefined) return;
    const started = this.#start(vrf);
    this.#running.set(vrf, started);
    started.configure(wanted);
  }

  /** The same for all VRFs at once. */
  configureAll(wanted: Readonly<Record<VrfName, Config>>): void {
    for (const vrf of this.#running.keys()) if (!(vrf in wanted)) this.configure(vrf, undefined);
    for (const vrf of (Object.keys(wanted) as VrfName[]).sort(byText)) this.configure(vrf, wanted[vrf]);
  }
}
