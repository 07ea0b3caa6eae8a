import { describe, expect, it } from 'vitest';
import { IOS_VALUES, NO_LIVE, oneWord, sharedTypes } from '../../src/language/arg-types.ts';
import { checkVocabulary, type Served } from '../../src/language/check.ts';
import { IOS_TYPES, ios, JUNOS_TYPES, junos, vocabulary } from './samples.ts';

const NOTHING = { views: new Set<string>(), actions: new Set<string>(), watches: new Set<string>() };
const complaints = (text: string, served: Partial<Served> = {}): readonly string[] =>
  checkVocabulary(vocabulary([{ file: 'a.cmd', text }]), {
    ...NOTHING,
    types: sharedTypes(IOS_VALUES),
    ...served,
  }).map(({ at, message }) => `${at?.line ?? '-'}: ${message}`);

describe('the check of a vocabulary', () => {
  it('wants help for every word and value that is told', () => {
    expect(
      complaints('config {\n a "A" [b <c>] ( d "D" | <e> "E" )\n hidden <f> @hidden\n x "X" {\n y <z>\n }\n}'),
    ).toEqual(["2: 'b' has no help", "2: '<c>' has no help", "5: 'y' has no help", "5: '<z>' has no help"]);
  });
  it('finds sentences that one line could be', () => {
    const words = '\nwords {\n a "A"\n b "B"\n c "C"\n <x> "X"\n <y> "Y"\n}';
    expect(complaints(`config {\n a b\n a [b] [c]\n}${words}`)).toEqual(["3: 'a' cannot be told from 'a b' (a.cmd:2)"]);
    expect(complaints(`config {\n a <x:ipv4>\n a <y:ipv4> [b]\n}${words}`)).toEqual([
      "3: 'a' cannot be told from 'a' (a.cmd:2)",
    ]);
    expect(complaints(`config {\n a <x:ipv4> b\n a <y:ipv4> c\n a <x:word> b\n}${words}`)).toEqual([]);
    expect(complaints(`config {\n a ( b | c )* \n a c b\n}${words}`)).toEqual([
      "3: 'a c b' cannot be told from 'a' (a.cmd:2)",
    ]);
    expect(complaints(`config {\n use d\n use d\n}\ndefine d {\n a\n}${words}`)).toEqual([
      "6: 'a' cannot be told from 'a' (a.cmd:6)",
    ]);
  });
  it('looks at what is typed in one place though it stands in several sections', () => {
    const text = `exec {\n a -> do a\n}\nprivileged {\n a -> do a\n}
anyconfig {\n end -> do a\n}\nconfig {\n m @config-m { end }\n}\nwords {\n a "A"\n end "E"\n m "M"\n}`;
    expect(complaints(text, { actions: new Set(['a']) })).toEqual([
      "5: 'a' cannot be told from 'a' (a.cmd:2)",
      "8: 'end' cannot be told from 'end' (a.cmd:11)",
    ]);
  });
  it('finds a sentence that may be empty', () => {
    expect(complaints('config {\n [a "A"] ( b "B" )*\n}')).toEqual(["2: 'a' may be empty"]);
  });
  it('compares what is bound with what is served', () => {
    const text = `operational {\n a "A" -> show one\n b "B" -> do two\n c "C" -> watch three\n d "D" -> accept "why"\n}`;
    expect(complaints(text)).toEqual([
      "2: nothing serves 'one' of the views",
      "3: nothing serves 'two' of the actions",
      "4: nothing serves 'three' of the watches",
    ]);
    expect(
      complaints(text, {
        views: new Set(['one', 'more']),
        actions: new Set(['two', 'one']),
        watches: new Set(['three']),
      }),
    ).toEqual(["-: nothing uses 'more' of the views", "-: nothing uses 'one' of the actions"]);
  });
  it('keeps configuration from running, and the rest from doing nothing', () => {
    expect(
      complaints('config {\n a "A" -> do x\n}\nexec {\n b "B"\n c "C" { d "D" -> do x }\n}', {
        actions: new Set(['x']),
      }),
    ).toEqual([
      "2: 'a' is configuration and never runs",
      "5: 'b' does nothing",
      "6: 'c' does nothing",
      "6: 'c' has a block, and nothing is configured here",
    ]);
  });
  it('wants a prompt for every mode where there are modes', () => {
    expect(complaints('config {\n a "A" @config-a {\n b "B" { }\n }\n}')).toEqual([
      "3: 'b' has a block without a prompt",
    ]);
    expect(complaints('config {\n a "A" {\n b "B" { }\n }\n}')).toEqual([]);
  });
  it('knows the types', () => {
    const mine = oneWord({ form: 'X', read: (text) => text, good: () => 0, width: 1 }, IOS_VALUES);
    expect(complaints('config {\n a "A" <x:mine> "X" <y:9..1> "Y" <z:1..9> "Z"\n}')).toEqual([
      "2: unknown type 'mine'",
      "2: '9..1' holds nothing",
    ]);
    expect(complaints('config {\n a "A" <x:mine> "X"\n}', { types: { mine } })).toEqual([]);
  });
  it('comes to an end where blocks hold themselves', () => {
    const served = { ...NOTHING, types: JUNOS_TYPES };
    const found = checkVocabulary(junos, served).map(({ message }) => message);
    expect(found.filter((message) => !/ has no help$|^nothing serves /.test(message))).toEqual([]);
    expect(found).toContain("'reference-bandwidth' has no help");
    const inIos = checkVocabulary(ios, { ...NOTHING, types: IOS_TYPES }).map(({ message }) => message);
    expect(inIos.filter((message) => !/ has no help$|^nothing serves /.test(message))).toEqual([]);
  });
});

it('offers nothing where no router is asked', () => {
  expect(NO_LIVE.offers('vrf')).toEqual([]);
});
