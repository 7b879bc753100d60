import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyBaseline, formatBaseline, makeBaseline, parseBaseline, pruneBaseline } from '../../src/check/baseline.ts';
import type { Baseline } from '../../src/check/baseline.ts';
import type { CheckedDocument, CheckRun } from '../../src/check/check-run.ts';
import type { Finding } from '../../src/model/finding.ts';
import { createMessages } from '../../src/report/messages/index.ts';

function finding(file: string, fingerprint: string, text = 'Some text.'): Finding {
  const place = { block: 0, line: 1, column: 1 };
  return {
    rule: 'missing',
    severity: 'error',
    confidence: 1,
    source: { locale: 'en-GB', file: `en/${file}`, ...place },
    target: { locale: 'ru-RU', file: `ru/${file}`, ...place, gap: true },
    data: { text },
    fingerprint,
  };
}

function document(file: string, ...fingerprints: readonly string[]): CheckedDocument {
  return {
    source: { locale: 'en-GB', file: `en/${file}`, texts: { 0: 'Some text.' } },
    target: { locale: 'ru-RU', file: `ru/${file}`, texts: {} },
    findings: fingerprints.map((fingerprint) => finding(file, fingerprint)),
    completeness: { covered: 1, total: 2 },
  };
}

function runOf(...documents: readonly CheckedDocument[]): CheckRun {
  return { documents, failures: [] };
}

/** What is new, as `file fingerprint`. */
function news({ documents }: CheckRun): string[] {
  return documents.flatMap(({ findings }) =>
    findings.map(({ target, fingerprint }) => `${target!.file} ${fingerprint}`),
  );
}

function resolvedOf({ resolved }: { resolved: Baseline['entries'] }): string[] {
  return resolved.map(({ file, fingerprint, count = 1 }) => `${file} ${fingerprint} ${count}`);
}

const anyRun: fc.Arbitrary<CheckRun> = fc
  .array(
    fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md'), fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 4 })),
    { maxLength: 4 },
  )
  .map((list) => runOf(...list.map(([file, fingerprints]) => document(file, ...fingerprints))));

function reread(baseline: Baseline): Baseline {
  return parseBaseline(formatBaseline(baseline), 'baseline.json');
}

test('what is in its own baseline is known, and nothing is resolved', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const outcome = applyBaseline(run, reread(makeBaseline(run)));
      expect(news(outcome.run)).toEqual([]);
      expect(outcome.run.findings).toBeUndefined();
      expect(outcome.resolved).toEqual([]);
      expect(outcome.known).toBe(news(run).length);
    }),
  );
});

test('as many are known as both have, the rest of either is new or resolved; what is pruned fits again', () => {
  const count = (names: readonly string[], fingerprint: string): number =>
    names.filter((name) => name.endsWith(` ${fingerprint}`)).length;
  fc.assert(
    fc.property(anyRun, anyRun, (before, after) => {
      const baseline = reread(makeBaseline(before));
      const outcome = applyBaseline(after, baseline);
      for (const fingerprint of ['1', '2', '3']) {
        const [old, now] = [count(news(before), fingerprint), count(news(after), fingerprint)];
        expect(count(news(outcome.run), fingerprint)).toBe(Math.max(0, now - old));
        const gone = outcome.resolved.filter((entry) => entry.fingerprint === fingerprint);
        expect(gone.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(Math.max(0, old - now));
      }
      const again = applyBaseline(after, reread(pruneBaseline(baseline, outcome.resolved)));
      expect(again.resolved).toEqual([]);
      expect(news(again.run)).toEqual(news(outcome.run));
    }),
  );
});

test('the same findings make the same baseline, in whatever order', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const turned = { ...run, documents: run.documents.toReversed() };
      expect(formatBaseline(makeBaseline(turned))).toBe(formatBaseline(makeBaseline(run)));
    }),
  );
});

test('it is JSON with an entry a line, sorted', () => {
  const text = formatBaseline(makeBaseline(runOf(document('b.md', '2', '1', '1'), document('a.md', '3'))));
  expect(text).toBe(
    [
      '{',
      '  "paralign": "baseline",',
      '  "version": 1,',
      '  "findings": [',
      '    {"file":"ru/a.md","rule":"missing","locale":"ru-RU","fingerprint":"3","text":"Some text."},',
      '    {"file":"ru/b.md","rule":"missing","locale":"ru-RU","fingerprint":"1","text":"Some text.","count":2},',
      '    {"file":"ru/b.md","rule":"missing","locale":"ru-RU","fingerprint":"2","text":"Some text."}',
      '  ]',
      '}',
      '',
    ].join('\n'),
  );
  expect(parseBaseline(text, 'x').entries.map(({ line }) => line)).toEqual([5, 6, 7]);
  expect(formatBaseline(parseBaseline(text, 'x'))).toBe(text);
  expect(formatBaseline(makeBaseline(runOf()))).toBe(
    '{\n  "paralign": "baseline",\n  "version": 1,\n  "findings": []\n}\n',
  );
});

test('it is as its schema says', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('schema/baseline.json', 'utf8')) as object,
  );
  fc.assert(
    fc.property(anyRun, (run) => {
      validate(JSON.parse(formatBaseline(makeBaseline(run))));
      expect(validate.errors).toBeNull();
    }),
  );
  expect(validate({ paralign: 'baseline', version: 1, findings: [{}] })).toBe(false);
});

test('a key in a text is no entry', () => {
  const baseline = makeBaseline(runOf({ ...document('a.md'), findings: [finding('a.md', '1', '"fingerprint": "2"')] }));
  expect(reread(baseline).entries.map(({ line }) => line)).toEqual([5]);
});

describe('an entry that nothing answers to', () => {
  const baseline = reread(makeBaseline(runOf(document('a.md', '1'), document('b.md', '2'))));

  test('is an error at its line of the baseline', () => {
    const { run, known, resolved } = applyBaseline(runOf(document('a.md'), document('b.md', '2')), baseline);
    expect([known, resolved.length]).toEqual([1, 1]);
    expect(run.findings).toMatchObject([
      { rule: 'baseline', severity: 'error', target: { file: 'baseline.json', line: 5 } },
    ]);
    expect(createMessages('en-GB').finding(run.findings![0]!)).toBe(
      'What the baseline knows of missing in ru/a.md is not there any more: “Some text.”. Take the entry out, for example with “paralign check --prune-baseline”.',
    );
  });

  test('is one also where its document is gone, but not in a partial run', () => {
    const run = runOf(document('b.md', '2'));
    expect(resolvedOf(applyBaseline(run, baseline))).toEqual(['ru/a.md 1 1']);
    expect(resolvedOf(applyBaseline(run, baseline, { partial: true }))).toEqual([]);
    expect(resolvedOf(applyBaseline(runOf(document('a.md')), baseline, { partial: true }))).toEqual(['ru/a.md 1 1']);
  });

  test('is told once for all of a document that is gone', () => {
    const gone = reread(makeBaseline(runOf(document('a.md', '1', '2'), document('b.md', '3'))));
    const { run, resolved } = applyBaseline(runOf(document('b.md')), gone);
    expect(resolved).toHaveLength(3);
    const messages = createMessages('ru-RU');
    expect(run.findings?.map((finding) => [finding.data['kind'], finding.target?.line])).toEqual([
      ['resolved', 7],
      ['gone', 5],
    ]);
    expect(messages.finding(run.findings![1]!)).toMatch(
      /^Известно 2 замечания к файлу ru\/a\.md, которого больше нет\./,
    );
  });

  test('is none where its file could not be checked', () => {
    const run = { ...runOf(document('b.md', '2')), failures: [{ file: 'en/a.md', message: 'Not UTF-8.' }] };
    expect(resolvedOf(applyBaseline(run, baseline))).toEqual([]);
  });

  test('answers to the same finding in a document of another name', () => {
    const outcome = applyBaseline(runOf(document('renamed.md', '1'), document('b.md', '2')), baseline);
    expect([news(outcome.run), resolvedOf(outcome)]).toEqual([[], []]);
    const both = applyBaseline(runOf(document('renamed.md', '1'), document('a.md', '1')), baseline);
    expect(news(both.run)).toEqual(['ru/renamed.md 1']);
  });
});

test.each([
  ['', '/'],
  ['{', '/'],
  ['[]', '/paralign'],
  ['{"paralign":"bitext","version":1,"findings":[]}', '/paralign'],
  ['{"paralign":"baseline","version":2,"findings":[]}', '/version'],
  ['{"paralign":"baseline","version":1,"findings":{}}', '/findings'],
  ['{"paralign":"baseline","version":1,"findings":[{"file":1}]}', '/findings/0/file'],
  [
    '{"paralign":"baseline","version":1,"findings":[{"file":"a","rule":"x","locale":"ru","fingerprint":"1","text":"t","count":0}]}',
    '/findings/0/count',
  ],
])('%s is no baseline', (text, path) => {
  expect(() => parseBaseline(text, 'b.json')).toThrow(
    `b.json: this is not a baseline that paralign wrote, at ${path}: `,
  );
});
