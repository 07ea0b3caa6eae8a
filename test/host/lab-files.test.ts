import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLab, labCards, labIds, loadLab } from '../../src/host/lab-files.ts';
import { labJsonSchema } from '../../src/host/lab-schema.ts';
import type { Lab } from '../../src/lab/lab.ts';
import { problemText } from '../../src/lab/lab.ts';
import type { Catalogue } from '../../src/lab/read.ts';
import type { PortName } from '../../src/sim/node.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';

const model = (name: string, ...ports: string[]) => ({ name, release: '1', ports: ports as PortName[] });
const catalogue: Catalogue = new Map([
  ['ios', { models: [model('small', 'GigabitEthernet0/0', 'GigabitEthernet0/1')] }],
  ['junos', { models: [model('vmx', 'ge-0/0/0', 'ge-0/0/1'), model('big', 'ge-0/0/0')] }],
]);

const two = {
  title: 'Two routers',
  summary: 'A cable between them.',
  minutes: 10,
  devices: [
    { name: 'r1', os: 'ios' },
    { name: 'r2', os: 'junos' },
  ],
  links: [{ ends: ['r1:GigabitEthernet0/0', 'r2:ge-0/0/0'] }],
};
const task = (check: object, rest: object = {}) => ({
  tasks: [{ id: 't', title: 'T', brief: 'Do it.', checks: [{ say: 'It is so', ...check }], ...rest }],
});

async function load(files: Record<string, unknown>, id = 'two') {
  const labs = writeFiles(temporaryFolder(), files);
  return loadLab(join(labs, id), labs, catalogue);
}
async function good(files: Record<string, unknown>, id = 'two'): Promise<Lab> {
  const lab = await load(files, id);
  if (!lab.ok) throw new Error(lab.error.map(problemText).join('\n'));
  return lab.value;
}
async function bad(files: Record<string, unknown>, id = 'two'): Promise<string> {
  const lab = await load(files, id);
  return lab.ok ? 'no error' : lab.error.map(problemText).join('\n');
}

describe('a lab that is sound', () => {
  it('is read whole, with its defaults', async () => {
    const lab = await good({
      'two/lab.json': { ...two, ...task({ check: 'route', on: 'r1', prefix: '10.0.0.0/24' }) },
      'two/guide.md': '# Two\n',
      'two/start/r1.ios': 'hostname r1\n',
      'two/solution/r1.ios': 'hostname one\n',
      'two/solution/r2.lines': 'set system host-name two\n',
      'two/solution/proof.script': '@r1\nping 10.0.0.2\n',
    });
    expect(lab.id).toBe('two');
    expect(lab.links).toEqual([
      {
        id: 'r1-r2',
        kind: 'cable',
        ends: [
          { device: 'r1', port: 'GigabitEthernet0/0' },
          { device: 'r2', port: 'ge-0/0/0' },
        ],
        delay: 500,
      },
    ]);
    expect(lab.seed).toBe(1);
    // 2026-03-01 is 20,513 days after 1970-01-01.
    expect(lab.epoch).toBe(20_513 * 86_400 * 1_000_000);
    expect(lab.start).toEqual({ r1: [{ file: 'labs/two/start/r1.ios', text: 'hostname r1\n' }] });
    expect(lab.solution['r1']).toEqual([{ file: 'labs/two/solution/r1.ios', text: 'hostname one\n' }]);
    expect(lab.solution['r2']?.map((layer) => layer.file)).toEqual(['labs/two/solution/r2.lines']);
    expect(lab.proof?.text).toBe('@r1\nping 10.0.0.2\n');
    expect(lab.tasks[0]).toMatchObject({ id: 't', points: 1, after: [], hints: [] });
    expect(lab.guide).toBe('# Two\n');
  });

  it('changes its digest with any of its files, and only then', async () => {
    const files = { 'two/lab.json': two, 'two/start/r1.ios': 'hostname r1\n' };
    const before = (await good(files)).digest;
    expect((await good(files)).digest).toBe(before);
    expect((await good({ ...files, 'two/start/r1.ios': 'hostname r2\n' })).digest).not.toBe(before);
    expect((await good({ ...files, 'two/guide.md': 'x' })).digest).not.toBe(before);
  });
});

describe('a lab that extends another', () => {
  const base = {
    'two/lab.json': two,
    'two/guide.md': '# Two\n\n## The network\n\nA cable.\n\n## Tasks\n\nNone.\n',
    'two/start/r1.ios': 'hostname r1\n',
    'two/start/r2.junos': 'system { }\n',
    'two/solution/r1.ios': 'hostname done\n',
  };
  const child = { title: 'Broken', summary: 'Find it.', minutes: 5, extends: '..', startFrom: 'solution' };

  it('takes over devices, links and configurations, and reads its own lines on top', async () => {
    const lab = await good(
      { ...base, 'two/broken/lab.json': child, 'two/broken/start/r1.lines': 'no ip routing\n' },
      'two/broken',
    );
    expect(lab.id).toBe('two/broken');
    expect(lab.devices.map((device) => device.name)).toEqual(['r1', 'r2']);
    expect(lab.links).toHaveLength(1);
    expect(lab.start['r1']?.map((layer) => layer.text)).toEqual(['hostname done\n', 'no ip routing\n']);
    expect(lab.start['r2']?.map((layer) => layer.text)).toEqual(['system { }\n']);
    // What was broken is put right by what solved the lab before.
    expect(lab.solution['r1']?.map((layer) => layer.text)).toEqual(['hostname done\n']);
  });

  it('begins with the start configurations unless told otherwise', async () => {
    const { startFrom: _, ...plain } = child;
    const lab = await good({ ...base, 'two/broken/lab.json': plain }, 'two/broken');
    expect(lab.start['r1']?.map((layer) => layer.text)).toEqual(['hostname r1\n']);
    expect(lab.solution['r1']?.map((layer) => layer.text)).toEqual(['hostname r1\n']);
  });

  it('borrows chapters of the guide, or the whole', async () => {
    const whole = await good({ ...base, 'two/broken/lab.json': child }, 'two/broken');
    expect(whole.guide).toBe(base['two/guide.md']);
    const guide = '# Broken\n\n<!-- from parent: The network -->\n\n## Tasks\n\nFind it.\n';
    const part = await good({ ...base, 'two/broken/lab.json': child, 'two/broken/guide.md': guide }, 'two/broken');
    expect(part.guide).toBe('# Broken\n\n## The network\n\nA cable.\n\n## Tasks\n\nFind it.\n');
    const wrong = await bad(
      { ...base, 'two/broken/lab.json': child, 'two/broken/guide.md': '<!-- from parent: Network -->' },
      'two/broken',
    );
    expect(wrong).toBe('labs/two/broken/guide.md:1: the guide of the extended lab has no chapter "## Network"');
  });

  it('changes its digest with the files of the other', async () => {
    const files = { ...base, 'two/broken/lab.json': child };
    const before = (await good(files, 'two/broken')).digest;
    const after = await good({ ...files, 'two/start/r1.ios': 'hostname r9\n' }, 'two/broken');
    expect(after.digest).not.toBe(before);
  });

  it('does not run in circles', async () => {
    const files = {
      'a/lab.json': { ...child, extends: '../b' },
      'b/lab.json': { ...child, extends: '../a' },
    };
    expect(await bad(files, 'a')).toBe('labs/b/lab.json:5: "extends" runs in a circle');
  });
});

describe('what an author is told', () => {
  it.each<[string, object, string]>([
    ['unknown keys', { ...two, intefaces: [] }, 'labs/two/lab.json:23: the file has an unknown key "intefaces"'],
    [
      'a guess',
      { ...two, device: [] },
      'labs/two/lab.json:23: the file has an unknown key "device"; did you mean "devices"?',
    ],
    ['missing values', { ...two, title: undefined }, 'labs/two/lab.json:1: title is missing; expected a text'],
    ['wrong types', { ...two, minutes: '10' }, 'labs/two/lab.json:4: minutes is "10"; expected a number'],
    ['wrong numbers', { ...two, minutes: 0 }, 'labs/two/lab.json:4: minutes is 0; expected 1 or more'],
    [
      'unknown systems',
      { ...two, devices: [two.devices[0], { name: 'r2', os: 'junios' }] },
      'labs/two/lab.json:12: no operating system "junios"; expected "ios", "junos"; did you mean "junos"?',
    ],
    [
      'unknown models',
      { ...two, devices: [two.devices[0], { name: 'r2', os: 'junos', model: 'vnx' }] },
      'labs/two/lab.json:13: junos has no model "vnx"; expected "vmx", "big"; did you mean "vmx"?',
    ],
    [
      'two devices of one name',
      { ...two, devices: [...two.devices, { name: 'r1', os: 'ios' }] },
      'labs/two/lab.json:15: two devices are called "r1"',
    ],
    [
      'names that cannot be',
      { ...two, devices: [...two.devices, { name: '../r1', os: 'ios' }] },
      'labs/two/lab.json:15: "../r1" cannot name a device; expected a letter, then letters, digits, "-" and "_"',
    ],
    [
      'cables to nobody',
      { ...two, links: [{ ends: ['r1:GigabitEthernet0/0', 'R2:ge-0/0/0'] }] },
      'labs/two/lab.json:19: a cable to "R2", which is no device; did you mean "r2"?',
    ],
    [
      'ports that are not there',
      { ...two, links: [{ ends: ['r1:GigabitEthernet0/2', 'r2:ge-0/0/0'] }] },
      'labs/two/lab.json:18: r1 (ios small) has no port "GigabitEthernet0/2"; its ports are GigabitEthernet0/0, ' +
        'GigabitEthernet0/1; did you mean "GigabitEthernet0/0"?',
    ],
    [
      'ports used twice',
      { ...two, links: [two.links[0], { id: 'x', ends: ['r1:GigabitEthernet0/1', 'r2:ge-0/0/0'] }] },
      'labs/two/lab.json:26: a second cable in r2:ge-0/0/0; the first is the link at line 16',
    ],
    [
      'one-ended cables',
      { ...two, links: [{ ends: ['r1:GigabitEthernet0/0'] }] },
      'labs/two/lab.json:17: a link with one end; expected two or more, or "kind": "lan"',
    ],
    [
      'times that are none',
      { ...two, links: [{ ...two.links[0], delay: 'fast' }] },
      'labs/two/lab.json:21: "fast" is no delay; expected a time such as 500ms, 30s, 5m or 2h',
    ],
    [
      'days that are none',
      { ...two, epoch: '2026-02-30T00:00:00Z' },
      'labs/two/lab.json:23: "2026-02-30T00:00:00Z" is no moment; expected one such as 2026-03-01T00:00:00Z',
    ],
    [
      'checks of no kind',
      { ...two, ...task({ check: 'rout', on: 'r1', prefix: '10.0.0.0/8' }) },
      'labs/two/lab.json:31: tasks[0].checks[0].check is "rout"; expected "route" or "routes" or "ping" or "path" or ' +
        '"tried" or "interface" or "vrf" or "vpn-net" or "isis-neighbor" or "ldp-neighbor" or "ldp-sync" or "bfd-neighbor" or "vrrp-state" or "bgp-neighbor" or "bgp-path" or "bgp-received" or "lsp" or "converges" or "statement" or "every" or "any" or "when"; did you mean "route"?',
    ],
    [
      'checks of nobody',
      { ...two, ...task({ check: 'vrf', on: 'r11', vrf: 'A' }) },
      'labs/two/lab.json:32: a check asks "r11", which is no device; did you mean "r1"?',
    ],
    [
      'failures of who is not there',
      { ...two, ...task({ check: 'converges', from: 'r1', to: '10.0.0.2', cut: 'r1-r2', oneWay: 'r3', within: '1s' }) },
      'labs/two/lab.json:35: the link "r1-r2" ends at r1 and r2, not at "r3"',
    ],
    [
      'prefixes with host bits, inside a group',
      { ...two, ...task({ check: 'any', of: [{ check: 'route', on: 'r1', prefix: '10.0.0.1/8', say: 's' }] }) },
      'labs/two/lab.json:36: "10.0.0.1/8" has host bits; a prefix ends in zeros',
    ],
    [
      'tasks after none',
      { ...two, ...task({ check: 'vrf', on: 'r1', vrf: 'A' }, { after: ['u'] }) },
      'labs/two/lab.json:37: "after" names "u", which is no task',
    ],
    [
      'tasks after themselves',
      { ...two, ...task({ check: 'vrf', on: 'r1', vrf: 'A' }, { after: ['t'] }) },
      'labs/two/lab.json:36: "after" runs in a circle: t -> t',
    ],
  ])('%s', async (_, file, expected) => {
    expect(await bad({ 'two/lab.json': file })).toBe(expected);
  });

  it('text that is no JSON', async () => {
    expect(await bad({ 'two/lab.json': '{\n  "title": "x",\n}\n' })).toBe(
      'labs/two/lab.json:3: found "}" where a name in double quotes was expected (column 1)',
    );
  });

  it('configurations of nobody, and of the wrong system', async () => {
    expect(await bad({ 'two/lab.json': two, 'two/start/r3.ios': '', 'two/solution/r2.ios': '' })).toBe(
      'labs/two/start/r3.ios: a configuration for "r3", which is no device of this lab; did you mean "r1"?\n' +
        'labs/two/solution/r2.ios: r2 runs junos; expected a file called r2.junos or r2.lines',
    );
  });

  it('everything at once', async () => {
    const many = { ...two, devices: [...two.devices, { name: 'r1', os: 'nxos' }], epoch: 'today' };
    expect((await bad({ 'two/lab.json': many })).split('\n')).toHaveLength(3);
  });
});

describe('the labs of a folder', () => {
  const files = {
    'b-lab/lab.json': two,
    'a-lab/lab.json': { ...two, title: 'A' },
    'a-lab/wrong/lab.json': { ...two, title: 'Wrong' },
    'broken/lab.json': '{',
    'notes/readme.md': 'no lab',
    '.hidden/lab.json': two,
  };

  it('are listed with their sub-labs', () => {
    const labs = writeFiles(temporaryFolder(), files);
    expect(labIds(labs)).toEqual(['a-lab', 'a-lab/wrong', 'b-lab', 'broken']);
    const cards = labCards(labs);
    expect(cards[1]).toEqual({
      id: 'a-lab/wrong',
      title: 'Wrong',
      summary: 'A cable between them.',
      minutes: 10,
      problem: undefined,
    });
    expect(cards[3]?.problem).toContain('broken/lab.json:1: the file ends where a name in double quotes was expected');
    expect(labIds(join(labs, 'nowhere'))).toEqual([]);
  });

  it('are found by id and by path', () => {
    const labs = writeFiles(temporaryFolder(), files);
    expect(findLab('a-lab/wrong', labs, '/')).toEqual({ ok: true, value: join(labs, 'a-lab/wrong') });
    expect(findLab(join(labs, 'a-lab'), '/nowhere', '/')).toEqual({ ok: true, value: join(labs, 'a-lab') });
    expect(findLab('./a-lab/', '/nowhere', labs)).toEqual({ ok: true, value: join(labs, 'a-lab') });
    expect(findLab('b-lob', labs, '/')).toEqual({ ok: false, error: 'there is no lab "b-lob"; did you mean "b-lab"?' });
    expect(findLab('notes', '/nowhere', labs)).toEqual({ ok: false, error: 'notes holds no lab.json' });
  });
});

it('labs/lab.schema.json is current (UPDATE=1 writes it)', () => {
  const file = join(import.meta.dirname, '../../labs/lab.schema.json');
  const wanted = `${JSON.stringify(labJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE']) writeFileSync(file, wanted);
  expect(readFileSync(file, 'utf8')).toBe(wanted);
});
