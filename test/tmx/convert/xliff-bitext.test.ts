import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interview } from '../../../src/corpora.ts';
import type { Bitext } from '../../../src/model/bitext.ts';
import { readXliff } from '../../../src/tmx/convert/xliff/read-xliff.ts';
import { xliffFromBitext } from '../../../src/tmx/convert/xliff/xliff-from-bitext.ts';
import { readBitext } from '../../../src/tmx/read-bitext.ts';
import { arbitraryBitext } from '../../arbitraries.ts';
import { makeBitext } from '../../check/make-bitext.ts';
import { hasXliffSchemas, validateXliff } from './xliff-schema.ts';

const versions = ['1.2', '2.1'] as const;
const units = ['block', 'segment'] as const;

/** As data: an alignment is a class, and two are equal when their JSON is. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(versions)('a bitext in XLIFF %s', (version) => {
  const through = async (bitext: Bitext, unit: (typeof units)[number]): Promise<Bitext> =>
    readBitext(readXliff(await xliffFromBitext(bitext, { version, unit })));

  it('comes back as it was, with its codes and what has no counterpart', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBitext(), fc.constantFrom(...units), async (bitext, unit) => {
        expect(plain(await through(bitext, unit))).toEqual(plain(bitext));
      }),
      { numRuns: 200 },
    );
  });

  it.each(units)('holds the interview by the %s', async (unit) => {
    expect(plain(await through(interview.gold, unit))).toEqual(plain(interview.gold));
  });

  it.each(units)('that somebody has translated further has what they translated, by the %s', async (unit) => {
    const bitext = makeBitext(['One.', 'Two.', 'Three.'], ['Раз.', 'Три.'], { alignment: '1:1 1:0 1:1' });
    const text = await xliffFromBitext(bitext, { version, unit });
    const [before, after] =
      version === '1.2'
        ? ['<target state="needs-translation"></target>', '<target>Два.</target>']
        : ['Two.</source>', 'Two.</source><target>Два.</target>'];
    expect(text).toContain(before);
    const { source, target, blocks } = await readBitext(readXliff(text.replace(before, after)));
    expect(source.blocks.map(({ text: own }) => own)).toEqual(['One.', 'Two.', 'Three.']);
    expect(target.blocks.map(({ text: own }) => own)).toEqual(['Раз.', 'Два.', 'Три.']);
    expect(blocks.toString()).toBe('1:1 1:1 1:1');
  });

  it.runIf(hasXliffSchemas)('is valid', async () => {
    const bitexts = [interview.gold, ...fc.sample(arbitraryBitext(), { numRuns: 20, seed: 5 })];
    const texts = await Promise.all(
      bitexts.flatMap((bitext) =>
        units.flatMap((unit) =>
          [true, false].map((structure) => xliffFromBitext(bitext, { version, unit, structure })),
        ),
      ),
    );
    expect(validateXliff(version, ...texts)).toBe('');
  });
});
