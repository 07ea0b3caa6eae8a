// The classes of values that only the show commands and tools have: interfaces with wildcards, tables, protocols, files.

import { enumeration, JUNOS_VALUES, oneWord } from '../../../language/arg-types.ts';
import type { ArgType, Live, Offer } from '../../../language/spec.ts';
import { MASTER } from '../instance-name.ts';

/** Any text is one; what exists is told by `?` and completed by Tab. */
const known = (offers: (live: Live) => readonly Offer[], width: number): ArgType => ({
  ...oneWord({ form: '', read: (text) => text, good: (text) => text.length, width }, JUNOS_VALUES),
  offers,
});

const interfaces = (live: Live): readonly Offer[] => [...live.offers('interface-name'), ...live.offers('ifl')];

/** `cust-a.inet.0`: tables of instances that there are. */
const tables = (live: Live): readonly Offer[] =>
  [
    'inet.0',
    'inet.3',
    'mpls.0',
    'bgp.l3vpn.0',
    ...live.offers('instance').map(({ text }) => `${text}.inet.0`),
    'inet6.0',
  ].map((text) => ({ text }));

const instances = (live: Live): readonly Offer[] => [{ text: MASTER }, ...live.offers('instance')];

/** For `Os.types`, beside those of the configuration. */
export const showTypes: Readonly<Record<string, ArgType>> = {
  'interface-pattern': known(interfaces, 80),
  'any-instance': known(instances, 85),
  'logical-system': {
    ...known(() => [], 85),
    // Capture `set cli logical-system ?`: names, and no placeholder.
    expect: (tokens, at, _range, live) =>
      live.offers('logical-system').filter(({ text }) => text.startsWith(tokens[at]?.text ?? '')),
  },
  'any-group': known((live) => live.offers('bgp-group'), 85),
  'route-table': known(tables, 85),
  'log-file': known((live) => live.offers('log-file'), 85),
  file: known((live) => live.offers('file'), 85),
  'remote-host': known(() => [], 90),
  'isis-system': known(() => [], 90),
  'isis-lsp': known(() => [], 90),
  'route-protocol': enumeration([
    { text: 'aggregate', help: 'Aggregate routes' },
    { text: 'bgp', help: 'Border Gateway Protocol' },
    { text: 'direct', help: 'Directly connected routes' },
    { text: 'isis', help: 'Intermediate System-to-Intermediate System' },
    { text: 'ldp', help: 'Label Distribution Protocol' },
    { text: 'local', help: 'Local routes' },
    { text: 'mpls', help: 'Multiprotocol Label Switching' },
    { text: 'ospf', help: 'Open Shortest Path First' },
    { text: 'rip', help: 'Routing Information Protocol' },
    { text: 'rtarget', help: 'Local route target VPN membership' },
    { text: 'static', help: 'Static routes' },
    { text: 'vpn', help: 'Labels of virtual private networks' },
  ]),
};
