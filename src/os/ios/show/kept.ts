// show ip policy, show key chain; show ntp, show lldp, show snmp where nothing of the kind is configured.
// Source: Cisco IOS IP Routing: Protocol-Independent command reference, "show ip policy"; captures `show key chain`
// (genieparser); printouts of `show ntp status` (`%NTP is not enabled.`), `show lldp` (`% LLDP is not enabled`), `show snmp`
// (`%SNMP agent not enabled`).

import type { ConfigNode } from '../../../config/tree.ts';
import type { View } from '../../os.ts';
import { interfaceNodes } from '../edit/addresses.ts';
import { reveal7 } from '../secrets.ts';
import { statement, statements } from '../statements.ts';
import { said } from './said.ts';

/** Interfaces, and the route map that decides about their packets. */
export const showIpPolicy: View = ({ box }) => {
  const tree = box.store.running;
  const own = statement(tree, 'ip local policy route-map')?.args['map'];
  return [
    'Interface      Route map',
    ...(own === undefined ? [] : [`local          ${own}`]),
    ...interfaceNodes(tree).flatMap((node) => {
      const map = statement(node, 'ip policy route-map')?.args['map'];
      return map === undefined ? [] : [`${(node.words[1] ?? '').padEnd(15)}${map}`];
    }),
  ];
};

const ALWAYS = '(always valid) - (always valid) [valid now]';

function keyLines(key: ConfigNode): readonly string[] {
  const typed = statement(key, 'key-string')?.args['text'] ?? '';
  const hidden = /^7 (.*)$/.exec(typed)?.[1];
  const text = hidden === undefined ? typed.replace(/^0 /, '') : (reveal7(hidden) ?? hidden);
  const algorithm = statement(key, 'cryptographic-algorithm')?.args['algorithm'];
  return [
    `    key ${key.args['number']} -- text "${text}"`,
    ...(algorithm === undefined ? [] : [`        cryptographic-algorithm: ${algorithm}`]),
    `        accept lifetime ${ALWAYS}`,
    `        send lifetime ${ALWAYS}`,
  ];
}

export const showKeyChains: View = ({ box }, match) =>
  statements(box.store.running, 'key chain')
    .filter(({ args }) => match.args['name'] === undefined || args['name'] === match.args['name'])
    .flatMap((chain) => [`Key-chain ${chain.args['name']}:`, ...statements(chain, 'key').flatMap(keyLines)]);

/** Services, how their configuration begins, and what is said without it. */
const SERVICES: readonly (readonly [word: string, beginning: string, text: string])[] = [
  ['ntp', 'ntp', '%NTP is not enabled.'],
  ['lldp', 'lldp run', '% LLDP is not enabled'],
  ['snmp', 'snmp-server', '%SNMP agent not enabled'],
];

/** Of a service that is configured nothing is known: it is not simulated. */
export const showNotEnabled: View = ({ box }, match) =>
  SERVICES.filter(([word]) => said(match, word)).flatMap(([, beginning, text]) =>
    statements(box.store.running, beginning).length === 0 ? [text] : [],
  );
