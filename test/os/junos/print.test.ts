import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { printBlock } from '../../../src/os/junos/print.ts';
import { apply, lines, tree } from './trees.ts';

const braces = (text: string): readonly string[] => printBlock(tree(text).children);

/** Capture: snapshot junos_static_route_defaults, vJunos-router 25.4R1.12, `show configuration | display set` (excerpt). */
const STATIC_DEFAULTS = `
set version 25.4R1.12
set system host-name r1
set system login user admin uid 2000
set system login user admin class super-user
set system services netconf ssh
set system services ssh root-login allow
set system management-instance
set chassis fpc 0 pic 0 number-of-ports 12
set interfaces fxp0 unit 0 family inet address 10.0.0.15/24
set interfaces fxp0 unit 0 family inet6 address 2001:db8::2/64
set interfaces lo0 unit 0 family inet address 10.255.0.1/32
set interfaces lo0 unit 0 family inet6 address 2001:db8::1/128
set interfaces lo0 unit 1 description "RED virtual-router loopback"
set interfaces lo0 unit 1 family inet address 10.255.1.1/32
set routing-instances BLUE instance-type virtual-router
set routing-instances BLUE routing-options static defaults tag 3000
set routing-instances BLUE routing-options static defaults preference 80
set routing-instances BLUE routing-options static route 10.220.1.0/24 discard
set routing-instances BLUE interface lo0.2
set routing-instances RED instance-type virtual-router
set routing-instances RED routing-options static route 10.210.1.0/24 discard
set routing-instances RED interface lo0.1
set routing-instances mgmt_junos routing-options rib mgmt_junos.inet6.0 static route ::/0 next-hop 2001:db8::1
set routing-instances mgmt_junos routing-options static route 0.0.0.0/0 next-hop 10.0.0.2
set routing-options rib inet6.0 static defaults tag 2000
set routing-options rib inet6.0 static defaults preference 60
set routing-options rib inet6.0 static route 2001:db8:200::/48 discard
set routing-options router-id 10.255.0.1
set routing-options static defaults metric 100
set routing-options static defaults tag 1000
set routing-options static defaults preference 50
set routing-options static route 10.200.1.0/24 discard
set routing-options static route 10.200.2.0/24 discard
set routing-options static route 10.200.2.0/24 preference 7
`
  .trim()
  .split('\n');

/** Capture: snapshot junos_cross_term_match, vJunos-router 25.4R1.12 (excerpt). */
const POLICY = `
set policy-options policy-statement CROSS-TERM-IMPORT term READ-COMMUNITY from community RED
set policy-options policy-statement CROSS-TERM-IMPORT term READ-COMMUNITY from route-filter 10.30.1.0/24 exact
set policy-options policy-statement CROSS-TERM-IMPORT term READ-COMMUNITY then community add MATCHED-COMMUNITY
set policy-options policy-statement CROSS-TERM-IMPORT term READ-COMMUNITY then accept
set policy-options policy-statement CROSS-TERM-IMPORT term READ-LOCALPREF from local-preference 250
set policy-options policy-statement CROSS-TERM-IMPORT term READ-LOCALPREF from route-filter 10.30.2.0/24 exact
set policy-options policy-statement CROSS-TERM-IMPORT term READ-ASPATH from as-path WITH-65099
set policy-options policy-statement CROSS-TERM-IMPORT term READ-ASPATH from route-filter 10.30.3.0/24 exact
set policy-options policy-statement CROSS-TERM-IMPORT term REJECT-OTHER then reject
set policy-options community MATCHED-COMMUNITY members 65002:1001
set policy-options community RED members 65002:1
set policy-options as-path WITH-65099 "65099 .*"
set routing-options router-id 2.2.2.2
set routing-options autonomous-system 65002
set protocols bgp group FROM-SENDER type external
set protocols bgp group FROM-SENDER peer-as 65001
set protocols bgp group FROM-SENDER neighbor 10.0.12.0 import CROSS-TERM-IMPORT
`
  .trim()
  .split('\n');

describe('show configuration | display set', () => {
  it.each([
    ['static defaults', STATIC_DEFAULTS],
    ['policies', POLICY],
  ])('gives a captured configuration back, whatever was typed first: %s', (_, captured) => {
    expect(displaySet(apply(EMPTY_TREE, ...captured).children)).toEqual(captured);
    // Terms and static routes keep the order of typing; nothing else depends on it.
    const others = captured.filter((line) => !/ (?:term|route) /.test(line));
    const owned = captured.filter((line) => / (?:term|route) /.test(line));
    fc.assert(
      fc.property(fc.shuffledSubarray([...others], { minLength: others.length }), (shuffled) => {
        expect(displaySet(apply(EMPTY_TREE, ...owned, ...shuffled).children)).toEqual(captured);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('tells what is inactive behind what it is', () => {
    const config = apply(EMPTY_TREE, 'set interfaces fxp0 unit 0 family inet address 192.168.50.210/24');
    const shown = displaySet(
      apply(config, 'deactivate interfaces fxp0 unit 0 family inet address 192.168.50.210/24').children,
    );
    // Capture: vSRX 24.4, `show configuration groups node0 | display set`.
    expect(shown).toEqual([
      'set interfaces fxp0 unit 0 family inet address 192.168.50.210/24',
      'deactivate interfaces fxp0 unit 0 family inet address 192.168.50.210/24',
    ]);
  });

  it('can be read back, and so can braces', () => {
    const all = [...STATIC_DEFAULTS, ...POLICY];
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        const made = apply(EMPTY_TREE, ...some);
        expect(apply(EMPTY_TREE, ...displaySet(made.children))).toEqual(made);
        expect(tree(printBlock(made.children).join('\n'))).toEqual(made);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});

describe('show configuration', () => {
  it('puts a statement with one leaf on one line where Junos does', () => {
    // Capture: vJunos-router 25.4, `show configuration protocols ospf`, and the policy of a vMX 21.4.
    expect(
      braces(`
        set protocols ospf topology default
        set protocols ospf area 0 interface ge-0/0/0 interface-type p2p
        set protocols ospf area 0 interface lo0 passive
        set policy-options policy-statement next-hop-self term 1 from protocol bgp
        set policy-options policy-statement next-hop-self term 1 from route-type external
        set policy-options policy-statement next-hop-self term 1 then next-hop self
        set policy-options policy-statement export-rip term match from protocol [ rip direct ]
        set policy-options policy-statement export-rip term match then accept
      `),
    ).toEqual(
      lines(`
        policy-options {
            policy-statement export-rip {
                term match {
                    from protocol [ rip direct ];
                    then accept;
                }
            }
            policy-statement next-hop-self {
                term 1 {
                    from {
                        protocol bgp;
                        route-type external;
                    }
                    then {
                        next-hop self;
                    }
                }
            }
        }
        protocols {
            ospf {
                topology default;
                area 0.0.0.0 {
                    interface ge-0/0/0.0 {
                        interface-type p2p;
                    }
                    interface lo0.0 {
                        passive;
                    }
                }
            }
        }
      `),
    );
  });

  it('marks secrets, what is inactive, comments and protection', () => {
    const config = tree(`
      system {
          root-authentication {
              encrypted-password "$1$5RPVAd$x"; ## SECRET-DATA
          }
          /* who may come in */
          login {
              inactive: user lab {
                  uid 2000;
              }
          }
          protect: host-name R1;
          time-zone America/Los_Angeles;
      }
      routing-options {
          /*
           * Two ways out.
           */
          static {
              route 0.0.0.0/0 next-hop [ 10.0.0.1 10.0.0.2 ];
          }
      }
      groups {
          G {
              interfaces {
                  <ge-*> {
                      description "uplink; no more";
                  }
              }
          }
      }
    `);
    expect(printBlock(config.children)).toEqual(
      lines(`
        groups {
            G {
                interfaces {
                    <ge-*> {
                        description "uplink; no more";
                    }
                }
            }
        }
        system {
            protect: host-name R1;
            root-authentication {
                encrypted-password "$1$5RPVAd$x"; ## SECRET-DATA
            }
            /* who may come in */
            login {
                inactive: user lab {
                    uid 2000;
                }
            }
            time-zone America/Los_Angeles;
        }
        routing-options {
            /*
             * Two ways out.
             */
            static {
                route 0.0.0.0/0 next-hop [ 10.0.0.1 10.0.0.2 ];
            }
        }
      `),
    );
  });

  // Capture: Junos sorts policies by their bytes, prefix lists stay as typed (snapshot junos_undefined_prefix_list_import, 17.4).
  it('sorts what Junos sorts', () => {
    const shown = displaySet(
      tree(`
        set policy-options prefix-list IN_P
        set policy-options prefix-list ALLOW
        set policy-options policy-statement IN_P_LEVEL then accept
        set policy-options policy-statement IN_PG_LEVEL then accept
        set policy-options policy-statement ALLOW then accept
        set interfaces lo0 unit 10 description b
        set interfaces lo0 unit 9 description a
        set interfaces fxp0 description m
        set interfaces ge-0/0/10 description x
        set interfaces ge-0/0/9 description y
      `).children,
    );
    expect(shown.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      'interfaces ge-0/0/9 description y',
      'interfaces ge-0/0/10 description x',
      'interfaces fxp0 description m',
      'interfaces lo0 unit 9 description a',
      'interfaces lo0 unit 10 description b',
      'policy-options prefix-list IN_P',
      'policy-options prefix-list ALLOW',
      'policy-options policy-statement ALLOW then accept',
      'policy-options policy-statement IN_PG_LEVEL then accept',
      'policy-options policy-statement IN_P_LEVEL then accept',
    ]);
  });
});
