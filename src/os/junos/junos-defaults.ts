// The group junos-defaults, which every configuration inherits from: names of well-known applications.
// Source: "Using Junos OS Defaults Groups" (CLI user guide); numbers: IANA service name and port number registry.

import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import { one } from './compile/tree-reader.ts';
import { applyLine } from './load.ts';
import type { Schema } from './schema.ts';

/** Name, protocol, port; the application protocol where the router knows one. */
const APPLICATIONS: readonly (readonly [name: string, protocol: string, port: string, known?: string])[] = [
  ['junos-ftp', 'tcp', '21', 'ftp'],
  ['junos-ssh', 'tcp', '22'],
  ['junos-telnet', 'tcp', '23'],
  ['junos-smtp', 'tcp', '25'],
  ['junos-tacacs', 'tcp', '49'],
  ['junos-dns-udp', 'udp', '53', 'dns'],
  ['junos-dns-tcp', 'tcp', '53', 'dns'],
  ['junos-tftp', 'udp', '69', 'tftp'],
  ['junos-finger', 'tcp', '79'],
  ['junos-http', 'tcp', '80'],
  ['junos-pop3', 'tcp', '110'],
  ['junos-ident', 'tcp', '113'],
  ['junos-ntp', 'udp', '123'],
  ['junos-imap', 'tcp', '143'],
  ['junos-bgp', 'tcp', '179'],
  ['junos-ldap', 'tcp', '389'],
  ['junos-https', 'tcp', '443'],
  ['junos-syslog', 'udp', '514'],
  ['junos-rsh', 'tcp', '514', 'rsh'],
  ['junos-printer', 'tcp', '515'],
  ['junos-rtsp', 'tcp', '554', 'rtsp'],
  ['junos-ldp-tcp', 'tcp', '646'],
  ['junos-ldp-udp', 'udp', '646'],
  ['junos-radius', 'udp', '1812'],
  ['junos-radacct', 'udp', '1813'],
];

const cache = new WeakMap<Schema, ConfigTree>();

/** The group with what is in it. */
function made(schema: Schema): ConfigTree {
  const known = cache.get(schema);
  if (known) return known;
  const lines = APPLICATIONS.flatMap(([name, protocol, port, application]) => {
    const path = `set groups junos-defaults applications application ${name}`;
    return [
      ...(application === undefined ? [] : [`${path} application-protocol ${application}`]),
      `${path} protocol ${protocol}`,
      `${path} destination-port ${port}`,
    ];
  });
  const all = [...lines, 'set apply-groups junos-defaults'];
  const tree = all.reduce<ConfigTree>((into, line) => applyLine(schema, line, into, []).tree, { children: [] });
  cache.set(schema, tree);
  return tree;
}

/** The configuration with the group in its place; `applied`: named behind all others, so that it is inherited from. */
export function withDefaults(schema: Schema, tree: ConfigTree, applied: boolean): ConfigTree {
  const defaults = made(schema);
  const given = one(defaults, 'groups') as ConfigNode;
  const own = one(tree, 'groups');
  const groups = own ? { ...own, children: [...own.children, ...given.children] } : given;
  const rest = tree.children.filter((node) => node !== own);
  const named = applied ? defaults.children.filter((node) => node !== given) : [];
  const at = rest.findIndex((node) => node.spec.order > given.spec.order);
  const place = at < 0 ? rest.length : at;
  const before = rest.slice(0, place);
  const after = rest.slice(place);
  const last = after.findLastIndex((node) => node.spec.name === named[0]?.spec.name) + 1;
  return { children: [...before, groups, ...after.slice(0, last), ...named, ...after.slice(last)] };
}
