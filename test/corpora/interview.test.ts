import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import { interview } from '../../src/corpora.ts';
import { createCorpus } from '../../src/corpora/create-corpus.ts';
import type { CorpusGold } from '../../src/corpora/create-corpus.ts';
import { segmentBeads } from '../../src/model/bitext.ts';
import { segmentsOf, textOfSegment } from '../../src/model/document.ts';
import type { Document } from '../../src/model/document.ts';
import { fromJson, toJson } from '../../src/model/json.ts';
import { readDocument } from '../../src/read/read-document.ts';

const folder = new URL('../../corpora/lavrov-2016-04-12/', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const gold = JSON.parse(file('gold.json')) as CorpusGold;

const versions = [
  ['en-GB', 'en-GB.txt', 246],
  ['ru-RU', 'ru-RU.txt', 247],
] as const;

describe.each(versions)('the interview in %s', (locale, name, sentenceCount) => {
  const document = interview.documents[locale]!;

  it('has the speaker, role, turn and exchange of every paragraph', () => {
    expect(document.blocks).toHaveLength(58);
    let speaker = '';
    document.blocks.forEach(({ turn }, k) => {
      const expected = gold.paragraphs[k]!;
      const label = expected.speaker?.[locale];
      speaker = label ?? speaker;
      expect(turn).toEqual({
        role: expected.role,
        number: expected.turn,
        exchange: expected.exchange,
        speaker,
        ...(label === undefined ? {} : { label: `${label}: ` }),
      });
    });
    expect(document.blocks.at(-1)!.turn).toMatchObject({ number: 20, exchange: 10 });
  });

  it('has the sentences that were marked by hand', () => {
    const sentences = document.blocks.map((block) =>
      segmentsOf(block)
        .map(({ from, to }) => `${from}-${to}`)
        .join(' '),
    );
    expect(sentences).toEqual(gold.paragraphs.map(({ texts }) => texts[locale]!.sentences));
    expect(document.blocks.flatMap(segmentsOf)).toHaveLength(sentenceCount);
  });

  it('has its title and date', () => {
    const [title, , date] = file(name).split('\n');
    expect(document).toMatchObject({ title, date: { text: date, iso: '2016-04-12T17:00' } });
    expect(document.furniture?.map(({ kind }) => kind)).toEqual(['title', 'date']);
  });
});

describe('the interview', () => {
  it('is the same read from its page as from its text', () => {
    const strip = ({ title, date, blocks }: Document): unknown => ({
      title,
      date,
      blocks: blocks.map(({ place: _, segments: __, ...block }) => block),
    });
    const page = readDocument(file('page.en-GB.txt'), { locale: 'en-GB' });
    expect(strip(page)).toEqual(strip(interview.source));
    expect(page.furniture?.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'date: 12 April 201617:00',
      `title: ${interview.source.title}`,
      'language-switcher: • en-GB1 ru-RU1',
      'footer: Additional materials',
      'footer: Advanced settings',
    ]);
  });

  it('is aligned by hand, paragraph by paragraph', () => {
    expect(interview.gold.blocks.toString()).toBe(Array.from({ length: 58 }, () => '1:1').join(' '));
    const beads = segmentBeads(interview.gold);
    expect(beads.flatMap((bead) => bead.source)).toHaveLength(246);
    expect(beads.flatMap((bead) => bead.target)).toHaveLength(247);
    const first = beads[2]!;
    const text = (document: Document, at: { block: number; segment: number }): string => {
      const block = document.blocks[at.block]!;
      return textOfSegment(block, segmentsOf(block)[at.segment]!);
    };
    expect(first.source.map((at) => text(interview.gold.source, at))).toEqual([
      'Our relations with Mongolia are relations between long-time good friends.',
      'Quite literally, these are strategic relations.',
    ]);
    expect(first.target.map((at) => text(interview.gold.target, at))).toEqual([
      'Наши отношения с Монголией – это отношения давних добрых друзей, и в самом прямом смысле слова они стратегические.',
    ]);
  });

  it('says in both languages that the Russian is not the Minister’s words as published', () => {
    expect(interview.notice['en-GB']).toMatch(
      /unofficial working translation.*not the Minister’s words as published\.$/,
    );
    expect(interview.notice['ru-RU']).toMatch(/неофициальный рабочий перевод.*не слова Министра/);
    expect(interview.target.origin?.notice).toEqual(interview.notice);
    expect(`${interview.notice['en-GB']}\n\n${interview.notice['ru-RU']}\n`).toBe(file('NOTICE.txt'));
    for (const statement of Object.values(interview.notice))
      expect(file('README.md').replaceAll(/\s+/g, ' ')).toContain(statement);
  });

  it('goes to JSON and back', () => {
    expect(toJson(fromJson(toJson(interview.gold), 'bitext'))).toBe(toJson(interview.gold));
  });
});

describe('another Russian text', () => {
  const russian = file('ru-RU.txt');
  const corpusOf = (text: string): typeof interview =>
    createCorpus('other', {
      source: { locale: 'en-GB', text: file('en-GB.txt'), origin: {} },
      target: { locale: 'ru-RU', text, origin: { file: 'ru-RU.txt' } },
      gold,
      notice: interview.notice,
    });

  it('is read and segmented, on however many paragraphs; only the gold says that it is not its text', () => {
    const paragraphs = russian.trim().split('\n\n');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: paragraphs.length - 1 }), fc.boolean(), (at, drop) => {
        const other = paragraphs.flatMap((text, k) =>
          k !== at ? [text] : drop ? [] : [`${text} Ещё одно предложение.`],
        );
        const corpus = corpusOf(other.join('\n\n'));
        // A paragraph with a label opens a turn; without it there are fewer turns, but all the rest.
        expect(corpus.target.blocks).toHaveLength(drop ? 57 : 58);
        expect(corpus.target.blocks.every((block) => block.turn !== undefined && segmentsOf(block).length > 0)).toBe(
          true,
        );
        expect(corpus.source.blocks).toHaveLength(58);
        expect(() => corpus.gold).toThrow(/^ru-RU\.txt: this is not the text that was aligned by hand/);
      }),
      { numRuns: 10 },
    );
  });

  it('names the first paragraph that is another', () => {
    expect(() => corpusOf(russian.replace('Начну с того', 'Начну с тех')).gold).toThrow(
      /its paragraph p11 is another text/,
    );
    expect(corpusOf(russian).gold.segments).toHaveLength(58);
  });

  it('is aligned and checked, and what it lacks is found', () => {
    const paragraphs = russian.trim().split('\n\n');
    const other = paragraphs.filter((_, k) => k !== 2 + 28).map((text) => text.replaceAll('Япони', 'Ниппони'));
    const { source, target } = corpusOf(other.join('\n\n'));
    const { findings, completeness } = check(align(source, target));
    expect(completeness).toEqual({ 'ru-RU': { covered: 57, total: 58 } });
    expect(findings.filter(({ rule }) => rule === 'missing').map((finding) => finding.source?.block)).toEqual([28]);
  }, 60_000);

  it('may have no labels at all', () => {
    const unlabelled = russian.replaceAll(/^(?:Вопрос|С\.В\.Лавров): /gm, '');
    expect(corpusOf(unlabelled).target.blocks).toHaveLength(58);
  });
});
