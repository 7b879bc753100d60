import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tmxRules } from '../../../src/tmx/validate/rules.ts';
import type { TmxRuleId } from '../../../src/tmx/validate/rules.ts';
import { file, segment, unit } from '../texts.ts';
import { problemsOf } from './problems-of.ts';

const good = unit({ 'en-GB': 'hello', 'ru-RU': 'привет' });
/** A unit whose both variants have the given segments. */
const both = (xml: string): string => file(unit({ 'en-GB': xml, 'ru-RU': xml }));
const versioned = (version: string, body: string): string =>
  file(body).replace('version="1.4"', `version="${version}"`);
const old = (attribute: string): string =>
  versioned('1.1', `<tu><tuv lang="en-GB"><seg>a</seg></tuv><tuv ${attribute}="ru"><seg>б</seg></tuv></tu>`);
const withUde = (ude: string): string => file(good).replace('srclang="en-GB"/>', `srclang="en-GB">${ude}</header>`);
const tu = (attributes: string): string => file(good.replace('<tu>', `<tu ${attributes}>`));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A file with a byte that is not UTF-8. */
const withBadByte = utf8(segment('h?llo')).map((byte, k, all) => (byte === 0x3f && all[k + 1] === 0x6c ? 0xe9 : byte));

/** For each rule a file that breaks it, what stands where it does, and a file that is like it and keeps it. */
const table: Readonly<Record<TmxRuleId, readonly [bad: string | Uint8Array, at: string, good: string | Uint8Array]>> = {
  'xml-ampersand': [segment('R&D'), '&D', segment('R&amp;D')],
  'xml-attribute': [tu('tuid=1'), 'tuid=1', tu('tuid="1"')],
  'xml-attribute-less-than': [tu('tuid="a<b"'), '<b"', tu('tuid="a&lt;b"')],
  'xml-attribute-twice': [tu('tuid="1" tuid="2"'), 'tuid="2"', tu('tuid="1" srclang="en-GB"')],
  'xml-brackets': [segment('a]]>b'), ']]>', segment('a]]&gt;b')],
  'xml-bytes': [withBadByte, '\uFFFD', utf8(segment('héllo'))],
  'xml-character': [segment('a\u0001b'), '\u0001', segment('a\tb')],
  'xml-comment': [file(`<!-- a -- b -->${good}`), '-- b', file(`<!-- a - b -->${good}`)],
  'xml-declaration': [`\n${file(good)}`, '<?xml', file(good)],
  'xml-doctype': [
    file(good).replace('<tmx', '<!DOCTYPE>\n<tmx'),
    '<!DOCTYPE>',
    file(good).replace('<tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx'),
  ],
  'xml-end-tag': [segment('<hi>a</seg>').replace('</seg></seg>', '</seg>'), '</seg>', segment('<hi>a</hi>')],
  'xml-end-tag-stray': [segment('a</hi>'), '</hi>', segment('<hi>a</hi>')],
  'xml-entity': [segment('a&nbsp;b'), '&nbsp;', segment('a&#160;b')],
  'xml-gzip': [new Uint8Array(), '', file(good)],
  'xml-instruction': [file(`<? x?>${good}`), '<? x', file(`<?x?>${good}`)],
  'xml-less-than': [segment('1 < 2'), '< 2', segment('1 &lt; 2')],
  'xml-outside': [`${file(good)}junk`, 'junk', `${file(good)}<!-- junk -->`],
  'xml-reference': [segment('a&#31;b'), '&#31;', segment('a&#9;b')],
  'xml-root-twice': [`${file(good)}<tmx/>`, '<tmx/>', file(good)],
  'xml-unclosed': [file(good).replace('</tmx>', ''), '', file(good)],
  'xml-unfinished': [file(`${good}<!-- a`), '<!-- a', file(`${good}<!-- a -->`)],

  'dtd-attribute': [tu('id="1"'), '<tu id', tu('tuid="1"')],
  'dtd-attribute-missing': [segment('<it>a</it>'), '<it>', segment('<it pos="begin">a</it>')],
  'dtd-child': [segment('<sub>a</sub>'), '<sub>', segment('<ph><sub>a</sub></ph>')],
  'dtd-element': [segment('<b>a</b>'), '<b>', segment('<hi>a</hi>')],
  'dtd-empty': [
    withUde('<ude name="n"><map unicode="#x1" ent="e"> </map></ude>'),
    '<map',
    withUde('<ude name="n"><map unicode="#x1" ent="e"></map></ude>'),
  ],
  'dtd-missing': [
    file('<tu><tuv xml:lang="en-GB"></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu>'),
    '<tuv',
    file('<tu><tuv xml:lang="en-GB"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu>'),
  ],
  'dtd-order': [
    file(good.replace('</tu>', '<note>n</note></tu>')),
    '<note>',
    file(good.replace('<tu>', '<tu><note>n</note>')),
  ],
  'dtd-repeated': [file(good).replace('</body>', '</body><body/>'), '<body/>', file(good)],
  'dtd-text': [file(`${good} stray`), 'stray', file(`${good} <!-- stray -->`)],
  'dtd-value': [segment('<it pos="middle"/>'), '<it', segment('<it pos="end"/>')],
  'dtd-version': [versioned('1.4b', good), '<tmx', versioned('1.4', good)],

  'assoc-value': [segment('a <ph assoc="x"/>'), '<ph', segment('a <ph assoc="f"/>')],
  'code-end-twice': [
    segment('<bpt i="1"/>a<ept i="1"/><ept i="1"/>'),
    '<ept i="1"/></seg>',
    segment('<bpt i="1"/><bpt i="2"/>a<ept i="1"/><ept i="2"/>'),
  ],
  'code-i-twice': [
    segment('<bpt i="1"/><bpt i="1"/>a<ept i="1"/>'),
    '<bpt i="1"/>a',
    segment('<bpt i="1"/><bpt i="2"/>a<ept i="2"/><ept i="1"/>'),
  ],
  'code-order': [segment('<ept i="1"/>a<bpt i="1"/>'), '<ept', segment('<bpt i="1"/>a<ept i="1"/>')],
  'code-unclosed': [segment('<bpt i="1"/>a'), '<bpt', segment('<it pos="begin"/>a')],
  'code-unopened': [segment('a<ept i="1"/>'), '<ept', segment('a<it pos="end"/>')],
  'count-number': [tu('usagecount="many"'), '<tu ', tu('usagecount="12"')],
  'date-invalid': [tu('creationdate="19000229T000000Z"'), '<tu ', tu('creationdate="20000229T235959Z"')],
  'language-tag': [
    file(unit({ 'en-GB': 'a', en_US: 'b' })),
    '<tuv xml:lang="en_US"',
    file(unit({ 'en-GB': 'a', 'EN-us': 'b' })),
  ],
  'map-base': [
    withUde('<ude name="n"><map unicode="#xF8FF" code="#xF0"/></ude>'),
    '<map',
    withUde('<ude name="n" base="IBM037"><map unicode="#xF8FF" code="#xF0"/></ude>'),
  ],
  'map-target': [
    withUde('<ude name="n"><map unicode="#xF8FF"/></ude>'),
    '<map',
    withUde('<ude name="n"><map unicode="#xF8FF" subst="a"/></ude>'),
  ],
  'map-value': [
    withUde('<ude name="n"><map unicode="F8FF" ent="e"/></ude>'),
    '<map',
    withUde('<ude name="n"><map unicode="#xf8ff" ent="e"/></ude>'),
  ],
  'source-variant': [file(unit({ de: 'a', 'ru-RU': 'b' })), '<tu>', file(unit({ 'EN-gb': 'a', 'ru-RU': 'b' }))],
  'tuid-space': [tu('tuid="a b"'), '<tu ', tu('tuid="a-b"')],

  'date-format': [tu('changedate="2016-04-12T17:00:00Z"'), '<tu ', tu('changedate="20160412T170000Z"')],
  'language-unknown': [
    file(unit({ 'en-GB': 'a', gr: 'b' })),
    '<tuv xml:lang="gr"',
    file(unit({ 'en-GB': 'a', el: 'b' })),
  ],
  'map-ascii': [
    withUde('<ude name="n"><map unicode="#xF8FF" ent="é"/></ude>'),
    '<map',
    withUde('<ude name="n"><map unicode="#xF8FF" ent="e"/></ude>'),
  ],
  namespace: [file(good).replace('<tmx', '<tmx xmlns="http://www.lisa.org/tmx14"'), '<tmx', file(good)],
  'seg-empty': [segment(''), '<seg></seg>', segment('<ph/>')],
  'source-region': [
    file(unit({ 'en-US': 'a', 'ru-RU': 'b' })),
    '<tu>',
    file(unit({ 'en-US': 'a', 'ru-RU': 'b' }), 'srclang="*all*"'),
  ],
  'ut-deprecated': [
    segment('a<ut/>'),
    '<ut/>',
    versioned('1.2', '<tu><tuv lang="en-GB"><seg>a<ut/></seg></tuv><tuv lang="ru"><seg>b</seg></tuv></tu>'),
  ],
  'variant-twice': [
    file(good.replace('</tu>', '<tuv xml:lang="RU-ru"><seg>да</seg></tuv></tu>')),
    '<tuv xml:lang="RU-ru"',
    file(good.replace('</tu>', '<tuv xml:lang="uk"><seg>так</seg></tuv></tu>')),
  ],
  'version-missing': [file(good).replace(' version="1.4"', ''), '<tmx', file(good)],
  'x-match': [segment('a<ph x="1"/>'), '<ph', both('a<ph x="1"/>')],
  'x-twice': [both('<ph x="1"/>a<ph x="1"/>'), '<ph x="1"/></seg>', both('<ph x="1"/>a<hi x="1">b</hi>')],

  'it-pair': [
    segment('<it pos="begin" type="bold"/>a<it pos="end" type="bold"/>'),
    '<it pos="end"',
    segment('<it pos="end" type="bold"/>a<it pos="begin" type="bold"/>'),
  ],
  'lang-deprecated': [
    file('<tu><tuv xml:lang="en-GB" lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>b</seg></tuv></tu>'),
    '<tuv',
    old('lang'),
  ],
  'prop-type': [
    file(good.replace('<tu>', '<tu><prop type="client">c</prop>')),
    '<prop',
    file(good.replace('<tu>', '<tu><prop type="x-client">c</prop>')),
  ],
  'seg-space': [segment('hello '), '<seg>', segment('hello world')],
  'variant-single': [file(unit({ 'en-GB': 'a' })), '<tu>', file(good)],
};

/** Gzip of a file of some length, cut short. */
async function cutGzip(): Promise<Uint8Array> {
  const units = Array.from({ length: 3000 }, (_, k) =>
    unit({ 'en-GB': `${k} ${k * 7919}`, 'ru-RU': `${k * 104729}` }),
  ).join('\n');
  const packed = new Blob([file(units)]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return bytes.subarray(0, bytes.length >> 1);
}

/** What stands on the line where a problem is, from its column on. */
function textAt(input: string | Uint8Array, place: { line: number; column: number } | undefined): string {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  return text.split('\n')[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1) ?? 'no such line';
}

describe.each(Object.entries(table))('%s', (rule, [bad, at, right]) => {
  test('is told of where it is broken', async () => {
    const problems = await problemsOf(rule === 'xml-gzip' ? await cutGzip() : bad);
    const found = problems.filter((problem) => problem.rule === rule);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    if (rule !== 'xml-gzip') expect(textAt(bad, found[0]).slice(0, at.length || undefined)).toBe(at);
    expect(found[0]?.severity).toBe(tmxRules[rule as TmxRuleId][0]);
    // Every value of the template is there.
    expect(found[0]?.message).not.toContain('{{');
  });

  test('is not told of where it is kept', async () => {
    const problems = await problemsOf(right);
    expect(problems.map((problem) => problem.rule)).not.toContain(rule);
    // Nor does anything else go wrong with what is right.
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('the guide names every rule with its severity', () => {
  const guide = readFileSync(new URL('../../../docs/guide/tmx.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (`[^|]*`) +\| ([^|]*?) +\|/gm)];
  const named = rows.flatMap(([, rules = '', severities = '']) => {
    const listed = severities.split(', ');
    return [...rules.matchAll(/`([^`]*)`/g)].map(([, rule], k) => `${rule} ${listed[k] ?? listed[0]}`);
  });
  expect(named.toSorted()).toEqual(
    Object.entries(tmxRules)
      .map(([rule, [severity]]) => `${rule} ${severity}`)
      .toSorted(),
  );
});
