import { describe, expect, it } from 'vitest';
import { interview } from '../../src/corpora.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { notesOf } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { hasXmllint, validate } from './xmllint.ts';

describe.each(['block', 'segment'] as const)('the interview with one unit a %s', (unit) => {
  const text = formatTmx(tmxFromBitext(interview.gold, { unit, creationDate: '2016-04-12T17:00' }));

  it.skipIf(!hasXmllint)('is valid TMX 1.4', () => {
    expect(validate(text)).toBe('');
  });

  it('is read back to an equal bitext', () => {
    expect(JSON.stringify(bitextFromTmx(parseTmx(new TextEncoder().encode(text))))).toBe(
      JSON.stringify(interview.gold),
    );
  });

  it('has every bead and says what the translation is', () => {
    const { header, units } = parseTmx(text);
    expect(units).toHaveLength(unit === 'block' ? 58 : 232);
    expect(notesOf(header)).toEqual([interview.notice['en-GB'], interview.notice['ru-RU']]);
  });
});
