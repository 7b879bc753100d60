import type { Languages } from '../tmx/convert/choose-languages.ts';
import type { Found, UnitReader } from '../tmx/convert/unit-reader.ts';
import type { TranslationUnit } from '../tmx/model.ts';
import type { TmxSource } from '../tmx/read-stream.ts';
import type { ConvertRequest } from './convert-request.ts';
import { standardStream } from './input.ts';
import { openOutput } from './output-file.ts';
import type { Output } from './output-file.ts';
import { readChunks } from './read-chunks.ts';
import type { TmxReading } from './tmx-reading.ts';
import { writePieces } from './write-pieces.ts';

/** What opens the memory from its start: some formats have to know all of it before they can begin. */
export type Opened = () => Promise<UnitReader>;

/**
 * Makes what reads the memory, as often as need be; standard input is held for that.
 *
 * @param reading how TMX is read. What is left out of the file is told the first time only, when all of it is read.
 */
export function openUnits({ files, from, source, target, cells }: ConvertRequest, reading: TmxReading): Opened {
  let isFirst = true;
  const held = new Map<string, Uint8Array[]>();
  const open = (file: string): TmxSource => {
    if (file !== standardStream) return readChunks(file);
    const before = held.get(file);
    if (before !== undefined) return before;
    const chunks: Uint8Array[] = [];
    held.set(file, chunks);
    return keep(readChunks(file), chunks);
  };
  return async () => {
    const [file = standardStream, second = ''] = files;
    switch (from) {
      case 'tmx': {
        const { readTmx } = await import('../tmx/read-stream.ts');
        const { onProblem: _, ...silent } = reading.options;
        const told = isFirst;
        isFirst = false;
        return told ? endTold(readTmx(open(file), reading.options), reading) : readTmx(open(file), silent);
      }
      case 'jsonl':
        return (await import('../tmx/convert/unit-lines.ts')).readUnitLines(open(file), { file });
      case 'xliff':
      case 'xliff2':
        return (await import('../tmx/convert/xliff/read-xliff.ts')).readXliff(open(file), {
          file,
          ...(target !== undefined && { target }),
        });
      case 'po':
        return (await import('../tmx/convert/unit-reader.ts')).readerOf(
          findMessages(await bytesOf(open(file)), file, { source, target }),
        );
      case 'moses':
        return (await import('../tmx/convert/moses.ts')).readMoses(
          { source: open(file), lang: source ?? '', file },
          { source: open(second), lang: target ?? '', file: second },
        );
      case 'csv':
      case 'tsv':
      case 'xlsx': {
        const languages = source === undefined || target === undefined ? [] : [source, target];
        if (from === 'xlsx')
          return (await import('../tmx/convert/xlsx.ts')).readXlsx(open(file), { file, cells, languages });
        const { readTable } = await import('../tmx/convert/table.ts');
        return readTable(open(file), { format: from, file, cells, languages });
      }
    }
  };
}

/** The messages of a PO file as units: those without translation have the source alone, fuzzy ones a confidence. */
async function* findMessages(
  bytes: Uint8Array,
  file: string,
  { source, target }: Pick<ConvertRequest, 'source' | 'target'>,
): AsyncGenerator<Found, void, undefined> {
  const [{ parsePo }, { bitextFromPo }, { headOf, variantOf }, { prop }, { PROP }] = await Promise.all([
    import('../read/po/parse-po.ts'),
    import('../read/po/bitext-from-po.ts'),
    import('../tmx/convert/unit-reader.ts'),
    import('../tmx/model.ts'),
    import('../tmx/structure.ts'),
  ]);
  const locales = { ...(source !== undefined && { source }), ...(target !== undefined && { target }) };
  const bitext = bitextFromPo(parsePo(bytes, { file }), { ...locales, file });
  const units = bitext.blocks.links.map(({ source: from, target: to, confidence }): TranslationUnit => {
    const [original, translation] = [bitext.source.blocks[from.from]!.text, bitext.target.blocks[to.from]!.text];
    return {
      attributes: {},
      meta: confidence === 1 ? [] : [prop(PROP.confidence, String(confidence))],
      variants: [
        variantOf(bitext.source.locale, [original]),
        ...(translation === '' ? [] : [variantOf(bitext.target.locale, [translation])]),
      ],
    };
  });
  yield { head: headOf(bitext.source.locale) };
  for (const unit of units) yield { unit };
}

async function bytesOf(source: TmxSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  if (typeof source === 'string' || source instanceof Uint8Array) throw new Error('files are read in chunks');
  for await (const chunk of source) if (typeof chunk !== 'string') chunks.push(chunk);
  return Buffer.concat(chunks);
}

function endTold(reader: UnitReader, reading: TmxReading): UnitReader {
  return {
    ...headAndOthers(reader),
    async *[Symbol.asyncIterator]() {
      yield* reader;
      reading.end();
    },
  };
}

async function* keep(chunks: AsyncIterable<Uint8Array>, held: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    held.push(chunk);
    yield chunk;
  }
}

/** Opens the places of the result, two for Moses pairs, whose names depend on the languages. */
export async function convertUnits(request: ConvertRequest, opened: Opened): Promise<void> {
  const { files, to, output, source, target, from, cells } = request;
  if (to === 'moses') return await writeMosesFiles(request, opened);
  const place = await openOutput(output, files);
  const [{ onlyLanguages, chooseLanguages }, { surveyUnits }] = await Promise.all([
    import('../tmx/convert/choose-languages.ts'),
    import('../tmx/convert/table-columns.ts'),
  ]);
  const languages = source !== undefined && target !== undefined && from !== 'moses' ? { source, target } : undefined;
  const open = async (): Promise<UnitReader> => {
    const reader = await opened();
    if (languages === undefined) return reader;
    return { ...headAndOthers(reader), [Symbol.asyncIterator]: () => onlyLanguages(reader, languages) };
  };
  // Where the languages that are asked for are not there, that is no empty memory but a mistake.
  if (languages !== undefined) {
    const reader = await opened();
    chooseLanguages(await reader.head(), await surveyUnits(reader), languages);
  }
  if (to === 'xliff' || to === 'xliff2') {
    const [{ writeXliff }, { propOf }, { PROP }] = await Promise.all([
      import('../tmx/convert/xliff/write-xliff.ts'),
      import('../tmx/model.ts'),
      import('../tmx/structure.ts'),
    ]);
    const version = to === 'xliff' ? '1.2' : '2.1';
    // Units that lack the translation are there to be translated.
    const both = languages ?? (await languagesOf(request, opened));
    const reader = await opened();
    // Of a part of a memory, what the head says of all of it does not hold.
    const head = languages === undefined ? await reader.head() : undefined;
    const whole = head === undefined ? {} : { head, additions: propOf(head.header, PROP.bitext) !== undefined };
    await writePieces(place, writeXliff(reader, { ...both, version, original: files[0] ?? '', ...whole }));
    return;
  }
  if (to === 'po') {
    const both = languages ?? (await languagesOf(request, opened));
    await writePieces(place, [await formatUnitsAsPo(await opened(), both)]);
    return;
  }
  await writePieces(place, await piecesOf(open, to, cells));
}

/** A message for each unit that has both languages, or the source alone. */
async function formatUnitsAsPo(reader: UnitReader, languages: Languages): Promise<string> {
  const [{ readBitext }, { poFromBitext }, { formatPo }] = await Promise.all([
    import('../tmx/read-bitext.ts'),
    import('../read/po/po-from-bitext.ts'),
    import('../read/po/format-po.ts'),
  ]);
  const bitext = await readBitext(reader, { ...languages, structure: false });
  return formatPo(poFromBitext(bitext, { unit: 'block' }));
}

function headAndOthers(reader: UnitReader): Pick<UnitReader, 'head' | 'others'> {
  return { head: () => reader.head(), ...(reader.others && { others: () => reader.others?.() ?? [] }) };
}

async function piecesOf(
  open: Opened,
  to: ConvertRequest['to'],
  cells: ConvertRequest['cells'],
): Promise<AsyncIterable<string | Uint8Array>> {
  const others = (reader: UnitReader) => () => reader.others?.() ?? [];
  if (to === 'csv' || to === 'tsv' || to === 'xlsx') {
    const { surveyUnits } = await import('../tmx/convert/table-columns.ts');
    const { columns } = await surveyUnits(await open());
    if (to === 'xlsx') return (await import('../tmx/convert/xlsx.ts')).writeXlsx(await open(), { cells, columns });
    return (await import('../tmx/convert/table.ts')).writeTable(await open(), { format: to, cells, columns });
  }
  const reader = await open();
  const head = await reader.head();
  if (to === 'jsonl')
    return (await import('../tmx/convert/unit-lines.ts')).writeUnitLines(head, reader, others(reader));
  return (await import('../tmx/write-stream.ts')).writeTmx(head, reader, {}, others(reader));
}

async function languagesOf({ source, target }: ConvertRequest, opened: Opened): Promise<Languages> {
  const [{ chooseLanguages }, { surveyUnits }] = await Promise.all([
    import('../tmx/convert/choose-languages.ts'),
    import('../tmx/convert/table-columns.ts'),
  ]);
  const reader = await opened();
  return chooseLanguages(await reader.head(), await surveyUnits(reader), { source, target });
}

/** Two files, called by their languages; either both appear, or none. */
async function writeMosesFiles(request: ConvertRequest, opened: Opened): Promise<void> {
  const languages = await languagesOf(request, opened);
  const outputs: Output[] = [];
  for (const locale of [languages.source, languages.target])
    outputs.push(await openOutput(`${request.output}.${locale}`, request.files));
  const { writeMoses } = await import('../tmx/convert/moses.ts');
  const writings = await Promise.all(outputs.map((output) => output.begin()));
  try {
    let texts = ['', ''];
    for await (const pair of writeMoses(await opened(), languages)) {
      texts = texts.map((text, k) => `${text}${pair[k]}\n`);
      if (texts[0]!.length < 64 * 1024) continue;
      for (const [k, writing] of writings.entries()) await writing.write(texts[k]!);
      texts = ['', ''];
    }
    for (const [k, writing] of writings.entries()) await writing.write(texts[k]!);
  } catch (error) {
    for (const writing of writings) await writing.discard();
    throw error;
  }
  for (const writing of writings) await writing.finish();
}
