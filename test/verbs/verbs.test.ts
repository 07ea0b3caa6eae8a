import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/verbs/arguments.ts';
import { columns } from '../../src/verbs/columns.ts';
import { fileName } from '../../src/verbs/run.ts';
import { bed, TOY_FILES } from '../harness/program.ts';
import { toyMachinery, toySystem } from '../harness/toy-system.ts';

describe('the words of a command line', () => {
  const grammar = {
    options: { at: 'TIME', command: 'LINE', json: 'flag' },
    short: { c: 'command' },
    many: ['command'],
    words: ['LAB', '[MORE…]'],
  };
  const read = (...args: string[]) => {
    const given = readArguments(args, grammar);
    return given.ok ? { order: given.value.order, words: given.value.words } : given.error;
  };

  it('are options and words in any order, attached or apart', () => {
    expect(read('-c', 'show ip', 'lab', '--at=5s', '-cx', '--json', 'more', '--', '-y')).toEqual({
      order: [
        { name: 'command', value: 'show ip' },
        { name: 'at', value: '5s' },
        { name: 'command', value: 'x' },
        { name: 'json', value: '' },
      ],
      words: ['lab', 'more', '-y'],
    });
    expect(read('lab', '-c', '-x')).toMatchObject({ order: [{ name: 'command', value: '-x' }] });
  });

  it.each([
    [['lab', '--jsno'], 'unknown option --jsno; did you mean "--json"?'],
    [['lab', '-q'], 'unknown option -q'],
    [['lab', '--at'], '--at needs a value: TIME'],
    [['lab', '--json=1'], '--json takes no value'],
    [['lab', '--at', '1s', '--at', '2s'], '--at is given twice'],
    [[], 'LAB is missing'],
    [['lab', '--constructor'], 'unknown option --constructor'],
  ])('%j: %s', (args, error) => expect(read(...args)).toBe(error));
});

describe('the program', () => {
  it('says what it can do', async () => {
    const { run } = bed();
    const help = await run('--help');
    expect([help.code, help.complaints]).toEqual([0, '']);
    for (const verb of [
      'open',
      'console',
      'run',
      'check',
      'lint',
      'labs',
      'saves',
      'import',
      'capture',
      'serve',
      'parse',
      'bench',
    ])
      expect(help.out).toMatch(new RegExp(`^  ${verb} `, 'm'));
    expect((await run('run --help')).out).toContain('.expect TEXT');
    expect((await run('help check')).out).toContain('labelstack check LAB');
    expect(await run('--version')).toMatchObject({ code: 0, out: 'labelstack 9.9.9 (engine test-engine)\n' });
  });

  it.each([
    ['', 2, /labelstack run LAB[\s\S]*labelstack console LAB/],
    ['chekc toys', 2, /there is no verb "chekc"; did you mean "check"\?/],
    ['--bogus', 2, /unknown option --bogus/],
    ['import x --out y', 2, /^labelstack import is not built yet\n$/],
    ['run', 2, /labelstack run: LAB is missing/],
    ['run toys --bogus', 2, /labelstack run: unknown option --bogus/],
    ['run nowhere', 2, /there is no lab "nowhere"/],
    ['run toy', 2, /there is no lab "toy"; did you mean "toys"\?/],
    ['run toys --at soon', 2, /--at: "soon" is no time; expected a time such as 500ms, 30s, 5m or 2h, or settled/],
    ['run toys -d c -c x', 2, /there is no device "c"/],
    ['run toys -c x', 2, /-c before any -d/],
    ['run toys --script missing', 2, /missing cannot be read: there is no such file/],
    ['run toys --from middle', 2, /--from middle; expected start or solution/],
    ['run toys --seed many', 2, /--seed many; expected a whole number/],
    ['run toys --save nothing', 2, /there is no save "nothing"/],
    ['console toys c', 2, /there is no device "c"/],
    ['console toys', 2, /DEVICE is missing/],
    ['capture toys a-b', 2, /-w FILE is missing/],
    ['capture toys a-c -w x', 2, /there is no link "a-c"; did you mean "a-b"\?/],
    ['capture toys a-b -w no/such/x', 2, /no\/such\/x cannot be written: there is no such file/],
    ['parse x', 2, /--os is missing; expected toy/],
    ['parse --os tyo x', 2, /there is no operating system "tyo"; did you mean "toy"\?/],
    ['parse --os toy x', 2, /x cannot be read/],
  ])('%j is wrong use', async (line, code, complaint) => {
    const result = await bed().run(line);
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.complaints).toMatch(complaint);
  });

  it('reports its own bugs, with what was played, and keeps every save', async () => {
    const broken = { ...toySystem, print: () => JSON.parse('nonsense') as never };
    const machinery = { ...toyMachinery, systems: new Map([['toy', broken]]) };
    const { run, folder } = bed(TOY_FILES, machinery);
    writeFileSync(join(folder, 'saves/mine.json'), 'as it was');
    const result = await run('check toys');
    expect([result.code, result.out]).toEqual([3, '']);
    expect(result.complaints).toMatch(/bug in labelstack[\s\S]*SyntaxError[\s\S]*called {4}labelstack check toys/);
    expect(readFileSync(join(folder, 'saves/mine.json'), 'utf8')).toBe('as it was');
  });

  it('keeps a play that would be lost with it', async () => {
    const { run, folder, program } = bed();
    const complain = program.complain;
    let armed = false;
    Object.assign(program, {
      out: (text: string) => {
        if (armed && text.includes('0:')) throw new Error('out of paper');
      },
      complain,
    });
    armed = true;
    const result = await run('console toys a', 'set note kept\nclock\n');
    expect(result.code).toBe(3);
    expect(result.complaints).toMatch(/save {6}.*crash-1\.json/);
    expect(readFileSync(join(folder, 'saves/crash-1.json'), 'utf8')).toContain('set note kept');
  });
});

describe('run', () => {
  it('prints what the consoles print, line by line', async () => {
    const result = await bed().run(['run', 'toys', '-d', 'a', '-c', 'show config', '-d', 'b', '-c', 'clock']);
    expect(result).toEqual({
      code: 0,
      out: 'A> show config\naddress eth0 10.0.0.1\nhostname A\nB> clock\n0:0:30\n',
      complaints: '',
    });
  });

  it('types at the time it is told to', async () => {
    const { run } = bed();
    expect((await run('run toys -d a -c clock --at 0s')).out).toBe('A> clock\n0:0:0\n');
    expect((await run('run toys -d a -c clock --at 2h')).out).toBe('A> clock\n2:0:0\n');
  });

  it('prints the same bytes every time', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\n.link a:eth0 loss=30%\nping 10.0.0.9 30\n');
    const first = await run('run toys --script s');
    expect(first.out).toMatch(/[!.]{30}/);
    expect(await run('run toys --script s')).toEqual(first);
    expect((await run('run toys --script s --seed 5')).out).not.toBe(first.out);
  });

  it('begins with the solution when asked', async () => {
    expect((await bed().run(['run', 'toys', '--from', 'solution', '-d', 'a', '-c', 'show'])).out).toContain(
      'hostname X',
    );
  });

  it('gives one JSON document, and nothing else', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\nask\ny\n.expect nothing like it\n');
    const result = await run('run toys --script s --json');
    expect(JSON.parse(result.out)).toEqual([
      { device: 'a', at: 30_000_000, prompt: 'A> ', line: 'ask', output: 'Really? [confirm]', ended: 'question' },
      { device: 'a', at: 30_000_000, prompt: 'Really? [confirm]', line: 'y', output: 'Done\n', ended: 'prompt' },
    ]);
    expect([result.code, result.complaints]).toEqual([1, 's:4: expected in the output of "y" on a: nothing like it\n']);
    expect(JSON.parse((await run('run toys --json')).out)).toEqual([]);
  });

  it('writes outputs to files', async () => {
    const { run, folder } = bed();
    await run(['run', 'toys', '--out', 'deep/dir', '-d', 'a', '-c', 'show config', '-d', 'b', '-c', 'clock', '-c', '']);
    expect(readFileSync(join(folder, 'deep/dir/a/show_config.txt'), 'utf8')).toBe(
      'address eth0 10.0.0.1\nhostname A\n',
    );
    expect(readdirSync(join(folder, 'deep/dir/b'))).toEqual(['clock.txt']);
    expect(fileName('show interfaces ge-0/0/0 terse')).toBe('show_interfaces_ge-0-0-0_terse');
    expect(fileName('../../etc/passwd')).toBe('..-..-etc-passwd');
  });

  it('counts refusals under --strict only', async () => {
    const { run } = bed();
    expect((await run('run toys -d a -c clcok')).code).toBe(0);
    const strict = await run('run toys -d a -c clcok --strict');
    expect([strict.code, strict.complaints]).toEqual([1, 'command line:1: a refused "clcok": % Unknown word\n']);
    expect(strict.out).toContain('% Unknown word');
  });

  it('reads a whole script before it plays any of it', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\nclock\n.wiat 5s\n@z\n');
    expect(await run('run toys --script s')).toEqual({
      code: 2,
      out: '',
      complaints: 's:3: there is no order ".wiat"; did you mean "wait"?\ns:4: there is no device "z"\n',
    });
  });

  it('saves and goes on from there', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\nset hostname X\n.wait 5s\n.save one\nset hostname Y\n');
    expect((await run('run toys --script s')).code).toBe(0);
    const again = await run('run toys --save one -d a -c show -c clock');
    expect(again).toEqual({
      code: 0,
      out: 'X> show\naddress eth0 10.0.0.1\nhostname X\nX> clock\n0:1:5\n',
      complaints: '',
    });
    expect((await run('run toys --save one --seed 3')).complaints).toContain('a save has its own beginning');
    expect((await run('saves')).out).toMatch(/^one {2}toys {2}0:00:35 {2}\d{4}-\d\d-\d\d \d\d:\d\d\n$/);
    // A save in the place of a lab: whose it is.
    expect(await run('check one')).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('"one" is a save of the lab toys: toys --save one'),
    });
  });

  it('will not call a save what is no name', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\n.save ../x\n');
    const result = await run('run toys --script s');
    expect(result.code).toBe(2);
    expect(result.complaints).toMatch(/^s:2: "\.\.\/x" cannot name a save/);
    expect(existsSync(join(folder, 'x.json'))).toBe(false);
  });
});

describe('check', () => {
  it('tells every task and check, and what was found', async () => {
    const result = await bed().run('check toys');
    expect(result.code).toBe(1);
    expect(result.out).toBe(
      [
        'open    named: A name',
        '  no  a is called X: the configuration of a does not have "hostname X" [show config]',
        'open    reach: A way',
        '  no  a reaches b: a pings 10.0.0.2: 0 of 5 answered',
        '  no  somebody tried it: nobody pinged 10.0.0.2 from a yet',
        '0 of 2 tasks done, 0 of 3 points',
        '',
      ].join('\n'),
    );
  });

  it('is satisfied with the solution and its proof', async () => {
    const { run } = bed();
    const result = await run('check toys --from solution');
    expect([result.code, result.complaints]).toEqual([0, '']);
    expect(result.out).toContain('yes a reaches b: a pings 10.0.0.2: 5 of 5 answered');
    expect(result.out).toContain('2 of 2 tasks done, 3 of 3 points');
    const json = JSON.parse((await run('check toys --from solution --json')).out);
    expect(json).toMatchObject({ lab: 'toys', done: true, points: 3, outOf: 3 });
    expect(json.tasks[1]).toMatchObject({
      id: 'reach',
      state: 'done',
      checks: [{ say: 'a reaches b', passed: true }, {}],
    });
  });

  it('grades a save, and leaves it as it is', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\nset hostname X\n.save one\n');
    await run('run toys --script s');
    const before = readFileSync(join(folder, 'saves/one.json'), 'utf8');
    const result = await run('check toys --save one');
    expect(result.code).toBe(1);
    expect(result.out).toMatch(/^done {4}named[\s\S]*^open {4}reach/m);
    expect(readFileSync(join(folder, 'saves/one.json'), 'utf8')).toBe(before);
  });
});

describe('lint', () => {
  it('is content with a sound lab', async () => {
    expect(await bed().run('lint')).toEqual({
      code: 0,
      out: 'toys: sound, 2 tasks, solved at 0:01:02 of lab time\n',
      complaints: '',
    });
  });

  it('tells of a task that is done at once, and of a solution that is none', async () => {
    const lab = TOY_FILES['labs/toys/lab.json'];
    const [named, reach] = lab.tasks as [(typeof lab.tasks)[0], (typeof lab.tasks)[1]];
    const tasks = [{ ...named, checks: [{ ...named.checks[0], line: 'hostname A' }] }, reach];
    const result = await bed({ ...TOY_FILES, 'labs/toys/lab.json': { ...lab, tasks } }).run('lint toys');
    expect(result.code).toBe(1);
    expect(result.out).toBe(
      [
        'toys: wrong',
        '  the task "named" is done before anybody has done anything',
        '  the solution does not do the task "named": a is called X: the configuration of a does not have "hostname A"',
        '  the solution leaves the task "reach" waiting for named',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, object, string]>([
    [
      'a file that is wrong',
      { 'labs/toys/lab.json': '{' },
      '  labs/toys/lab.json:1: the file ends where a name in double quotes was expected (column 2)\n',
    ],
    [
      'a line that a router refuses',
      { 'labs/toys/start/a.toy': 'hostname A\nhstname B\n' },
      '  labs/toys/start/a.toy:2: "hstname B" is refused: Unknown word\n',
    ],
    [
      'a proof that fails',
      { 'labs/toys/solution/proof.script': '@a\nping 10.0.0.2 2\n.expect !!!\n' },
      '  labs/toys/solution/proof.script:3: expected in the output of "ping 10.0.0.2 2" on a: !!!\n',
    ],
    [
      'a proof that is none',
      { 'labs/toys/solution/proof.script': '@q\n' },
      '  labs/toys/solution/proof.script:1: there is no device "q"',
    ],
  ])('tells of %s', async (_, files, message) => {
    const result = await bed({ ...TOY_FILES, ...files }).run('lint');
    expect(result.code).toBe(1);
    expect(result.out).toContain(message);
  });
});

describe('lists', () => {
  it('of labs', async () => {
    const { run, folder } = bed();
    expect((await run('labs')).out).toBe('toys  5 min  Two toys\n');
    expect(JSON.parse((await run('labs --json')).out)).toEqual([
      { id: 'toys', title: 'Two toys', summary: 'A cable between them.', minutes: 5 },
    ]);
    writeFileSync(join(folder, 'labs/toys/lab.json'), '{');
    expect((await run('labs')).complaints).toMatch(/lab\.json:1: the file ends/);
  });

  it('of saves, with what is damaged', async () => {
    const { run, folder } = bed();
    expect(await run('saves')).toEqual({ code: 0, out: '', complaints: '' });
    writeFileSync(join(folder, 'saves/broken.json'), '');
    expect((await run('saves')).complaints).toMatch(/^broken: .*broken\.json is empty\n$/);
    expect(JSON.parse((await run('saves --json')).out)).toMatchObject([{ name: 'broken', damage: expect.any(String) }]);
  });

  it('of plain columns', () => {
    expect(
      columns([
        ['a', 'bb', ''],
        ['ccc', 'd', 'e'],
      ]),
    ).toBe('a    bb\nccc  d   e\n');
    expect(columns([])).toBe('');
  });
});

describe('console', () => {
  it('types the lines of a pipe and prints what the console shows', async () => {
    const result = await bed().run('console toys a', 'clock\nask\ny\nping 10.0.0.9 2\n');
    expect(result).toEqual({
      code: 0,
      out: 'A> clock\n0:0:30\nA> ask\nReally? [confirm]y\nDone\nA> ping 10.0.0.9 2\n!!\nA> \n',
      complaints: '',
    });
  });

  it('types a last line without its end, and stops what would run for ever', async () => {
    const result = await bed().run('console toys a', 'ping 10.0.0.9\nclock');
    expect(result.out).toMatch(/^A> ping 10\.0\.0\.9\n!{10}\nA> clock\n0:0:40\nA> \n$/);
  });

  it('goes on from a save and writes it', async () => {
    const { run } = bed();
    await run('console toys a --save mine', 'set hostname X\n');
    const again = await run('console toys a --save mine', 'show config\n');
    expect(again.out).toContain('hostname X');
    expect((await run('console toys a --save ../x', '')).code).toBe(2);
  });
});

describe('capture', () => {
  it('writes the frames of a link while a script is played', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 's'), '@a\nping 10.0.0.9 3\n');
    const result = await run('capture toys a-b -w x.pcapng --script s');
    expect(result).toEqual({ code: 0, out: '6 frames of a-b in x.pcapng\n', complaints: '' });
    expect(readFileSync(join(folder, 'x.pcapng')).readUInt32LE(0)).toBe(0x0a0d0d0a);
    expect((await run('capture toys a:eth0 -w y --for 1s')).out).toBe('0 frames of a-b in y\n');
    expect((await run('capture toys all -w y')).code).toBe(0);
  });
});

describe('parse', () => {
  it('tells how each line is taken', async () => {
    const { run, folder } = bed();
    writeFileSync(join(folder, 'c'), 'hostname r\nnote n\nbogus\n');
    const result = await run('parse --os toy c');
    expect(result.code).toBe(1);
    expect(result.out).toBe(
      [
        'accepted     1  hostname r',
        'kept         2  note n  <- notes do nothing',
        'rejected     3  bogus  <- Unknown word',
        '1 accepted, 1 kept, 1 rejected',
        'commit check: the configuration can be put into force',
        '',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'd'), 'clash\n');
    const both = JSON.parse((await run('parse --os toy c d --json')).out);
    expect(both.map((one: { verdict: { ok: boolean } }) => one.verdict.ok)).toEqual([true, false]);
    expect(both[0].lines.map((line: { taken: string }) => line.taken)).toEqual(['accepted', 'kept', 'rejected']);
    expect((await run('parse --os toy d')).out).toContain('error: clash: cannot be\ncommit check: it is refused\n');
    writeFileSync(join(folder, 'e'), 'hostname r\n');
    expect((await run('parse --os toy e')).code).toBe(0);
  });
});
