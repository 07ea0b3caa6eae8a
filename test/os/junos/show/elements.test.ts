// What `| display xml` and `| display json` answer in elements. Names and their order: the XML API reference's RPC replies as
// public parsers hold them (PyEZ operational tables, genieparser and lab-validation captures `show … | display xml|json`).

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const end = (n: number): string => `set interfaces ge-0/0/0 description "to the other"
set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.${n}/24${n === 1 ? ' vrrp-group 1 virtual-address 10.0.0.254' : ''}
set interfaces ge-0/0/0 unit 0 family iso
set interfaces ge-0/0/0 unit 0 family mpls
set interfaces lo0 unit 0 family inet address 10.255.0.${n}/32
set interfaces lo0 unit 0 family iso address 49.0001.0000.0000.000${n}.00
set routing-options autonomous-system 65000
set protocols isis level 1 disable
set protocols isis interface ge-0/0/0.0 family inet bfd-liveness-detection minimum-interval 300
set protocols isis interface lo0.0 passive
set protocols mpls interface ge-0/0/0.0
set protocols ldp interface ge-0/0/0.0
set protocols bgp group I type internal
set protocols bgp group I local-address 10.255.0.${n}
set protocols bgp group I neighbor 10.255.0.${3 - n}
`;

let running: Routers | undefined;

/** Two routers that speak everything to each other, two minutes after they booted; commands that only show share them. */
function two(): Routers {
  running ??= new Routers({ R1: { set: end(1) }, R2: { set: end(2) } }, ['R1 ge-0/0/0 - R2 ge-0/0/0']).run(
    seconds(120),
  );
  return running;
}

/** What counts down, counts up or is numbered by the box. */
const COUNTED =
  /^(holdtime|.*-time|remaining-lifetime|checksum|sequence-number|ldp-next-hello|.*-messages|.*-index|.*discriminator)$/;

/** The reply in short: `name=text`, `name(` what it holds `)`; namespaces and what is counted left out. */
function elements(command: string): string {
  const reply = two().type('R1', `${command} | display xml | no-more`);
  const words: string[] = [];
  for (const line of reply.split('\n').slice(1)) {
    const leaf = /^ *<([\w-]+)[^>]*>([^<]*)<\/\1>$/.exec(line);
    if (leaf !== null) words.push(COUNTED.test(leaf[1] ?? '') ? `${leaf[1]}` : `${leaf[1]}=${leaf[2]}`);
    else if (/^ *<\//.test(line)) words.push(')');
    else if (/\/>$/.test(line)) words.push(line.trim().slice(1, -2));
    else if (line.trim() !== '') words.push(`${/<([\w-]+)/.exec(line)?.[1]}(`);
  }
  return words.join(' ').replace(' cli( banner= ) )', '').replaceAll('( )', '()');
}

const flat = (text: string): string => text.trim().replace(/\s+/g, ' ');

describe('IS-IS', () => {
  it.each([
    [
      'show isis adjacency',
      `isis-adjacency-information( isis-adjacency( interface-name=ge-0/0/0.0 system-name=R2 level=2 adjacency-state=Up
       holdtime snpa=2:5:86:71:2:0 ) )`,
    ],
    [
      'show isis interface',
      `isis-interface-information( isis-interface( interface-name=ge-0/0/0.0 circuit-type=2 circuit-id=0x1
       isis-interface-state-one=Disabled isis-interface-state-two=R2.02 metric-one=10 metric-two=10 )
       isis-interface( interface-name=lo0.0 circuit-type=2 circuit-id=0x1 isis-interface-state-one=Passive
       isis-interface-state-two=Passive metric-one=0 metric-two=0 ) )`,
    ],
    [
      'show isis database level 2 R2.02-00',
      `isis-database-information( isis-database( level=2 isis-database-entry( lsp-id=R2.02-00 sequence-number checksum
       remaining-lifetime lsp-attributes=L1 L2 ) lsp-count=1 ) )`,
    ],
    [
      'show isis hostname',
      `isis-hostname-information( isis-hostname( system-id=0000.0000.0001 system-name=R1 isis-hostname-type=Static )
       isis-hostname( system-id=0000.0000.0002 system-name=R2 isis-hostname-type=Dynamic ) )`,
    ],
  ])('%s', (command, expected) => {
    expect(elements(command)).toBe(flat(expected));
  });

  it('show isis adjacency detail names the system before the interface, and its addresses last', () => {
    expect(elements('show isis adjacency detail')).toBe(
      flat(`isis-adjacency-information( isis-adjacency( system-name=R2 interface-name=ge-0/0/0.0 level=2 adjacency-state=Up
        holdtime interface-priority=64 transition-count=1 last-transition-time circuit-type=2
        adjacency-flag=Speaks: IP, IPv6 mac-address=2:5:86:71:2:0 adjacency-topologies=Unicast
        adjacency-restart-capable=no adjacency-advertisement=advertise lan-id=R2.02 ip-address=10.0.0.2 ) )`),
    );
  });
});

describe('LDP, MPLS and BFD', () => {
  it.each([
    [
      'show ldp session',
      `ldp-session-information( ldp-session( ldp-neighbor-address=10.255.0.2 ldp-session-state=Operational
       ldp-connection-state=Open ldp-remaining-time ldp-session-adv-mode=DU ) )`,
    ],
    [
      'show ldp neighbor',
      `ldp-neighbor-information( ldp-neighbor( ldp-neighbor-address=10.0.0.2 interface-name=ge-0/0/0.0
       ldp-label-space-id=10.255.0.2:0 ldp-remaining-time ) )`,
    ],
    [
      'show ldp interface',
      `ldp-interface-information( ldp-interface( interface-name=ge-0/0/0.0 ldp-interface-local-address=10.0.0.1
       ldp-label-space-id=10.255.0.1:0 ldp-neighbor-count=1 ldp-next-hello ) )`,
    ],
    [
      'show ldp database',
      `ldp-database-information( ldp-database( ldp-database-type=Input label database
       ldp-session-id=10.255.0.1:0--10.255.0.2:0 ldp-label-received=2
       ldp-binding( ldp-label=299776 ldp-prefix=10.255.0.1/32 ) ldp-binding( ldp-label=3 ldp-prefix=10.255.0.2/32 ) )
       ldp-database( ldp-database-type=Output label database ldp-session-id=10.255.0.1:0--10.255.0.2:0
       ldp-label-advertised=2 ldp-binding( ldp-label=3 ldp-prefix=10.255.0.1/32 )
       ldp-binding( ldp-label=299776 ldp-prefix=10.255.0.2/32 ) ) )`,
    ],
    [
      'show mpls interface',
      `mpls-interface-information( mpls-interface( interface-name=ge-0/0/0.0 mpls-interface-state=Up ) )`,
    ],
    [
      'show bfd session',
      `bfd-session-information( bfd-session( session-neighbor=10.0.0.2 session-state=Up session-interface=ge-0/0/0.0
       session-detection-time session-transmission-interval=0.300 session-adaptive-multiplier=3 ) sessions=1 clients=1
       cumulative-transmission-rate=3.3 cumulative-reception-rate=3.3 )`,
    ],
    [
      'show bfd session summary',
      `bfd-session-information( sessions=1 clients=1 cumulative-transmission-rate=3.3 cumulative-reception-rate=3.3 )`,
    ],
  ])('%s', (command, expected) => {
    expect(elements(command)).toBe(flat(expected));
  });

  it('show bfd session extensive: what detail tells, then the intervals and discriminators', () => {
    const both = (command: string): readonly string[] => elements(command).split(' ) sessions=');
    const [detail = ''] = both('show bfd session detail');
    const [extensive = ''] = both('show bfd session extensive');
    expect(detail).toContain(
      'bfd-client( client-name=ISIS client-transmission-interval=0.300 client-reception-interval=0.300 )',
    );
    expect(extensive).toBe(
      flat(`${detail} minimum-asynchronous-interval=0.300 minimum-slow-interval=1.000
        adaptive-asynchronous-transmission-interval=0.300 adaptive-reception-interval=0.300
        minimum-transmission-interval=0.300 minimum-reception-interval=0.300 detection-multiplier=3
        neighbor-minimum-transmission-interval=0.300 neighbor-minimum-reception-interval=0.300
        neighbor-session-multiplier=3 local-discriminator remote-discriminator echo-mode-desired=disabled
        echo-mode-state=inactive`),
    );
  });
});

describe('links', () => {
  it.each([
    [
      'show arp no-resolve',
      `arp-table-information( arp-table-entry( mac-address=02:05:86:71:02:00 ip-address=10.0.0.2
       interface-name=ge-0/0/0.0 arp-table-entry-flags( none ) ) arp-entry-count=1 )`,
    ],
    [
      'show vrrp',
      `vrrp-information( vrrp-interface( interface=ge-0/0/0.0 interface-state=up group=1 vrrp-state=master
       vrrp-mode=Active timer-name=A timer-value=1.000 local-interface-address=10.0.0.1
       virtual-ip-address=10.0.0.254 ) )`,
    ],
    [
      'show interfaces descriptions',
      `interface-information( physical-interface( name=ge-0/0/0 admin-status=up oper-status=up
       description=to the other ) )`,
    ],
    [
      'show interfaces terse ge-0/0/0',
      `interface-information( physical-interface( name=ge-0/0/0 admin-status=up oper-status=up logical-interface(
       name=ge-0/0/0.0 admin-status=up oper-status=up filter-information() address-family( address-family-name=inet
       interface-address( ifa-local=10.0.0.1/24 ) ) address-family( address-family-name=iso ) address-family(
       address-family-name=mpls ) address-family( address-family-name=multiservice ) ) ) )`,
    ],
  ])('%s', (command, expected) => {
    const text = elements(command)
      .replace('timer-value=0.', 'timer-value=1.')
      .replace(/=1\.\d{3}/, '=1.000');
    expect(text).toBe(flat(expected));
  });

  it('show interfaces: the port, and its unit with the families', () => {
    const text = elements('show interfaces ge-0/0/0');
    expect(text).toContain('physical-interface( name=ge-0/0/0 admin-status=up oper-status=up local-index');
    expect(text).toContain(
      'link-level-type=Ethernet mtu=1514 sonet-mode=LAN-PHY mru=1522 source-filtering=disabled speed=1000mbps',
    );
    expect(text).toContain('if-device-flags( ifdf-present ifdf-running )');
    expect(text).toContain(
      flat(`interface-address( ifa-flags( ifaf-current-preferred ifaf-current-primary ) ifa-destination=10.0.0/24
        ifa-local=10.0.0.1 ifa-broadcast=10.0.0.255 )`),
    );
  });
});

describe('BGP', () => {
  it('show bgp summary: the table once, then the peers with theirs', () => {
    const text = elements('show bgp summary');
    expect(text).toContain('group-count=1 peer-count=1 down-peer-count=0 bgp-rib( name=inet.0 total-prefix-count=0');
    expect(text).toContain(
      flat(`bgp-peer( peer-address=10.255.0.2 peer-as=65000 input-messages output-messages route-queue-count=0
        flap-count=0 elapsed-time peer-state=Established bgp-rib( name=inet.0 active-prefix-count=0
        received-prefix-count=0 accepted-prefix-count=0 suppressed-prefix-count=0 ) )`),
    );
  });

  it('show bgp summary | display xml says in attributes what the screen reads', () => {
    const reply = two().type('R1', 'show bgp summary | display xml | no-more');
    expect(reply).toMatch(/<elapsed-time junos:seconds="\d+">/);
    expect(reply).toContain('<peer-state junos:format="Establ">Established</peer-state>');
  });

  it('show bgp group', () => {
    expect(elements('show bgp group')).toContain(
      flat(`bgp-group( type=Internal peer-as=65000 local-as=65000 name=I group-index group-flags=Export Eval
        bgp-option-information( bgp-options-extended=GracefulShutdownRcv holdtime gshut-recv-local-preference=0 )
        peer-count=1 established-count=1`),
    );
  });
});

describe('the system', () => {
  it('show version: who it is, then a package each', () => {
    const text = elements('show version');
    expect(text).toMatch(
      /^software-information\( host-name=R1 product-model=vmx product-name=vmx junos-version=\S+ package-information\( name=os-kernel package-name=\S+ comment=JUNOS OS Kernel 64-bit /,
    );
  });

  it('show route summary: a table each, a protocol each', () => {
    expect(elements('show route summary')).toContain(
      flat(`route-table( table-name=inet.3 destination-count=1 total-route-count=1 active-route-count=1
        holddown-route-count=0 hidden-route-count=0 protocols( protocol-name=LDP protocol-route-count=1
        active-route-count=1 ) )`),
    );
  });

  it('show system uptime: every moment with the seconds since 1970, and how long ago', () => {
    const reply = two().type('R1', 'show system uptime | display xml | no-more');
    expect(reply).toContain('<date-time junos:seconds="1772359200">2026-03-01 10:00:00 UTC</date-time>');
    expect(reply).toMatch(/<system-booted-time>\n.*\n *<time-length junos:seconds="1\d\d">00:0\d:\d\d<\/time-length>/);
  });
});

describe('views that no source tells the elements of', () => {
  it('are text within one', () => {
    expect(elements('show isis spf brief')).toMatch(/^output\(/);
    expect(two().type('R1', 'show isis spf brief | display json')).toMatch(/^\{\n {4}"output"/);
  });
});
