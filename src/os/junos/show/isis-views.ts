// The views of IS-IS, by the names that commands/junos/isis.cmd binds to.

import type { View } from '../../os.ts';
import { showIsisAdjacency } from './isis-adjacency.ts';
import { showIsisDatabase } from './isis-database.ts';
import { showIsisInterface } from './isis-interface.ts';
import { showIsisAuthentication, showIsisHostname, showIsisOverview, showIsisStatistics } from './isis-overview.ts';
import { showIsisRoute } from './isis-route.ts';
import { showIsisSpfBrief, showIsisSpfLog, showIsisSpfResults } from './isis-spf.ts';

export const isisViews: Readonly<Record<string, View>> = {
  'isis-adjacency': showIsisAdjacency,
  'isis-authentication': showIsisAuthentication,
  'isis-database': showIsisDatabase,
  'isis-hostname': showIsisHostname,
  'isis-interface': showIsisInterface,
  'isis-overview': showIsisOverview,
  'isis-route': showIsisRoute,
  'isis-spf-brief': showIsisSpfBrief,
  'isis-spf-log': showIsisSpfLog,
  'isis-spf-results': showIsisSpfResults,
  'isis-statistics': showIsisStatistics,
};
