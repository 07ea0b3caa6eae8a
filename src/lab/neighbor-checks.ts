// Checks that ask whether a neighbour is there: adjacencies and sessions of the protocols, by their facts.

import { ip4Text, ipText } from '../base/ip.ts';
import type { Router } from '../device/router.ts';
import { type IfName, MAIN } from '../route/names.ts';
import type { Finding, Of } from './finding.ts';

export function isisFinding({ on, name, authenticated }: Of<'isis-neighbor'>, router: Router): Finding {
  const circuit = router.ask('isis.circuits', {}).find((one) => one.interface.name === name);
  if (!circuit) return { holds: false, why: `${on} runs no IS-IS on ${name}` };
  const rows = router.ask('isis.adjacencies', {}).filter((row) => row.on === name);
  const up = rows.filter((row) => row.state === 'Up').length;
  const signed = circuit.levels.filter(({ runs }) => runs);
  const all = signed.every(({ level }) => circuit.config.level[level].auth !== undefined);
  const words = all ? 'with authenticated hellos' : 'without authentication';
  const why = up > 0 ? `${on} has ${up} on ${name}, ${words}` : `${on} has no adjacency that is up on ${name}`;
  return { holds: up > 0 && (authenticated === undefined || authenticated === all), why };
}

export function ldpFinding({ on, peer }: Of<'ldp-neighbor'>, router: Router): Finding {
  const row = router.ask('ldp.neighbors', { vrf: MAIN }).find(({ lsr }) => ip4Text(lsr.id) === peer);
  if (!row) return { holds: false, why: `${on} has no LDP session with ${peer}` };
  return { holds: row.state === 'operational', why: `${on}: the LDP session with ${peer} is ${row.state}` };
}

export function syncFinding({ on, name }: Of<'ldp-sync'>, router: Router): Finding {
  const circuit = router.ask('isis.circuits', {}).find((one) => one.interface.name === name);
  if (!circuit) return { holds: false, why: `${on} runs no IS-IS on ${name}` };
  const words = {
    'not-required': 'does not wait for LDP',
    waiting: 'waits for LDP',
    expected: 'waits for LDP',
    achieved: 'agrees with LDP',
  };
  return { holds: circuit.ldp === 'achieved', why: `${on}: IS-IS on ${name} ${words[circuit.ldp]}` };
}

export function bfdFinding({ on, peer }: Of<'bfd-neighbor'>, router: Router): Finding {
  const row = router.ask('bfd.sessions', {}).find((one) => ipText(one.peer) === peer);
  if (!row) return { holds: false, why: `${on} has no BFD session with ${peer}` };
  return { holds: row.state === 'up', why: `${on}: the BFD session with ${peer} is ${row.state}` };
}

export function vrrpFinding({ on, name, group, state }: Of<'vrrp-state'>, router: Router): Finding {
  const row = router.ask('vrrp.groups', { on: name as IfName, group })[0];
  if (!row) return { holds: false, why: `${on} has no VRRP group ${group} on ${name}` };
  return { holds: row.state === state, why: `${on} is ${row.state} in VRRP group ${group} on ${name}` };
}
