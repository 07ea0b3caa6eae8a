// The command files of Junos: nothing is missing, nothing is served in vain, and what is typed is what is meant.

import { expect, it } from 'vitest';
import { NO_LIVE } from '../../../src/language/arg-types.ts';
import { checkVocabulary } from '../../../src/language/check.ts';
import { match } from '../../../src/language/match.ts';
import { tokenize } from '../../../src/language/tokens.ts';
import { junos, junosVocabulary } from './console.ts';

it('has no complaint about its command files', () => {
  const { served, types } = junos();
  const given = {
    views: new Set(served.views),
    actions: new Set(served.actions),
    watches: new Set(served.watches),
    types,
  };
  expect(checkVocabulary(junosVocabulary(), given)).toEqual([]);
});

it.each([
  ['sh int ter ge-0/0/*', 'show interfaces terse ge-0/0/*'],
  ['show interfaces ge-0/0/0.0 ext', 'show interfaces ge-0/0/0.0 extensive'],
  ['show route 10/8 ter', 'show route 10.0.0.0/8 terse'],
  ['show route prot st table inet.0 10.0.0.1 det', 'show route protocol static table inet.0 10.0.0.1/32 detail'],
  ['show route default exact', 'show route 0.0.0.0/0 exact'],
  ['show route forw dest 10.1.1.1', 'show route forwarding-table destination 10.1.1.1/32'],
  ['show route inst BLUE det', 'show route instance BLUE detail'],
  ['show route summ', 'show route summary'],
  ['sh sys up', 'show system uptime'],
  ['show arp no-r vpn BLUE', 'show arp no-resolve vpn BLUE'],
  ['ping 10.0.0.1 rap co 3', 'ping 10.0.0.1 rapid count 3'],
  ['ping rout BLUE 10.0.0.1 so 10.0.0.2', 'ping routing-instance BLUE 10.0.0.1 source 10.0.0.2'],
  ['trace no-r 10.0.0.1 tt 3', 'traceroute no-resolve 10.0.0.1 ttl 3'],
  ['cl int stat all', 'clear interfaces statistics all'],
  ['cl arp hostn R2', 'clear arp hostname R2'],
])('%s is %s', (line, full) => {
  const specs = junosVocabulary().sections.get('operational')?.commands ?? [];
  const found = match(specs, tokenize(line, { quotes: true, brackets: true }), junos().types, NO_LIVE);
  expect(found.ok ? found.value.words.join(' ') : found.error).toBe(full);
});
