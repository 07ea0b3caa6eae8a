// Whose event a line of the log is about: each logical system has a routing process of its own, which signs with its name.
// Source: log collectors' patterns for Junos (`NAME:rpd[pid]: RPD_OSPF_NBRDOWN: …`).

import { byText } from '../../base/sorted-map.ts';
import type { DeviceEvent } from '../../device/events.ts';
import { MAIN_ROUTER } from '../box.ts';
import type { Box, LogLine } from '../os.ts';
import { phrase } from './phrase.ts';

/** What the log says of an event of one router of the box. */
export function phraseFor(event: DeviceEvent, box: Box, router: string): readonly LogLine[] {
  // A port is the box's own, which tells of it.
  if (router !== MAIN_ROUTER && event.kind === 'port') return [];
  const said = [phrase(event, box, router) ?? []].flat();
  return router === MAIN_ROUTER ? said : said.map((line) => signed(line, box, router));
}

function signed(line: LogLine, box: Box, router: string): LogLine {
  const parts = /^rpd\[(\d+)\]$/.exec(line.process ?? '');
  if (!parts) return line;
  const place = [...box.routers.keys()]
    .filter((name) => name !== MAIN_ROUTER)
    .sort(byText)
    .indexOf(router);
  return { ...line, process: `${router}:rpd[${Number(parts[1]) + 1 + place}]` };
}
