// The answer of an operational command as elements, and its lines as XML and as JSON.
// Source: captures `show route | display json`, `show route instance | display json`, `show interfaces | display json` (vQFX
// 17.4R1, vJunos-router 25.4R1): every element a list, `data`, `attributes`, `[null]` for an empty one; "display xml" (CLI
// user guide).

/** An element: text, or what is in it; neither for an empty one. */
export interface Tag {
  readonly name: string;
  readonly text?: string;
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  /** `<!-- keepalive -->` */
  readonly comment?: string;
  readonly children?: readonly Tag[];
}

/** `<name>text</name>` */
export const leaf = (name: string, text: string, ...attributes: NonNullable<Tag['attributes']>): Tag => ({
  name,
  text,
  ...(attributes.length > 0 ? { attributes } : {}),
});

/** `<name>42</name>` */
export const number = (name: string, value: number): Tag => leaf(name, String(value));

/** `<name/>` */
export const flag = (name: string): Tag => ({ name });

/** `<name>…</name>`; what is not there is left out. */
export const group = (name: string, ...children: readonly (Tag | undefined)[]): Tag => ({
  name,
  children: children.filter((child) => child !== undefined),
});

/** Name space of a family of answers: `http://xml.juniper.net/junos/21.4R0/junos-routing` of 21.4R1.12. */
export const spaceOf = (release: string, family: string): string =>
  `http://xml.juniper.net/junos/${/^\d+\.\d+/.exec(release)?.[0] ?? ''}R0/${family}`;

type Lines = readonly string[];
const indented = (lines: Lines, by = 4): Lines => lines.map((line) => ' '.repeat(by) + line);

/** A comma and a blank behind each but the last. */
const listed = (items: readonly Lines[]): Lines =>
  items.flatMap((lines, i) =>
    i + 1 < items.length ? [...lines.slice(0, -1), `${lines[lines.length - 1] ?? ''}, `] : lines,
  );

/** `| display json` */
export const answerJson = (answer: Tag): Lines => ['{', ...indented(membersOf([answer])), '}'];

/** `| display json` of a command that knows only lines. */
export const linesJson = (lines: Lines): Lines => answerJson(leaf('output', lines.join('\n')));

/** Elements of one name that stand together are one list; one that stands apart is named again. */
function membersOf(tags: readonly Tag[]): Lines {
  const runs: Tag[][] = [];
  for (const tag of tags) {
    const last = runs.at(-1);
    if (last?.[0]?.name === tag.name) last.push(tag);
    else runs.push([tag]);
  }
  return listed(runs.map((those) => [`${JSON.stringify(those[0]?.name)} : [`, ...listed(those.map(objectOf)), ']']));
}

function objectOf(tag: Tag): Lines {
  const attributes = tag.attributes ? [attributesOf(tag.attributes)] : [];
  const comment = tag.comment === undefined ? [] : [[`"comment" : ${JSON.stringify(tag.comment)}`]];
  const { children } = tag;
  const data = tag.text === undefined ? '[null]' : JSON.stringify(tag.text);
  const inside: readonly Lines[] = children
    ? [...attributes, ...comment, ...(children.length > 0 ? [membersOf(children)] : [])]
    : [[`"data" : ${data}`], ...attributes];
  return ['{', ...indented(listed(inside)), '}'];
}

/** One behind the other on lines of their own, below the first. */
function attributesOf(attributes: NonNullable<Tag['attributes']>): Lines {
  const pairs = attributes.map(([name, value]) => `${JSON.stringify(name)} : ${JSON.stringify(value)}`);
  const head = '"attributes" : {';
  const [first = '', ...rest] = pairs;
  if (rest.length === 0) return [`${head}${first}}`];
  const margin = ' '.repeat(head.length);
  const lines = [`${head}${first}`, ...rest.map((pair) => margin + pair)];
  return [...lines.map((line, i) => (i + 1 < lines.length ? `${line}, ` : line)), `${margin.slice(1)}}`];
}

/** `| display xml`, without the envelope. */
export function answerXml({ name, text, attributes = [], comment, children }: Tag): Lines {
  const marks = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  if (text !== undefined) return [`<${name}${marks}>${escaped(text)}</${name}>`];
  if (!children) return [`<${name}${marks}/>`];
  const above = comment === undefined ? [] : [`<!-- ${comment} -->`];
  return [`<${name}${marks}>`, ...indented([...above, ...children.flatMap(answerXml)]), `</${name}>`];
}

/** Text as XML holds it. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
