// Small vocabularies in the shape of the real ones, for the tests of the language and of configuration trees.

import { IOS_VALUES, JUNOS_VALUES, NO_LIVE, sharedTypes } from '../../src/language/arg-types.ts';
import type { SourceFile } from '../../src/language/source.ts';
import type { ArgType, CommandSpec, Live, Token, Vocabulary } from '../../src/language/spec.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { parseVocabulary } from '../../src/language/vocabulary.ts';

export const IOS_FILES: readonly SourceFile[] = [
  {
    file: 'ios/ospf.cmd',
    text: `# OSPFv2 as IOS spells it.                              RFC 2328

config {
  router ospf <pid!:1..65535> @config-router {
    router-id <id:ipv4>
    network <net!:ipv4> <wild!:wildcard> area <area:0..4294967295>
    passive-interface (default | <ifname!:interface>)
    default-information originate [always] [metric <metric:0..16777214>] [metric-type (1 | 2)]
    area <area!:0..4294967295> stub [no-summary]
    compatible rfc1583 = on
    max-lsa <count:1..4294967294>                              -> accept "no limit is enforced here"
  }
}
config interface {                     # more statements for the block that interfaces.cmd opens
  ip ospf cost <cost:1..65535> "Route cost of this interface"
  ip ospf network (broadcast | non-broadcast | point-to-point)
}
exec {
  show ip ospf neighbor [<ifname:interface>] [detail]          -> show ospf.neighbors
}
privileged {
  clear ip ospf [<pid:1..65535>] process                       -> do ospf.restart
  debug ip ospf adj                                            -> watch ospf.adjacency
}
words {
  ospf                  "Open Shortest Path First (OSPF)"
  router-id             "router-id for this OSPF process"
  <pid>                 "Process ID"
  area                  "Set the OSPF area ID"
}
`,
  },
  {
    file: 'ios/base.cmd',
    text: `config {
  hostname <name:word> "This system's network name"
  interface <name!:interface> @config-if @sorted {
    description <text:line> "Interface specific description"
    ip address <address:ipv4> <mask:mask>
    ip address dhcp "IP Address negotiated via DHCP"
    shutdown "Shutdown the selected interface"
    ip redirects = on
  }
  ip route <net!:ipv4> <mask!:mask> (<gateway!:ipv4> | <out!:interface>) [<distance:1..255>] (tag <tag:1..4294967295> | name <name:word>)*
  ip http server = on
  ip http secure-server
  access-list <number!:1..99> (permit | deny) <source!:ipv4>
  access-list <extended!:100..199> (permit | deny) ip any any
  vrf definition <name!:word> @config-vrf {
    route-target (import | export) <rt!:word>
  }
  set community <community:word>... [additive]
  enable secret (0 | 5) <secret:line> @secret
}
order config {
  hostname
  vrf definition
  interface
  router
  ip route
}
exec {
  show ip route [vrf <vrf:vrf>] [<to:ipv4>]                     -> show routes
  show interfaces [<ifname:interface>]                          -> show interfaces
  show clock                                                    -> show clock
  show version                                                  -> show version
  clock set <time:word>                                         -> do clock-set
  ping (<host:word> | ip <address:ipv4>)                        -> do ping
  test crash                                                    -> do crash @hidden
  enable "Turn on privileged commands"                          -> do enable
}
privileged {
  clear ip route *                                              -> do clear-routes
  clear counters [<ifname:interface>]                           -> do clear-counters
  configure terminal                                            -> do configure
}
anyconfig {
  end  "Exit from configure mode"                               -> do end
  exit "Exit from current mode"                                 -> do exit
}
words {
  ip     "IP information"
  show   "Show running system information"
  clear  "Reset functions"
}
`,
  },
];

export const JUNOS_FILES: readonly SourceFile[] = [
  {
    file: 'junos/base.cmd',
    text: `config {
  groups <group!:word> {
    use config
  }
  apply-groups <group!:word>...
  system {
    host-name <name:string>
    login user <user!:word> {
      class <class:word>
    }
  }
  interfaces {
    <interface!:ifd> {
      description <text:string>
      mtu <bytes:256..9192>
      use unit
    }
  }
  routing-options {
    static {
      route <destination!:prefix> {
        next-hop <gateway!:ip>...
        discard
        preference <preference:0..4294967295>
      }
    }
  }
}
define unit {
  unit <unit!:0..16385> {
    description <text:string>
    family inet { }
    family iso
    vlan-id <vlan:0..4094>
  }
}
config interfaces <interface> unit family inet {
  address <address!:prefix> {
    primary
  }
  mtu <bytes:256..9192>
}
config policy-options {
  policy-statement <policy!:word> {
    term <term!:word> {
      from {
        protocol (bgp | ospf | static)
        route-filter <prefix!:prefix> (exact | orlonger)
      }
      then {
        ( accept | reject )
        metric <metric:0..4294967295>
      }
    }
  }
  community <name!:word> members <member!:word>...
}
operational {
  show interfaces [<ifd:ifd>] [( terse | detail )]                -> show interfaces
  show route [table <table:word>] [<to:prefix>]                 -> show routes
}
editing {
  set <path:line>                                               -> do set
}
order config {
  groups
  apply-groups
  system
  interfaces
  routing-options
  protocols
  policy-options
}
`,
  },
  {
    file: 'junos/ospf.cmd',
    text: `# OSPF as Junos spells it.                            RFC 2328

config protocols {
  ospf {
    reference-bandwidth <bw:word>
    export <policy!:policy>...
    area <area!:area-id> {
      interface <ifl!:word> {
        metric <metric:1..65535>
        interface-type (p2p | nbma | p2mp)
        passive
        priority <priority:0..255>
        authentication {
          simple-password <key:string> @secret
        }
      }
    }
  }
}
operational {
  show ospf neighbor [<neighbor:ipv4>] [(brief | detail | extensive)] [instance <instance:word>]  -> show ospf.neighbors
}
words {
  ospf    "OSPF configuration"
  metric  "Interface metric"
  area    "Configure an OSPF area"
}
`,
  },
];

/** `gi0/1`, `gi 0/1`, `GigabitEthernet0/1`, `lo 0`: a value of one word or two. */
const iosInterface: ArgType = {
  placeholder: () => 'IFNAME',
  read(tokens, at) {
    const kinds = ['GigabitEthernet', 'Loopback'];
    const [, letters = '', number = ''] = /^([a-z]*)([\d/]*)$/i.exec(tokens[at]?.text ?? '-') ?? [];
    const kind = kinds.find((name) => name.toLowerCase().startsWith(letters.toLowerCase()));
    if (!kind || letters === '') {
      let good = 0;
      const text = tokens[at]?.text.toLowerCase() ?? '';
      while (good < text.length && kinds.some((name) => name.toLowerCase().startsWith(text.slice(0, good + 1)))) good++;
      return { kind: 'bad', good };
    }
    if (number !== '') return { kind: 'value', taken: 1, value: kind + number };
    const next = tokens[at + 1];
    if (!next || next.text === '') return { kind: 'partial', more: true };
    return /^\d[\d/]*$/.test(next.text)
      ? { kind: 'value', taken: 2, value: kind + next.text }
      : { kind: 'bad', good: next.start - (tokens[at]?.start ?? 0) + (/^\d[\d/]*/.exec(next.text)?.[0].length ?? 0) };
  },
  expect(tokens, at) {
    if (at < tokens.length - 1) return [{ text: '<0-9>', help: 'interface number', placeholder: true }];
    const typed = tokens[at]?.text.toLowerCase() ?? '';
    return ['GigabitEthernet', 'Loopback']
      .filter((name) => name.toLowerCase().startsWith(typed))
      .map((text) => ({ text, help: `${text} interface` }));
  },
  width: 30,
};

/** A name that the router knows, or any other. */
const named = (type: string): ArgType => ({
  ...(sharedTypes(JUNOS_VALUES)['word'] as ArgType),
  offers: (live) => live.offers(type),
  width: 60,
});

export const IOS_TYPES: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(IOS_VALUES),
  interface: iosInterface,
  vrf: { ...(sharedTypes(IOS_VALUES)['word'] as ArgType), offers: (live) => live.offers('vrf') },
};

export const JUNOS_TYPES: Readonly<Record<string, ArgType>> = {
  ...sharedTypes(JUNOS_VALUES),
  ifd: named('ifd'),
  policy: named('policy'),
  'area-id': named('area-id'),
};

export const LIVE: Live = {
  offers: (type) =>
    ({
      ifd: [{ text: 'ge-0/0/0' }, { text: 'ge-0/0/1' }, { text: 'lo0' }],
      policy: [{ text: 'EXPORT-ALL', help: 'everything' }, { text: 'NONE' }],
      vrf: [{ text: 'CUST-A' }],
    })[type] ?? [],
};

/** The vocabulary of files that are right. */
export function vocabulary(files: readonly SourceFile[]): Vocabulary {
  const read = parseVocabulary(files);
  if (!read.ok) throw new Error(read.error.map((e) => `${e.file}:${e.line}: ${e.message}`).join('\n'));
  return read.value;
}

/** The sentences of one section of files given as `section { … }` text. */
export const sentences = (text: string, section = 'config'): readonly CommandSpec[] =>
  vocabulary([{ file: 'test.cmd', text }]).sections.get(section)?.commands ?? [];

export const ios = vocabulary(IOS_FILES);
export const junos = vocabulary(JUNOS_FILES);

const config = ios.sections.get('config')?.commands ?? [];
export const IOS_CONFIG = config;
export const IOS_EXEC: readonly CommandSpec[] = [
  ...(ios.sections.get('exec')?.commands ?? []),
  ...(ios.sections.get('privileged')?.commands ?? []),
];
export const JUNOS_CONFIG = junos.sections.get('config')?.commands ?? [];
export const JUNOS_OPERATIONAL = junos.sections.get('operational')?.commands ?? [];

export const iosLine = (line: string): readonly Token[] => tokenize(line, { quotes: false, brackets: false });
export const junosLine = (line: string): readonly Token[] => tokenize(line, { quotes: true, brackets: true });

/** The sentence with this name. */
export function spec(specs: readonly CommandSpec[], name: string): CommandSpec {
  const found = specs.find((spec) => spec.name === name);
  if (!found) throw new Error(`no '${name}' among ${specs.map((spec) => spec.name).join(', ')}`);
  return found;
}

export { NO_LIVE };
