import { describe, expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import { locateFindings } from '../../src/check/locate-findings.ts';
import type { FileTexts } from '../../src/check/locate-findings.ts';
import { readDocument } from '../../src/read/read-document.ts';

function places(source: string, target: string, files: FileTexts): unknown[] {
  const bitext = align(
    readDocument(source, { locale: 'en-GB', file: 'en.txt' }),
    readDocument(target, { locale: 'ru-RU', file: 'ru.txt' }),
  );
  return locateFindings(check(bitext), bitext, files).findings.map((finding) => [
    finding.rule,
    [finding.source?.line, finding.source?.column],
    [finding.target?.line, finding.target?.column],
  ]);
}

const english = 'Good morning.\n\nWe met in 2012\nand it cost\n  1,200 euros.\n\nThank you.\n';
const russian = '\uFEFFДоброе утро.\r\n\r\nМы встретились в 2012 году,\r\nи это стоило 1 300 евро.\r\n\r\nСпасибо.\r\n';

describe('places in the files', () => {
  test('are exact in paragraphs of several lines', () => {
    expect(places(english, russian, { source: english, target: russian })).toEqual([
      ['number-mismatch', [5, 3], [4, 14]],
    ]);
  });

  test('are left as they are where a file is not known, or is another', () => {
    const [[, source, target]] = places(english, russian, {}) as [[string, unknown, unknown]];
    expect([source, target]).toEqual([
      [3, 28],
      [3, 42],
    ]);
    expect(places(english, russian, { source: 'Another.\n', target: russian })).toEqual([
      ['number-mismatch', source, [4, 14]],
    ]);
  });

  test('what is missing at the end is missed where the file’s text ends', () => {
    const short = 'Доброе утро.\n\nМы встретились в 2012 году,\nи это стоило\n1200 евро.\n';
    expect(places(english, short, { source: english, target: short })).toEqual([['missing', [7, 1], [5, 11]]]);
  });

  test('of a suppression stay where the comment is', () => {
    const commented = english.replace('Thank', '<!-- paralign-disable-next missing: why -->\nThank');
    const good = russian.replace('1 300', '1 200');
    expect(places(commented, good, { source: commented, target: good })).toEqual([
      ['suppression', [7, 1], [undefined, undefined]],
    ]);
  });
});
