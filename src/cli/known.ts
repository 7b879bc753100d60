import type { AlignDocumentsOptions } from '../align/options.ts';
import type { Document } from '../model/document.ts';
import { CliError } from './failure.ts';
import { readInput } from './input.ts';
import type { Options } from './spec.ts';

/** What the command line says is known of two texts before they are aligned. */
export interface KnownRequest {
  readonly boundaries?: { readonly marker: string } | { readonly headings: true };
  /** A file of beads, or a memory. */
  readonly confirmed?: string;
}

/**
 * Looks at what can be known before files are read.
 *
 * @throws {CliError} `boundary-twice`
 */
export function knownRequest(options: Options): KnownRequest {
  const marker = options.text('boundary');
  const headings = options.flag('boundaryHeadings');
  const confirmed = options.text('confirmed');
  if (marker !== undefined && headings) throw new CliError('boundary-twice');
  return {
    ...(marker !== undefined && { boundaries: { marker } }),
    ...(headings && { boundaries: { headings: true as const } }),
    ...(confirmed !== undefined && { confirmed }),
  };
}

/**
 * What is known, as the aligner takes it.
 *
 * @param unit what a file of beads counts.
 */
export async function readKnown(
  { boundaries, confirmed: file }: KnownRequest,
  unit: 'block' | 'segment',
  [source, target]: readonly [Document, Document],
): Promise<AlignDocumentsOptions> {
  const around = boundaries === undefined ? {} : { boundaries };
  if (file === undefined) return around;
  const bytes = await readInput(file);
  if (/\.tmx$/i.test(file)) {
    const [{ bitextFromTmx, parseTmx }, { confirmedFromBitext }] = await Promise.all([
      import('../tmx/index.ts'),
      import('../align/confirmed-from-bitext.ts'),
    ]);
    const memory = bitextFromTmx(parseTmx(bytes, { file }), { source: source.locale, target: target.locale });
    return { ...around, ...confirmedFromBitext(memory, source, target) };
  }
  const { parseBeads } = await import('../report/parse-beads.ts');
  const beads = parseBeads(new TextDecoder().decode(bytes), file);
  return { ...around, ...(unit === 'block' ? { confirmed: beads } : { confirmedSegments: beads }) };
}
