// What `show version` lists: the packages of a release, by the build that each came from.

/** A package. */
export interface Package {
  readonly name: string;
  /** Its file; undefined: releases that do not tell it (before 20.4). */
  readonly file: string | undefined;
  /** `JUNOS OS libs [20211117.16f0122_builder_stable_12_214]` */
  readonly comment: string;
}

/** What builds are called. */
export interface Builds {
  /** `%s`: of the operating system below Junos. */
  readonly system: string;
  /** `%j` */
  readonly junos: string;
  /** `%r` */
  readonly release: string;
}

/** Packages of lines `name|file|comment`. */
export function packagesOf(lines: readonly string[], { system, junos, release }: Builds): readonly Package[] {
  const filled = (text: string): string =>
    text.replaceAll('%s', system).replaceAll('%j', junos).replaceAll('%r', release);
  return lines.map((line) => {
    const [name = '', file = '', comment = ''] = line.split('|').map(filled);
    return { name, file: file === '' ? undefined : file, comment };
  });
}
