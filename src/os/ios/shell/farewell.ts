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
