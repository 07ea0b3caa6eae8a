// The plain mode: every screen as linear text. What a person at a keyboard gets, and what a pipe gets.

import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenRequest } from '../../src/tui/front-desk.ts';
import { runPlain } from '../../src/tui/plain/run-plain.ts';
import { ManualTiming } from './manual-timing.ts';
import { type ToyConsole, ToyDesk, type ToySitting } from './toy-desk.ts';

class Keyboard extends EventEmitter {
  readonly isTTY: boolean;
  raw = false;
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  setRawMode(raw: boolean): void {
    this.raw = raw;
  }
  resume(): void {}
  pause(): void {}
}

class Output extends EventEmitter {
  readonly isTTY: boolean;
  columns = 80;
  rows = 24;
  all = '';
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  write(text: string): void {
    this.all += text;
  }
}

class PlainTest {
  readonly timing = new ManualTiming();
  readonly keyboard: Keyboard;
  readonly output: Output;
  readonly desk: ToyDesk;
  code: number | undefined = undefined;
  #read = 0;

  constructor(isTTY: boolean, straight?: OpenRequest) {
    this.keyboard = new Keyboard(isTTY);
    this.output = new Output(isTTY);
    this.desk = new ToyDesk(['r1', 'j2', 'r3']);
    void runPlain(this.desk, {
      stdin: this.keyboard,
      stdout: this.output,
      timing: this.timing,
      embedded: true,
      ...(straight === undefined ? {} : { straight }),
    }).then((code) => {
      this.code = code;
    });
  }

  get sitting(): ToySitting {
    return this.desk.sitting;
  }
  toy(name: string): ToyConsole {
    return this.desk.sitting.console(name);
  }

  async turn(): Promise<void> {
    for (let turns = 0; turns < 8; turns++) await new Promise((resolve) => setImmediate(resolve));
  }
  /** Types keys, as the terminal sends them, and gives what was said since the last time. */
  async keys(keys: string): Promise<string> {
    this.keyboard.emit('data', Buffer.from(keys));
    await this.turn();
    return this.news();
  }
  /** One line with its Enter. */
  line(text: string): Promise<string> {
    return this.keys(`${text}\n`);
  }
  news(): string {
    const text = this.output.all.slice(this.#read);
    this.#read = this.output.all.length;
    return text;
  }
  async end(): Promise<void> {
    this.keyboard.emit('end');
    await this.turn();
  }
}

let plain: PlainTest;
async function start(isTTY: boolean, straight?: OpenRequest): Promise<string> {
  plain = new PlainTest(isTTY, straight);
  await plain.turn();
  return plain.news();
}
const lab = (isTTY: boolean): Promise<string> => start(isTTY, { lab: 'first-steps' });
afterEach(async () => {
  // Whatever was shown: no cursor motion, no colours, no other screen.
  expect(plain.output.all).not.toMatch(/[\x1b\x08\x0b\x0c]/);
  if (plain.code === undefined) await plain.end();
});

describe('the menu', () => {
  it('is a numbered list in sentences', async () => {
    const said = await start(true);
    expect(said).toContain('1. first-steps: First steps. Two routers and a cable. About 15 minutes.\n');
    expect(said).toContain('4. torn. It cannot be opened: labs/torn/lab.json:7: expected a comma.\n');
    expect(said).toMatch(/5\. night, of the lab first-steps\. Lab time 00:12:34\. Saved \d{4}-\d\d-\d\d \d\d:\d\d\.\n/);
    expect(said).toContain('6. broken. It cannot be opened: saves/broken.json is empty.\n');
    expect(said.endsWith('\nmenu> ')).toBe(true);
  });

  it.each([
    ['a number', '1', { lab: 'first-steps' }],
    ['a name', 'first-steps', { lab: 'first-steps' }],
    ['a save’s number', '5', { lab: 'first-steps', save: 'night' }],
    ['a save’s name', 'night', { lab: 'first-steps', save: 'night' }],
  ])('opens by %s', async (_, line, request) => {
    await start(true);
    expect(await plain.line(line)).toContain('First steps. Lab time 00:12:34.');
    expect(plain.desk.opened).toEqual([request]);
    expect(await plain.line('quit')).toContain('menu> ');
    await plain.line('quit');
    expect(plain.code).toBe(0);
  });

  it('says what is wrong, finds, and explains itself', async () => {
    await start(true);
    expect(await plain.line('4')).toContain('This cannot be opened: labs/torn/lab.json:7');
    expect(await plain.line('first-stps')).toContain(
      'There is nothing called "first-stps"; did you mean "first-steps"?',
    );
    expect(await plain.line('2')).toContain('there is no lab "vrf-leak"');
    const found = await plain.line('find ticket');
    expect(found).toContain('3. vrf-leak/wrong-import');
    expect(found).not.toContain('1. first-steps');
    expect(await plain.line('help')).toContain('quit: leave the program.');
    expect(await plain.line('')).toBe('menu> ');
  });
});

describe('a lab', () => {
  it('lists its commands, and takes them as far as they are clear', async () => {
    await lab(true);
    const help = await plain.line('help');
    for (const word of ['go DEVICE', 'tasks', 'guide', 'map', 'status', 'speed', 'save', 'quit'])
      expect(help).toContain(`\n${word}`);
    expect(await plain.line('dev')).toContain('1. r1, ios, at its prompt.');
    expect(await plain.line('s')).toContain('"s" may be status or speed or step or settle or save.');
    expect(await plain.line('taks')).toContain('There is no command "taks"; did you mean "tasks"?');
  });

  it('tells tasks, checks and hints in sentences', async () => {
    await lab(true);
    expect(await plain.line('tasks')).toContain('1. Make them talk. 2 points, not done.\n2. And then rest. 1 point');
    const task = await plain.line('task');
    expect(task).toContain('r1 and j2 share 10.0.0.0/30. Give both an address.');
    expect(task.replace(/\s+/g, ' ')).toContain(
      'Not so: r1 reaches j2. Found: no answer from 10.0.0.2. Look at: show ip interface brief',
    );
    expect(task).not.toContain('What is an address?');
    expect(await plain.line('hint')).toContain('Hint 1: What is an address?');
    expect(await plain.line('hint 1')).toContain('Hint 2: ip address 10.0.0.1');
    expect(await plain.line('hint')).toContain('That was the last hint.');
    const checked = await plain.line('check');
    expect(checked).toContain('1 of 2 tasks are done.');
    expect(checked).toContain('1 of 2 tasks done, 2 of 3 points.');
    expect(await plain.line('guide')).toContain('The guide\n\nRead this first.\n\n- one thing\n- another');
  });

  it('tells cables, cuts and mends them', async () => {
    await lab(true);
    expect(await plain.line('map')).toContain('1. r1-j2: r1 GigabitEthernet0/0 to j2 ge-0/0/0, up.\n2. second:');
    expect(await plain.line('cut 1')).toContain('1. r1-j2: r1 GigabitEthernet0/0 to j2 ge-0/0/0, cut.');
    expect(plain.sitting.states.get('r1-j2')).toBe('cut');
    await plain.line('mend r1-j2');
    expect(plain.sitting.states.get('r1-j2')).toBe('up');
    expect(await plain.line('cut 9')).toContain('There is no cable "9"; "map" lists them.');
  });

  it('rules lab time', async () => {
    await lab(true);
    expect(await plain.line('speed 100')).toContain('Lab time goes 100 times as fast as the clock.');
    expect(await plain.line('speed 7')).toContain('It can be 1, 10, 100.');
    expect(await plain.line('pause')).toContain('Lab time stands still.');
    await plain.line('step 2.5');
    expect(plain.sitting.now).toBe(756_500_000);
    await plain.line('resume');
    expect([plain.sitting.paused, plain.sitting.speed]).toEqual([false, 100]);
    const settling = plain.line('settle');
    await plain.turn();
    plain.sitting.settling = false;
    plain.sitting.settled(true);
    await settling;
    await plain.turn();
    expect(plain.output.all).toContain('Nothing changes any more.');
    expect(await plain.line('status')).toContain('First steps. Lab time 00:12:36. Lab time goes 100 times');
  });

  it('saves, asks before it writes over another, and before it leaves', async () => {
    await lab(true);
    plain.sitting.isDirty = true;
    expect(await plain.line('save')).toContain('Enter for "first-steps") ');
    expect(await plain.line('')).toContain('Saved as first-steps.');
    expect(await plain.line('save night')).toContain('y: write over it, n: another name, anything else: neither. ');
    expect(await plain.line('')).toContain('Nothing was done.');
    await plain.line('save night');
    await plain.line('y');
    expect(plain.sitting.written).toEqual(['first-steps', 'night']);
    expect(await plain.line('save a/b')).toContain('"a/b" is not a name');
    await plain.line('-');
    plain.sitting.isDirty = true;
    expect(await plain.line('quit')).toContain('What you did since the last save is not saved.');
    expect(await plain.line('no')).toContain('first-steps> ');
    await plain.line('quit');
    await plain.line('d');
    expect([plain.code, plain.sitting.closed]).toEqual([0, 'left']);
  });

  it('keeps what was not saved when the input ends: nobody was asked', async () => {
    await lab(true);
    plain.sitting.isDirty = true;
    await plain.end();
    expect([plain.code, plain.sitting.closed]).toEqual([0, 'ended']);
  });
});

describe('a console at a keyboard', () => {
  it('has every byte both ways, until the prefix key', async () => {
    await lab(true);
    expect(await plain.line('go r1')).toBe('The console of r1. Ctrl-] leaves it.\nWelcome to r1\nr1>');
    expect(plain.keyboard.raw).toBe(true);
    expect(await plain.keys('show ?')).toBe('show ?');
    const keys = ['\x03', '\x1a', '\t', '\x01', 'é', '\r'];
    for (const key of keys) await plain.keys(key);
    expect(plain.toy('r1').got).toEqual(['show ?', ...keys]);
    plain.news();
    plain.toy('r1').say('%LINK: up\r\n');
    expect(plain.news()).toBe('%LINK: up\r\n');
    expect(await plain.keys('half\x1dstatus\n')).toMatch(
      /^half\nBack in the lab; r1 goes on\.\nfirst-steps> First steps/,
    );
    expect(plain.keyboard.raw).toBe(false);
  });

  it('reads out what was printed meanwhile, with the line that was being typed', async () => {
    await lab(true);
    await plain.line('go r1');
    await plain.keys('sh\x1d');
    plain.toy('r1').say('\r\n%SYS-5-CONFIG_I\r\nr1>sh ');
    expect(await plain.line('')).toContain('Printed something new: r1.');
    expect(await plain.line('')).not.toContain('Printed something new');
    expect(await plain.line('devices')).toContain('1. r1, ios, at its prompt. It printed something new.');
    expect(await plain.line('go 1')).toBe('The console of r1. Ctrl-] leaves it.\nr1>sh\n%SYS-5-CONFIG_I\nr1>sh ');
  });

  it('knows the size of the terminal', async () => {
    await lab(true);
    await plain.line('go r1');
    plain.output.columns = 60;
    plain.output.rows = 12;
    plain.output.emit('resize');
    expect(plain.toy('r1').size).toEqual([12, 60]);
  });

  it('can be read, searched and typed to without going there, one or several', async () => {
    await lab(true);
    expect(await plain.line('type r1 show ip')).toContain('r1>show ip\nyou said so\n');
    expect(plain.toy('r1').got).toEqual(['show ip\r']);
    const both = await plain.line('type r1,j2 show clock');
    expect(both).toMatch(/r1:\nr1>show clock\nyou said so\nj2:\nj2>show clock\nyou said so\n/);
    await plain.line('type all end');
    expect(['r1', 'j2', 'r3'].map((name) => plain.toy(name).got.at(-1))).toEqual(['end\r', 'end\r', 'end\r']);
    expect(await plain.line('read j2 2')).toBe('you said so\nj2>\nfirst-steps> ');
    expect(await plain.line('find r1 SHOW')).toContain('4 up: r1>show clock');
    expect(await plain.line('type r9 x')).toContain('There is no device "r9"; did you mean "r1"?');
  });
});

describe('from a pipe', () => {
  it('reads commands, and types lines at a console until it is left', async () => {
    await lab(false);
    await plain.keys('devices\ngo r1\nshow ip\nshow clock\n~.\nstatus\nquit\n');
    await plain.turn();
    expect(plain.toy('r1').got).toEqual(['show ip\r', 'show clock\r']);
    expect(plain.output.all).toContain(
      'first-steps> go r1\nWelcome to r1\nr1>show ip\nyou said so\nr1>show clock\nyou said so\nr1>\nfirst-steps> status\n',
    );
    expect(plain.code).toBe(0);
  });

  it('turns pages, and stops what does not end', async () => {
    await lab(false);
    const r1 = plain.toy('r1');
    let state: 'prompt' | 'pager' | 'running' = 'prompt';
    r1.state = () => state as 'prompt';
    r1.keys = (keys) => {
      r1.got.push(keys);
      if (keys === 'long\r') state = 'pager';
      else if (keys === 'ping\r') state = 'running';
      else state = 'prompt';
    };
    await plain.keys('go r1\nlong\nping\nafter\n');
    expect(r1.got).toEqual(['long\r', ' ', 'ping\r']);
    for (let waited = 0; waited < 2600; waited++) {
      plain.timing.advance(50);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await plain.turn();
    expect(r1.got).toEqual(['long\r', ' ', 'ping\r', '\x03', 'after\r']);
    expect(plain.output.all).toContain('It did not end by itself, and was stopped.');
  });

  it('waits until the lab is up, and ends with the input', async () => {
    plain = new PlainTest(false, { lab: 'first-steps' });
    plain.sitting.settling = true;
    await plain.keys('status');
    expect(plain.output.all).not.toContain('first-steps>');
    plain.sitting.settling = false;
    plain.sitting.tell();
    await plain.end();
    expect(plain.output.all).toContain('first-steps> status\nFirst steps. Lab time');
    expect(plain.code).toBe(0);
  });
});
