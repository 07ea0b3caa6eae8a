// Captured payloads as text: a line each, who said it, to whom, and the bytes.

export interface Said {
  readonly from: string;
  readonly to: string;
  readonly hex: string;
}

/** Of lines `FROM TO HEX`. */
export const saidOf = (text: string): readonly Said[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', to = '', hex = ''] = line.split(' ');
      return { from, to, hex };
    });
