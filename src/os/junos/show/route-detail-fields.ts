// Fields that blocks of `show route detail` have in common, whatever the protocol.      Source: as route-detail.ts

import type { SortedMap } from '../../../base/sorted-map.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { GivenAttributes } from '../../../route/attributes.ts';
import { largeText } from '../../../route/community.ts';
import { administeredText } from '../../../route/extended.ts';
import type { VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import type { RouteStyle } from '../releases/release.ts';
import type { BgpScene } from './bgp-facts.ts';
import { labelFields } from './label-element.ts';
import { type NumberedHop, pathKey } from './next-hops.ts';
import type { RouteTable } from './route-tables.ts';
import { hopText, type ShownPath, type Way } from './route-words.ts';

/** What the blocks of one command share. */
export interface DetailScene {
  readonly context: ViewContext;
  readonly style: RouteStyle;
  readonly hops: SortedMap<string, NumberedHop>;
  /** Undefined: this router belongs to no AS. */
  readonly asn: string | undefined;
  /** Every table of the router: routes of one may stand in others too. */
  readonly tables: readonly RouteTable[];
  readonly extensive: boolean;
  /** TTLs go into labels that are pushed here. */
  readonly propagates: boolean;
  readonly bgp: BgpScene;
  /** Of BGP, by their keys. */
  readonly groups: ReadonlyMap<string, number>;
}

/** rpd tells the kernel; what comes from interfaces the kernel knows by itself. */
export const inKernel = ({ active, candidate: { route } }: RouteRow): boolean =>
  active && route.kind !== 'connected' && route.kind !== 'local' && route.noInstall !== true;

/** The parts of rpd that are told of a route, by their numbers. */
export const toldTo = ({ bgp }: DetailScene, vrf: VrfName, row: RouteRow): readonly string[] => [
  ...(inKernel(row) ? ['0-KRT'] : []),
  ...(row.active && bgp.toldOf(vrf, row.candidate.route.prefix).length > 0 ? ['1-BGP_RT_Background'] : []),
];

export function wayFields(scene: DetailScene, way: Way, hop: NumberedHop | undefined): readonly string[] {
  switch (way.kind) {
    case 'paths':
      return way.paths.flatMap((path, i) =>
        pathFields(scene, path, i === 0, way.paths.length > 1 ? scene.hops.get(pathKey(path)) : hop),
      );
    case 'own':
      return [`Next hop: via ${way.on}, selected`];
    case 'local':
      return [`Interface: ${way.on}`];
    case 'table':
      return [`Next table: ${way.name}`];
    case 'word':
      return [];
  }
}

function pathFields(
  { style, propagates }: DetailScene,
  path: ShownPath,
  selected: boolean,
  hop: NumberedHop | undefined,
): readonly string[] {
  const { kernelTable, early } = style;
  return [
    `Next hop: ${hopText(path)}${selected ? ', selected' : ''}`,
    ...labelFields(path, { propagates, nil: kernelTable ? '(nil)' : '0x0', early }),
    ...(hop ? [`Session Id: ${kernelTable ? hop.session : `0x${hop.session.toString(16)}`}`] : []),
  ];
}

/** Standard ones first, then extended, then large ones. */
export const communityFields = (bgp: GivenAttributes): readonly string[] => {
  const texts = communityTexts(bgp);
  return texts.length === 0 ? [] : [`Communities: ${texts.join(' ')}`];
};

/** One by one, in that order. */
export const communityTexts = (bgp: GivenAttributes): readonly string[] =>
  communitiesOf(bgp).flatMap(({ texts }) => texts);

/** Of each sort, with the element that they are in. */
export function communitiesOf({
  communities,
  extended,
  large,
}: GivenAttributes): readonly { readonly tag: string; readonly texts: readonly string[] }[] {
  return [
    { tag: 'community', texts: (communities ?? []).map((value) => `${value >>> 16}:${value & 0xffff}`) },
    {
      tag: 'extended-community',
      texts: (extended ?? []).map((one) =>
        one.kind === 'other'
          ? `unknown type 0x${one.hex.slice(0, 4)} value 0x${one.hex.slice(4)}`
          : `${one.kind}:${administeredText(one.value, 'L')}`,
      ),
    },
    { tag: 'large-community', texts: (large ?? []).map((one) => `large:${largeText(one)}`) },
  ];
}
