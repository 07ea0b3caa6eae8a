import { expect, it } from 'vitest';
import { readVocabularyFiles } from '/work/wt/junos-shell/src/host/vocabulary.ts';
import { parseVocabulary } from '/work/wt/junos-shell/src/language/vocabulary.ts';
import { checkVocabulary } from '/work/wt/junos-shell/src/language/check.ts';
import { JUNOS_TYPES } from '/work/wt/junos-shell/src/os/junos/arg-types.ts';
it('x', () => {
  const v = parseVocabulary(readVocabularyFiles('/work/wt/junos-shell/commands/junos'));
  if (!v.ok) { console.log(JSON.stringify(v.error, null, 0).replaceAll('},{', '},\n{')); return; }
  const c = checkVocabulary(v.value, { views: new Set(), actions: new Set(), watches: new Set(), types: JUNOS_TYPES });
  const by = new Map<string, string[]>();
  const rest: string[] = [];
  for (const x of c) { const m = /^'(.*)' has no help$/.exec(x.message); if (m) by.set(m[1]!, [...(by.get(m[1]!) ?? []), `${x.at?.file}:${x.at?.line}`]); else if (!/of the actions/.test(x.message)) rest.push(`${x.at?.file}:${x.at?.line} ${x.message}`); }
  console.log(rest.join('\n'));
  console.log([...by].sort().map(([w]) => w).join(' '));
  console.log(by.size);
});
