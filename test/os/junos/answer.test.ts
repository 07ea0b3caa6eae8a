// Answers as JSON and XML: line by line as routers print them.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson, answerXml, flag, group, leaf, linesJson, type Tag } from '../../../src/os/junos/answer.ts';
import { SNAPSHOTS } from '../../harness/captures.ts';

/** Capture `show route instance | display json` (vJunos-router 25.4R1, lab-validation junos_static_route_defaults), cut. */
const INSTANCE = `{
    "instance-information" : [
    {
        "attributes" : {"xmlns" : "http://xml.juniper.net/junos/25.4R0/junos-routing", 
                        "junos:style" : "terse"
                       }, 
        "instance-core" : [
        {
            "instance-name" : [
            {
                "data" : "master"
            }
            ], 
            "instance-type" : [
            {
                "data" : "forwarding"
            }
            ]
        }, 
        {
            "instance-name" : [
            {
                "data" : "BLUE"
            }
            ]
        }
        ]
    }
    ]
}`;

/** Capture `show route | display json` (vQFX 17.4R1, lab-validation juniper_resolution), cut: of an inactive route too. */
const ENTRY = `{
    "rt-entry" : [
    {
        "active-tag" : [
        {
        }
        ], 
        "current-active" : [
        {
            "data" : [null]
        }
        ], 
        "age" : [
        {
            "data" : "00:02:59", 
            "attributes" : {"junos:seconds" : "179"}
        }
        ]
    }
    ]
}`;

describe('an answer', () => {
  it('is JSON in which every element is a list', () => {
    const core = (name: string, ...more: readonly Tag[]): Tag =>
      group('instance-core', leaf('instance-name', name), ...more);
    const answer: Tag = {
      ...group('instance-information', core('master', leaf('instance-type', 'forwarding')), core('BLUE')),
      attributes: [
        ['xmlns', 'http://xml.juniper.net/junos/25.4R0/junos-routing'],
        ['junos:style', 'terse'],
      ],
    };
    expect(answerJson(answer).join('\n')).toBe(INSTANCE);
  });
  it('says what is empty, and puts marks behind a text', () => {
    const age = leaf('age', '00:02:59', ['junos:seconds', '179']);
    expect(answerJson(group('rt-entry', group('active-tag'), flag('current-active'), age)).join('\n')).toBe(ENTRY);
  });
  it('of lines alone is one text', () => {
    // Capture `show isis adjacency | display json` of a router without IS-IS (25.4R1).
    expect(linesJson(['IS-IS instance is not running']).join('\n')).toBe(
      '{\n    "output" : [\n    {\n        "data" : "IS-IS instance is not running"\n    }\n    ]\n}',
    );
  });
  it('is XML with its marks and comments, and nothing in it is taken for a tag', () => {
    const table: Tag = {
      ...group('route-table', leaf('table-name', 'a<b>&"c"'), flag('x')),
      comment: 'keepalive',
      attributes: [['junos:style', 'brief']],
    };
    expect(answerXml(table)).toEqual([
      '<route-table junos:style="brief">',
      '    <!-- keepalive -->',
      '    <table-name>a&lt;b&gt;&amp;"c"</table-name>',
      '    <x/>',
      '</route-table>',
    ]);
  });
});

type Json = { readonly [key: string]: string | Readonly<Record<string, string>> | readonly Json[] };

const KEYS = /"(?:[^"\\]|\\.)*" : /g;
/** Some answers name an element twice, which no reader of JSON can tell. */
const isTwice = (text: string): boolean => {
  const again = JSON.stringify(JSON.parse(text), undefined, 1).replaceAll('": ', '" : ');
  return again.match(KEYS)?.length !== text.match(KEYS)?.length;
};

/** An object of a captured answer as an element. */
function tagOf(name: string, object: Json): Tag {
  const { attributes, comment, data } = object;
  const children = Object.entries(object).flatMap(([key, held]) =>
    key !== 'data' && Array.isArray(held) ? (held as readonly Json[]).map((one) => tagOf(key, one)) : [],
  );
  return {
    name,
    ...(typeof data === 'string' ? { text: data } : data === undefined ? { children } : {}),
    ...(attributes ? { attributes: Object.entries(attributes as Readonly<Record<string, string>>) } : {}),
    ...(typeof comment === 'string' ? { comment } : {}),
  };
}

/** `show … | display json` of single-member boxes. */
const captured = (SNAPSHOTS === undefined ? [] : globSync('*/show/*/*_display_json.txt', { cwd: SNAPSHOTS }))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(SNAPSHOTS ?? '', name), 'utf8') }));

/** Some captures lost their trailing blanks, some begin with the command or end with the member's name. */
const plain = (text: string): readonly string[] =>
  text
    .replace(/^(?!\{).*\n|\n*\{master:0\}\s*$/g, '')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());

describe.skipIf(captured.length === 0)('answers of real routers', () => {
  it.each(captured)('$name', ({ text }) => {
    const lines = plain(text);
    if (isTwice(lines.join('\n'))) return;
    const [[name, objects] = ['', []]] = Object.entries(JSON.parse(lines.join('\n')) as Json);
    const tags = (objects as readonly Json[]).map((object) => tagOf(name, object));
    expect(tags).toHaveLength(1);
    expect(answerJson(tags[0] as Tag).map((line) => line.trimEnd())).toEqual(lines);
  });
});
