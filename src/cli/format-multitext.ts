import type { Multitext } from '../model/multitext.ts';
import type { VersionsFormat } from './align-formats.ts';
import type { Context } from './context.ts';
import { creationDate } from './creation-date.ts';
import { formatReview, overviewOf } from './format-bitext.ts';
import { formatUnits } from './format-units.ts';

/**
 * Several versions in a format that holds as many: what goes into each of its files, which are one, or one a version.
 *
 * @param namespace what resources of i18next are called.
 */
export async function multitextFiles(
  multitext: Multitext,
  format: VersionsFormat,
  unit: 'block' | 'segment',
  namespace: string,
  context: Context,
): Promise<readonly (string | Uint8Array)[]> {
  switch (format) {
    case 'json':
      return [`${(await import('../model/json.ts')).toJson(multitext)}\n`];
    case 'tsv':
      return [(await import('../report/rows-tsv.ts')).formatRows(multitext, unit)];
    case 'html':
      return [await formatReview(multitext, multitext.bitexts, context)];
    case 'text':
      return [await overviewsOf(multitext, context, [])];
    case 'i18next': {
      const { writeI18next } = await import('../read/i18next/write-i18next.ts');
      return writeI18next(multitext, { unit, namespace }).map(({ text }) => text);
    }
    case 'tmx':
    case 'csv':
    case 'xlsx':
    case 'jsonl': {
      const { tmxFromMultitext } = await import('../tmx/from-multitext.ts');
      const memory = tmxFromMultitext(multitext, { unit, creationDate: creationDate(context.env) });
      return [
        format === 'tmx' ? (await import('../tmx/write.ts')).formatTmx(memory) : await formatUnits(memory, format),
      ];
    }
  }
}

/** What a person wants to see of each version with the pivot; the files that were written once, at the end. */
export async function overviewsOf({ bitexts }: Multitext, context: Context, files: readonly string[]): Promise<string> {
  const overviews = await Promise.all(
    bitexts.map((bitext, k) => overviewOf(bitext, context, k === bitexts.length - 1 ? files : [])),
  );
  return overviews.join('\n');
}
