import type { Bitext } from '../model/bitext.ts';
import type { Multitext } from '../model/multitext.ts';
import type { TmxFromBitextOptions } from '../tmx/from-bitext.ts';
import type { Tmx, XmlElement } from '../tmx/model.ts';
import type { AlignFormat, TextFormat } from './align-formats.ts';
import type { Context } from './context.ts';
import { creationDate } from './creation-date.ts';
import { formatUnits } from './format-units.ts';

type Unit = 'block' | 'segment';

/** The bitext in one of the formats that are one text. */
export async function formatBitext(bitext: Bitext, format: TextFormat, unit: Unit, context: Context): Promise<string> {
  switch (format) {
    case 'tmx':
      return await formatMemory(bitext, { unit }, context);
    case 'xliff':
    case 'xliff2': {
      const { xliffFromBitext } = await import('../tmx/convert/xliff/xliff-from-bitext.ts');
      return await xliffFromBitext(bitext, { unit, version: format === 'xliff' ? '1.2' : '2.1' });
    }
    case 'po': {
      const [{ poFromBitext }, { formatPo }] = await Promise.all([
        import('../read/po/po-from-bitext.ts'),
        import('../read/po/format-po.ts'),
      ]);
      return formatPo(poFromBitext(bitext, { unit }));
    }
    case 'json':
      return `${(await import('../model/json.ts')).toJson(bitext)}\n`;
    case 'tsv':
      return (await import('../report/tsv.ts')).formatTsv(bitext, unit);
    case 'beads':
      return (await import('../report/beads.ts')).formatBeads(bitext, unit);
    case 'html':
      return await formatReview(bitext, [bitext], context);
    case 'text':
      return await overviewOf(bitext, context, []);
  }
}

/**
 * The bitext in any format: what goes into each of its files, which are one, or one a version.
 *
 * @param namespace what resources of i18next are called.
 */
export async function bitextFiles(
  bitext: Bitext,
  format: AlignFormat,
  unit: Unit,
  namespace: string,
  context: Context,
): Promise<readonly (string | Uint8Array)[]> {
  const { source, target } = bitext;
  switch (format) {
    case 'i18next': {
      const { writeI18next } = await import('../read/i18next/write-i18next.ts');
      return writeI18next(bitext, { unit, namespace }).map(({ text }) => text);
    }
    case 'moses': {
      const [{ tmxFromBitext }, { writeMoses }] = await Promise.all([
        import('../tmx/from-bitext.ts'),
        import('../tmx/convert/moses.ts'),
      ]);
      const { units } = tmxFromBitext(bitext, { unit, structure: false });
      const texts = ['', ''];
      for await (const pair of writeMoses(units, { source: source.locale, target: target.locale }))
        pair.forEach((line, k) => (texts[k] += `${line}\n`));
      return texts;
    }
    case 'jsonl':
    case 'csv':
    case 'xlsx': {
      const { tmxFromBitext } = await import('../tmx/from-bitext.ts');
      const memory = tmxFromBitext(bitext, { unit, creationDate: creationDate(context.env) });
      return [await formatUnits(format === 'jsonl' ? memory : await withoutStructure(memory), format)];
    }
    case 'tmx':
    case 'xliff':
    case 'xliff2':
    case 'po':
    case 'tsv':
    case 'json':
    case 'beads':
    case 'html':
    case 'text':
      return [await formatBitext(bitext, format, unit, context)];
  }
}

/** A memory for a table, which has no place for how the documents were made: with what is of use to people. */
async function withoutStructure(memory: Tmx): Promise<Tmx> {
  const { PROP } = await import('../tmx/structure.ts');
  const ours: readonly (string | undefined)[] = [PROP.block, PROP.segment, PROP.bitext, PROP.source, PROP.target];
  const plain = (meta: readonly XmlElement[]): XmlElement[] =>
    meta.filter(({ attributes }) => !ours.includes(attributes['type']));
  return {
    ...memory,
    header: { ...memory.header, meta: plain(memory.header.meta) },
    units: memory.units.map((unit) => ({ ...unit, meta: plain(unit.meta) })),
  };
}

/** The bitext as a translation memory, with the date of its making. */
export async function formatMemory(
  bitext: Bitext,
  options: Omit<TmxFromBitextOptions, 'creationDate'>,
  context: Context,
): Promise<string> {
  // Not the room's index: reading TMX takes an XML parser, and that one long to load.
  const [{ tmxFromBitext }, { formatTmx }] = await Promise.all([
    import('../tmx/from-bitext.ts'),
    import('../tmx/write.ts'),
  ]);
  return formatTmx(tmxFromBitext(bitext, { ...options, creationDate: creationDate(context.env) }));
}

/** The texts as a review page, with what the checker finds in each of their bitexts. */
export async function formatReview(
  text: Bitext | Multitext,
  bitexts: readonly Bitext[],
  context: Context,
): Promise<string> {
  const [{ reviewPage }, { check }, { locale }] = await Promise.all([
    import('../review/review-page.ts'),
    import('../check/check.ts'),
    context.messages(),
  ]);
  return await reviewPage([{ text, results: bitexts.map((bitext) => check(bitext)) }], { uiLocale: locale });
}

/** What a person wants to see of a bitext. */
export async function overviewOf(bitext: Bitext, context: Context, files: readonly string[]): Promise<string> {
  const [{ overview }, { check }, messages] = await Promise.all([
    import('../report/overview.ts'),
    import('../check/check.ts'),
    context.messages(),
  ]);
  return overview(bitext, check(bitext), messages, { files });
}
