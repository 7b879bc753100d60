import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ParalignError } from '../../../src/model/errors.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import type { XmlLimits } from '../../../src/tmx/scan.ts';
import type { TmxProblem } from '../../../src/tmx/problem.ts';
import { validateTmx } from '../../../src/tmx/validate/validate.ts';
import { file, segment } from '../texts.ts';
import { hasXmllint, invalidOf } from '../xmllint.ts';
import { outcomeOf, pieces, problemsOf, whole } from './problems-of.ts';

const SNIPPETS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  ' ',
  '\n',
  ']]>',
  '&#1;',
  '&nbsp;',
  '&#x41;',
  '\u0001',
  '--',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<![CDATA[',
  '<tu>',
  '</tu>',
  '<tuv xml:lang="de">',
  '</tuv>',
  '<seg>',
  '</seg>',
  '<b/>',
  '<sub>',
  '</sub>',
  '<note>',
  '</note>',
  '<tu/>',
  '</body>',
  '</tmx>',
  '<header/>',
  '<body>',
  'text',
  ' x="1"',
  ' tuid="2"',
  '<bpt i="1">',
  '<ept i="1"/>',
  '<!DOCTYPE tmx>',
  '\r',
  '\r\n',
  '\ud83d\ude00',
];

/** The whole file after some edits: at a place, so many characters are taken out and a snippet is put in. */
const edited = (most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(whole.length),
        fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
        fc.constantFrom('', ...SNIPPETS),
      ),
      { minLength: 1, maxLength: most },
    )
    .map((edits) => {
      let text = whole;
      for (const [at, count, snippet] of edits) text = text.slice(0, at) + snippet + text.slice(at + count);
      return text;
    });

/** The type of the error that the reader throws; undefined where it throws none. */
function refusal(text: string): string | undefined {
  try {
    parseTmx(text);
    return undefined;
  } catch (error) {
    if (error instanceof ParalignError) return error.type;
    throw error;
  }
}

test('nothing is wrong with a file that uses everything', async () => {
  expect((await problemsOf(whole)).map(({ rule }) => rule)).toEqual(['ut-deprecated']);
});

test('what the reader refuses as malformed is a problem of XML, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(edited(3), async (text) => {
      const type = refusal(text);
      // Text where there must be none is told of before what is malformed after it.
      fc.pre(type === undefined || type === 'xml-malformed');
      const outcome = await outcomeOf(text);
      // A root of another name ends it at once.
      fc.pre(outcome !== 'tmx-invalid');
      const problems = typeof outcome === 'string' ? [outcome] : outcome.map(({ rule }) => rule);
      expect(problems.some((rule) => rule.startsWith('xml-'))).toBe(type === 'xml-malformed');
    }),
    { numRuns: 2000 },
  );
});

test('however a file is cut into pieces, its problems are the same', async () => {
  await fc.assert(
    fc.asyncProperty(edited(4), fc.constantFrom(1, 2, 7, 50, 500), async (text, size) => {
      expect(await outcomeOf(pieces(text, size))).toEqual(await outcomeOf(text));
    }),
    { numRuns: 300 },
  );
});

test('a file is read no further than its problems are asked for', async () => {
  let read = 0;
  function* endless(): Generator<string> {
    yield whole.slice(0, whole.indexOf('<body>') + '<body>'.length);
    for (;;) {
      read += 1;
      yield `<tu tuid="${read}"><tuv xml:lang="en-GB"><seg>R&D</seg></tuv><tuv xml:lang="de"><seg>FE</seg></tuv></tu>\n`;
    }
  }
  const found: TmxProblem[] = [];
  for await (const problem of validateTmx(endless())) if (found.push(problem) === 5000) break;
  expect(found.map(({ rule, tuid }) => `${rule} ${tuid}`)).toEqual(
    Array.from({ length: 5000 }, (_, k) => `xml-ampersand ${k + 1}`),
  );
  expect(read).toBeLessThan(5100);
});

test('what is lost with one end tag is one unit', async () => {
  const good = '<tu><tuv xml:lang="en-GB"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>\n';
  const cut = '<tu tuid="cut"><tuv xml:lang="en-GB"><seg>a';
  const bad = '<tu tuid="bad"><tuv xml:lang="en-GB"><seg>a</seg></tuv><tuv xml:lang="en_US"><seg>b</seg></tuv></tu>';
  const problems = await problemsOf(file(`${good}${cut}\n${good.repeat(1000)}${bad}`));
  expect(problems.map(({ rule, tuid, line }) => [rule, tuid, line])).toEqual([
    ['dtd-child', 'cut', 7],
    ['language-tag', 'bad', 1007],
    ['xml-end-tag', undefined, 1008],
  ]);
});

test('limits hold', async () => {
  const seg = (xml: string): string => segment(xml);
  const refused = async (text: string, limits: XmlLimits): Promise<unknown> => {
    try {
      for await (const _ of validateTmx(pieces(text, 1000), { limits }));
    } catch (error) {
      return (error as ParalignError).type;
    }
    return undefined;
  };
  const deep = seg('<hi>'.repeat(40) + '</hi>'.repeat(40));
  expect(await refused(deep, { depth: 40 })).toBe('xml-refused');
  expect(await refused(deep, { depth: 50 })).toBe(undefined);
  const long = seg('<ph/>a'.repeat(5000));
  expect(await refused(long, { unitLength: 20_000 })).toBe('xml-refused');
  expect(await refused(long, { unitLength: 40_000 })).toBe(undefined);
  expect(await refused(seg('a'.repeat(30_000)), { unitLength: 20_000 })).toBe('xml-refused');
  expect(await refused(seg('<ph a="" b="" c=""/>'), { attributes: 2 })).toBe('xml-refused');
});

const ELEMENTS = [
  '<note>n</note>',
  '<prop type="x-p">v</prop>',
  '<prop>v</prop>',
  '<seg>s</seg>',
  '<seg/>',
  '<tuv xml:lang="de"><seg>s</seg></tuv>',
  '<tuv><seg/></tuv>',
  '<tu><tuv xml:lang="de"><seg>s</seg></tuv></tu>',
  '<header/>',
  '<body/>',
  '<sub>s</sub>',
  '<hi>h</hi>',
  '<it>i</it>',
  '<it pos="begin"/>',
  '<it pos="end">c</it>',
  '<it pos="middle"/>',
  '<bpt i="9"/>',
  '<bpt/>',
  '<ept i="9">e</ept>',
  '<ph assoc="p"/>',
  '<ut>u</ut>',
  '<own/>',
  '<map unicode="#x1"/>',
  '<map unicode="#x1"> </map>',
  '<map/>',
  '<ude name="n"><map unicode="#x2"/></ude>',
  '<ude name="n"/>',
  'text',
  ' ',
  '<!-- c -->',
  '<?p d?>',
];
const ATTRIBUTES = [
  ' own="1"',
  ' tuid="1"',
  ' xml:lang="de"',
  ' lang="de"',
  ' x="1"',
  ' i="1"',
  ' type="t"',
  ' segtype="block"',
  ' segtype="none"',
  ' segtype=" block "',
  ' pos="begin"',
  ' srclang="de"',
  ' usagecount="1"',
  ' version="1.4"',
  ' version="1.3"',
  ' assoc="q"',
  ' datatype="d"',
  ' base="b"',
  ' changeid="c"',
  ' xml:space="preserve"',
];

/** Where an element may be put in, and where an attribute. */
const gaps = [...whole.matchAll(/(?<=<\w[^<>]*[^/]>|<\/\w+>|\/>)/g)]
  .map(({ index }) => index)
  .filter((at) => at > whole.indexOf('<tmx') && at < whole.indexOf('</tmx>'));
const tags = [
  ...whole.matchAll(/(?<=<(?:tmx|header|note|prop|ude|map|body|tu|tuv|seg|bpt|ept|it|ph|hi|sub|ut))(?=[ />])/g),
].map(({ index }) => index);
const removable = [
  ...whole.matchAll(/ [\w:-]+="[^"]*"|<(note|prop|seg|map|ude)\b[^>]*>[^]*?<\/\1>|<map [^>]*>/g),
].filter(({ index }) => index > whole.indexOf('<tmx'));

/** The whole file with elements and attributes put in or taken out: well-formed, unless one attribute is there twice. */
const changed: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...gaps), fc.constantFrom(...ELEMENTS)).map(([at, text]) => ({ at, count: 0, text })),
      fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...ATTRIBUTES)).map(([at, text]) => ({ at, count: 0, text })),
      fc.constantFrom(...removable).map((match) => ({ at: match.index, count: match[0].length, text: '' })),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((edits) => {
    let text = whole;
    for (const { at, count, text: put } of edits.toSorted((a, b) => b.at - a.at))
      text = text.slice(0, at) + put + text.slice(at + count);
    // xmllint would look for the file that the declaration names.
    return text.replace(/<!DOCTYPE.*>\n/, '');
  })
  .filter((text) => refusal(text) !== 'xml-malformed');

test.skipIf(!hasXmllint)('a file breaks a rule of the document type where and only where xmllint says so', async () => {
  const texts = fc.sample(changed, 600);
  const invalid = invalidOf(texts);
  for (const [k, text] of texts.entries()) {
    const broken = (await problemsOf(text)).filter(({ rule }) => rule.startsWith('dtd-'));
    expect([text, broken.length > 0, broken]).toEqual([text, invalid.has(k), broken]);
  }
  expect(invalid.size).toBeGreaterThan(50);
  expect(invalid.size).toBeLessThan(550);
});
