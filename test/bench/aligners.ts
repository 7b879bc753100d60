import { alignUnits, defaultEvidence } from '../../src/align/align.ts';
import { alignCorpus } from '../../src/align/corpus/align-corpus.ts';
import type { Evidence } from '../../src/align/evidence.ts';
import { wordEvidence } from '../../src/align/evidence/words.ts';
import { translationPairs } from '../../src/align/translation-pairs.ts';
import type { Bead } from '../../src/model/alignment.ts';
import { galeChurch } from './gale-church.ts';
import type { GoldDocument } from './gold.ts';
import type { IndexBead } from './score.ts';

/**
 * What is measured: our aligner, ours with all documents of the set aligned together (`corpus`), ours without one kind of
 * evidence or with a machine translation, or Gale and Church's.
 */
export type AlignerName = 'paralign' | 'corpus' | 'Gale-Church' | `without ${string}` | `given ${string}`;

/** Our aligner without each kind of evidence in turn. */
export function ablations(): AlignerName[] {
  return [...defaultEvidence().map(({ id }) => id), ANCHORS].map((id) => `without ${id}` as const);
}

/** Our aligner with each machine translation that all documents of a set have. */
export function givens(documents: readonly GoldDocument[]): AlignerName[] {
  const [first, ...rest] = documents.map(({ translations }) => Object.keys(translations));
  return (first ?? [])
    .filter((name) => rest.every((names) => names.includes(name)))
    .map((name) => `given ${name}` as const);
}

/** Not evidence of their own: they are the prior of the words' translation table. */
const ANCHORS = 'anchors';

/** @param locales the languages of the two sides, for the aligners that use them. */
export function alignWith(
  aligner: AlignerName,
  document: GoldDocument,
  locales: readonly [source: string, target: string] | undefined,
): IndexBead[] {
  const { source, target } = document;
  if (aligner === 'Gale-Church') return galeChurch(source, target);
  const { beads } = alignUnits(source, target, {
    evidence: evidenceFor(aligner, document),
    ...(locales === undefined ? {} : { sourceLocale: locales[0], targetLocale: locales[1] }),
  });
  return indexBeads(beads);
}

/** The documents of a set, aligned together. */
export async function alignTogether(
  documents: readonly GoldDocument[],
  locales: readonly [source: string, target: string] | undefined,
): Promise<IndexBead[][]> {
  const pairs = documents.map(({ source, target }) => ({
    source,
    target,
    ...(locales === undefined ? {} : { sourceLocale: locales[0], targetLocale: locales[1] }),
  }));
  const aligned: IndexBead[][] = [];
  for await (const result of alignCorpus(pairs))
    if (result.kind === 'units') aligned.push(indexBeads(result.alignment.beads));
  return aligned;
}

function indexBeads(beads: readonly Bead[]): IndexBead[] {
  return beads.map((bead) => ({
    source: range(bead.source.from, bead.source.to),
    target: range(bead.target.from, bead.target.to),
    confidence: bead.confidence,
  }));
}

function evidenceFor(aligner: AlignerName, { source, translations }: GoldDocument): Evidence[] {
  if (aligner.startsWith('given ')) {
    const translated = translations[aligner.slice('given '.length)]!;
    return defaultEvidence({ translation: translationPairs(source, translated) });
  }
  const evidence = defaultEvidence();
  if (!aligner.startsWith('without ')) return evidence;
  const without = aligner.slice('without '.length);
  return without === ANCHORS
    ? evidence.map((one) => (one.id === 'words' ? wordEvidence([]) : one))
    : evidence.filter(({ id }) => id !== without);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
