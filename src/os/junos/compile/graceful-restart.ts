// routing-options graceful-restart: whether what is forwarded outlives the routing process.
// Source: Junos OS High Availability user guide, "Configuring Graceful Restart"; "restart-duration": 300 seconds.

import type { BgpConfig } from '../../../protocols/bgp/config.ts';
import { seconds } from '../../../sim/time.ts';
import { type Block, has, number, one } from './tree-reader.ts';

const DURATION = 300;

const block = (tree: Block): Block | undefined => one(one(tree, 'routing-options'), 'graceful-restart');

export const restartsGracefully = (tree: Block): boolean => {
  const said = block(tree);
  return said !== undefined && !has(said, 'disable');
};

/** For so long at most the choice of paths waits. */
export const restartOf = (tree: Block): Pick<BgpConfig, 'restart'> =>
  restartsGracefully(tree)
    ? { restart: { deferral: seconds(number(block(tree), 'restart-duration', 'seconds') ?? DURATION) } }
    : {};
