import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { checkedDocument } from '../../src/check/check-run.ts';
import type { CheckRun } from '../../src/check/check-run.ts';
import type { Severity } from '../../src/model/finding.ts';
import { createMessages, uiLocales } from '../../src/report/messages/index.ts';
import { githubSummary, markdownReport } from '../../src/report/markdown.ts';
import { reporters } from '../../src/report/reporters.ts';
import type { ReporterName } from '../../src/report/reporters.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { makeBitext } from '../check/make-bitext.ts';
import { hostile, hostileRun, makeFinding } from './hostile-run.ts';

const english = createMessages('en-GB');
const names = Object.keys(reporters) as ReporterName[];

const bitext = makeBitext(
  ['Good morning.', 'It costs 1,200 euros.', 'Thank you.'],
  ['Доброе утро.', 'Это стоит 1 300 евро.'],
  { alignment: '1:1 1:1 1:0', confidence: [1, 0.5, 1] },
);
const checked = checkedDocument(bitext, check(bitext));
const run: CheckRun = { documents: [checked], failures: [{ file: 'broken.md', line: 7, message: 'Not UTF-8.' }] };
const clean: CheckRun = { documents: [{ ...checked, findings: [] }], failures: [] };

function schemaFile(name: string): object {
  return JSON.parse(readFileSync(name, 'utf8')) as object;
}

const ownSchema = new Ajv({ strict: true, allowUnionTypes: true }).compile(schemaFile('schema/check-report.json'));
const sarifSchema = compileDraft04(
  createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
);

/** Not all patterns of this schema are regular expressions with the flag `u`. */
function compileDraft04(file: string): ValidateFunction {
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schemaFile(file));
}

/** What an XML parser that is not ours makes of it: elements with their attributes and text, in order. */
function parseXml(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

function render(name: ReporterName, what: CheckRun, options = {}): string {
  return reporters[name].render(what, english, options);
}

test.each([
  [1, 'No findings; 1 file could not be checked'],
  [2, 'No findings. 2 documents were checked; 1 file could not be checked'],
])('one sentence says that nothing was found in %d and that a file could not be checked', (count, said) => {
  const documents = Array.from({ length: count }, () => clean.documents[0]!);
  expect(render('text', { ...run, documents })).toContain(`\n${said}\n`);
});

describe.each(names)('%s', (name) => {
  test('ends with a line end, and says what a clean run is', () => {
    for (const what of [run, clean, { documents: [], failures: [] }]) expect(render(name, what)).toMatch(/[^\n]\n$/);
  });

  test('says where a finding rests on an alignment that is not sure, and what could not be checked', () => {
    const report = render(name, run);
    expect(report).toMatch(/\(confidence 50%(?:25)?\)|"confidence": 0\.5/);
    expect(report).toContain('Not UTF-8.');
    expect(report).toContain('broken.md');
  });

  test('never says more in one language than in the other', () => {
    const sizes = uiLocales.map((locale) => reporters[name].render(run, createMessages(locale)).split('\n').length);
    // Words are wrapped in the text report only.
    expect(name === 'text' ? [0, 0] : sizes).toEqual(name === 'text' ? [0, 0] : [sizes[0], sizes[0]]);
  });

  test('holds no control character and no mark of direction, whatever it is about', () => {
    for (const text of hostile) {
      const report = render(name, hostileRun(text));
      expect(report, JSON.stringify(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
      const isJson = report.startsWith('{') || report.startsWith('[');
      if (!isJson) expect(report, JSON.stringify(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
    }
  });
});

describe('json', () => {
  test('is as its schema says, whatever it is about', () => {
    for (const what of [run, clean, ...hostile.map(hostileRun)]) {
      ownSchema(JSON.parse(render('json', what)));
      expect(ownSchema.errors).toBeNull();
    }
  });

  test('the schema refuses what is not a report', () => {
    const report = JSON.parse(render('json', run)) as Record<string, unknown>;
    for (const wrong of [
      { ...report, version: 1 },
      { ...report, more: 1 },
      { ...report, documents: [{}] },
      { version: 2 },
    ])
      expect(ownSchema(wrong)).toBe(false);
  });
});

interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region?: Record<string, number> } }[];
  relatedLocations?: { physicalLocation: { region?: Record<string, number> } }[];
  partialFingerprints: Record<string, string>;
}

interface Sarif {
  runs: {
    columnKind: string;
    tool: { driver: { rules: { id: string; help?: { text: string } }[]; semanticVersion?: string } };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }[];
    results: SarifResult[];
  }[];
}

function sarif(what: CheckRun, options = {}): Sarif['runs'][number] {
  return (JSON.parse(sarifReport(what, english, options)) as Sarif).runs[0]!;
}

describe('sarif', () => {
  test('is as the schema of SARIF 2.1.0 says, whatever it is about', () => {
    for (const what of [run, clean, ...hostile.map(hostileRun)]) {
      sarifSchema(JSON.parse(render('sarif', what, { version: '1.2.3' })));
      expect(sarifSchema.errors).toBeNull();
    }
    expect(sarifSchema({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('has rules with help, places in UTF-16, fingerprints', () => {
    const { results, tool, columnKind, invocations } = sarif(run, { version: '1.2.3' });
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.semanticVersion).toBe('1.2.3');
    expect(tool.driver.rules.map(({ id, help }) => [id, help?.text])).toEqual([
      ['missing', 'A paragraph of the source has no counterpart in the translation.'],
      ['number-mismatch', 'A number stands on one side only, or with another value.'],
    ]);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['number-mismatch', 1, 'warning'],
      ['missing', 0, 'error'],
    ]);
    expect(results.map(({ locations }) => locations[0]!.physicalLocation)).toEqual([
      {
        artifactLocation: { uri: 'ru-RU.txt' },
        region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 16 },
      },
      {
        artifactLocation: { uri: 'ru-RU.txt' },
        region: { startLine: 2, startColumn: 22, endLine: 2, endColumn: 22 },
      },
    ]);
    expect(results[0]!.relatedLocations![0]!.physicalLocation.region).toMatchObject({ startLine: 2, startColumn: 10 });
    expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      checked.findings.map(({ fingerprint }) => ({ 'paralign/v1': fingerprint })),
    );
    expect(invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(invocations[0]!.toolExecutionNotifications[0]!.message.text).toBe('Not UTF-8.');
  });

  test('stays under 25,000 results: the worst are kept, and it says how many are not', () => {
    const info = Array.from({ length: 24_998 }, (_, k) =>
      makeFinding({ severity: 'info', fingerprint: String(k), data: { message: 'x' } }),
    );
    const errors = Array.from({ length: 3 }, (_, k) => makeFinding({ severity: 'error', fingerprint: `e${k}` }));
    const many = { documents: [{ ...checked, findings: [...info, ...errors] }], failures: [] };
    const { results, invocations } = sarif(many);
    expect(results).toHaveLength(24_999);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(3);
    expect(invocations[0]!.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '2 more findings are not shown here.',
    ]);
  });

  test('paths are URIs', () => {
    const uriOf = (file: string): string =>
      sarif({
        documents: [{ ...checked, findings: [makeFinding({ target: { ...makeFinding().target!, file } })] }],
        failures: [],
      }).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri;
    expect(['a b/ü#?.md', '/x/y.md', 'C:/x.md', '../a:b.md', 'x\ud800.md'].map(uriOf)).toEqual([
      'a%20b/%C3%BC%23%3F.md',
      'file:///x/y.md',
      'file:///C:/x.md',
      '../a%3Ab.md',
      'x%EF%BF%BD.md',
    ]);
  });
});

describe('junit', () => {
  const summary = (failOn: Severity | 'never'): unknown[] =>
    parseXml(render('junit', run, { failOn }))
      .filter(({ name }) => name.startsWith('testsuite'))
      .map(({ name, attributes }) => [name, attributes]);

  test('is XML, whatever it is about, and loses nothing that XML can hold', () => {
    for (const text of hostile) {
      const elements = parseXml(render('junit', hostileRun(text)));
      expect(elements.filter(({ name }) => name === 'testcase')).toHaveLength(8);
    }
    const [failure] = parseXml(render('junit', hostileRun(']]> & <b> "q"'))).filter(({ name }) => name === 'failure');
    expect(failure!.attributes['message']).toBe(']]> & <b> "q" (confidence 50%)');
    expect(failure!.text).toContain(']]> & <b> "q"');
  });

  test('what fails the run is a failure, the rest passes, what could not be checked is an error', () => {
    expect(summary('error')).toEqual([
      ['testsuites', { name: 'paralign', tests: '3', failures: '1', errors: '1' }],
      ['testsuite', { name: 'ru-RU.txt', tests: '2', failures: '1', errors: '0' }],
      ['testsuite', { name: 'broken.md', tests: '1', failures: '0', errors: '1' }],
    ]);
    expect(summary('warning')[0]).toEqual(['testsuites', { name: 'paralign', tests: '3', failures: '2', errors: '1' }]);
    expect(summary('never')[0]).toEqual(['testsuites', { name: 'paralign', tests: '3', failures: '0', errors: '1' }]);
  });

  test('a clean document is a test that passes', () => {
    const cases = parseXml(render('junit', clean)).filter(({ name }) => name === 'testcase');
    expect(cases.map(({ attributes }) => attributes)).toEqual([{ name: 'No findings.', classname: 'ru-RU.txt' }]);
  });
});

test('checkstyle: the findings by file', () => {
  const shown = parseXml(render('checkstyle', run)).map(({ name, attributes }) => [name, attributes]);
  expect(shown).toEqual([
    ['checkstyle', { version: '4.3' }],
    ['file', { name: 'ru-RU.txt' }],
    [
      'error',
      {
        line: '2',
        column: '11',
        severity: 'warning',
        message: 'The number 1200 became 1300. (confidence 50%)',
        source: 'paralign.number-mismatch',
      },
    ],
    [
      'error',
      {
        line: '2',
        column: '22',
        severity: 'error',
        message: 'This paragraph has no counterpart in ru-RU: “Thank you.”',
        source: 'paralign.missing',
      },
    ],
    ['file', { name: 'broken.md' }],
    ['error', { line: '7', severity: 'error', message: 'Not UTF-8.', source: 'paralign' }],
  ]);
  for (const text of hostile) expect(parseXml(render('checkstyle', hostileRun(text)))[0]!.name).toBe('checkstyle');
});

describe('github', () => {
  const lines = (what: CheckRun): string[] => render('github', what).trimEnd().split('\n');

  test('what could not be checked, then the findings, the worst first, then the counts', () => {
    expect(lines(run)).toEqual([
      '::error file=broken.md,line=7,title=paralign not checked::Not UTF-8.',
      '::error file=ru-RU.txt,line=2,endLine=2,col=22,endColumn=22,title=paralign missing::This paragraph has no counterpart in ru-RU: “Thank you.”',
      '::warning file=ru-RU.txt,line=2,endLine=2,col=11,endColumn=16,title=paralign number-mismatch::The number 1200 became 1300. (confidence 50%25)',
      '1 error, 1 warning; 1 file could not be checked',
    ]);
  });

  test('no more than ten of a severity', () => {
    const findings = (['info', 'warning', 'error'] as const).flatMap((severity) =>
      Array.from({ length: 12 }, (_, k) => makeFinding({ severity, fingerprint: `${severity}${k}` })),
    );
    const counts = lines({ documents: [{ ...checked, findings }], failures: [] }).map((line) => line.split(' ')[0]);
    expect(counts).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      ...Array.from({ length: 10 }, () => '::warning'),
      ...Array.from({ length: 10 }, () => '::notice'),
      '12',
    ]);
  });

  test('a text cannot give commands, nor end a property', () => {
    for (const text of hostile)
      for (const line of lines(hostileRun(text))) {
        const match = /^::(?:error|warning|notice) ((?:[a-zA-Z]+=[^,:]*)(?:,[a-zA-Z]+=[^,:]*)*)::[^\r\n]*$/.exec(line);
        expect(match !== null || /^\d/.test(line), line).toBe(true);
      }
  });
});

describe('gitlab', () => {
  interface Entry {
    description: string;
    check_name: string;
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }
  const entries = (what: CheckRun): Entry[] => JSON.parse(render('gitlab', what)) as Entry[];

  test('an entry a finding', () => {
    expect(entries(run)).toEqual([
      {
        description: 'The number 1200 became 1300. (confidence 50%)',
        check_name: 'number-mismatch',
        fingerprint: checked.findings[0]!.fingerprint,
        severity: 'minor',
        location: { path: 'ru-RU.txt', lines: { begin: 2 } },
      },
      {
        description: 'This paragraph has no counterpart in ru-RU: “Thank you.”',
        check_name: 'missing',
        fingerprint: checked.findings[1]!.fingerprint,
        severity: 'critical',
        location: { path: 'ru-RU.txt', lines: { begin: 2 } },
      },
      {
        description: 'Not UTF-8.',
        check_name: 'paralign',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
        severity: 'blocker',
        location: { path: 'broken.md', lines: { begin: 7 } },
      },
    ]);
  });

  test('no fingerprint stands twice, and paths start at the root', () => {
    const finding = makeFinding();
    const inFile = (file: string): CheckRun['documents'][number] => ({
      ...checked,
      findings: [{ ...finding, target: { ...finding.target!, file } }, finding],
    });
    const found = entries({ documents: [inFile('./a.md'), inFile('b.md'), inFile('b.md')], failures: [] });
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(6);
    expect(found[0]).toMatchObject({ fingerprint: finding.fingerprint, location: { path: 'a.md' } });
  });
});

describe('rdjson', () => {
  interface Diagnostic {
    location: { path: string; range?: unknown };
    severity: string;
    code?: { value: string };
  }
  const diagnostics = (what: CheckRun): Diagnostic[] =>
    (JSON.parse(render('rdjson', what)) as { diagnostics: Diagnostic[] }).diagnostics;

  test('columns count bytes of UTF-8', () => {
    const [number, missing, failure] = diagnostics(run);
    // «Это стоит » takes 3 × 2 + 1 + 5 × 2 + 1 bytes; the space in the number one more.
    expect(number).toEqual({
      message: 'The number 1200 became 1300. (confidence 50%)',
      location: {
        path: 'ru-RU.txt',
        range: { start: { line: 2, column: 19 }, end: { line: 2, column: 24 } },
      },
      severity: 'WARNING',
      code: { value: 'number-mismatch' },
    });
    expect(missing!.location).toEqual({ path: 'ru-RU.txt', range: { start: { line: 2 } } });
    expect(failure).toMatchObject({
      severity: 'ERROR',
      location: { path: 'broken.md', range: { start: { line: 7 } } },
    });
  });

  test('there are none where the start of the line is not known', () => {
    const finding = makeFinding({
      target: { locale: 'ru-RU', file: 'ru.md', block: 0, line: 1, column: 17, from: 0, to: 3 },
    });
    const documents = [{ ...checked, target: { ...checked.target, texts: { 0: 'Раз два' } }, findings: [finding] }];
    expect(diagnostics({ documents, failures: [] })[0]!.location.range).toEqual({ start: { line: 1 } });
  });
});

describe('markdown', () => {
  test('a table of the languages, then each document', () => {
    expect(markdownReport(run, english)).toBe(
      [
        '## Check of translations',
        '',
        '1 error, 1 warning; 1 file could not be checked',
        '',
        '| Language | Documents | Complete | Errors | Warnings | Notes |',
        '| --- | --: | --: | --: | --: | --: |',
        '| ru-RU | 1 | 2 / 3 | 1 | 1 | 0 |',
        '',
        '- **not checked** `broken.md:7`: Not UTF-8.',
        '',
        '### `ru-RU.txt`',
        '',
        '- **warning** `number-mismatch` 2:11: The number 1200 became 1300. (confidence 50%)',
        '  - `en-GB` It costs <b>1,200</b> euros.',
        '  - `ru-RU` Это стоит <b>1 300</b> евро.',
        '- **error** `missing` 2:22: This paragraph has no counterpart in ru-RU: “Thank you.”',
        '  - `en-GB` Thank you.',
        '',
      ].join('\n'),
    );
  });

  test('only our own tags are in it, whatever it is about', () => {
    for (const text of hostile)
      for (const report of [markdownReport(hostileRun(text), english), githubSummary(hostileRun(text), english)]) {
        const outsideCode = report
          .replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
          .replace(/<code>[^<>]*<\/code>/g, '');
        const tags = [...outsideCode.matchAll(/(?<!\\)<[^>]*>/g)].map(([tag]) => tag);
        expect(
          tags.filter((tag) => !/^<\/?(?:b|del|ins|details|summary)>$/.test(tag)),
          JSON.stringify(text),
        ).toEqual([]);
        expect(outsideCode).not.toMatch(/(?<!\\)\[|@(?!\u2060)|^#(?!#)/m);
      }
  });

  test('the summary of a step is folded, and no longer than GitHub takes', () => {
    const documents = Array.from({ length: 3000 }, (_, k) => ({
      ...checked,
      target: { ...checked.target, file: `${k}.md` },
    }));
    const summary = githubSummary({ documents, failures: [] }, english);
    expect(new TextEncoder().encode(summary).length).toBeLessThan(1 << 20);
    const shown = summary.match(/<details><summary><code>\d+\.md<\/code>: 1 error, 1 warning<\/summary>/g)!.length;
    expect(shown).toBeGreaterThan(500);
    expect(summary).toContain(`\n${english.number(2 * (3000 - shown))} more findings are not shown here.\n`);
  });
});

describe('text', () => {
  test('many documents: how many of them, and the completeness of each language', () => {
    const german = { ...checked.target, locale: 'de-DE' };
    const documents = [
      checked,
      { ...checked, findings: [] },
      { ...checked, target: german, findings: [], completeness: undefined },
    ];
    expect(render('text', { documents, failures: run.failures })).toMatch(
      /\n\nbroken\.md:7 {2}not checked\n {2}Not UTF-8\.\n\n1 error, 1 warning in 1 of 3 documents; 1 file could not be checked\nru-RU: 4 of 6 paragraphs\nde-DE: 1 document has no translation\n$/,
    );
    expect(render('text', { documents: documents.slice(1), failures: [] })).toBe(
      'No findings. 2 documents were checked.\nru-RU: 2 of 3 paragraphs\nde-DE: 1 document has no translation\n',
    );
  });

  test('what changed within one language is shown word by word', () => {
    const data = { message: 'Changed.', before: 'The old text, word by word.', after: 'The new text, word by word.' };
    const findings = [makeFinding({ rule: 'mine', data })];
    expect(render('text', { documents: [{ ...checked, findings }], failures: [] })).toContain(
      '        │ The [-old-]{+new+} text, word by word.\n',
    );
  });
});

test('whatever a run holds, every reporter renders it', () => {
  const texts = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(texts, fc.constantFrom(...names), (text, name) => {
      const report = render(name, hostileRun(text));
      if (reporters[name].mediaType.endsWith('json')) JSON.parse(report);
      else if (reporters[name].mediaType.endsWith('xml')) parseXml(report);
      else expect(report.endsWith('\n')).toBe(true);
    }),
  );
});
