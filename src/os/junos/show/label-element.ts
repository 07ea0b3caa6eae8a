// What `show route detail` tells of the labels of one way out.
// Source: transcripts of vMX (`show route … detail`: order of the lines, `prop-ttl, prop-ttl(top)`, the blank behind a list,
// `Load balance label: None; ` of a pop); `no-prop-ttl`: a transcript of an MX104 with `no-propagate-ttl`.

import { IMPLICIT_NULL } from '../../../route/label.ts';
import { elementAddress, pathKey } from './next-hops.ts';
import { pushText, type ShownPath } from './route-words.ts';

export interface LabelStyle {
  /** TTLs go into the labels that are pushed here. */
  readonly propagates: boolean;
  /** How nothing is written where an address stands. */
  readonly nil: string;
  /** Only what is done with them is told. */
  readonly early?: boolean | undefined;
}

/** Nothing for a way without labels. */
export function labelFields(path: ShownPath, { propagates, nil, early }: LabelStyle): readonly string[] {
  const operation = pushText(path);
  if (operation === undefined) return [];
  // From the bottom up, as they are pushed.
  const labels = path.push.filter((label) => label !== IMPLICIT_NULL).reverse();
  const pushed = path.operation === undefined || labels.length > 1;
  const action = propagates ? 'prop-ttl' : 'no-prop-ttl';
  const actions = labels.map((_, i) => (i > 0 && i === labels.length - 1 ? `${action}(top)` : action));
  const popped = operation.startsWith('Pop');
  const balance = popped ? 'None; ' : labels.map((label) => `Label ${label}: None; `).join('');
  return [
    `Label operation: ${operation}`,
    ...(pushed && !popped ? [`Label TTL action: ${actions.join(', ')}`] : []),
    ...(early ? [] : elementFields(path, balance, nil)),
  ];
}

function elementFields(path: ShownPath, balance: string, nil: string): readonly string[] {
  return [
    `Load balance label: ${balance}`,
    `Label element ptr: ${elementAddress(pathKey(path))}`,
    `Label parent element ptr: ${nil}`,
    'Label element references: 1',
    'Label element child references: 0',
    'Label element lsp id: 0',
  ];
}
