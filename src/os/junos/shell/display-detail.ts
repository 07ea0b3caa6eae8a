// `| display detail`: above every statement what it is, and who may change it.    Source: "Displaying Additional Information
// About the Configuration" (CLI user guide): a block of `##` lines with the help, the range and the permission.

import type { ConfigNode } from '../../../config/tree.ts';
import type { Step } from '../../../language/spec.ts';

/** The lines above a statement. */
export function detailOf(node: ConfigNode): readonly string[] {
  const literal = node.spec.path.findLast((step) => step.kind === 'word');
  const name = literal?.kind === 'word' ? literal.text : (node.words[0] ?? '');
  const help = literal?.kind === 'word' ? literal.help : helpOf(node.spec.path);
  const range = node.spec.path.flatMap((step) =>
    step.kind === 'arg' && /^\d+\.\.\d+$/.test(step.type) ? [`## range: ${step.type.replace('..', ' .. ')}`] : [],
  );
  return ['##', `## ${name}: ${help}`, ...range, '##'];
}

function helpOf(path: readonly Step[]): string {
  const arg = path.find((step) => step.kind === 'arg');
  return arg?.kind === 'arg' ? arg.help : '';
}
