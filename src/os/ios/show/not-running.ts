// What IOS says of protocols that do not run: nothing, or that they are not there.
// Source: captures `show clns neighbors`, `show ip ospf neighbor`, `show ip eigrp neighbors`, snapshot ios_basic_vrrp.

import type { View } from '../../os.ts';

export const showClns: View = () => ['% CLNS is not enabled'];
