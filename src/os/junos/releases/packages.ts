// What `show version` lists: the packages of a release, by the build that each came from.

/** `[name]` lines; a name that begins with `*` belongs to the operating system's build, one with `=` carries the release. */
export function packageLines(names: readonly string[], system: string, junos: string, release: string): string[] {
  return names.map((name) => {
    const mark = name[0];
    const build = mark === '*' ? system : mark === '=' ? release : junos;
    return `JUNOS ${mark === '*' || mark === '=' ? name.slice(1) : name} [${build}]`;
  });
}
