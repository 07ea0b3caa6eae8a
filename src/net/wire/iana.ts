// Numbers that IANA assigned and the stack uses, each under its registry's name.

/** Registry: IEEE 802 Numbers, EtherType. */
export const ETHERTYPE = { ipv4: 0x0800, arp: 0x0806, vlan: 0x8100, ipv6: 0x86dd, mpls: 0x8847 } as const;

/** Registry: Protocol Numbers. */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17 } as const;

/** Registry: Service Name and Transport Protocol Port Number. */
export const UDP_PORT = { lspPing: 3503 } as const;

/** Registry: ICMP Parameters, ICMP Type Numbers. */
export const ICMP = {
  echoReply: 0,
  unreachable: 3,
  redirect: 5,
  echo: 8,
  timeExceeded: 11,
  parameterProblem: 12,
} as const;

/** Registry: ICMP Parameters, Type 3 codes. */
export const UNREACHABLE = { net: 0, host: 1, protocol: 2, port: 3, fragmentation: 4 } as const;

/** Registry: ICMP Parameters, Type 11 codes. */
export const TIME_EXCEEDED = { transit: 0, reassembly: 1 } as const;

/** Registry: ICMP Extension Object Classes and Class Sub-types. RFC 4950 */
export const MPLS_STACK_OBJECT = { class: 1, type: 1 } as const;

/** Registry: Address Resolution Protocol Parameters, Operation Codes. */
export const ARP_OP = { request: 1, reply: 2 } as const;
