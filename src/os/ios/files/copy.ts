// copy: from one place to another, with the questions it asks.
// Source: Cisco IOS Configuration Fundamentals command reference, "copy"; captures of sessions (`Destination filename
// [startup-config]? `, `2134 bytes copied in 0.548 secs (3894 bytes/sec)`, `%Warning:There is a file already existing …`).

import type { ConfigTree } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { bodyLines } from '../print.ts';
import { readConfiguration } from '../read.ts';
import type { Seat } from '../shell/seat.ts';
import { archiveOnWrite } from './archive.ts';
import { type Place, placeOf, textAt } from './place.ts';

const NAMES = { running: 'running-config', startup: 'startup-config' } as const;

/** The words behind `copy`: names of the two configurations, or places. */
export function copy(seat: Seat, found: Match): void {
  const [, from = '', to = ''] = found.words;
  const source = asPlace(seat, from);
  const target = asPlace(seat, to);
  if (!source || !target) {
    seat.io.print([`%Error opening ${source ? to : from} (No such device)`]);
    return;
  }
  const text = textAt(seat.system, seat.box, source);
  if (text === undefined && source.kind === 'disk') {
    seat.io.print([`%Error opening ${source.path} (No such file or directory)`]);
    return;
  }
  askName(seat, source, target, (place) => {
    if (text === undefined) seat.io.print(['%% Non-volatile configuration memory invalid or not present']);
    else put(seat, source, place, text);
  });
}

const asPlace = (seat: Seat, word: string): Place | undefined => {
  if (word === NAMES.running) return { kind: 'running' };
  return word === NAMES.startup ? { kind: 'startup' } : placeOf(seat.box, word);
};

function askName(seat: Seat, source: Place, target: Place, then: (place: Place) => void): void {
  const named = target.kind === 'disk' ? target.name : NAMES[target.kind];
  const byDefault = named === '' ? (source.kind === 'disk' ? source.name : NAMES[source.kind]) : named;
  seat.io.ask(`Destination filename [${byDefault}]? `, { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const name = answer.text.trim() || byDefault;
    if (target.kind === 'disk') {
      const path = target.path.slice(0, target.path.indexOf(':') + 1);
      const place = placeOf(seat.box, name.includes(':') ? name : `${path}${name}`);
      if (place) then(place);
      else seat.io.print([`%Error opening ${name} (No such device)`]);
    } else if (name === named) then(target);
    else
      seat.io.print([
        `%Error opening ${target.kind === 'startup' ? 'nvram' : 'system'}:/${name} (No such file or directory)`,
      ]);
  });
}

function put(seat: Seat, source: Place, target: Place, text: string): void {
  const { io, box, system } = seat;
  if (target.kind === 'startup') {
    if (source.kind === 'running') save(seat);
    else {
      box.store.startup = { tree: treeOf(seat, text, true), at: box.now, user: seat.user };
      io.print(['[OK]', copied(text)]);
    }
  } else if (target.kind === 'running') {
    merge(seat, text);
    io.print([copied(text), '']);
  } else {
    const write = (): void => {
      system.disk(box).write(target.name, text, box.now);
      io.print(['', copied(text)]);
    };
    if (system.disk(box).read(target.name)) {
      io.print(['%Warning:There is a file already existing with this name ']);
      confirm(seat, 'Do you want to over write? [confirm]', write);
    } else write();
  }
}

/** Enter or `y` goes on; any other key does not. */
export function confirm(seat: Seat, question: string, then: () => void): void {
  seat.io.askKey(question, (key) => {
    seat.io.write(key.length === 1 ? `${key}\n` : '\n');
    if (key === 'enter' || key.toLowerCase() === 'y') then();
  });
}

/** What a file makes of the configuration that runs (its lines are typed, so to speak), or of a bare box. */
export function treeOf(seat: Seat, text: string, bare: boolean): ConfigTree {
  const { system, box } = seat;
  const environment = system.environment(box.chassis.model, true);
  return readConfiguration(text, bare ? environment.factory : seat.running, environment).tree;
}

export const merge = (seat: Seat, text: string): void => seat.commit(treeOf(seat, text, false));

/** write memory, copy running-config startup-config */
export function save(seat: Seat): void {
  const { box, user } = seat;
  box.store.startup = { tree: seat.running, at: box.now, user };
  seat.io.print(['Building configuration...', '[OK]']);
  archiveOnWrite(seat);
}

/** The saved configuration on top of what runs. False: nothing is saved. */
export function mergeStartup(seat: Seat): boolean {
  const saved = seat.box.store.startup;
  if (saved) merge(seat, bodyLines(saved.tree).join('\n'));
  return saved !== undefined;
}

/** A flash writes a kilobyte in about a quarter of a second. */
function copied(text: string): string {
  const span = Math.max(4, Math.round(text.length / 4)) / 1000;
  return `${text.length} bytes copied in ${span.toFixed(3)} secs (${Math.floor(text.length / span)} bytes/sec)`;
}
