import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/model/document.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { createDice } from '../../dice.ts';
import { docx, odt, readOffice, zip } from './make-office.ts';

const text = '<w:p><w:r><w:t>Text</w:t></w:r></w:p>';
const refusal = (bytes: Uint8Array, file = 'a.docx'): Promise<unknown> =>
  readOffice(bytes, { file }).then(
    (document) => document,
    (error: unknown) => (error instanceof ParalignError ? { type: error.type, ...error.data } : error),
  );

/** The archive with its bytes changed. */
function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

/** Where the directory's entry of the file begins. */
function entryOf(bytes: Uint8Array, name: string): number {
  const all = Buffer.from(bytes);
  return all.lastIndexOf(name) - 46;
}

describe('a file that is no document that is read', () => {
  const utf16 = (name: string): Uint8Array => Buffer.from(`\u0000${name}`, 'utf16le');
  const old = (name: string): Uint8Array => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), utf16(name)]);
  const openDocument = (type: string): Uint8Array =>
    zipSync({ mimetype: [strToU8(`application/${type}`), { level: 0 }], 'content.xml': strToU8('<x/>') });

  it.each([
    ['PDF', strToU8('%PDF-1.7\n%\u00e2\u00e3\n')],
    ['RTF', strToU8('{\\rtf1\\ansi Text}')],
    ['GZIP', gzipSync(strToU8('Text'))],
    ['DOC', old('WordDocument')],
    ['XLS', old('Workbook')],
    ['PPT', old('PowerPoint Document')],
    ['XLSX', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['PPTX', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
    ['Pages', zip({ 'Index/Document.iwa': '' })],
    ['ODS', openDocument('vnd.oasis.opendocument.spreadsheet')],
    ['ODP', openDocument('vnd.oasis.opendocument.presentation')],
    ['EPUB', openDocument('epub+zip')],
    ['ZIP', zip({ 'notes.txt': 'x' })],
  ])('is called by its format: %s', async (found, bytes) => {
    expect(await refusal(bytes)).toEqual({ type: 'file-foreign', file: 'a.docx', found });
  });

  it('is known by what it is, whatever its name', async () => {
    expect(await readOffice(docx(text), { file: 'a.odt' })).toMatchObject({ blocks: [{ text: 'Text' }] });
    expect(await readOffice(odt('<text:p>Text</text:p>'), { file: 'a.txt' })).toMatchObject({
      blocks: [{ text: 'Text' }],
    });
    expect(await readOffice(strToU8('<!doctype html><p>Text'), { file: 'a.docx' })).toMatchObject({
      blocks: [{ text: 'Text', place: { line: 1 } }],
    });
    expect(await refusal(strToU8('Text'))).toMatchObject({ type: 'office-invalid', format: 'DOCX' });
    expect(await refusal(new Uint8Array())).toMatchObject({ type: 'office-invalid' });
  });

  it('is protected by a password', async () => {
    expect(await refusal(old('EncryptedPackage'))).toEqual({ type: 'file-encrypted', file: 'a.docx' });
    const manifest = '<file-entry><encryption-data/></file-entry>';
    expect(await refusal(odt('<text:p>Text</text:p>', { manifest }))).toMatchObject({ type: 'file-encrypted' });
    const locked = docx(text);
    const flags = entryOf(locked, 'word/document.xml') + 8;
    expect(await refusal(changed(locked, (view) => view.setUint16(flags, 1, true)))).toMatchObject({
      type: 'file-encrypted',
    });
  });

  it('is another one than the options say', async () => {
    await expect(readOffice(odt('<text:p>Text</text:p>'), { format: 'docx' })).rejects.toMatchObject({
      type: 'office-invalid',
      data: { reason: 'it does not say which of its parts is the text' },
    });
    await expect(readOffice(docx(text), { format: 'odt' })).rejects.toMatchObject({ type: 'office-invalid' });
    await expect(readOffice(docx(text), { format: 'text' })).rejects.toMatchObject({ type: 'file-binary' });
  });
});

describe('a DOCX that is damaged or hostile', () => {
  it.each([
    ['cut off', docx(text).subarray(0, 900), 'it is not a ZIP archive, or its end is missing'],
    [
      'without its text',
      zip({ ...unzipSync(docx(text)), 'word/document.xml': '' }),
      'word/document.xml, line 1, column 1: there is no root element',
    ],
    ['of XML that is not', docx('<w:p></w:r>'), /^word\/document\.xml, line 1, column \d+: <\/w:r> stands where/],
    [
      'with entities',
      zip({ ...unzipSync(docx(text)), 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      /declares entities/,
    ],
    ['nested too deep', docx('<w:sdt>'.repeat(600)), /nested deeper than 512/],
    [
      'of another root',
      zip({ ...unzipSync(docx(text)), 'word/document.xml': '<workbook/>' }),
      'word/document.xml is not the text of a document',
    ],
  ])('is told of with what is wrong: %s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toMatchObject({
      file: 'a.docx',
      format: 'DOCX',
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
  });

  it('is held to its checksums and sizes', async () => {
    const bytes = docx(text);
    const entry = entryOf(bytes, 'word/document.xml');
    for (const [offset, by] of [
      [16, 1],
      [24, 1],
      [24, -1],
    ] as const)
      expect(
        await refusal(
          changed(bytes, (view) => view.setUint32(entry + offset, view.getUint32(entry + offset, true) + by, true)),
        ),
      ).toMatchObject({ type: 'office-invalid', reason: 'word/document.xml is damaged' });
  });

  it('does not grow: a part of zeros, one that says it is small, and very many parts', async () => {
    const bomb = docx(`<w:p><w:r><w:t>${' '.repeat(2_000_000)}x</w:t></w:r></w:p>`);
    expect(await refusal(bomb)).toMatchObject({ type: 'office-refused', reason: /300 times/ });
    const entry = entryOf(bomb, 'word/document.xml');
    expect(await refusal(changed(bomb, (view) => view.setUint32(entry + 24, 1000, true)))).toMatchObject({
      reason: 'word/document.xml is damaged',
    });
    expect(await refusal(changed(bomb, (view) => view.setUint32(entry + 24, 200_000_000, true)))).toMatchObject({
      type: 'office-refused',
      reason: /more than 100000000 bytes/,
    });
    const many = zip({
      ...unzipSync(docx(text)),
      ...Object.fromEntries(Array.from({ length: 20_000 }, (_, k) => [`x${k}`, ''])),
    });
    expect(await refusal(many)).toMatchObject({ type: 'office-refused', reason: /more than 20000 parts/ });
  });

  it('does not unpack what it does not read', async () => {
    const bytes = zip({ ...unzipSync(docx(text)), 'word/media/image1.bmp': new Uint8Array(5_000_000) });
    expect(await readOffice(bytes)).toMatchObject({ blocks: [{ text: 'Text' }] });
  });
});

/** So many damaged files of each format are read. */
const MUTANTS = Number(process.env['PARALIGN_MUTANTS'] ?? 1000);
const seed = Number(process.env['PARALIGN_SEED'] ?? 1);

/** Whether a file is read as a document or refused as one; anything else is thrown. */
async function survive(bytes: Uint8Array, file: string): Promise<boolean> {
  try {
    const { blocks } = checkDocument(await readOffice(bytes, { file }));
    if (blocks.some(({ text: own }) => own === '' || own !== own.trim()))
      throw new Error('a block is not as blocks are');
    return true;
  } catch (error) {
    if (error instanceof ParalignError && error.data['file'] === file) return false;
    throw error;
  }
}

const run = (content: string): string => `<w:r>${content}</w:r>`;
const samples = {
  docx: docx(
    `<w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>${run('<w:rPr><w:b/></w:rPr><w:t>a b</w:t><w:br/>')}<w:hyperlink r:id="l">${run('<w:t>c</w:t>')}</w:hyperlink>${run('<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>d</w:t><w:fldChar w:fldCharType="end"/>')}${run('<w:footnoteReference w:id="1"/>')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('<w:t>e</w:t>')}</w:p></w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>f</w:delText></w:r></w:del>${run('<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>g</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>')}</w:p>`,
    {
      styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
      numbering: '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
      footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>h</w:t></w:r></w:p></w:footnote>',
      links: { l: 'https://a.example' },
    },
  ),
  odt: odt(
    `<text:h text:outline-level="1">a</text:h><text:p text:style-name="P">b<text:span text:style-name="T">c</text:span><text:s text:c="3"/><text:note><text:note-body><text:p>d</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>e</text:p></text:list-item></text:list><text:p><draw:frame><draw:text-box><text:p>f</text:p></draw:text-box></draw:frame></text:p>`,
    {
      automatic:
        '<style:style style:family="text" style:name="T"><style:text-properties fo:font-weight="bold"/></style:style>',
    },
  ),
};

describe.each(['docx', 'odt'] as const)('%s that was damaged', (format) => {
  it(`is read or refused, ${MUTANTS} times as an archive and as many in its XML`, { timeout: 600_000 }, async () => {
    const dice = createDice(seed);
    const bytes = samples[format];
    const parts = unzipSync(bytes);
    const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
    const pieces = [
      '<',
      '>',
      '</w:p>',
      '<w:p>',
      '"',
      '&',
      '&#0;',
      '<w:tbl>',
      '</w:r>',
      '<text:list>',
      '</text:p>',
      'w:val="99999999999"',
      '<!--',
      '<?x',
      ']]>',
      'xmlns:w="x"',
      '\u0301',
      '\u{1F600}',
    ];
    let read = 0;
    for (let k = 0; k < MUTANTS; k++) {
      const mutant = bytes.slice();
      for (let n = 1 + dice(4); n > 0; n--) mutant[dice(mutant.length)] = dice(256);
      const name = names[dice(names.length)]!;
      let xml = new TextDecoder().decode(parts[name]);
      for (let n = 1 + dice(3); n > 0; n--) {
        const at = dice(xml.length);
        const piece = dice(2) === 0 ? pieces[dice(pieces.length)]! : xml.slice(at, at + 30);
        const from = dice(xml.length);
        xml = xml.slice(0, from) + piece + xml.slice(from + dice(20));
      }
      // Without packing, so that making them is quick.
      const rewritten = zipSync({ ...parts, [name]: strToU8(xml) }, { level: 0 });
      for (const file of [mutant, rewritten])
        if (
          await survive(file, `a.${format}`).catch((error: unknown) => {
            throw new Error(`mutant ${k}: ${file === mutant ? 'bytes' : `${name} ${xml}`}`, { cause: error });
          })
        )
          read += 1;
    }
    expect(await survive(bytes, `a.${format}`)).toBe(true);
    expect(read).toBeGreaterThan(MUTANTS / 100);
  });
});
