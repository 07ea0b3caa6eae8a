// `( A && !B )`: policies joined by logical operators.    Source: Junos OS Routing Policies, "Understanding Policy Expressions"

/** Names, and how they go together. */
export type NameExpression =
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'and' | 'or'; readonly of: readonly NameExpression[] }
  | { readonly op: 'not'; readonly of: NameExpression };

/** True for what is not a name alone. */
export const isExpression = (text: string): boolean => /^!?\s*\(/.test(text);

/** Names that occur in it; of a name alone, that one. */
export const namesIn = (text: string): readonly string[] =>
  isExpression(text) ? (text.match(/[^\s()!&|]+/g) ?? []) : [text];

/** `&&` binds stronger than `||`. Undefined: it cannot be read. */
export function parseExpression(text: string): NameExpression | undefined {
  const symbols = text.match(/&&|\|\||[()!]|[^\s()!&|]+/g) ?? [];
  let at = 0;
  const chain = (
    op: 'and' | 'or',
    sign: string,
    part: () => NameExpression | undefined,
  ): NameExpression | undefined => {
    const of: NameExpression[] = [];
    do {
      const one = part();
      if (!one) return undefined;
      of.push(one);
    } while (symbols[at] === sign && ++at);
    return of.length === 1 ? of[0] : { op, of };
  };
  const single = (): NameExpression | undefined => {
    const symbol = symbols[at++];
    if (symbol === '!') {
      const of = single();
      return of && { op: 'not', of };
    }
    if (symbol === '(') {
      const inner = either();
      return symbols[at++] === ')' ? inner : undefined;
    }
    return symbol === undefined || /^(&&|\|\||\))$/.test(symbol) ? undefined : { op: 'name', name: symbol };
  };
  const both = (): NameExpression | undefined => chain('and', '&&', single);
  const either = (): NameExpression | undefined => chain('or', '||', both);
  const read = either();
  return at === symbols.length ? read : undefined;
}
