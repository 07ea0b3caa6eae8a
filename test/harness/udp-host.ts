// A stranger: one IPv4 host at the far end of a UDP tunnel. It answers ARP and ICMP echo, and pings. Written by hand
// from RFC 826, 791 and 792, with nothing of ours in it: what it understands, others will.

import { createSocket, type Socket } from 'node:dgram';

const BROADCAST = 'ffffffffffff';
const [ARP, IPV4] = ['0806', '0800'];
const [ECHO_REPLY, ECHO_REQUEST] = [0, 8];

const address = (text: string): Buffer => Buffer.from(text.split('.').map(Number));
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** RFC 1071. */
function sum(bytes: Buffer): number {
  let total = 0;
  for (let i = 0; i < bytes.length; i += 2) total += ((bytes[i] as number) << 8) | (bytes[i + 1] ?? 0);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return ~total & 0xffff;
}

function withSum(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt16BE(sum(bytes), at);
  return bytes;
}

export class UdpHost {
  readonly mac = '02feed000001';
  readonly ip: string;
  /** Frames that came, as hex. */
  readonly heard: string[] = [];
  /** Of whom it knows the address: IPv4 as text to MAC as hex. */
  readonly neighbours = new Map<string, string>();
  readonly #socket: Socket;
  #closed: Promise<void> | undefined;
  #to = 0;
  #sequence = 0;
  /** Payloads of pings that are on their way. */
  readonly #asked = new Map<number, { readonly data: Buffer; readonly then: () => void }>();
  #resolving: (() => void)[] = [];

  private constructor(ip: string, socket: Socket) {
    this.ip = ip;
    this.#socket = socket;
    socket.on('message', (frame: Buffer) => this.#take(frame));
  }

  /** At any port that is free. */
  static begin(ip: string): Promise<UdpHost> {
    const socket = createSocket('udp4');
    return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve(new UdpHost(ip, socket))));
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** Whom it sends to: the bridge's port. */
  joins(port: number): void {
    this.#to = port;
  }

  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => this.#socket.close(() => resolve()));
    return this.#closed;
  }

  send(frame: Buffer): Promise<void> {
    return new Promise((resolve) => this.#socket.send(frame, this.#to, '127.0.0.1', () => resolve()));
  }

  /** Resolves when the answer to one echo request is here, byte for byte. */
  async ping(to: string, size = 56): Promise<void> {
    if (!this.neighbours.has(to))
      await new Promise<void>((then) => {
        this.#resolving.push(then);
        void this.#arp(BROADCAST, 1, '000000000000', to);
      });
    const sequence = ++this.#sequence;
    const data = Buffer.from(Array.from({ length: size }, (_, i) => i & 0xff));
    const icmp = Buffer.concat([
      Buffer.from([ECHO_REQUEST, 0, 0, 0, 0x77, 0x77, sequence >> 8, sequence & 0xff]),
      data,
    ]);
    const answered = new Promise<void>((then) => this.#asked.set(sequence, { data, then }));
    await this.#packet(to, withSum(icmp, 2));
    await answered;
  }

  #frame(to: string, type: string, body: Buffer): Promise<void> {
    return this.send(Buffer.concat([hex(to), hex(this.mac), hex(type), body]));
  }

  #arp(to: string, operation: 1 | 2, targetMac: string, targetIp: string): Promise<void> {
    const head = hex(`000108000604000${operation}${this.mac}`);
    return this.#frame(to, ARP, Buffer.concat([head, address(this.ip), hex(targetMac), address(targetIp)]));
  }

  #packet(to: string, icmp: Buffer): Promise<void> {
    const header = Buffer.alloc(20);
    header[0] = 0x45;
    header.writeUInt16BE(20 + icmp.length, 2);
    header[8] = 64;
    header[9] = 1;
    address(this.ip).copy(header, 12);
    address(to).copy(header, 16);
    return this.#frame(this.neighbours.get(to) as string, IPV4, Buffer.concat([withSum(header, 10), icmp]));
  }

  #take(frame: Buffer): void {
    this.heard.push(frame.toString('hex'));
    const to = frame.toString('hex', 0, 6);
    if (to !== this.mac && to !== BROADCAST) return;
    const type = frame.toString('hex', 12, 14);
    if (type === ARP) this.#takeArp(frame.subarray(14));
    else if (type === IPV4) this.#takePacket(frame.subarray(14));
  }

  /** RFC 826 "Packet Reception": whoever speaks is known from then on, and answered if it asked for us. */
  #takeArp(arp: Buffer): void {
    const sender = [...arp.subarray(14, 18)].join('.');
    const mac = arp.toString('hex', 8, 14);
    if ([...arp.subarray(24, 28)].join('.') !== this.ip) return;
    this.neighbours.set(sender, mac);
    if (arp.readUInt16BE(6) === 1) void this.#arp(mac, 2, mac, sender);
    for (const then of this.#resolving.splice(0)) then();
  }

  #takePacket(packet: Buffer): void {
    const length = (packet.readUInt8(0) & 15) * 4;
    const icmp = packet.subarray(length, packet.readUInt16BE(2));
    const from = [...packet.subarray(12, 16)].join('.');
    // A bad sum is a lost packet.
    if (sum(packet.subarray(0, length)) !== 0 || packet[9] !== 1 || sum(icmp) !== 0) return;
    if (icmp[0] === ECHO_REQUEST) {
      const reply = Buffer.from(icmp);
      reply[0] = ECHO_REPLY;
      reply.writeUInt16BE(0, 2);
      void this.#packet(from, withSum(reply, 2));
    } else if (icmp[0] === ECHO_REPLY) {
      const asked = this.#asked.get(icmp.readUInt16BE(6));
      if (asked?.data.equals(icmp.subarray(8)) === true) asked.then();
    }
  }
}
