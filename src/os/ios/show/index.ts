// The views of IOS by the names that the command files bind to.

import type { View } from '../../os.ts';
import { showArp } from './arp.ts';
import { showBgp, showBgpAll } from './bgp.ts';
import { showIpCef } from './cef.ts';
import { showClock } from './clock.ts';
import { showInterfacesDescription, showIpInterfaceBrief } from './interface-brief.ts';
import { showInterfaceProtocols } from './interface-protocols.ts';
import { showInterfaces } from './interfaces.ts';
import { showIpInterface } from './ip-interface.ts';
import { showClns } from './not-running.ts';
import { showIpPrefixList, showRouteMap } from './policies.ts';
import { showIpProtocols } from './protocols.ts';
import { showIpRoute } from './route.ts';
import { showIpStaticRoute } from './static-route.ts';
import { showVersion } from './version.ts';
import { showIpVrf, showVrf } from './vrf.ts';

export const views: Readonly<Record<string, View>> = {
  arp: showArp,
  bgp: showBgp,
  'bgp-all': showBgpAll,
  cef: showIpCef,
  clns: showClns,
  clock: showClock,
  interfaces: showInterfaces,
  'interface-protocols': showInterfaceProtocols,
  'interfaces-description': showInterfacesDescription,
  'ip-interface': showIpInterface,
  'ip-interface-brief': showIpInterfaceBrief,
  'ip-vrf': showIpVrf,
  'prefix-lists': showIpPrefixList,
  protocols: showIpProtocols,
  'route-maps': showRouteMap,
  routes: showIpRoute,
  'static-routes': showIpStaticRoute,
  version: showVersion,
  vrf: showVrf,
};
