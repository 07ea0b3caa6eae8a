// The map panel: which device or cable is chosen, and what can be done with it.

import { keysOf } from './dialog.ts';
import type { LinkFacts, Sitting } from './front-desk.ts';
import type { Press } from './key-router.ts';
import { drawMap, shortPort } from './map-drawing.ts';
import { linkStyle, places } from './map-plates.ts';
import type { Stage } from './stage.ts';
import { type StyledLine, span } from './theme.ts';

/** What the map asks of the lab screen. */
export interface MapDesk {
  /** Go to this device's console. */
  goTo(device: string): void;
}

const STATE_WORDS: Readonly<Record<LinkFacts['state'], string>> = { up: 'up', down: 'down', cut: 'cut' };

/** `r1 Gi0/0 – r2 ge-0/0/0` */
const endsText = (link: LinkFacts, dash: string): string =>
  link.ends.map((end) => `${end.device} ${shortPort(end.port)}`).join(` ${dash} `);

export class MapPanel {
  readonly #sitting: Sitting;
  readonly #stage: Stage;
  readonly #desk: MapDesk;
  #device: string | undefined = undefined;
  #link: string | undefined = undefined;
  /** The list was asked for; it also comes when the map does not fit. */
  #list = false;
  /** The map did not fit when last drawn. */
  #cramped = false;

  constructor(sitting: Sitting, stage: Stage, desk: MapDesk) {
    this.#sitting = sitting;
    this.#stage = stage;
    this.#desk = desk;
  }

  /** The device that is chosen first: the one whose console was in sight. */
  begin(device: string | undefined): void {
    this.#device = device;
  }

  press(press: Press): void {
    if (press.kind === 'wheel') this.#cycle(press.by);
    for (const key of keysOf(press)) this.#key(key);
  }

  #key(key: string): void {
    const listed = this.#list || this.#cramped;
    if (key === 'tab' || key === 'n' || (listed && key === 'down')) this.#cycle(1);
    else if (key === 'shift-tab' || key === 'p' || (listed && key === 'up')) this.#cycle(-1);
    else if (key === 'up') this.#go(0, -1);
    else if (key === 'down') this.#go(0, 1);
    else if (key === 'left') this.#go(-1, 0);
    else if (key === 'right') this.#go(1, 0);
    else if (key === 'l') this.#list = !this.#list;
    else if (key === 'c') this.#cable();
    else if (key === 'enter' && this.#device !== undefined) this.#desk.goTo(this.#device);
  }

  /** The next cable; those of the chosen device come first. */
  #cycle(by: number): void {
    const links = this.#sitting.links();
    const at = links.findIndex((link) => link.id === this.#link);
    const first = links.findIndex((link) => link.ends.some((end) => end.device === this.#device));
    const next = at >= 0 ? (at + by + links.length) % links.length : Math.max(0, first);
    this.#link = links[next]?.id;
  }

  /** The nearest device in a direction. */
  #go(dx: number, dy: number): void {
    const at = places(this.#sitting.devices(), this.#sitting.links());
    const here = at.get(this.#device ?? '') ?? [...at.values()][0];
    if (here === undefined) return;
    let best: { readonly name: string; readonly far: number } | undefined;
    for (const [name, point] of at) {
      const ahead = (point.x - here.x) * dx + (point.y - here.y) * dy;
      const aside = Math.abs((point.x - here.x) * dy) + Math.abs((point.y - here.y) * dx);
      const far = ahead + 2 * aside;
      if (name !== this.#device && ahead > 0 && (best === undefined || far < best.far)) best = { name, far };
    }
    if (best !== undefined) this.#device = best.name;
  }

  #cable(): void {
    const link = this.#sitting.links().find((one) => one.id === this.#link);
    if (link === undefined) {
      this.#stage.say('Choose a cable with Tab first.');
      return;
    }
    const name = endsText(link, this.#stage.theme.signs.dash);
    const set = (plugged: boolean): void => {
      this.#sitting.setCable(link.id, plugged);
      this.#stage.say(`${plugged ? 'Mended' : 'Cut'}: ${name}`);
      this.#stage.changed('now');
    };
    if (link.state === 'cut') set(true);
    else
      this.#stage.ask({
        kind: 'choice',
        title: 'Cut this cable?',
        lines: [`${link.id}: ${name}`],
        choices: [{ key: 'y', label: 'cut it', run: () => set(false) }],
      });
  }

  lines(width: number, height: number): readonly StyledLine[] {
    const facts = {
      devices: this.#sitting.devices(),
      links: this.#sitting.links(),
      device: this.#device,
      link: this.#link,
    };
    const foot = this.#foot(facts.links);
    const sheet = height - foot.length;
    const map = this.#list ? undefined : drawMap(facts, width, sheet, this.#stage.theme.ascii);
    this.#cramped = map === undefined;
    const body = map ?? this.#rows(facts.links, sheet);
    return [...body, ...foot].slice(0, height);
  }

  /** What is chosen, in words. */
  #foot(links: readonly LinkFacts[]): StyledLine[] {
    const device = this.#sitting.devices().find((one) => one.name === this.#device);
    const link = links.find((one) => one.id === this.#link);
    const lines: StyledLine[] = [];
    if (device !== undefined) {
      const login = device.login === undefined ? '' : `, login ${device.login.user} / ${device.login.password}`;
      const own = links.filter((one) => one.ends.some((end) => end.device === device.name)).length;
      const power = device.powered ? '' : ', switched off';
      lines.push([span('device '), span(device.name, 'title'), span(` ${device.os}${power}, cables ${own}${login}`)]);
    }
    if (link !== undefined)
      lines.push([
        span('cable  '),
        span(endsText(link, this.#stage.theme.signs.dash), 'title'),
        span(' '),
        span(STATE_WORDS[link.state], linkStyle(link)),
        span(` (${link.id})`, 'dim'),
      ]);
    return lines;
  }

  /** Every cable on a row of its own, the chosen one in sight. */
  #rows(links: readonly LinkFacts[], height: number): StyledLine[] {
    const at = links.findIndex((link) => link.id === this.#link);
    const top = Math.max(0, Math.min(at - Math.floor(height / 2), links.length - height));
    const rows = links.map((link): StyledLine => {
      const chosen = link.id === this.#link;
      return [
        span(chosen ? `${this.#stage.theme.signs.pointer} ` : '  ', 'accent'),
        span(STATE_WORDS[link.state].padEnd(5), linkStyle(link)),
        span(endsText(link, this.#stage.theme.signs.dash), chosen ? 'selected' : 'plain'),
        span(` ${link.id}`, 'dim'),
      ];
    });
    const shown = rows.slice(top, top + Math.max(0, height));
    while (shown.length < height) shown.push([]);
    return shown;
  }
}
