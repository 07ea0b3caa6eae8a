import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const DIR = '/work/shared/real-devices/snapshots/junos_ebgp_loop_prevention';
const arr = (x: any): any[] => x ?? [];
const v = (x: any, k: string): any => x?.[k]?.[0]?.data;
it('tries', () => {
  const names = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
  const specs = Object.fromEntries(names.map((n) => {
    const text = readFileSync(`${DIR}/configs/${n}/show_configuration_|_display_set.txt`, 'utf8');
    const set = text.split('\n').filter((l) => /^set (interfaces (xe|lo)|routing-options|protocols bgp|policy-options)/.test(l)).join('\n').replaceAll('xe-0/0/', 'ge-0/0/');
    return [n, { set }];
  }));
  const routers = new Routers(specs, ['d1 ge-0/0/0 - d2 ge-0/0/0', 'd2 ge-0/0/1 - d3 ge-0/0/0', 'd2 ge-0/0/2 - d4 ge-0/0/0', 'd2 ge-0/0/3 - d5 ge-0/0/0', 'd2 ge-0/0/4 - d6 ge-0/0/0']).run(seconds(60));
  for (const n of names) {
    const text = readFileSync(`${DIR}/show/${n}/show_route_protocol_bgp_|_display_json.txt`, 'utf8');
    const json = JSON.parse(text.slice(0, text.lastIndexOf('}', text.lastIndexOf('{')) + 1));
    const table = json['route-information'][0]['route-table'][0];
    const want = arr(table.rt).map((rt: any) => {
      return v(rt, 'rt-destination') + ' ' + arr(rt['rt-entry']).map((e: any) => `${v(e, 'active-tag') ?? ' '}[BGP/${v(e, 'preference')}] lp ${v(e, 'local-preference')} ${v(e, 'med') ?? '-'} from ${v(e, 'learned-from')} path ${v(e, 'as-path')} nh ${arr(e.nh).map((h: any) => v(h, 'to')).join()}`).join(' | ');
    });
    console.log(n, v(table, 'destination-count'), v(table, 'total-route-count'), v(table, 'hidden-route-count'), '\n' + want.join('\n') + '\n-- ours\n' + routers.type(n, 'show route protocol bgp'));
  }
  console.log(routers.type('d5', 'show route hidden'), routers.type('d2', 'show route advertising-protocol bgp 10.25.30.2'));
});
