import { describe, expect, it } from 'vitest';
import { insert } from '../../../src/config/edit.ts';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { compareAt, compareLines } from '../../../src/os/junos/compare.ts';
import { findPath, tokensOf } from '../../../src/os/junos/schema.ts';
import { apply, lines, schema, tree } from './trees.ts';

const interfaces = tree('set interfaces ge-0/0/0 unit 0 family inet address 198.18.10.12/24');

describe('show | compare', () => {
  // Capture: vSRX, `load replace` of a management address.
  it('shows a value that changed, and a new entry behind its neighbour', () => {
    const before = apply(interfaces, 'set system host-name poc-vsrx-a');
    const after = apply(
      before,
      'set system host-name vvfat-test-1',
      'set interfaces ge-0/0/0 unit 0 family inet address 198.18.20.12/24',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit system]
        -  host-name poc-vsrx-a;
        +  host-name vvfat-test-1;
        [edit interfaces ge-0/0/0 unit 0 family inet]
                address 198.18.10.12/24 { ... }
        +       address 198.18.20.12/24;
      `),
    );
  });

  // Capture: vMX, an address replaced.
  it('shows what is new before what is gone', () => {
    const before = tree('set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/24');
    const after = apply(
      before,
      'delete interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/24',
      'set interfaces ge-0/0/0 unit 0 family inet address 10.0.50.1/24',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit interfaces ge-0/0/0 unit 0 family inet]
        +       address 10.0.50.1/24;
        -       address 10.0.12.1/24;
      `),
    );
  });

  // Capture: vMX, `copy protocols bgp group myPeerAS2 neighbor 10.1.2.2 to neighbor 10.1.2.3`.
  it('prints a new entry whole, in the order of the schema', () => {
    const peer = (address: string) =>
      [
        'description "to peer r3-AS2"',
        'enforce-first-as',
        'import ACCEPT',
        'family inet unicast',
        'export ACCEPT',
        'remove-private all',
        'peer-as 2',
      ].map((words) => `set protocols bgp group myPeerAS2 neighbor ${address} ${words}`);
    const before = apply(EMPTY_TREE, ...peer('10.1.2.2'));
    expect(compareLines(before, apply(before, ...peer('10.1.2.3')))).toEqual(
      lines(`
        [edit protocols bgp group myPeerAS2]
              neighbor 10.1.2.2 { ... }
        +     neighbor 10.1.2.3 {
        +         description "to peer r3-AS2";
        +         enforce-first-as;
        +         import ACCEPT;
        +         family inet {
        +             unicast;
        +         }
        +         export ACCEPT;
        +         remove-private {
        +             all;
        +         }
        +         peer-as 2;
        +     }
      `),
    );
  });

  // Capture: vSRX, `show | compare` of a first configuration.
  it('puts containers that follow each other under one header', () => {
    const after = apply(
      EMPTY_TREE,
      'set routing-options autonomous-system 65001',
      'set protocols bgp group demo type internal',
      'set protocols bgp group demo neighbor 192.168.1.2',
    );
    expect(compareLines(EMPTY_TREE, after)).toEqual(
      lines(`
        [edit]
        +  routing-options {
        +      autonomous-system 65001;
        +  }
        +  protocols {
        +      bgp {
        +          group demo {
        +              type internal;
        +              neighbor 192.168.1.2;
        +          }
        +      }
        +  }
      `),
    );
  });

  // Capture: QFX, a fabric that gets its underlay.
  it('indents what follows a leaf like the leaf', () => {
    const before = tree('set routing-options martians 10.0.0.0/8 orlonger');
    const after = apply(
      before,
      'set routing-options router-id 192.179.0.107',
      'set routing-options forwarding-table export bgp-ecmp',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit routing-options]
        +  router-id 192.179.0.107;
        +  forwarding-table {
        +      export bgp-ecmp;
        +  }
      `),
    );
  });

  // Capture: SRX 12.1, the default route moved to another gateway.
  it('shows a statement of one line as a line', () => {
    const before = tree('set routing-options static route 0.0.0.0/0 next-hop 192.168.4.1');
    const after = apply(
      before,
      'delete routing-options static route 0.0.0.0/0 next-hop 192.168.4.1',
      'set routing-options static route 0.0.0.0/0 next-hop 1.1.4.2',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit routing-options static]
        -    route 0.0.0.0/0 next-hop 192.168.4.1;
        +    route 0.0.0.0/0 next-hop 1.1.4.2;
      `),
    );
  });

  // Capture: SRX 12.1, the same after the `delete` alone.
  it('shows that a route without next hop is gone, and what was made for it', () => {
    const before = tree('set routing-options static route 0.0.0.0/0 next-hop 192.168.4.1');
    const after = apply(before, 'delete routing-options static route 0.0.0.0/0 next-hop 192.168.4.1');
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit]
        -  routing-options {
        -      static {
        -          route 0.0.0.0/0 next-hop 192.168.4.1;
        -      }
        -  }
      `),
    );
  });

  // Capture: SRX 12.1, `insert … policy DOMYSLNA after policy POLITYKAHTTP`: here terms of a policy.
  it('marks what stands elsewhere', () => {
    const before = tree(`
      set policy-options policy-statement P term FIRST then accept
      set policy-options policy-statement P term SECOND then reject
      set policy-options policy-statement P term THIRD then reject
    `);
    const path = (words: string) => {
      const found = findPath(schema(), [], tokensOf(`policy-options policy-statement P term ${words}`), 'statement');
      return found.ok ? (found.value[0] ?? []) : [];
    };
    const anchor = path('THIRD').at(-1);
    const moved = anchor && insert(before, path('FIRST'), 'after', anchor);
    expect(moved?.ok && compareLines(before, moved.value)).toEqual(
      lines(`
        [edit policy-options policy-statement P]
        !    term SECOND { ... }
        !    term THIRD { ... }
      `),
    );
  });

  // Capture: MX, `deactivate interfaces ge-0/0/0 unit 0` beside a new container.
  it('marks what was deactivated under a header of its own', () => {
    const before = tree('set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/30');
    const after = apply(
      before,
      'set interfaces ge-0/0/0 gigether-options 802.3ad ae0',
      'deactivate interfaces ge-0/0/0 unit 0',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit interfaces ge-0/0/0]
        +    gigether-options {
        +        802.3ad {
        +            ae0;
        +        }
        +    }
        [edit interfaces ge-0/0/0]
        !     inactive: unit 0 { ... }
      `),
    );
    expect(compareLines(after, apply(after, 'activate interfaces ge-0/0/0 unit 0'))).toEqual(
      lines(`
        [edit interfaces ge-0/0/0]
        !     active: unit 0 { ... }
      `),
    );
  });

  // Capture: MX, a prefix list and a policy beside others.
  it('gives lists of their own headers, and a neighbour only where the order is the owner’s', () => {
    const before = tree(`
      set policy-options prefix-list BGP-VIRTUAL-ROUTER-PEERS
      set policy-options policy-statement A then accept
    `);
    const after = apply(
      before,
      'set policy-options prefix-list vrf_gw_sample-ha-router-downlink_1025_prefix',
      'set policy-options policy-statement INSTANCE-MASTER_IN then accept',
    );
    expect(compareLines(before, after)).toEqual(
      lines(`
        [edit policy-options]
            prefix-list BGP-VIRTUAL-ROUTER-PEERS { ... }
        +   prefix-list vrf_gw_sample-ha-router-downlink_1025_prefix;
        [edit policy-options]
        +   policy-statement INSTANCE-MASTER_IN {
        +       then accept;
        +   }
      `),
    );
  });

  it('shows the values of a list as one', () => {
    const before = tree('set protocols bgp group X export A');
    expect(compareLines(before, apply(before, 'set protocols bgp group X export B'))).toEqual(
      lines(`
        [edit protocols bgp group X]
        -    export A;
        +    export [ A B ];
      `),
    );
  });

  it('says nothing when nothing differs', () => {
    expect(compareLines(interfaces, apply(interfaces, 'set interfaces ge-0/0/0 unit 0'))).toEqual([]);
  });

  it('may be asked of a part', () => {
    const after = apply(interfaces, 'set system host-name R2', 'set interfaces ge-0/0/0 description uplink');
    const found = findPath(schema(), [], tokensOf('interfaces'), 'anywhere');
    const chain = found.ok ? (found.value[0] ?? []) : [];
    expect(compareAt(interfaces, after, chain)).toEqual(
      lines(`
        [edit interfaces ge-0/0/0]
        +   description uplink;
      `),
    );
  });
});
