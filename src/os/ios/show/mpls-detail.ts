// What `show mpls forwarding-table detail` adds to a path: how long its header is, and the header itself.
// Source: captures `show mpls forwarding-table detail` (genieparser ShowMplsForwardingTableDetail; CSR 1000V, IOSv: `MAC/Encaps=
// 14/18, MRU=1500, Label Stack{102}`, MAC addresses and labels in hex, load-sharing slots of equal paths).

import type { Mac } from '../../../base/mac.ts';
import type { ForwardingPath, LfibEntry } from '../../../net/rib-types.ts';
import type { ViewContext } from '../../os.ts';

const MAC_HEADER = 14;
const LABEL = 4;
/** Slots that equal paths share. */
const SLOTS = 16;

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
const macHex = (mac: Mac): string => hex(mac, 12);

/** Who is asked for the MAC address: the next hop, on the link that leads to it. */
function headerOf(context: ViewContext, { out, gateway, push, untagged }: ForwardingPath): string | undefined {
  const own = context.ask('interfaces', { name: out })[0]?.interface;
  const row = context.ask('arp', {}).find(({ interface: on, address }) => on === out && address === gateway);
  if (own?.mac === undefined || row?.mac === undefined) return undefined;
  const type = push.length === 0 && untagged ? '0800' : '8847';
  const labels = push.map((label) => hex(label << 12, 8)).join('');
  return `${macHex(row.mac)}${macHex(own.mac)}${type}${labels === '' ? '' : ` ${labels}`}`;
}

/** Labels of the route of a VRF say whose it is. */
const vpnLines = ({ fec }: LfibEntry, isVpn: boolean): readonly string[] => (isVpn ? [`\tVPN route: ${fec.vrf}`] : []);

const LAST = '\tNo output feature configured';

/** Below the line of a path; `path` undefined: the packet is looked up here. */
export function detailLines(
  context: ViewContext,
  entry: LfibEntry,
  path: ForwardingPath | undefined,
  isVpn: boolean,
): readonly string[] {
  if (!path) return ['\tMAC/Encaps=0/0, MRU=0, Label Stack{}', ...vpnLines(entry, isVpn), LAST];
  const header = headerOf(context, path);
  const encaps = header === undefined ? 0 : MAC_HEADER;
  const [row] = context.ask('interfaces', { name: path.out });
  const mtu = row?.interface.mpls?.mtu ?? row?.interface.mtu ?? 0;
  // The label that came makes room for one of those that go.
  const most = mtu - LABEL * (path.push.length - 1);
  const stack = path.push.join(' ');
  return [
    `\tMAC/Encaps=${encaps}/${encaps === 0 ? 0 : encaps + LABEL * path.push.length}, MRU=${most}, Label Stack{${stack}}`,
    ...(header === undefined ? [] : [`\t${header}`]),
    ...vpnLines(entry, isVpn),
    LAST,
  ];
}

/** Equal paths share the slots in turn. */
export function slotsLine(index: number, paths: number): string {
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => slot % paths === index);
  return `    Per-destination load-sharing, slots: ${slots.join(' ')}`;
}
