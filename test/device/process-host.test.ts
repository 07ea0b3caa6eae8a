// What a process may do to its router: speak and listen on links, open streams, take labels, set timers. A toy plug-in
// does it; two of them stand at the ends of a cable.

import { beforeEach, describe, expect, it } from 'vitest';
import { fromAscii } from '../../src/base/bytes.ts';
import { ipText } from '../../src/base/ip.ts';
import { mac } from '../../src/base/mac.ts';
import { present } from '../../src/base/must.ts';
import { Desks } from '../../src/device/desks.ts';
import { ProcessHost } from '../../src/device/process-host.ts';
import { Settler } from '../../src/device/settle.ts';
import { LabelAllocator } from '../../src/net/labels.ts';
import { Resolver } from '../../src/net/resolve.ts';
import type { Hearing, ProcessContext, ProcessInput, ProtocolPlugin } from '../../src/protocols/plugin.ts';
import { MAIN } from '../../src/route/names.ts';
import type { Node, NodeId, TimerKey } from '../../src/sim/node.ts';
import { millis, seconds } from '../../src/sim/time.ts';
import { ifName, ip, p, processId, route, vrfName } from '../harness/routes.ts';
import { Topology } from '../harness/topology.ts';

type Context = ProcessContext<undefined, never>;

const ascii = (bytes: Uint8Array | undefined): string => String.fromCharCode(...(bytes ?? []));

function lineOf(input: ProcessInput): string {
  switch (input.kind) {
    case 'packet':
      return `packet on ${input.on} from ${input.from === 'link' ? 'link' : ipText(input.from)} ttl ${input.ttl}: ${ascii(input.bytes)}`;
    case 'stream':
      return `stream ${ipText(input.stream.peer)} ${input.event}${input.bytes ? `: ${ascii(input.bytes)}` : ''}${input.reason ? ` (${input.reason})` : ''}`;
    case 'timer':
      return `timer ${input.name} ${input.key}`;
    case 'interface':
      return `interface ${input.interface.name} ${input.change}`;
    default:
      return input.kind;
  }
}

/** A toy process on one of the routers; its timers belong to a node of its own. */
class Toy {
  readonly heard: string[] = [];
  readonly inputs: ProcessInput[] = [];
  readonly host: ProcessHost<undefined, undefined, never, Record<never, never>>;
  readonly labels = new LabelAllocator();
  readonly settler: Settler;
  context: Context | undefined;
  /** What it does on hearing something. */
  answer: (input: ProcessInput) => void = () => {};
  readonly #net: Topology;
  readonly #router: string;

  constructor(net: Topology, router: string, hears: readonly Hearing[]) {
    this.#net = net;
    this.#router = router;
    const { world } = net;
    const id = `${router}#toy` as NodeId;
    const node: Node = {
      id,
      receive: () => {},
      carrier: () => {},
      expire: (timer) => expect(this.host.expire(timer)).toBe(true),
    };
    world.addNode(node);
    const { stack, tcp, vrfs } = this.machine;
    const port = {
      get now() {
        return world.now;
      },
      rng: world.rng.stream(id),
      stack,
      tcp,
      vrfs,
      labels: this.labels,
      settler: new Settler({
        vrfs,
        resolver: new Resolver(
          vrfs.around(() => true),
          { viaDefault: true },
        ),
        lfib: stack.lfib,
        get now() {
          return world.now;
        },
        fib: (vrf) => stack.fib(vrf),
        deliver: (_, input) => this.host.input(input),
        changed: () => {},
        unstable: () => {},
      }),
      timer: (key: string, after: Parameters<typeof world.timer>[2]) => world.timer(id, key as TimerKey, after),
      timerAt: (key: string) => world.timerAt(id, key as TimerKey),
      changed: () => {},
      desks: new Desks(() => {}),
    };
    this.settler = port.settler;
    const plugin: ProtocolPlugin<undefined, undefined, never, Record<never, never>> = {
      name: 'toy',
      hears,
      check: () => [],
      start: (context) => {
        this.context = context;
        const handle = (input: ProcessInput): void => {
          this.inputs.push(input);
          this.heard.push(lineOf(input));
          this.answer(input);
        };
        return { configure: () => 'applied' as const, handle, stop: () => {}, ask: {} };
      },
    };
    this.host = new ProcessHost(port, { plugin, id: processId('toy'), vrf: MAIN, traits: undefined, emit: () => {} });
  }

  get machine() {
    return present(this.#net.device(this.#router).machine, 'a machine with power');
  }
  settle(): void {
    this.settler.settle();
  }
  get port(): Context {
    return present(this.context, 'a context');
  }
  /** What was heard since this was last asked. */
  news(): readonly string[] {
    return this.heard.splice(0);
  }
}

let net: Topology;
beforeEach(() => {
  net = new Topology({
    devices: {
      r1: { vrfs: ['A'], interfaces: { e0: '10.0.12.1/24' } },
      r2: { vrfs: ['A'], interfaces: { e0: '10.0.12.2/24' } },
    },
    cables: ['r1 e0 - r2 e0'],
  });
});
const both = (...hears: readonly Hearing[]): readonly [Toy, Toy] => [
  new Toy(net, 'r1', hears),
  new Toy(net, 'r2', hears),
];

describe('on a link', () => {
  it('a packet to a group is heard by its members', () => {
    const [a, b] = both({ kind: 'ip', protocol: 89, groups: [ip('224.0.0.5')] });
    a.port.send(ifName('e0'), ip('224.0.0.5'), fromAscii('hello'), { ttl: 1 });
    a.port.send(ifName('e0'), ip('224.0.0.6'), fromAscii('not joined'), { ttl: 1 });
    net.run(millis(10));
    expect(b.news()).toEqual(['packet on e0 from 10.0.12.1 ttl 1: hello']);
    expect(a.news()).toEqual([]);
  });

  it('a packet to an address goes there, past every route', () => {
    const [a, b] = both({ kind: 'ip', protocol: 89, groups: [] });
    a.port.send(ifName('e0'), ip('10.0.12.2'), fromAscii('you'));
    net.run(millis(10));
    expect(b.news()).toEqual(['packet on e0 from 10.0.12.1 ttl 255: you']);
  });

  it('a packet that the router sent to itself is nobody’s', () => {
    const [a] = both({ kind: 'ip', protocol: 89, groups: [] });
    const own = ip('10.0.12.1');
    expect(a.machine.stack.send({ vrf: MAIN, protocol: 89, to: own, from: own, payload: fromAscii('me') })).toBe(true);
    net.run(millis(10));
    expect(a.news()).toEqual([]);
  });

  it('UDP goes from port to port', () => {
    const [a, b] = both({ kind: 'udp', port: 520, groups: [ip('224.0.0.9')] });
    a.port.send(ifName('e0'), ip('224.0.0.9'), fromAscii('rip'), { ttl: 2 });
    net.run(millis(10));
    expect(b.news()).toEqual(['packet on e0 from 10.0.12.1 ttl 2: rip']);
  });

  it('LLC goes to a MAC address', () => {
    const [a, b] = both({ kind: 'llc', sap: 0xfe });
    a.port.send(ifName('e0'), 'link', fromAscii('\xfe\xfe\x03iih'), { mac: mac(0x0180c2000014) });
    net.run(millis(10));
    expect(b.news().map((line) => line.slice(0, 21))).toEqual(['packet on e0 from link'.slice(0, 21)]);
  });

  it('a stopped process hears nothing', () => {
    const [a, b] = both({ kind: 'ip', protocol: 89, groups: [ip('224.0.0.5')] });
    b.host.stop();
    a.port.send(ifName('e0'), ip('224.0.0.5'), fromAscii('hello'), { ttl: 1 });
    a.port.send(ifName('e0'), ip('10.0.12.2'), fromAscii('hello'));
    net.run(millis(10));
    expect(b.news()).toEqual([]);
  });
});

describe('streams', () => {
  const tcp: Hearing = { kind: 'tcp', port: 179 };
  const opened = (): readonly [Toy, Toy] => {
    const [a, b] = both(tcp);
    b.port.listen(MAIN, () => ({}));
    expect(a.port.connect(MAIN, ip('10.0.12.2'), {})).toBeDefined();
    net.run(millis(50));
    return [a, b];
  };
  const stream = (toy: Toy) => {
    const input = toy.inputs.find((one) => one.kind === 'stream');
    return present(input?.kind === 'stream' ? input.stream : undefined, 'a stream');
  };

  it('open, carry bytes both ways, and close', () => {
    const [a, b] = opened();
    expect(a.news()).toEqual(['stream 10.0.12.2 opened']);
    expect(b.news()).toEqual(['stream 10.0.12.1 accepted']);
    a.port.write(stream(a), fromAscii('open'));
    b.port.write(stream(b), fromAscii('too'));
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 data: too']);
    expect(b.news()).toEqual(['stream 10.0.12.1 data: open']);
    a.port.close(stream(a));
    net.run(seconds(1));
    expect(a.news()).toEqual([]);
    expect(b.news()).toEqual(['stream 10.0.12.1 closed (fin)']);
    b.port.write(stream(b), fromAscii('nobody'));
  });

  it('are refused where nobody listens, and where the peer is not let in', () => {
    const [a, b] = both(tcp);
    a.port.connect(MAIN, ip('10.0.12.2'), {});
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 refused (refused)']);
    b.port.listen(MAIN, () => 'refuse');
    a.port.connect(MAIN, ip('10.0.12.2'), {});
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 refused (refused)']);
    b.port.listen(MAIN, () => ({}));
    a.port.connect(MAIN, ip('10.0.12.2'), {});
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 opened']);
    b.port.listen(MAIN, 'off');
    a.port.connect(MAIN, ip('10.0.12.2'), {});
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 refused (refused)']);
  });

  it('are not even tried without a way', () => {
    expect(both(tcp)[0].port.connect(MAIN, ip('99.9.9.9'), {})).toBeUndefined();
  });

  it('want the same key at both ends, and the router says so when they have not', () => {
    const [a, b] = both(tcp);
    b.port.listen(MAIN, () => ({ md5: 'secret' }));
    a.port.connect(MAIN, ip('10.0.12.2'), { md5: 'wrong' });
    net.run(millis(50));
    expect(net.said('r2')).toContain('md5-wrong');
    a.port.connect(MAIN, ip('10.0.12.2'), { md5: 'secret' });
    net.run(millis(50));
    expect(a.news()).toEqual(['stream 10.0.12.2 opened']);
  });

  it('end with the process', () => {
    const [a, b] = opened();
    b.news();
    a.host.stop();
    net.run(seconds(1));
    expect(b.news()).toEqual(['stream 10.0.12.1 closed (fin)']);
  });

  it('speak from the address of the interface that leads there', () => {
    opened();
    const ends = net
      .device('r2')
      .machine?.tcp.connections()
      .map((one) => `${ipText(one.local)} ${ipText(one.peer)}`);
    expect(ends).toEqual(['10.0.12.2 10.0.12.1']);
  });
});

describe('timers', () => {
  it('have names and keys, are replaced, stopped, and end with the process', () => {
    const [toy] = both();
    toy.port.timer('hello', 'e0', seconds(1));
    toy.port.timer('dead', '10.0.12.2', seconds(3));
    toy.port.timer('dead', '10.0.12.2', seconds(4));
    toy.port.timer('never', '', seconds(2));
    toy.port.timer('never', '', 'off');
    expect(toy.port.timerAt('hello', 'e0')).toBe(net.world.now + seconds(1));
    expect(toy.port.timerAt('never', '')).toBeUndefined();
    net.run(seconds(3));
    expect(toy.news()).toEqual(['timer hello e0']);
    net.run(seconds(1));
    expect(toy.news()).toEqual(['timer dead 10.0.12.2']);
    toy.port.timer('late', '', seconds(1));
    toy.host.stop();
    net.run(seconds(5));
    expect(toy.news()).toEqual([]);
  });
});

describe('a timer that is heard', () => {
  /** Does something the first time that the timer fires. */
  const firing = (then: (toy: Toy) => void): readonly string[] => {
    const [toy] = both();
    let fired = false;
    toy.answer = (input) => {
      if (input.kind !== 'timer' || fired) return;
      fired = true;
      then(toy);
    };
    toy.port.timer('hello', 'e0', seconds(1));
    net.run(seconds(5));
    return [...toy.news(), `${toy.port.timerAt('hello', 'e0') === undefined ? 'off' : 'on'}`];
  };

  it('does not run any more', () => {
    let at: unknown = 'not asked';
    firing((toy) => {
      at = toy.port.timerAt('hello', 'e0');
    });
    expect(at).toBeUndefined();
  });

  const twice = ['timer hello e0', 'timer hello e0', 'off'];

  it('may be armed again', () => {
    expect(firing((toy) => toy.port.timer('hello', 'e0', seconds(1)))).toEqual(twice);
  });

  it('may be stopped and armed again', () => {
    const restarted = firing((toy) => {
      toy.port.timer('hello', 'e0', 'off');
      toy.port.timer('hello', 'e0', seconds(1));
    });
    expect(restarted).toEqual(twice);
  });

  it('may be armed and stopped', () => {
    const stopped = firing((toy) => {
      toy.port.timer('hello', 'e0', seconds(1));
      toy.port.timer('hello', 'e0', 'off');
    });
    expect(stopped).toEqual(['timer hello e0', 'off']);
  });
});

describe('labels', () => {
  it('belong to the process and go with it', () => {
    const [toy] = both();
    const fec = { kind: 'vrf', vrf: vrfName('A') } as const;
    const label = present(toy.port.label('10.0.0.0/8'), 'a label');
    expect(toy.port.label('10.0.0.0/8')).toBe(label);
    toy.port.lfib(label, { fec, nexthops: [{ via: 'vrf', vrf: vrfName('A') }] });
    toy.settle();
    expect(toy.machine.stack.lfib.get(label)).toMatchObject({ source: 'toy' });
    toy.port.freeLabel('10.0.0.0/8');
    toy.settle();
    expect(toy.machine.stack.lfib.get(label)).toBeUndefined();
    const other = present(toy.port.label('11.0.0.0/8'), 'a label');
    toy.port.lfib(other, { fec, nexthops: [{ via: 'vrf', vrf: vrfName('A') }] });
    toy.settle();
    expect(toy.machine.stack.lfib.get(other)?.verdict).toEqual({ kind: 'lookup', vrf: 'A' });
    toy.host.stop();
    toy.settle();
    expect(toy.machine.stack.lfib.get(other)).toBeUndefined();
    expect(toy.labels.of('toy 11.0.0.0/8')).toBeUndefined();
  });
});

describe('tables', () => {
  it('take its routes under its own name, and lose them when it stops', () => {
    const [toy] = both();
    const { source: _, ...one } = route('50.0.0.0/8', 'rip', ['10.0.12.2']);
    toy.port.rib(MAIN).install(one);
    net.device('r1').act({ kind: 'clear-counters' });
    expect(toy.port.rib(MAIN).entry(p('50.0.0.0/8'))?.active?.route.source).toBe('toy');
    expect(toy.port.rib(MAIN).longest(ip('50.1.1.1'))?.prefix.text).toBe('50.0.0.0/8');
    expect(net.table('r1')).toContain('R 50.0.0.0/8 10.0.12.2 e0');
    toy.host.stop();
    net.device('r1').act({ kind: 'clear-counters' });
    expect(net.table('r1').join()).not.toContain('50.0.0.0');
  });
});
