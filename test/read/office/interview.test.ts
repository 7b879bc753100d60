import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { align } from '../../../src/align/align.ts';
import { check } from '../../../src/check/check.ts';
import { interview } from '../../../src/corpora.ts';
import type { Bitext } from '../../../src/model/bitext.ts';
import type { Document } from '../../../src/model/document.ts';
import { readDocumentFrom } from '../../../src/read/read-document-from.ts';
import { convert, hasLibreOffice } from './libreoffice.ts';
import { docx, escapeXml, odt } from './make-office.ts';

const locales = ['en-GB', 'ru-RU'] as const;

/** The date and the paragraphs of the interview, each with its speaker's label in bold. */
function paragraphsOf(locale: string, bold: (label: string) => string): string[] {
  const { date, blocks } = interview.documents[locale]!;
  return [
    escapeXml(date!.text),
    ...blocks.map(
      ({ text, turn }) => (turn?.label === undefined ? '' : `${bold(escapeXml(turn.label.trim()))} `) + escapeXml(text),
    ),
  ];
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const byHand = {
  docx: (locale: string): Uint8Array =>
    docx(
      paragraphsOf(locale, (label) => `</w:t></w:r>${run(label, '<w:b/>')}<w:r><w:t xml:space="preserve">`)
        .map((text) => `<w:p>${run(text)}</w:p>`)
        .join(''),
    ),
  odt: (locale: string): Uint8Array =>
    odt(
      paragraphsOf(locale, (label) => `<text:span text:style-name="T">${label}</text:span>`)
        .map((text) => `<text:p>${text}</text:p>`)
        .join(''),
      {
        automatic:
          '<style:style style:family="text" style:name="T"><style:text-properties fo:font-weight="bold"/></style:style>',
      },
    ),
} as const;

const beadsOf = ({ blocks, segments }: Bitext): string[] => [blocks, ...segments].map(String);
let asText: Bitext;
beforeAll(() => {
  asText = align(interview.documents['en-GB']!, interview.documents['ru-RU']!);
});

/** That the documents are the interview, and are aligned as its text is. */
async function expectInterview(format: 'docx' | 'odt', write: (locale: string) => Uint8Array): Promise<void> {
  const documents: Document[] = [];
  for (const locale of locales) {
    const document = await readDocumentFrom(write(locale), { locale, file: `interview.${format}` });
    const own = interview.documents[locale]!;
    expect(document.date).toEqual(own.date);
    expect(document.blocks).toEqual(
      own.blocks.map(({ kind, text, turn }, k) => ({ id: `p${k + 1}`, kind, text, ...(turn && { turn }) })),
    );
    documents.push(document);
  }
  const bitext = align(documents[0]!, documents[1]!);
  expect(beadsOf(bitext)).toEqual(beadsOf(asText));
  expect(check(bitext).findings).toEqual([]);
}

describe.each(['docx', 'odt'] as const)('the interview as %s', (format) => {
  it('has the paragraphs, turns, date and beads that it has as text', async () => {
    await expectInterview(format, byHand[format]);
  });
});

describe.runIf(hasLibreOffice)('the interview that LibreOffice has written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-office-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    for (const locale of locales)
      writeFileSync(
        join(folder, `${locale}.html`),
        `<!doctype html><meta charset="utf-8"><body>${paragraphsOf(locale, (label) => `<b>${label}</b>`)
          .map((text) => `<p>${text}</p>`)
          .join('')}`,
      );
    convert(
      folder,
      locales.map((locale) => `${locale}.html`),
      'odt:writer8',
      '--infilter=HTML (StarWriter)',
    );
    convert(
      folder,
      locales.map((locale) => `${locale}.odt`),
      'docx:MS Word 2007 XML',
    );
  }, 300_000);

  it.each(['docx', 'odt'] as const)(
    'as %s has the paragraphs, turns, date and beads that it has as text',
    async (format) => {
      await expectInterview(format, (locale) => readFileSync(join(folder, `${locale}.${format}`)));
    },
  );
});
