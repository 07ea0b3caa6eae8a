// Who hears what is typed: the console with the focus, or a group that it belongs to.

export class Hearers {
  #group: ReadonlySet<string> = new Set();

  /** Typing goes to several. */
  get active(): boolean {
    return this.#group.size > 0;
  }
  has(device: string): boolean {
    return this.#group.has(device);
  }

  /** Those that hear what is typed at `focus`, in the order given. At a console outside the group, only that one. */
  of(focus: string, all: readonly string[]): readonly string[] {
    return this.#group.has(focus) ? all.filter((device) => this.#group.has(device)) : [focus];
  }

  /** Begins with these, or ends it. */
  toggle(devices: readonly string[]): void {
    this.#group = this.active ? new Set() : new Set(devices);
  }

  /** One more, or one less. */
  change(device: string): void {
    const group = new Set(this.#group);
    if (!group.delete(device)) group.add(device);
    this.#group = group;
  }

  /** For the status bar: the names, or how many when they take more than `width`; empty when nobody is typed to but one. */
  text(focus: string, all: readonly string[], width: number): string {
    if (!this.active) return '';
    const names = all.filter((device) => this.#group.has(device));
    const long = names.join(' ');
    const who = long.length <= width ? long : `${names.length} consoles`;
    return this.#group.has(focus) ? who : `${who}, not ${focus}`;
  }
}
