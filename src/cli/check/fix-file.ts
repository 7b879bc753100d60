import { resolve } from 'node:path';
import { applyFixes } from '../../check/fix.ts';
import { mendedTexts } from '../../check/mended-texts.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { decodeFile } from '../../read/read-document-from.ts';
import { openOutput } from '../output-file.ts';
import { encodeText } from './encode-text.ts';
import type { FoundFile } from './find-documents.ts';
import { readProjectFile } from './read-version.ts';

/** How the file was read for the check. */
export interface FixFileOptions {
  readonly read: (bytes: Uint8Array) => Promise<Document>;
  /** The encoding that the user says it is in. */
  readonly encoding?: string;
}

/**
 * Puts the fixes of findings into the file of a translation, in the encoding that it has. What comes out is read again before it is
 * written: a fix after which the document is anything else than mended is left out.
 *
 * @returns how many places were mended; the others' places were changed meanwhile, overlap, or are not to be found in the mark-up.
 * @throws {CliError} for a file that cannot be read or written
 */
export async function fixFile(
  { file, locale }: FoundFile,
  folder: string,
  findings: readonly Finding[],
  { read, encoding: known }: FixFileOptions,
): Promise<number> {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  if (fixable.length === 0) return 0;
  const bytes = await readProjectFile(file, folder);
  const document = await read(bytes);
  const decoded = decodeFile(bytes, { file, locale, ...(known !== undefined && { encoding: known }) });
  // What is no text has no places, and cannot be mended by changing some of its characters.
  if (decoded === undefined) return 0;
  const { text, encoding } = decoded;
  const same = encodeText(text, encoding);
  // A byte order mark; a text that is written in other bytes than one would write it in is left alone.
  const mark = bytes.subarray(0, bytes.length - (same?.length ?? 0));
  if (same === undefined || Buffer.compare(same, bytes.subarray(mark.length)) !== 0) return 0;
  const mended = await mend({ document, text, findings: fixable }, async (result) => {
    const encoded = encodeText(result, encoding);
    if (encoded === undefined) return undefined;
    const all = Buffer.concat([mark, encoded]);
    return { bytes: all, document: await read(all) };
  });
  if (mended === undefined) return 0;
  const output = await openOutput(resolve(folder, file), []);
  await output.write(mended.bytes);
  // Two rules may mend one place.
  return new Set(mended.applied.map(({ target }) => JSON.stringify([target?.block, target?.from, target?.to]))).size;
}

/** A file with what is to be mended in it. */
interface Faulty {
  readonly document: Document;
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface Reread {
  readonly bytes: Uint8Array;
  readonly document: Document;
}

/** Applies the fixes of which reading the file again shows that they did what they should, all others left out. */
async function mend(
  { document, text, findings }: Faulty,
  readAgain: (text: string) => Promise<Reread | undefined>,
): Promise<{ readonly bytes: Uint8Array; readonly applied: readonly Finding[] } | undefined> {
  const { text: result, applied } = applyFixes(text, document.blocks, findings);
  if (applied.length === 0) return undefined;
  const again = await readAgain(result);
  if (again === undefined) return undefined;
  const wrong = wrongBlocks(document, again.document, mendedTexts(document.blocks, applied));
  if (wrong === undefined) return undefined;
  if (wrong.size === 0) return { bytes: again.bytes, applied };
  const rest = applied.filter(({ target }) => !wrong.has(target!.block));
  // Each time there are fewer.
  return rest.length === applied.length ? undefined : await mend({ document, text, findings: rest }, readAgain);
}

/** The blocks that are not as they should be; undefined where something else has changed. */
function wrongBlocks(before: Document, after: Document, texts: readonly string[]): Set<number> | undefined {
  const rest = ({ blocks, furniture = [], directives = [] }: Document): string =>
    JSON.stringify([
      blocks.map(({ id, kind, level }) => [id, kind, level]),
      furniture.map(({ kind, text }) => [kind, text]),
      directives.map(({ name, text, before: at }) => [name, text, at]),
    ]);
  if (rest(before) !== rest(after)) return undefined;
  const codesOf = (document: Document, k: number): string =>
    JSON.stringify(document.blocks[k]!.codes?.map(({ kind, name, data }) => [kind, name, data]) ?? []);
  return new Set(
    texts.flatMap((text, k) => {
      const isRight = after.blocks[k]!.text === text.normalize('NFC') && codesOf(before, k) === codesOf(after, k);
      return isRight ? [] : [k];
    }),
  );
}
