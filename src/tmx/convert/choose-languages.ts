import { ParalignError } from '../../model/errors.ts';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { matchLanguage } from '../language.ts';
import { chooseVariants } from '../memory/choose-variants.ts';
import type { TranslationUnit } from '../model.ts';
import type { TmxHead } from '../read-stream.ts';
import type { MemorySurvey } from './table-columns.ts';

/** The two languages of a format that holds no more. */
export interface Languages {
  readonly source: Locale;
  readonly target: Locale;
}

/**
 * The source and target language of a memory: those that are given, else the one that the header calls the source, else the first;
 * and the only other one.
 *
 * @throws {ParalignError} `tmx-language` where that is not clear; `locale-invalid`
 */
export function chooseLanguages(
  head: TmxHead,
  { languages }: MemorySurvey,
  given: { readonly source?: Locale | undefined; readonly target?: Locale | undefined } = {},
): Languages {
  const tags = languages.map(({ lang }) => lang);
  const answers = (wanted: string): boolean => tags.some((tag) => matchLanguage(wanted, tag) !== undefined);
  const unclear = (side: string, reason: string): ParalignError =>
    new ParalignError('tmx-language', { side, reason, languages: tags.join(', ') });
  for (const side of ['source', 'target'] as const)
    if (given[side] !== undefined && !answers(given[side])) throw unclear(side, `the memory has no ${given[side]}`);
  const { srclang = '' } = head.header.attributes;
  const isTarget = (tag: string): boolean => given.target !== undefined && matchLanguage(given.target, tag) === 0;
  const first = answers(srclang) && !isTarget(srclang) ? srclang : tags.find((tag) => !isTarget(tag));
  const source = given.source ?? first;
  if (source === undefined) throw unclear('source', 'there is no other language');
  if (given.target !== undefined) return { source: toLocale(source), target: given.target };
  const best = Math.min(...tags.map((tag) => matchLanguage(source, tag) ?? 3));
  const others = tags.filter((tag) => (matchLanguage(source, tag) ?? 3) > best);
  const [target] = others;
  if (target === undefined) throw unclear('target', 'there is no other language');
  if (others.length > 1) throw unclear('target', `there are ${others.length} other languages`);
  return { source: toLocale(source), target: toLocale(target) };
}

/** The units that have both languages, with the variants that answer these best and no others. */
export async function* onlyLanguages(
  units: AsyncIterable<TranslationUnit>,
  languages: Languages,
): AsyncGenerator<TranslationUnit, void, undefined> {
  for await (const unit of units) {
    const pair = chooseVariants(unit, languages);
    if (pair !== undefined) yield { ...unit, variants: [pair.source, pair.target] };
  }
}
