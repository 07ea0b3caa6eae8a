// serve, with real sockets on 127.0.0.1: clients that share a console, lines of one's own, an end that loses nothing.

import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lab } from '../../src/lab/lab.ts';
import type { Save } from '../../src/play/save.ts';
import { readBridge } from '../../src/verbs/bridge-spec.ts';
import { machinery, oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { bed, TOY_FILES } from '../harness/program.ts';
import { type Serving, serving } from '../harness/serving.ts';
import { TelnetClient } from '../harness/telnet-client.ts';
import { UdpHost } from '../harness/udp-host.ts';

const [IAC, SB, SE, NAWS] = [255, 250, 240, 31];
const dial = async (port: number): Promise<TelnetClient> => {
  const client = await TelnetClient.dial(port);
  onTestFinished(() => client.hangUp());
  return client;
};
async function loggedIn(serve: Serving, device: string): Promise<TelnetClient> {
  const client = await dial(serve.port(device));
  await client.until(/login: $/);
  client.type('me\r');
  await client.until(/Password: $/);
  client.type('x\r');
  await client.until(/> $/);
  return client;
}
const saveIn = (serve: Serving, name: string): Save =>
  JSON.parse(readFileSync(join(serve.bed.folder, `saves/${name}.json`), 'utf8')) as Save;

describe('the consoles that serve offers', { retry: 2 }, () => {
  it('are the same screen for everybody, late comers included', async () => {
    const serve = await serving('toys --telnet 0');
    const first = await loggedIn(serve, 'a');
    first.type('show config\r');
    await first.until(/hostname A\r\nA> $/);
    const second = await dial(serve.port('a'));
    expect(await second.until(/show config[\s\S]*A> $/)).toContain('hostname A');
    second.type('set hostname X\r');
    await Promise.all([first.until(/X> $/), second.until(/X> $/)]);
    first.type('half a li');
    await second.until(/half a li$/);
    await serve.end();
  });

  it('stay as they are when somebody hangs up', async () => {
    const serve = await serving('toys --telnet 0');
    const first = await loggedIn(serve, 'a');
    first.type('show con');
    await first.until(/show con$/);
    await first.hangUp();
    const again = await dial(serve.port('a'));
    await again.until(/show con$/);
    again.type('fig\r');
    await again.until(/hostname A\r\nA> $/);
    await serve.end();
  });

  it('are found by asking at the first port, and there are lines of one’s own', async () => {
    const serve = await serving('toys --telnet 0');
    const door = serve.port('asks for the device');
    const menu = await dial(door);
    expect(await menu.until(/Device: $/)).toMatch(/1 {2}a {2}toy .*\r\n.*2 {2}b {2}toy /);
    menu.type('nobody\r');
    await menu.until(/There is no device "nobody"\.\r\nDevice: $/);
    menu.type('a 17\r');
    await menu.until(/from 2 to 16\.\r\nDevice: $/);
    menu.type('x\x7f2\r');
    await menu.until(/login: $/);
    menu.type('me\r');
    await menu.until(/Password: $/);
    menu.type('x\r');
    await menu.until(/B> $/);
    // What is typed ahead reaches the line; 3 is the second session beside the console.
    const line = await dial(door);
    line.type('B 3\rme\rx\r');
    await line.until(/B\/2> $/);
    // The router ends it: the line is hung up, and free.
    line.type('quit\r');
    await line.closed;
    // The caller ends it: free as well, whoever calls next logs in anew.
    const next = await dial(door);
    next.type('b 3\rme\rx\r');
    await next.until(/B\/2> $/);
    await next.hangUp();
    const last = await dial(door);
    await last.until(/Device: $/);
    last.type('b 3\r');
    expect(await last.until(/: $/)).toBe('b 3\r\n\r\nToy console\r\nlogin: ');
    await serve.end();
    expect(serve.bed.program.precious?.sessions('b').map(({ session }) => session)).toEqual([0]);
  });

  it('have the size of the client’s window', async () => {
    const serve = await serving('toys --telnet 0');
    const client = await loggedIn(serve, 'a');
    expect(client.asked).toContain('253 31');
    client.send(IAC, SB, NAWS, 0, 100, 0, 11, IAC, SE);
    client.type('long\r');
    expect(await client.until(/--More-- $/)).toMatch(/line 10\r\n --More-- $/);
    await serve.end();
  });

  it('are left by Ctrl-D at the first port', async () => {
    const serve = await serving('toys --telnet 0');
    const client = await dial(serve.port('asks for the device'));
    client.type('\x04');
    await client.closed;
    expect(await serve.end()).toMatchObject({ code: 0, complaints: '' });
  });
});

describe('a bridge that serve opens', { retry: 2 }, () => {
  it('lets a stranger in; the save is opened again without one', async () => {
    const host = await UdpHost.begin(STRANGER);
    onTestFinished(() => host.close());
    const line = `one --bridge R1:gi0/0=0:127.0.0.1:${host.port} --save met`;
    const serve = await serving(line, oneRouter('ios'), await machinery());
    expect(() => serve.port('R1')).toThrow('no port for R1');
    host.joins(serve.port('out'));
    await host.ping(ROUTER);
    await host.send(Buffer.alloc(3));
    await host.ping(ROUTER);
    const { code, out } = await serve.end();
    expect([code, out]).toEqual([0, expect.stringMatching(/^bridge out: 3 out, 3 in; dropped: 1 too short$/m)]);
    // Complaints would say that it is not the same run.
    expect(await serve.bed.run(['run', 'one', '--save', 'met', '-d', 'R1', '-c', 'show arp'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Internet {2}10\.77\.0\.2 .* 02fe\.ed00\.0001 /m),
      complaints: '',
    });
  });

  it.each([
    ['out=40001:localhost:40002', { localPort: 40001, remoteHost: 'localhost', remotePort: 40002 }],
    ['R1:GigabitEthernet0/0=0:[2001:db8::1]:1', { localPort: 0, remoteHost: '2001:db8::1', remotePort: 1 }],
  ])('%s', (text, spec) => {
    const lab = {
      devices: [{ name: 'R1' }],
      links: [{ id: 'out', ends: [{ device: 'R1', port: 'GigabitEthernet0/0' }] }],
    };
    expect(readBridge(text, lab as unknown as Lab)).toEqual({ ok: true, value: { link: 'out', ...spec } });
  });
});

describe('the end of serve', { retry: 2 }, () => {
  it('keeps what was typed under a name that it tells', async () => {
    const serve = await serving('toys --telnet 0');
    const client = await loggedIn(serve, 'a');
    client.type('set hostname X\r');
    await client.until(/X> $/);
    const { code, complaints } = await serve.end();
    await client.closed;
    expect([code, complaints]).toEqual([0, 'What was not saved is kept as "kept-1".\n']);
    expect(saveIn(serve, 'kept-1').configs['a']).toContain('hostname X');
  });

  it('keeps nothing where nothing was typed', async () => {
    const serve = await serving('toys --telnet 0');
    await dial(serve.port('a'));
    expect(await serve.end()).toMatchObject({ code: 0, complaints: '' });
    expect((await serve.bed.run('saves')).out).not.toContain('kept');
  });

  it('writes the save that was asked for, and goes on from it', async () => {
    const serve = await serving('toys --telnet 0 --save mine');
    const client = await loggedIn(serve, 'a');
    client.type('set hostname X\r');
    await client.until(/X> $/);
    expect((await serve.end()).out).toContain('saved as "mine"\n');
    const before = saveIn(serve, 'mine');
    expect(before.configs['a']).toContain('hostname X');
    const later = await serving('toys --telnet 0 --save mine', { ...TOY_FILES, 'saves/mine.json': before });
    const back = await dial(later.port('a'));
    await back.until(/X> $/);
    await later.end();
    expect(saveIn(later, 'mine').end.at).toBeGreaterThanOrEqual(before.end.at);
  });
});

describe('serve refuses', () => {
  it.each([
    ['toys --telnet many', /--telnet many; expected a port, 0 to 65535/],
    ['toys --telnet 65534', /2 devices need the ports up to 65536; the last one is 65535/],
    ['toys --ssh 22', /^labelstack serve: --ssh is not built yet; --telnet is\n$/],
    ['toys --speed 2', /--speed 2; expected 1, 10 or 100/],
    ['toys --bridge a-b', /--bridge a-b; expected LINK=LOCALPORT:REMOTEHOST:REMOTEPORT/],
    ['toys --bridge a-b=0:localhost:0', /: 0 is no port/],
    ['toys --bridge a-b=70000:localhost:1', /: 70000 is no port/],
    ['toys --bridge a-c=0:localhost:1', /there is no link "a-c"; did you mean "a-b"\?/],
    ['toys --bridge a:eth7=0:localhost:1', /no cable is in a:eth7; cables are in eth0/],
    ['toys --bridge a-b=0:localhost:1 --bridge b:eth0=0:localhost:2', /a-b is bridged twice/],
    ['toys --bridge a-b=0:no.such.host.invalid:1', /there is no host "no\.such\.host\.invalid"/],
    ['toys --bridge a-b=0:localhost:1 --speed 10', /--bridge goes at --speed 1 only/],
    ['toys --save ../x', /cannot name a save/],
    ['nowhere', /there is no lab "nowhere"/],
  ])('%s', async (line, complaint) => {
    const result = await bed().run(`serve ${line}`);
    expect([result.code, result.out]).toEqual([2, '']);
    expect(result.complaints).toMatch(complaint);
  });

  it('a TCP port that is taken', async () => {
    const server = createServer();
    onTestFinished(() => void server.close());
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const result = await bed().run(`serve toys --telnet ${port}`);
    expect([result.code, result.complaints]).toEqual([2, `TCP port ${port} is in use\n`]);
  });

  it('a UDP port that is taken', async () => {
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    const port = await new Promise<number>((resolve) => {
      socket.bind(0, '127.0.0.1', () => resolve(socket.address().port));
    });
    const result = await bed().run(`serve toys --bridge a-b=${port}:127.0.0.1:9`);
    expect([result.code, result.complaints]).toEqual([2, `UDP port ${port} is in use\n`]);
  });
});
