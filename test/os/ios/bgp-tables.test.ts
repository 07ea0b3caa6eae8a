// What goes from the BGP table to the routing table, and what is told of it, by statements about all neighbors at once.

import { expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const G0 = 'GigabitEthernet0/0';

/** R1 (65001) tells R2 (65002) of three networks; `lists` stand outside of `router bgp`. */
const two = (receiver: readonly string[], lists: readonly string[] = [], sender: readonly string[] = []): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: [
        `interface ${G0}\n ip address 10.0.12.1 255.255.255.0\n no shutdown`,
        ...['10.1.0.0', '10.2.0.0', '10.3.0.0'].map((net) => `ip route ${net} 255.255.0.0 Null0`),
        ...lists,
        'router bgp 65001',
        ' redistribute static',
        ' neighbor 10.0.12.2 remote-as 65002',
        ...sender.map((line) => ` ${line}`),
      ].join('\n'),
      R2: [
        `interface ${G0}\n ip address 10.0.12.2 255.255.255.0\n no shutdown`,
        ...lists,
        'router bgp 65002',
        ' neighbor 10.0.12.1 remote-as 65001',
        ...receiver.map((line) => ` ${line}`),
      ].join('\n'),
    },
    [`R1 ${G0} - R2 ${G0}`],
  ).run(60);

/** `B 10.1.0.0/16 [20/0]` */
const routes = (boxes: Boxes): readonly string[] =>
  boxes
    .shown('R2', 'show ip route bgp')
    .split('\n')
    .flatMap((line) => /^B +(\S+) (\S+) via/.exec(line)?.slice(1).join(' ') ?? []);

const ONE = ['ip prefix-list ONE seq 5 permit 10.1.0.0/16'];
const MAP = [...ONE, 'route-map MAP permit 10\n match ip address prefix-list ONE\n set metric 77'];

it('a table map changes the metric of what it permits and leaves the rest alone', () => {
  const boxes = two(['table-map MAP'], MAP);
  expect(routes(boxes)).toEqual(['10.1.0.0/16 [20/77]', '10.2.0.0/16 [20/0]', '10.3.0.0/16 [20/0]']);
  boxes.configure('R2', 'router bgp 65002', 'no table-map MAP');
  expect(routes(boxes)).toEqual(['10.1.0.0/16 [20/0]', '10.2.0.0/16 [20/0]', '10.3.0.0/16 [20/0]']);
});

it('a table map that filters keeps what it denies out of the routing table, not out of BGP', () => {
  const boxes = two(['table-map MAP filter'], MAP);
  expect(routes(boxes)).toEqual(['10.1.0.0/16 [20/77]']);
  expect(boxes.shown('R2', 'show ip bgp')).toContain('10.3.0.0/16');
});

it('distance counts for neighbors in its range only', () => {
  expect(routes(two(['distance 55 10.0.12.0 0.0.0.255']))[0]).toBe('10.1.0.0/16 [55/0]');
  expect(routes(two(['distance 55 10.0.13.0 0.0.0.255']))[0]).toBe('10.1.0.0/16 [20/0]');
});

// "distance (IP)": `distance 90 … 7` is about the routes that access list 7 permits.
it('distance with an access list counts for the routes that it permits', () => {
  const lists = ['access-list 7 permit 10.2.0.0', 'access-list 8 permit any'];
  const one = two(['distance 55 10.0.12.0 0.0.0.255 7'], lists);
  expect(routes(one)).toEqual(['10.1.0.0/16 [20/0]', '10.2.0.0/16 [55/0]', '10.3.0.0/16 [20/0]']);
  const first = [
    'distance 55 10.0.12.1 0.0.0.0 7',
    'distance 66 10.0.12.0 0.0.0.255 8',
    'distance 5 10.0.13.0 0.0.0.255 8',
  ];
  expect(routes(two(first, lists))).toEqual(['10.1.0.0/16 [66/0]', '10.2.0.0/16 [55/0]', '10.3.0.0/16 [66/0]']);
});

it('distance with an access list leaves the route map of the neighbor as it is', () => {
  const lists = [
    'access-list 7 permit 10.2.0.0',
    'ip prefix-list TWO seq 5 permit 10.2.0.0/16',
    'ip prefix-list THREE seq 5 deny 10.3.0.0/16\nip prefix-list THREE seq 10 permit 0.0.0.0/0 le 32',
    'route-map IN permit 10\n match ip address prefix-list TWO\n set metric 9\n continue 30',
    'route-map IN deny 20\n match ip address prefix-list TWO',
    'route-map IN permit 30\n match ip address prefix-list THREE',
  ];
  const boxes = two(['distance 55 10.0.12.0 0.0.0.255 7', 'neighbor 10.0.12.1 route-map IN in'], lists);
  expect(routes(boxes)).toEqual(['10.1.0.0/16 [20/0]', '10.2.0.0/16 [55/9]']);
});

it('distribute-list of the process counts for every neighbor, either way', () => {
  expect(routes(two(['distribute-list prefix ONE in'], ONE))).toEqual(['10.1.0.0/16 [20/0]']);
  expect(routes(two([], ONE, ['distribute-list prefix ONE out']))).toEqual(['10.1.0.0/16 [20/0]']);
});

it('distribute-list with a protocol counts for what is redistributed from there', () => {
  const others = ['access-list 7 deny 10.2.0.0 0.0.255.255', 'access-list 7 permit any'];
  const boxes = two([], others, ['distribute-list 7 out static', 'network 10.0.12.0 mask 255.255.255.0']);
  expect(routes(boxes)).toEqual(['10.1.0.0/16 [20/0]', '10.3.0.0/16 [20/0]']);
});

it('a policy list asks what its clauses ask', () => {
  const list = [...ONE, 'ip policy-list ONLY permit\n match ip address prefix-list ONE'];
  const map = [...list, 'route-map MAP permit 10\n match policy-list ONLY'];
  expect(routes(two(['neighbor 10.0.12.1 route-map MAP in'], map))).toEqual(['10.1.0.0/16 [20/0]']);
});

it('options of redistribute add up, whichever have values', () => {
  const boxes = two([], [], ['redistribute static ip', 'redistribute static ip metric 5']);
  expect(boxes.shown('R1', 'show running-config | include redistribute')).toBe(' redistribute static metric 5');
  expect(routes(boxes)[0]).toBe('10.1.0.0/16 [20/5]');
});

it('dynamic neighbors may be of other ASs', () => {
  const boxes = two([]);
  boxes.configure(
    'R1',
    'router bgp 65001',
    'no neighbor 10.0.12.2',
    'neighbor PG peer-group',
    'neighbor PG remote-as 65009 alternate-as 65003 65002',
    'bgp listen range 10.0.12.0/24 peer-group PG',
  );
  boxes.run(120);
  expect(routes(boxes)).toHaveLength(3);
});

/** Form: printouts of soft reconfiguration on IOS and IOS XE (`65002, (received-only)`). */
it('shows what soft reconfiguration kept beside what a route map made of it', () => {
  const map = [...ONE, 'route-map MAP permit 10\n match ip address prefix-list ONE\n set local-preference 300'];
  const soft = ['neighbor 10.0.12.1 soft-reconfiguration inbound', 'neighbor 10.0.12.1 route-map MAP in'];
  const boxes = two(soft, map);
  const changed = boxes.shown('R2', 'show ip bgp 10.1.0.0/16');
  expect(changed).toContain('Paths: (2 available, best #1, table default)');
  expect(changed.match(/localpref \d+|received.*\)/g)).toEqual(['localpref 300', 'received-only)', 'localpref 100']);
  const denied = boxes.shown('R2', 'show ip bgp 10.2.0.0/16');
  expect(denied).toContain('Paths: (1 available, no best path)');
  expect(denied).toContain('65001, (received-only)');
  boxes.configure('R2', 'router bgp 65002', 'no neighbor 10.0.12.1 route-map MAP in');
  // "Managing Routing Policy Changes": another inbound policy counts from the next soft clear on.
  expect(boxes.shown('R2', 'show ip bgp 10.2.0.0/16')).toContain('65001, (received-only)');
  boxes.shown('R2', 'clear ip bgp * soft in');
  expect(boxes.shown('R2', 'show ip bgp 10.2.0.0/16')).toContain('65001, (received & used)');
});

/** Form: printouts of `aggregate-address` on IOS 12 and 15. */
it('an aggregate leads to Null0 by way of nobody', () => {
  const boxes = two(['aggregate-address 10.0.0.0 255.0.0.0 summary-only']);
  expect(boxes.shown('R2', 'show ip route 10.0.0.0 255.0.0.0 longer-prefixes')).toMatch(
    /^B {8}10\.0\.0\.0\/8 \[200\/0\] via 0\.0\.0\.0, 00:00:\d\d, Null0$/m,
  );
});

it('takes parts of the routing table and of CEF by what is asked for', () => {
  const boxes = two([], ['access-list 7 permit 10.2.0.0 0.0.255.255']);
  const prefixes = (command: string): readonly string[] =>
    boxes.shown('R2', command).match(/^[A-Z] +\d\S+|^10\.\S+/gm) ?? [];
  expect(prefixes('show ip route list 7')).toEqual(['B        10.2.0.0/16']);
  expect(prefixes('show ip route ospf')).toEqual([]);
  expect(prefixes('show ip cef 10.2.0.0/15 longer-prefixes')).toEqual(['10.2.0.0/16', '10.3.0.0/16']);
  expect(boxes.shown('R2', 'show ip cef exact-route 10.0.12.2 10.2.0.1')).toBe(
    `10.0.12.2 -> 10.2.0.1 =>IP adj out of ${G0}, addr 10.0.12.1`,
  );
});

/** Form: printouts of `show adjacency detail` on IOL: destination, source, type of the frame. */
it('shows the header that goes before packets to a neighbor', () => {
  const text = two([]).shown('R1', 'show adjacency detail');
  expect(text).toContain(`IP       ${G0}        10.0.12.2(7)\n${' '.repeat(35)}0 packets, 0 bytes\n`);
  expect(text).toContain(`${' '.repeat(35)}AABBCC000200AABBCC0001000800\n`);
});

it('counts hits of a prefix list anew after clear ip prefix-list', () => {
  const boxes = two(
    ['neighbor 10.0.12.1 prefix-list ONE in'],
    [...ONE, 'ip prefix-list ONE seq 10 deny 0.0.0.0/0 le 32'],
  );
  const hits = (): readonly string[] =>
    boxes.shown('R2', 'show ip prefix-list detail ONE').match(/hit count: \d+/g) ?? [];
  expect(hits()).toEqual(['hit count: 1', 'hit count: 2']);
  boxes.shown('R2', 'clear ip prefix-list ONE 10.1.0.0/16');
  expect(hits()).toEqual(['hit count: 0', 'hit count: 2']);
  boxes.shown('R2', 'clear ip prefix-list');
  expect(hits()).toEqual(['hit count: 0', 'hit count: 0']);
});

// Source: genieparser ShowIpProtocolsSectionRip; show ip protocols of IOS XE 17 with "distribute-list prefix" of EIGRP.
it('show ip protocols names the lists of the whole process, not those of one protocol', () => {
  const filters = (lines: readonly string[]): readonly string[] =>
    two(lines, ONE)
      .shown('R2', 'show ip protocols | include filter list')
      .split('\n')
      .slice(-2)
      .map((line) => line.replace(' update filter list for all interfaces is', ''));
  expect(filters([])).toEqual(['  Outgoing not set', '  Incoming not set']);
  expect(filters(['distribute-list prefix ONE in', 'distribute-list 10 out static'])).toEqual([
    '  Outgoing not set',
    '  Incoming (prefix-list) ONE',
  ]);
  expect(filters(['distribute-list 10 out'])).toEqual(['  Outgoing 10', '  Incoming not set']);
});

it('show ip protocols names the list of the IS-IS process that has one', () => {
  const boxes = two([], ONE);
  boxes.configure('R2', 'router isis A', 'router isis B', 'distribute-list prefix ONE in');
  const shown = boxes.shown('R2', 'show ip protocols | include isis|Incoming');
  expect(shown).toContain('"isis A"\n  Incoming update filter list for all interfaces is not set');
  expect(shown).toContain('"isis B"\n  Incoming update filter list for all interfaces is (prefix-list) ONE');
});
