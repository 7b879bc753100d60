import { beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/cli/context.ts';
import { bitextFiles } from '../../src/cli/format-bitext.ts';
import { createBitext } from '../../src/model/bitext.ts';
import { checkDocument } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import type { FileFormat } from '../../src/read/formats.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';
import { makeBitext } from '../check/make-bitext.ts';
import { createDice } from '../dice.ts';
import type { Dice } from '../dice.ts';
import { alignedFormats, readAligned } from './aligned-formats.ts';
import type { AlignedFormat, Data } from './aligned-formats.ts';
import { documentFormats, russian } from './document-formats.ts';
import type { DocumentFormat } from './document-formats.ts';

/** So many damaged files of each format are read. */
const MUTANTS = Number(process.env['PARALIGN_MUTANTS'] ?? 300);
const seed = Number(process.env['PARALIGN_SEED'] ?? 1);

/** The bytes with some of them changed, left out, doubled, moved or cut off. */
function damage(bytes: Uint8Array, dice: Dice): Uint8Array {
  let all = [...bytes];
  for (let times = 1 + dice(4); times > 0; times--) {
    const at = dice(all.length);
    const length = 1 + dice(40);
    const piece = all.slice(at, at + length);
    const operations = [
      () => all.splice(at, 1, dice(256)),
      () => all.splice(at, length),
      () => all.splice(at, 0, ...piece),
      () => all.splice(dice(all.length), 0, ...all.splice(at, length)),
      () => all.splice(at, 1, '<>&"{}[]\\:\n\0'.charCodeAt(dice(12))),
      () => (all = all.slice(0, at)),
    ];
    operations[dice(operations.length)]!();
    if (all.length === 0) return new Uint8Array();
  }
  return Uint8Array.from(all);
}

const bytesOf = (data: Data): Uint8Array => (typeof data === 'string' ? new TextEncoder().encode(data) : data);

/** Reads it: what comes out holds together, or it is an error of ours, in one sentence with all its data. */
async function survive(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (!(error instanceof ParalignError)) throw error;
    if (/\{\{\w+\}\}/.test(error.message)) throw new Error('an error lacks data', { cause: error });
    return false;
  }
}

/** @returns how many were read or refused. */
async function surviveAll(
  files: readonly Data[],
  read: (files: readonly Uint8Array[]) => Promise<unknown>,
): Promise<number> {
  const dice = createDice(seed);
  const sound = files.map(bytesOf);
  expect(await survive(() => read(sound))).toBe(true);
  for (let k = 0; k < MUTANTS; k++) {
    const which = dice(sound.length);
    const mutant = sound.map((bytes, n) => (n === which ? damage(bytes, dice) : bytes));
    await survive(() => read(mutant)).catch((error: unknown) => {
      throw new Error(`mutant ${k}: ${JSON.stringify(new TextDecoder().decode(mutant[which]))}`, { cause: error });
    });
  }
  return MUTANTS;
}

describe.each(Object.entries(documentFormats) as [FileFormat, DocumentFormat][])(
  'a damaged document of the format %s',
  (format, { write }) => {
    it('is read or refused, never a crash', { timeout: 600_000 }, async () => {
      const count = await surviveAll([write(russian)], async ([bytes]) => {
        checkDocument(await readDocumentFrom(bytes!, { locale: 'ru-RU', format, file: 'page' }));
      });
      expect(count).toBe(MUTANTS);
    });
  },
);

describe.each(Object.entries(alignedFormats) as [keyof typeof alignedFormats, AlignedFormat][])(
  'a damaged alignment of the format %s',
  (name, format) => {
    let files: readonly Data[];
    const aligned = makeBitext(['It is late. Again.', 'Only here.', 'Good night.'], ['Уже поздно.', 'Тут.', 'Ночь.'], {
      alignment: '1:1 1:0 0:1 1:1',
    });
    beforeAll(async () => {
      const context = createContext({ SOURCE_DATE_EPOCH: '0' }, 'en-GB');
      files = await bitextFiles(aligned, name, 'segment', 'page', context);
    });

    it('is read or refused, never a crash', { timeout: 600_000 }, async () => {
      const count = await surviveAll(files, async (bytes) => {
        // What is read from text is decoded by whoever reads it.
        const isText = name === 'po' || name === 'beads' || name === 'json';
        const data = isText ? bytes.map((own) => new TextDecoder().decode(own)) : bytes;
        createBitext(await readAligned(format, data, aligned));
      });
      expect(count).toBe(MUTANTS);
    });
  },
);
