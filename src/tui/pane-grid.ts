// Which consoles are in sight at once: one to four panes in at most two columns. Where they are drawn: lab-layout.ts.

export type Direction = 'left' | 'right' | 'up' | 'down';

const COLUMNS_MAX = 2;
const ROWS_MAX = 2;

/** Devices in columns, each from top to bottom; none is there twice, so that each console has one size. */
export class PaneGrid {
  #columns: readonly (readonly string[])[];
  #focus: string;
  /** The focused one has all the room; the others come back. */
  zoomed = false;
  readonly #all: readonly string[];

  /** `all`: the devices there are, at least one, in the order of their tabs. */
  constructor(all: readonly string[]) {
    this.#all = all;
    this.#focus = all[0] ?? '';
    this.#columns = [[this.#focus]];
  }

  get columns(): readonly (readonly string[])[] {
    return this.#columns;
  }
  get focus(): string {
    return this.#focus;
  }
  /** As one reads: row by row. */
  get devices(): readonly string[] {
    return Array.from({ length: ROWS_MAX }, (_, row) =>
      this.#columns.flatMap((column) => column.slice(row, row + 1)),
    ).flat();
  }
  get split(): boolean {
    return this.devices.length > 1;
  }

  /** Another device in the focused pane; when it has a pane already, the two change places. */
  show(device: string): void {
    if (!this.#all.includes(device)) return;
    this.#replace((one) => (one === this.#focus ? device : one === device ? this.#focus : one));
    this.#focus = device;
  }

  /** The pane with that device has the focus from now on; when it has none, the focused pane shows it. */
  goTo(device: string): void {
    if (this.devices.includes(device)) this.#focus = device;
    else this.show(device);
  }

  /** One more pane, beside all others or under the focused one, with the next console. False: no room, or no console. */
  open(where: 'beside' | 'below'): boolean {
    const device = this.#nextHidden();
    if (device === undefined) return false;
    const column = this.#columns.findIndex((one) => one.includes(this.#focus));
    if (where === 'beside') {
      if (this.#columns.length >= COLUMNS_MAX) return false;
      this.#columns = [...this.#columns, [device]];
    } else {
      const own = this.#columns[column] ?? [];
      if (own.length >= ROWS_MAX) return false;
      const at = own.indexOf(this.#focus) + 1;
      this.#columns = this.#columns.with(column, own.toSpliced(at, 0, device));
    }
    this.zoomed = false;
    this.#focus = device;
    return true;
  }

  /** Two columns of two; with fewer devices, as many as there are. The focus stays. */
  four(): void {
    this.zoomed = false;
    const devices = [...this.devices];
    for (let next = this.#nextHidden(devices); devices.length < 4 && next !== undefined; ) {
      devices.push(next);
      next = this.#nextHidden(devices);
    }
    const left = devices.filter((_, index) => index % 2 === 0);
    const right = devices.filter((_, index) => index % 2 === 1);
    // Panes that are there already stay in their columns.
    const kept = this.#columns.length === COLUMNS_MAX ? this.#filled(devices) : undefined;
    this.#columns = kept ?? [left, right].filter((column) => column.length > 0);
  }

  /** The pane goes, its console does not. The last one stays. */
  close(): void {
    if (!this.split) return;
    const at = this.devices.indexOf(this.#focus);
    this.#columns = this.#columns
      .map((column) => column.filter((one) => one !== this.#focus))
      .filter((column) => column.length > 0);
    this.#focus = this.devices[Math.min(at, this.devices.length - 1)] as string;
    this.zoomed = false;
  }

  /** The focus goes on to the next pane. */
  next(): void {
    this.#focus = this.#after(this.devices) ?? this.#focus;
  }

  /** The focus goes to the pane on that side. False: there is none. */
  towards(direction: Direction): boolean {
    const column = this.#columns.findIndex((one) => one.includes(this.#focus));
    const own = this.#columns[column] ?? [];
    const row = own.indexOf(this.#focus);
    const sideways = direction === 'left' ? -1 : direction === 'right' ? 1 : 0;
    const beside = this.#columns[column + sideways] ?? [];
    const target = sideways === 0 ? own[row + (direction === 'up' ? -1 : 1)] : beside[Math.min(row, beside.length - 1)];
    if (target !== undefined) this.#focus = target;
    return target !== undefined;
  }

  /** The focused pane and the next one change places; the focus goes along. */
  swap(): void {
    const other = this.#after(this.devices);
    if (other === undefined || other === this.#focus) return;
    const here = this.#focus;
    this.#replace((one) => (one === here ? other : one === other ? here : one));
  }

  #replace(change: (device: string) => string): void {
    this.#columns = this.#columns.map((column) => column.map(change));
  }

  #after(devices: readonly string[]): string | undefined {
    return devices[(devices.indexOf(this.#focus) + 1) % devices.length];
  }

  /** The next device after the focused one that has no pane. */
  #nextHidden(shown: readonly string[] = this.devices): string | undefined {
    const at = this.#all.indexOf(this.#focus);
    return [...this.#all.slice(at + 1), ...this.#all.slice(0, at)].find((device) => !shown.includes(device));
  }

  /** The columns there are, with the devices that have no pane yet in their gaps. */
  #filled(devices: readonly string[]): readonly (readonly string[])[] {
    const fresh = devices.filter((device) => !this.devices.includes(device));
    return this.#columns.map((column) => [...column, ...fresh.splice(0, ROWS_MAX - column.length)]);
  }
}
