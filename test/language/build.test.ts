import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../src/language/build.ts';
import { parseFiles } from '../../src/language/parser.ts';
import type { CommandSpec } from '../../src/language/spec.ts';
import { IOS_CONFIG, IOS_FILES, ios, JUNOS_CONFIG, junos, sentences, spec, vocabulary } from './samples.ts';

const names = (specs: readonly CommandSpec[]): string[] => specs.map((one) => one.name);
/** The block behind a way of names. */
const block = (specs: readonly CommandSpec[], ...way: string[]): readonly CommandSpec[] =>
  way.reduce<readonly CommandSpec[]>((at, name) => spec(at, name).children, specs);
const errors = (...texts: string[]): readonly string[] => {
  const parsed = parseFiles(texts.map((text, i) => ({ file: `${i + 1}.cmd`, text })));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const built = buildVocabulary(parsed.value);
  return built.ok ? [] : built.error.map(({ file, line, message }) => `${file}:${line}: ${message}`);
};

describe('a sentence', () => {
  it('says where it stands and what it is', () => {
    const router = spec(IOS_CONFIG, 'router ospf');
    expect(router).toMatchObject({
      at: { file: 'ios/ospf.cmd', line: 4 },
      mode: 'config-router',
      container: true,
      defaultOn: false,
      sorted: false,
      hidden: false,
      secret: false,
      effect: { kind: 'statement' },
    });
    expect(router.path).toEqual([
      { kind: 'word', text: 'router', help: '' },
      { kind: 'word', text: 'ospf', help: 'Open Shortest Path First (OSPF)' },
      { kind: 'arg', name: 'pid', type: '1..65535', key: true, many: false, help: 'Process ID' },
    ]);
    expect(spec(router.children, 'compatible rfc1583')).toMatchObject({ defaultOn: true, container: false });
    expect(spec(router.children, 'max-lsa').effect).toEqual({ kind: 'accept', why: 'no limit is enforced here' });
    expect(spec(IOS_CONFIG, 'interface').sorted).toBe(true);
    expect(spec(IOS_CONFIG, 'enable secret').secret).toBe(true);
  });
  it('names views, actions and classes of events', () => {
    const exec = ios.sections.get('exec')?.commands ?? [];
    const privileged = ios.sections.get('privileged')?.commands ?? [];
    expect(spec(exec, 'show ip ospf neighbor').effect).toEqual({ kind: 'show', view: 'ospf.neighbors' });
    expect(spec(privileged, 'clear ip ospf process').effect).toEqual({ kind: 'do', action: 'ospf.restart' });
    expect(spec(privileged, 'debug ip ospf adj').effect).toEqual({ kind: 'watch', events: 'ospf.adjacency' });
  });
  it('is named by the words that cannot be left out, or by what it has', () => {
    const specs = sentences(`config {
      a [b] c <d> ( e | f ) ( g )*
      <only!:word> { }
      ( accept | reject )
      ( <x:1..9> | all ) rest
    }`);
    expect(names(specs)).toEqual(['a c', '<only>', 'accept|reject', 'rest']);
  });
  it('can be a container with nothing in it', () => {
    const unit = block(JUNOS_CONFIG, 'interfaces', '<interface>', 'unit');
    expect(spec(sentences('config {\n a { }\n}'), 'a')).toMatchObject({ container: true, children: [] });
    expect(spec(unit, 'family iso').container).toBe(false);
  });
});

describe('a container', () => {
  const specs = sentences('config {\n a @presence { b }\n then @oneline { accept }\n plain { c }\n}');
  it('may say something by being there, and may be printed on one line', () => {
    expect(specs.map(({ presence, oneLine }) => [presence, oneLine])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('a section', () => {
  it('is put together from many files', () => {
    expect(names(IOS_CONFIG)).toEqual([
      'hostname',
      'vrf definition',
      'interface',
      'router ospf',
      'ip route',
      'ip http server',
      'ip http secure-server',
      'access-list',
      'access-list ip any any',
      'set community',
      'enable secret',
    ]);
  });
  it('adds to blocks that other files open, earlier or later', () => {
    expect(names(block(IOS_CONFIG, 'interface'))).toEqual([
      'description',
      'ip address',
      'ip address dhcp',
      'shutdown',
      'ip redirects',
      'ip ospf cost',
      'ip ospf network',
    ]);
  });
  it('makes the containers that nobody opens', () => {
    expect(names(block(JUNOS_CONFIG, 'protocols', 'ospf'))).toEqual(['reference-bandwidth', 'export', 'area']);
    const made = sentences('config a b {\n c\n}\nconfig a {\n d\n}');
    expect(names(made)).toEqual(['a']);
    // Behind what is written: a later file might have opened it.
    expect(names(block(made, 'a'))).toEqual(['d', 'b']);
    expect(names(block(made, 'a', 'b'))).toEqual(['c']);
  });
  it('finds its block by values where words do not tell, and through definitions', () => {
    expect(names(block(JUNOS_CONFIG, 'interfaces', '<interface>', 'unit', 'family inet'))).toEqual(['address', 'mtu']);
  });
  it('takes the whole beginning before a part of a longer one', () => {
    const specs = sentences(`config {
      af ipv4 { a }
      af ipv4 vrf <v!> { b }
      af ipv6 { c }
    }
    config af ipv4 { more }
    config af ipv4 vrf { most }
    config af ipv6 deeper { d }`);
    expect(names(block(specs, 'af ipv4'))).toEqual(['a', 'more']);
    expect(names(block(specs, 'af ipv4 vrf'))).toEqual(['b', 'most']);
    expect(names(block(specs, 'af ipv6'))).toEqual(['c', 'deeper']);
  });
  it('joins blocks that are opened by the same words', () => {
    const specs = sentences('config {\n a <b!> "B" { c }\n x\n a <b!> { d }\n}');
    expect(names(specs)).toEqual(['a', 'x']);
    expect(names(block(specs, 'a'))).toEqual(['c', 'd']);
  });
});

describe('use', () => {
  it('puts a definition where it stands, added up over the files', () => {
    const specs = vocabulary([
      { file: '1', text: 'config {\n a\n use more\n b\n}\ndefine more {\n c\n}' },
      { file: '2', text: 'define more {\n d { e }\n}' },
    ]).sections.get('config')?.commands;
    expect(names(specs ?? [])).toEqual(['a', 'c', 'd', 'b']);
  });
  it('unfolds a section inside itself only as far as somebody goes', () => {
    let at = JUNOS_CONFIG;
    for (let depth = 0; depth < 50; depth++) at = block(at, 'groups');
    expect(names(at)).toEqual(names(JUNOS_CONFIG));
    expect(names(block(at, 'protocols', 'ospf', 'area', 'interface'))).toContain('metric');
    expect(block(at, 'protocols')).toBe(block(at, 'protocols'));
  });
  it('keeps a sentence the same sentence wherever it is used', () => {
    const inGroup = block(JUNOS_CONFIG, 'groups', 'interfaces', '<interface>');
    const direct = block(JUNOS_CONFIG, 'interfaces', '<interface>');
    expect(spec(inGroup, 'mtu')).not.toBe(spec(direct, 'mtu'));
    expect(spec(inGroup, 'mtu').at).toEqual(spec(direct, 'mtu').at);
  });
});

describe('define everywhere', () => {
  const specs = sentences(`config {
    b { c }
    d { e
      x "own" }
    f
  }
  define everywhere {
    x "a group"
    y
  }
  order config d { e }`);
  it('stands in every block before what is its own', () => {
    expect(names(block(specs, 'b'))).toEqual(['x', 'y', 'c']);
    // The top of the section is no block of a sentence: it names what it wants itself.
    expect(names(specs)).toEqual(['b', 'd', 'f']);
  });
  it('gives way to a sentence that the block has itself', () => {
    expect(names(block(specs, 'd'))).toEqual(['y', 'e', 'x']);
    expect(spec(block(specs, 'd'), 'x').path).toMatchObject([{ help: 'own' }]);
  });
});

describe('order', () => {
  it('is the canonical order; what it does not name comes last as written', () => {
    expect(names(JUNOS_CONFIG)).toEqual([
      'groups',
      'apply-groups',
      'system',
      'interfaces',
      'routing-options',
      'protocols',
      'policy-options',
    ]);
    expect(JUNOS_CONFIG.map((one) => one.order)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  it('takes the longest row that fits, in any block and definition', () => {
    const specs = sentences(`config {
      ip route <a!>
      ip address <b!>
      ip other
      block { use inner }
    }
    define inner {
      one
      <two!> { three
        four }
    }
    order config {
      ip address
      block
      ip
    }
    order inner { <two>
      one }
    order config block <two> { four }`);
    expect(names(specs)).toEqual(['ip address', 'block', 'ip route', 'ip other']);
    expect(names(block(specs, 'block'))).toEqual(['<two>', 'one']);
    expect(names(block(specs, 'block', '<two>'))).toEqual(['four', 'three']);
  });
  it('goes along with a section that is used elsewhere', () => {
    expect(names(block(JUNOS_CONFIG, 'groups'))).toEqual(names(JUNOS_CONFIG));
  });
});

describe('help', () => {
  const files = [
    { file: '1', text: 'config {\n a "own" b c <d>\n}\nwords {\n a "file 1"\n b "file 1"\n}' },
    { file: '2', text: 'config {\n x a b c <d>\n}\nwords {\n b "file 2"\n c "file 2"\n <d> "D"\n d "a word"\n}' },
  ];
  const helps = (name: string): string[] => {
    const found = spec(vocabulary(files).sections.get('config')?.commands ?? [], name);
    return found.path.map((step) => ('help' in step ? step.help : '-'));
  };
  it('is the string behind it, else its line in the file, else in any file', () => {
    expect(helps('a b c')).toEqual(['own', 'file 1', 'file 2', 'D']);
    expect(helps('x a b c')).toEqual(['', 'file 1', 'file 2', 'file 2', 'D']);
  });
  it('is that of a dictionary before that of other files, and after that of its own', () => {
    const found = vocabulary([
      { file: '1', text: 'operational {\n route\n}\nwords {\n route "of show"\n}' },
      { file: '2', text: 'config {\n route mine\n}\nwords {\n mine "own"\n}' },
      { file: '3', text: 'words {\n route "of configuration"\n mine "anybody\'s"\n}' },
    ]);
    const said = (section: string): unknown => found.sections.get(section)?.commands[0]?.path;
    expect(said('operational')).toMatchObject([{ help: 'of show' }]);
    expect(said('config')).toMatchObject([{ help: 'of configuration' }, { help: 'own' }]);
  });
});

it('needs no Chevrotain where the files were parsed before', () => {
  const reached = new Set<string>();
  const packages = new Set<string>();
  const walk = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*?from '([^']+)'/gm)) {
      if (target.startsWith('.')) walk(resolve(dirname(file), target));
      else packages.add(target);
    }
  };
  const language = resolve(import.meta.dirname, '../../src/language');
  for (const name of ['build.ts', 'match.ts', 'expect.ts', 'check.ts', 'tokens.ts']) walk(resolve(language, name));
  expect(reached.has(resolve(language, 'place.ts'))).toBe(true);
  expect([...packages]).toEqual([]);
  walk(resolve(language, 'vocabulary.ts'));
  expect([...packages]).toEqual(['chevrotain']);
});

describe('an error', () => {
  it.each([
    [['confg {\n}'], "1.cmd:1: unknown section 'confg'"],
    [['define config {\n}'], "1.cmd:1: 'config' is the name of a section"],
    [['config {\n use nothing\n}'], "1.cmd:2: nothing is called 'nothing'"],
    [
      ['config {\n use a\n}\ndefine a {\n x\n use b\n}', 'define b {\n use a\n}'],
      "1.cmd:2: 'a' holds itself without a block between",
    ],
    [['config {\n use config\n}'], "1.cmd:2: 'config' holds itself without a block between"],
    [['config {\n a @sortd\n}'], "1.cmd:2: unknown flag '@sortd'"],
    [['config {\n a @config-a @cfg-b {\n }\n}'], '1.cmd:2: two modes: config-a, cfg-b'],
    [['config {\n a -> shwo b\n}'], "1.cmd:2: unknown effect 'shwo'"],
    [['words {\n a "x"\n a "y"\n}'], "1.cmd:3: 'a' has a help in this file already"],
    [['config {\n a b { }\n a c { }\n}', 'config a {\n d\n}'], "2.cmd:1: 'a' may be any of 2 blocks"],
    [['config {\n a { b }\n}\norder config a {\n c\n}'], "1.cmd:5: no sentence begins with 'c'"],
    [['config {\n a\n}\norder config b {\n c\n}'], "1.cmd:4: there is no block 'b'"],
    [['config {\n a { }\n}\nconfig a <b> {\n c\n}'], "1.cmd:4: there is no block '<b>'"],
    [['order nothing {\n a\n}'], "1.cmd:1: nothing is called 'nothing'"],
  ])('names file and line: %j', (texts, message) => {
    expect(errors(...(texts as string[]))[0]).toBe(message);
  });
  it('is told once however often its line is used, and all are told', () => {
    expect(errors('config {\n a { use x }\n b { use x }\n c @no\n}\norder config a { nix }\nconfig a { }')).toEqual([
      "1.cmd:2: nothing is called 'x'",
      "1.cmd:3: nothing is called 'x'",
      "1.cmd:4: unknown flag '@no'",
    ]);
    expect(
      errors('config {\n a { use x }\n b { use x }\n}\ndefine x { y }\norder x { nix }\norder config a { nix }'),
    ).toEqual(["1.cmd:6: no sentence begins with 'nix'", "1.cmd:7: no sentence begins with 'nix'"]);
  });
  it('is not there in the samples', () => {
    expect(errors(...IOS_FILES.map(({ text }) => text))).toEqual([]);
    expect([...junos.sections.keys()]).toEqual(['config', 'operational', 'editing']);
  });
});
