// `show bgp neighbor` as elements and as each release prints it. Expectations: captures `show bgp neighbor | display json` of
// vJunos-router 25.4R1 (lab-validation junos_cross_term_match, dut: names and their order), transcripts of 13.3 (`ImportEval`,
// one line a peer in the summary).

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const dut = (model: string, sender = 'vmx', more = ''): Routers =>
  new Routers(
    {
      sender: {
        model: sender,
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.0/31
set interfaces lo0 unit 0 family inet address 1.1.1.1/32
set routing-options autonomous-system 65001
set routing-options static route 10.1.1.0/24 discard
set policy-options policy-statement ADVERTISE from protocol static
set policy-options policy-statement ADVERTISE then accept
set protocols bgp group TO-DUT export ADVERTISE
set protocols bgp group TO-DUT neighbor 10.0.12.1 peer-as 65002`,
      },
      dut: {
        model,
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/31
set interfaces lo0 unit 0 family inet address 2.2.2.2/32
set routing-options autonomous-system 65002
set policy-options policy-statement CROSS-TERM-IMPORT then accept
set protocols bgp group FROM-SENDER import CROSS-TERM-IMPORT
set protocols bgp group FROM-SENDER neighbor 10.0.12.0 peer-as 65001
${more}`,
      },
    },
    ['sender ge-0/0/0 - dut ge-0/0/0'],
  ).run(seconds(60));

/** Every element a list of one, with `data` or more elements. */
type Element = { readonly [name: string]: readonly Element[] } & { readonly data?: string };

/** `name=text`, `name{}`, `name[…]`, without what counts or numbers things. */
function outline(element: Element): readonly string[] {
  return Object.entries(element).flatMap(([name, list]): readonly string[] => {
    if (name === 'attributes' || !Array.isArray(list)) return [];
    return list.map((one: Element) => {
      if ('data' in one) {
        const text = Array.isArray(one.data) ? '' : String(one.data);
        const counted = /address$|messages|octets|last-(received|sent|checked)|elapsed|updates|index$/.test(name);
        return counted ? name : `${name}=${text}`;
      }
      const inner = outline(one);
      return inner.length === 0 ? `${name}{}` : `${name}[${inner.join(' ')}]`;
    });
  });
}

const CAPTURED = `peer-address peer-as=65001 local-address local-as=65002 peer-group=FROM-SENDER peer-cfg-rti=master
peer-fwd-rti=master peer-type=External peer-state=Established peer-flags=Sync rsync-flags{} last-state=OpenConfirm
last-event=RecvKeepAlive last-error=None
bgp-option-information[import-policy=CROSS-TERM-IMPORT send-community-type{} bgp-options=PeerAS Refresh bgp-options2{}
bgp-options-extended=GracefulShutdownRcv bgp-options-extended2{} holdtime=90 preference=170 gshut-recv-local-preference=0]
flap-count=0 elapsed-time recv-ebgp-origin-validation-state=Reject
bgp-malformed-attributes[malformed-information[log-interval=300 route-limit=1000]] peer-id=1.1.1.1 local-id=2.2.2.2
active-holdtime=90 keepalive-interval=30 group-index peer-index snmp-index
bgp-peer-iosession[iosession-thread-name=bgpio-0 iosession-state=Enabled]
bgp-bfd[bfd-configuration-state=disabled bfd-operational-state=down] local-interface-name=ge-0/0/0.0
local-interface-index peer-restart-nlri-configured=inet-unicast nlri-type-peer=inet-unicast nlri-type-session=inet-unicast
loop-check-display=AS loop check: Domain Scoped peer-refresh-capability=2 peer-4byte-as-capability-advertised=65001
peer-addpath-not-supported=
bgp-rib[name=inet.0 rib-bit=20000 bgp-rib-state=BGP restart is complete send-state=in sync active-prefix-count=1
received-prefix-count=1 accepted-prefix-count=1 suppressed-prefix-count=0 advertised-prefix-count=0]
peer-stale-route-time-configured=300 peer-no-restart= peer-restart-flags-received=Notification
peer-restart-nlri-negotiated=inet-unicast peer-end-of-rib-received=inet-unicast peer-end-of-rib-sent=inet-unicast
peer-end-of-rib-scheduled{} peer-no-llgr-restarter=
bgp-family-stat[nlri-type=inet-unicast bgp-nlri-send-time=0 bgp-nlri-recv-time=0] last-received last-sent last-checked
input-messages input-updates input-refreshes=0 input-octets output-messages output-updates output-refreshes=0
output-octets bgp-output-queue[number=1 count=0 table-name=inet.0 rib-adv-nlri=inet-unicast]`;

describe('a neighbor', () => {
  it('has the elements of 25.4', () => {
    const text = dut('vJunos-router').type('dut', 'show bgp neighbor | display json');
    const answer = JSON.parse(text) as { 'bgp-information': readonly Element[] };
    const peers = answer['bgp-information'][0]?.['bgp-peer'];
    expect(peers).toHaveLength(1);
    expect(outline(peers?.[0] as Element).join(' ')).toBe(CAPTURED.replace(/\n/g, ' '));
  });

  it('has no groups in 13.3, and one line in the summary', () => {
    const routers = dut('mx104');
    const text = routers.type('dut', 'show bgp neighbor');
    expect(text).toMatch(
      /^Peer: 10\.0\.12\.0\+\d+ AS 65001 {2}Local: 10\.0\.12\.1\+\d+ AS 65002\n {2}Type: External {4}State: Established {4}Flags: <ImportEval Sync>$/m,
    );
    expect(text).toMatch(/^ {2}Keepalive Interval: 30 {9}Group index: 0 {4}Peer index: 0 {3}$/m);
    expect(text).toMatch(/^ {2}Table inet\.0 Bit: 10000$/m);
    expect(text).toMatch(/^ {2}Output Queue\[0\]: 0$/m);
    expect(text).not.toMatch(/Shutdown|LLGR|Restart flag|bgpio/);
    const summary = routers.type('dut', 'show bgp summary').split('\n');
    expect(summary[0]).toBe('Groups: 1 Peers: 1 Down peers: 0');
    expect(summary[5]).toMatch(/^10\.0\.12\.0 .* 1\/1\/1\/0 {14}0\/0\/0\/0$/);
  });

  it('what a group is told of a route stands above its extensive block', () => {
    // Captures: show route protocol bgp … extensive (genieparser golden output); transcripts of 2024 (`Advertise`) and of an
    // MX80 (`Page 0 idx 0 Type 1 val 9364cb0`, one line of `Path`).
    const above = (model: string): readonly string[] =>
      dut('vmx', model)
        .type('sender', 'show route 10.1.1.0/24 extensive')
        .split('\n')
        .filter((line) => /^(Page|Path|from|Vector| {3,5}\S)/.test(line))
        .map((line) => line.replace(/ val (0x)?[0-9a-f]+/, ' val $1PTR'));
    const metrics = ['Nexthop: Self', 'AS path: [65001] I', 'Communities:'];
    expect(above('vmx')).toEqual([
      'Page 0 idx 0, (group TO-DUT type External) Type 1 val 0xPTR (adv_entry)',
      '   Advertised metrics:',
      ...metrics.map((metric) => `     ${metric}`),
      'Path 10.1.1.0',
      'Vector len 4.  Val: 0',
    ]);
    expect(above('vJunos-router')[5]).toBe('    Advertise: 00000001');
    expect(above('mx104')).toEqual([
      'Page 0 idx 0 Type 1 val PTR',
      ...metrics.map((metric) => `    ${metric}`),
      'Path 10.1.1.0 Vector len 4.  Val: 0',
    ]);
  });

  it('who is told a route is among the announcement bits of its detail', () => {
    // Captures: show route detail of cross-vendor labs: `Announcement bits (2): 0-KRT 1-BGP_RT_Background`.
    const routers = dut('vJunos-router');
    const bits = (name: string): readonly string[] =>
      routers.type(name, 'show route 10.1.1.0/24 detail').match(/Announcement bits .*\S/g) ?? [];
    expect(bits('sender')).toEqual(['Announcement bits (2): 0-KRT 1-BGP_RT_Background']);
    expect(bits('dut')).toEqual(['Announcement bits (1): 0-KRT']);
  });
});

describe('what an import policy writes on a route', () => {
  // Capture: show route protocol bgp detail | display json of vJunos-router 25.4R1 (junos_then_action_conflicts, dut).
  const WRITTEN = ['tag 100', 'tag2 200', 'color 300', 'color2 400', 'metric2 50']
    .map((word) => `set policy-options policy-statement CROSS-TERM-IMPORT then ${word}\n`)
    .join('');

  it('stands in its detail, and in no short line', () => {
    const net = dut('vJunos-router', 'vmx', WRITTEN);
    const text = net.type('dut', 'show route 10.1.1.0/24 detail | display xml');
    const written = text.match(/<(rt-tag2?|color2?|metric2)>\d+/g);
    expect(written).toEqual(['<color>300', '<color2>400', '<metric2>50', '<rt-tag>100', '<rt-tag2>200']);
    expect(net.type('dut', 'show route 10.1.1.0/24 detail')).toMatch(
      /Metric2: 50 \n.*Validation State.*\n.*Tag: 100 \n/,
    );
    expect(net.type('dut', 'show route 10.1.1.0/24')).not.toMatch(/tag|metric2/);
    expect(net.type('dut', 'show route 10.1.1.0/24 | display xml')).not.toMatch(/rt-tag|metric2/);
  });

  it('is there after a commit that changes nothing else', () => {
    const net = dut('vJunos-router');
    net.type('dut', 'configure');
    for (const line of WRITTEN.trim().split('\n')) net.type('dut', line);
    net.type('dut', 'commit and-quit');
    net.run(seconds(5));
    expect(net.type('dut', 'show route 10.1.1.0/24 detail | display xml')).toContain('<rt-tag>100</rt-tag>');
  });
});
