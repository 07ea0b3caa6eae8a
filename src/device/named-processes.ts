// Processes of one protocol that run side by side, each with a name of its own.

import { byText, SortedMap } from '../base/sorted-map.ts';

/** What can be started under a name. */
interface Named {
  readonly name: string;
}

interface Startable<Config> {
  configure(wanted: Config): 'applied' | 'restart';
  stop(): void;
}

export class NamedProcesses<Config extends Named, Host extends Startable<Config>> {
  readonly #hosts = new SortedMap<string, Host>(byText);
  readonly #start: (config: Config) => Host;

  /** `start` makes a process that has no configuration yet. */
  constructor(start: (config: Config) => Host) {
    this.#start = start;
  }

  /** In the order of their names. */
  all(): readonly Host[] {
    return this.#hosts.values();
  }

  /** True when any of them fits, asked in this order. */
  some(fits: (host: Host) => boolean): boolean {
    return this.#hosts.some(fits);
  }

  /** That of this name, or all of them. */
  named(name: string | undefined): readonly Host[] {
    if (name === undefined) return this.all();
    const host = this.#hosts.get(name);
    return host ? [host] : [];
  }

  /** These run from now on, and no others. */
  configureAll(configs: readonly Config[]): void {
    for (const name of this.#hosts.keys()) if (!configs.some((config) => config.name === name)) this.#stop(name);
    for (const config of [...configs].sort((a, b) => byText(a.name, b.name))) {
      if (this.#hosts.get(config.name)?.configure(config) === 'restart') this.#stop(config.name);
      if (this.#hosts.has(config.name)) continue;
      const host = this.#start(config);
      this.#hosts.set(config.name, host);
      host.configure(config);
    }
  }

  #stop(name: string): void {
    this.#hosts.get(name)?.stop();
    this.#hosts.delete(name);
  }
}
