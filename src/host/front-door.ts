// The first port of a console server: lists the devices and asks which one it shall be.

/** What a caller may ask for. */
export interface Door {
  readonly title: string;
  readonly devices: readonly { readonly name: string; readonly os: string; readonly port: number }[];
}

/** What became of what was typed: more is needed, a session is wanted, or the caller leaves. */
export type DoorAnswer =
  | { readonly kind: 'more' }
  | {
      readonly kind: 'session';
      readonly device: string;
      readonly session: number;
      /** What was pressed after it: the console's. */
      readonly rest: string;
    }
  | { readonly kind: 'leave' };

const MORE: DoorAnswer = { kind: 'more' };
const LINE_MAX = 80;
/** As many as a device has. */
const SESSIONS_MAX = 16;
/** Ctrl-C and Ctrl-D. */
const LEAVE = ['\x03', '\x04'];
const ERASE = ['\x08', '\x7f'];

export class FrontDoor {
  readonly #door: Door;
  readonly #print: (text: string) => void;
  #line = '';

  constructor(door: Door, print: (text: string) => void) {
    this.#door = door;
    this.#print = print;
  }

  /** Says what there is, and asks. */
  greet(): void {
    const { title, devices } = this.#door;
    const width = Math.max(...devices.map(({ name }) => name.length));
    const rows = devices.map(
      ({ name, os, port }, i) =>
        `${String(i + 1).padStart(3)}  ${name.padEnd(width)}  ${os.padEnd(6)}  its console is port ${port} too`,
    );
    const how = 'A number or a name is the console; a name and 2 to 16 is a line of your own (R1 2).';
    this.#print(`\r\n${title}\r\n\r\n${rows.join('\r\n')}\r\n\r\n${how.replace('R1', devices[0]?.name ?? 'R1')}\r\n`);
    this.#ask();
  }

  /** Takes what was pressed. */
  keys(text: string): DoorAnswer {
    for (let at = 0; at < text.length; at++) {
      const answer = this.#key(text[at] as string);
      if (answer.kind === 'session') return { ...answer, rest: text.slice(at + 1) };
      if (answer.kind === 'leave') return answer;
    }
    return MORE;
  }

  #ask(): void {
    this.#line = '';
    this.#print('Device: ');
  }

  #key(key: string): DoorAnswer {
    if (LEAVE.includes(key)) return { kind: 'leave' };
    if (key === '\r' || key === '\n') return this.#enter();
    if (ERASE.includes(key)) {
      if (this.#line !== '') this.#print('\b \b');
      this.#line = this.#line.slice(0, -1);
    } else if (key >= ' ' && key <= '~' && this.#line.length < LINE_MAX) {
      this.#line += key;
      this.#print(key);
    }
    return MORE;
  }

  #enter(): DoorAnswer {
    this.#print('\r\n');
    const [word = '', number = '1', ...more] = this.#line.split(' ').filter(Boolean);
    const { devices } = this.#door;
    const found = devices.find(({ name }) => name === word) ?? devices.find((same) => like(same.name, word));
    const device = found ?? (/^\d{1,4}$/.test(word) ? devices[Number(word) - 1] : undefined);
    const session = /^\d{1,2}$/.test(number) ? Number(number) : 0;
    if (device !== undefined && more.length === 0 && session >= 1 && session <= SESSIONS_MAX)
      return { kind: 'session', device: device.name, session: session - 1, rest: '' };
    if (word !== '')
      this.#print(device === undefined ? `There is no device "${word}".\r\n` : 'A line is a number from 2 to 16.\r\n');
    this.#ask();
    return MORE;
  }
}

const like = (name: string, word: string): boolean => name.toLowerCase() === word.toLowerCase();
