import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { builtInRules } from '../../src/check/rules/index.ts';
import { align } from '../../src/align/align.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/read-document.ts';
import type { FindingPlace, Severity } from '../../src/model/finding.ts';
import type { TextPair } from '../../src/model/text-pair.ts';
import { makeBitext } from './make-bitext.ts';

/**
 * The examples in the rules' header comments. A line `en-GB: …` is one block of the source, one of another locale, as
 * `ru-RU: …`, of the target; `# …` in it is a heading where the rule is about headings; `alignment:` and `crossing:` lines say how
 * they are aligned, one to one by default; with a `segments:` line they are cut into sentences, aligned in each link as it says
 * (`2:2 | 1:1`); `declared: en` is the language that the target says it is in; `glossary: SOURCE = TARGET` is a term, `accepted: SOURCE = TARGET` is what was accepted; and for a bad example,
 * each line
 * `-> SIDE [block N | before N] [FROM-TO] RULE DATA` is one finding, its block the first where none is named.
 */
interface Example {
  readonly kind: 'ok' | 'bad';
  readonly lines: readonly string[];
}

function examplesOf(id: string): Example[] {
  const file = readFileSync(new URL(`../../src/check/rules/${id}.ts`, import.meta.url), 'utf8');
  const header = /\/\*\*\n([\s\S]*?)\*\//.exec(file)?.[1] ?? '';
  const text = header.replace(/^ \* ?/gm, '');
  return text
    .split(/^@example /m)
    .slice(1)
    .map((part) => {
      const [kind, ...lines] = part.trim().split('\n');
      if (kind !== 'ok' && kind !== 'bad') throw new Error(`${id}: @example ${kind}`);
      return { kind, lines };
    });
}

/** The rest of each line that begins with the word and a colon. */
function linesOf(example: Example, word: string): string[] {
  return example.lines.flatMap((line) => (line.startsWith(`${word}:`) ? [line.slice(word.length + 1).trim()] : []));
}

/** The locale of the target's lines: the one that is not `en-GB`. */
function localeOf(example: Example): string {
  const locales = example.lines.flatMap((line) => /^([a-z]{2,3}(?:-[A-Za-z]+)+): /.exec(`${line} `)?.[1] ?? []);
  return locales.find((locale) => locale !== 'en-GB') ?? 'ru-RU';
}

interface Expected {
  readonly side: 'source' | 'target';
  readonly place: Partial<FindingPlace>;
  readonly rule: string;
  readonly data: unknown;
}

function expectedOf(line: string): Expected {
  const match = /^-> (source|target)(?: (?:block|before) (\d+))?(?: (\d+)-(\d+))? ([a-z0-9-]+) (\{.*\})$/.exec(line);
  if (!match) throw new Error(`not a finding: ${line}`);
  const [, side, block = '0', from, to, rule, data] = match;
  return {
    side: side as 'source' | 'target',
    place: { block: Number(block), ...(from === undefined ? {} : { from: Number(from), to: Number(to) }) },
    rule: rule!,
    data: JSON.parse(data!),
  };
}

/** Rules about resources of i18next, whose examples are JSON. */
function isAboutResources(id: string): boolean {
  return id.startsWith('i18next-');
}

/** The bitext of an example. */
function bitextOf(example: Example, id: string): Bitext {
  if (isAboutResources(id)) {
    const documents = example.lines.flatMap((line): Document[] => {
      const [, locale, text] = /^([a-z]{2}-[A-Z]{2}): (.*)$/.exec(line) ?? [];
      return text === undefined
        ? []
        : [readDocument(text, { locale: locale!, format: 'i18next', file: 'example.json' })];
    });
    return align(documents[0]!, documents[1]!);
  }
  const alignment = linesOf(example, 'alignment')[0];
  const segments = linesOf(example, 'segments')[0];
  const locale = localeOf(example);
  const declared = linesOf(example, 'declared')[0];
  const bitext = makeBitext(linesOf(example, 'en-GB'), linesOf(example, locale), {
    locales: ['en-GB', locale],
    ...(alignment === undefined ? {} : { alignment }),
    crossing: linesOf(example, 'crossing')[0] ?? '',
    ...(segments === undefined ? {} : { sentences: true, segments: segments.split(' | ') }),
    turns: id === 'speaker-mismatch',
    headings: id === 'heading-level',
  });
  return declared === undefined ? bitext : { ...bitext, target: { ...bitext.target, declared } };
}

describe.each(builtInRules.map((rule) => [rule.id, rule] as const))('%s', (id, { severity }) => {
  const examples = examplesOf(id);

  test('has examples of both kinds', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['ok', 'bad']));
  });

  test.each(examples.map((example) => [example.kind, example.lines.join('\n'), example] as const))(
    '%s\n%s',
    (kind, _, example) => {
      const bitext = bitextOf(example, id);
      const pairsOf = (word: string): TextPair[] =>
        linesOf(example, word).map((line) => {
          const [source, target] = line.split(' = ');
          return { source: source!, target: target! };
        });
      const given = { glossary: pairsOf('glossary'), accepted: pairsOf('accepted') };
      // A rule that is off unless it is asked for is asked for here.
      const severities: Record<string, Severity> = severity === 'off' ? { [id]: 'info' } : {};
      const { findings } = check(bitext, { ...given, severities });
      const expected = example.lines.filter((line) => line.startsWith('->')).map(expectedOf);
      if (kind === 'ok') {
        expect(expected).toEqual([]);
        // Also for the other rules: an example of good text is good for all of them.
        expect(findings).toEqual([]);
        return;
      }
      const own = findings.filter((finding) => finding.rule === id);
      expect(own.map(({ rule, data }) => ({ rule, data }))).toEqual(expected.map(({ rule, data }) => ({ rule, data })));
      own.forEach((finding, k) => {
        const { side, place } = expected[k]!;
        const { block, from, to } = finding[side]!;
        expect(from === undefined ? { block } : { block, from, to }).toEqual(place);
      });
    },
  );
});
