// What a console shows while nobody is logged in.

/** Source: captures of console sessions (`SW-SRV-DIST con0 is now available`, with its empty lines). */
export const farewell = (hostname: string): readonly string[] => [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  `${hostname} con0 is now available`,
  '',
  '',
  '',
  '',
  'Press RETURN to get started.',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
];

/** A box that has come up. */
export const STARTED: readonly string[] = ['', '', 'Press RETURN to get started!', '', '', ''];

/** A box that has nothing saved asks for a first configuration. Source: test data of unicon, a boot without one. */
export const SETUP_TITLE: readonly string[] = ['', '', '         --- System Configuration Dialog ---', ''];
export const SETUP_QUESTION = 'Would you like to enter the initial configuration dialog? [yes/no]: ';
export const YES_OR_NO = "% Please answer 'yes' or 'no'.";
