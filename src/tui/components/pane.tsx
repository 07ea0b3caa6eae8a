// A pane: so many rows of text in one <Text>, never wider or higher than told.

import { Box, Text } from 'ink';
import type { ReactNode } from 'react';

/** `lines` are painted already. Missing ones are blank. */
export function Pane(props: {
  readonly lines: readonly string[];
  readonly columns: number;
  readonly rows: number;
}): ReactNode {
  const { lines, columns, rows } = props;
  if (rows <= 0 || columns <= 0) return null;
  return (
    <Box width={columns} height={rows} flexShrink={0} overflow="hidden">
      <Text wrap="truncate">{lines.slice(0, rows).join('\n')}</Text>
    </Box>
  );
}
