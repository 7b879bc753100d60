import type { PairTexts, UnreadPair } from '../align/corpus/pair.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { CorpusRecordHead } from '../report/corpus-record.ts';
import { readDocument } from '../read/read-document.ts';
import { CliError } from './failure.ts';
import { jsonErrorAt } from './json-error.ts';
import { LONGEST_LINE } from './lines.ts';
import type { Line } from './lines.ts';

/** A line of a corpus as a pair, or as the error that it is. */
export type CorpusLine = (PairTexts | UnreadPair) & {
  readonly head: CorpusRecordHead;
  readonly place: LinePlace;
};

export interface LinePlace {
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units from 1; absent where it is not known, or is the whole line. */
  readonly column?: number;
}

/** The locales of the lines that name none. */
export interface LineLocales {
  readonly source: string | undefined;
  readonly target: string | undefined;
}

/** What a line may hold; anything else is carried through. */
const KNOWN = new Set(['id', 'source', 'target', 'sourceLocale', 'targetLocale']);

/** Reads one line; undefined for a blank one. */
export function readCorpusLine({ number, bytes }: Line, locales: LineLocales): CorpusLine | undefined {
  const place: { line: number; column?: number } = { line: number };
  let head: CorpusRecordHead = {};
  try {
    if (bytes === undefined) throw new CliError('line-too-long', { most: LONGEST_LINE / 1024 / 1024 });
    const text = decode(bytes, number);
    if (text.trim() === '') return undefined;
    const value = parse(text, place);
    head = headOf(value);
    return { ...readPair(value, locales), head, place };
  } catch (error) {
    return { error: error as Error, head, place };
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array, number: number): string {
  try {
    const text = decoder.decode(bytes);
    return number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    throw new CliError('line-encoding', {}, { cause: error });
  }
}

function parse(text: string, place: { column?: number }): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = jsonErrorAt(text);
    if (at !== undefined) place.column = at + 1;
    throw new CliError('line-not-json', {}, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CliError('line-not-object');
  return value as Readonly<Record<string, unknown>>;
}

function headOf(value: Readonly<Record<string, unknown>>): CorpusRecordHead {
  const { id } = value;
  const extra = Object.entries(value).filter(([key]) => !KNOWN.has(key));
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
  };
}

function readPair(value: Readonly<Record<string, unknown>>, locales: LineLocales): PairTexts {
  const { id, source, target } = value;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') throw new CliError('line-id-invalid');
  const sourceLocale = localeIn(value, 'sourceLocale') ?? locales.source;
  const targetLocale = localeIn(value, 'targetLocale') ?? locales.target;
  const sides = { source: sideOf(source, 'source'), target: sideOf(target, 'target') };
  if (typeof sides.source === 'string' && typeof sides.target === 'string') {
    if (sourceLocale === undefined) throw new CliError('line-locale-missing', { field: 'sourceLocale' });
    if (targetLocale === undefined) throw new CliError('line-locale-missing', { field: 'targetLocale' });
    if (sourceLocale === targetLocale) throw new ParalignError('locale-same', { locale: sourceLocale });
    return {
      source: readText(sides.source, sourceLocale, 'source'),
      target: readText(sides.target, targetLocale, 'target'),
    };
  }
  if (typeof sides.source === 'string' || typeof sides.target === 'string') throw new CliError('line-sides-differ');
  return {
    source: sides.source,
    target: sides.target,
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    ...(targetLocale === undefined ? {} : { targetLocale }),
  };
}

function localeIn(
  value: Readonly<Record<string, unknown>>,
  field: 'sourceLocale' | 'targetLocale',
): string | undefined {
  const tag = value[field];
  // Programs write null for what they do not know.
  if (tag === undefined || tag === null) return undefined;
  if (typeof tag !== 'string') throw new CliError('line-locale-invalid', { field });
  return toLocale(tag);
}

function sideOf(value: unknown, field: string): string | readonly string[] {
  if (value === undefined) throw new CliError('line-side-missing', { field });
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) throw new CliError('line-side-invalid', { field });
  const wrong = value.findIndex((unit) => typeof unit !== 'string');
  if (wrong >= 0) throw new CliError('line-side-invalid', { field: `${field}[${wrong}]` });
  return value as string[];
}

/** A side without text is a version of which nothing is there, and not a mistake. */
function readText(text: string, locale: string, field: string): Document {
  return text.trim() === '' ? { locale, blocks: [] } : readDocument(text, { locale, file: field });
}
