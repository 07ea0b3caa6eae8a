// The shape of lab.json as a zod schema: strict, and exported as JSON Schema for editors.

import * as z from 'zod';
import type { Check as LabCheck } from '../lab/lab.ts';
import type { LabFile } from '../lab/lab-file.ts';

/** One file a run: making code for it would take longer than reading it. */
export const ONCE = { jitless: true } as const;

const text = z.string().min(1);

const saying = {
  say: text.describe('What must be so, as a sentence.'),
  hint: text.describe('What to look at when it is not.').exactOptional(),
  holdSeconds: z.int().min(1).max(600).describe('Must be so for that long, in seconds of lab time.').exactOptional(),
  not: z.boolean().describe('The check passes when what it asks is not so.').exactOptional(),
};
const on = text.describe('A device, or a logical system of one: DEVICE:SYSTEM.');
const vrf = text.describe('A VRF or routing instance; left out: the main table.').exactOptional();
const kind = text.describe('connected, static, bgp …: the part before a dot is enough.').exactOptional();

const Check = z.discriminatedUnion('check', [
  z.strictObject({
    check: z.literal('route').describe('The device has an active route to exactly this prefix.'),
    on,
    vrf,
    prefix: text,
    kind,
    via: text.describe('Interface or gateway of a next hop of it.').exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('routes').describe('How many prefixes with an active route there are.'),
    on,
    vrf,
    within: text.describe('Only prefixes inside this one.').exactOptional(),
    kind,
    count: z.int().min(0),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('ping').describe('A ping is sent, and answered.'),
    from: on,
    vrf,
    source: text.describe('An address or interface of the sender.').exactOptional(),
    to: text,
    size: z.int().min(28).max(65535).describe('Bytes of the whole IP packet.').exactOptional(),
    df: z.boolean().describe("Don't fragment.").exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('path').describe('A traceroute is answered by these addresses, hop by hop, the target included.'),
    from: on,
    vrf,
    to: text,
    through: z.array(text).min(1),
    ...saying,
  }),
  z.strictObject({
    check: z
      .literal('tried')
      .describe('The learner ran such a ping: 0: nothing answered; otherwise at least so many answers.'),
    on,
    vrf,
    to: text,
    received: z.int().min(0),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('interface').describe('An interface, by its full name.'),
    on,
    name: text,
    up: z.boolean().exactOptional(),
    address: text.describe('10.0.0.1/24').exactOptional(),
    vrf,
    ...saying,
  }),
  z.strictObject({
    check: z.literal('vrf').describe('There is such a VRF.'),
    on,
    vrf: text,
    rd: text.exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z
      .literal('vpn-net')
      .describe('A net of the VPNv4 table, with exactly these route targets on its best path.'),
    on,
    rd: text,
    prefix: text,
    targets: z.array(text).exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('isis-neighbor').describe('An IS-IS adjacency is up on this interface.'),
    on,
    name: text.describe('An interface, by its full name.'),
    authenticated: z.boolean().describe('Hellos on it are signed, at every level that runs.').exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('ldp-neighbor').describe('There is a working LDP session with this LSR ID.'),
    on,
    peer: text,
    ...saying,
  }),
  z.strictObject({
    check: z.literal('ldp-sync').describe('IS-IS waits for LDP on this interface, and need not wait any more.'),
    on,
    name: text.describe('An interface, by its full name.'),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('bfd-neighbor').describe('There is a BFD session with this address, and it is up.'),
    on,
    peer: text,
    ...saying,
  }),
  z.strictObject({
    check: z.literal('vrrp-state').describe('What the router is in a VRRP group of this interface.'),
    on,
    name: text.describe('An interface, by its full name.'),
    group: z.int().min(1).max(255).describe('The number of the group.'),
    state: z.enum(['init', 'backup', 'master']).describe('init: the group does not run.'),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('bgp-neighbor').describe('A BGP session with this address is up, and speaks this family.'),
    on,
    vrf,
    peer: text,
    family: z.enum(['ipv4', 'ipv4-labeled', 'vpnv4']).exactOptional(),
    authenticated: z.boolean().describe('With a key (TCP MD5).').exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('bgp-path').describe("What BGP's best path to this prefix says."),
    on,
    vrf,
    prefix: text,
    used: z.boolean().describe('false: what a path says that is not the best.').exactOptional(),
    from: text.describe('The neighbour that told it.').exactOptional(),
    originator: text.describe('Router ID of who brought it into the AS.').exactOptional(),
    localPref: z.int().min(0).exactOptional(),
    med: z.int().min(0).exactOptional(),
    asPath: text.describe('65001 65002').exactOptional(),
    extended: z.array(text).describe('Among others: target:65000:1, origin:65000:1.').exactOptional(),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('bgp-received').describe('How many prefixes this BGP neighbour told, before any policy.'),
    on,
    vrf,
    peer: text,
    count: z.int().min(0),
    ...saying,
  }),
  z.strictObject({
    check: z.literal('lsp').describe('A labelled packet for this prefix arrives where it ends.'),
    from: on,
    to: text,
    ...saying,
  }),
  z.strictObject({
    check: z.literal('converges').describe('A cable fails, and so much later a ping gets through again.'),
    from: on,
    source: text.describe('An address or interface of the sender.').exactOptional(),
    to: text,
    cut: text.describe('The id of the link that fails.'),
    silent: z.boolean().describe('It swallows everything, and its ends still see light.').exactOptional(),
    oneWay: text.describe('Only what this device sends is lost; it still hears the others.').exactOptional(),
    within: text.describe('500ms, 2s …'),
    ...saying,
  }),
  z.strictObject({
    check: z
      .literal('statement')
      .describe(
        'A line of the running configuration; lines above it in the hierarchy may stand before it, with " / ".',
      ),
    on,
    line: text,
    ...saying,
  }),
  z.strictObject({
    check: z.enum(['every', 'any']),
    get of(): z.ZodArray<z.ZodType<LabCheck>> {
      return z.array(Check as z.ZodType<LabCheck>).min(1);
    },
    ...saying,
  }),
  z.strictObject({
    check: z.literal('when').describe('Something happens, and a while later this is so; then it is put right again.'),
    cut: text.describe('The id of the link that fails.').exactOptional(),
    off: text.describe('The device that is switched off.').exactOptional(),
    typed: z
      .strictObject({ on: text, lines: z.array(text).min(1) })
      .describe('Lines of configuration that are put into force.')
      .exactOptional(),
    within: text.describe('500ms, 2s …'),
    get expect(): z.ZodType<LabCheck> {
      return Check as z.ZodType<LabCheck>;
    },
    ...saying,
  }),
]);

const Device = z.strictObject({
  name: text,
  os: text.describe('ios, junos, host; left out with "of".').exactOptional(),
  of: text.describe('The device of which this is a logical system: its configuration is in that one.').exactOptional(),
  model: text.describe("One of the operating system's models; left out: its first.").exactOptional(),
  at: z.tuple([z.int(), z.int()]).describe('Where the map draws it: column, row.').exactOptional(),
  login: z.strictObject({ user: z.string(), password: z.string() }).describe('Told to the learner.').exactOptional(),
});

const Link = z.strictObject({
  id: text.describe('Left out: the devices joined by "-".').exactOptional(),
  kind: z.enum(['cable', 'lan']).exactOptional(),
  ends: z.array(text).describe('DEVICE:PORT, or one VLAN of a port: DEVICE:PORT.VLAN').min(1),
  delay: text.describe('One way: 500us, 1ms, 1s.').exactOptional(),
});

const Task = z.strictObject({
  id: text,
  title: text,
  brief: z.union([text, z.array(z.string())]).describe('What is to be done; a list is one line an entry.'),
  hints: z.array(text).describe('From a nudge to the command itself.').exactOptional(),
  after: z.array(text).describe('Done only when these tasks are.').exactOptional(),
  points: z.int().min(0).exactOptional(),
  checks: z.array(Check).min(1),
});

const Lab = z.strictObject({
  $schema: z.string().exactOptional(),
  title: text,
  summary: text,
  minutes: z.int().min(1),
  epoch: text.describe('Lab time 0 on the devices’ clocks: 2026-03-01T00:00:00Z').exactOptional(),
  seed: z.int().min(0).exactOptional(),
  extends: text
    .describe('The folder of another lab, relative to this one: its devices, links and guide.')
    .exactOptional(),
  startFrom: z
    .enum(['start', 'solution'])
    .describe('Which configurations of that lab this one begins with.')
    .exactOptional(),
  devices: z.array(Device).exactOptional(),
  links: z.array(Link).exactOptional(),
  tasks: z.array(Task).exactOptional(),
});

/** What does not fit, by the path of it. Empty: the value is a LabFile. */
export function labShapeIssues(value: unknown): readonly z.core.$ZodIssue[] {
  return Lab.safeParse(value, ONCE).error?.issues ?? [];
}

/** The shape as JSON Schema (draft 2020-12), for editors: written to labs/lab.schema.json. */
export function labJsonSchema(): unknown {
  return z.toJSONSchema(Lab, { io: 'input' });
}

/** The schema and the type it stands for cannot drift apart: this fails to compile. */
type Same<A, B> = [A] extends [B] ? true : false;
const agrees: Same<z.infer<typeof Lab>, LabFile> = true;
void agrees;
