import { readFileSync } from 'node:fs';
import type { FileFormat } from '../../src/read/formats.ts';
import { docx, odt } from '../read/office/make-office.ts';

/**
 * A short page for every format of documents: paragraphs, of which one has a word in bold, as `*late*`, where the format has
 * mark-up; besides, what stands around the text of a page, and a comment to the checker, where it has a place for these.
 */
export interface Sample {
  readonly paragraphs: readonly string[];
  /** What leads elsewhere: `Home`. */
  readonly home: string;
}

/** How one format is tried out. A new format is one entry in {@link documentFormats}: the tests and the table in the docs follow. */
export interface DocumentFormat {
  readonly write: (sample: Sample) => string | Uint8Array;
  /** The ending of its files. */
  readonly ending: string;
  /** What becomes a block, for the table. */
  readonly blocks: string;
  /** A page with what stands around a text in this format, where the sample has no place for it. */
  readonly furnished?: string;
  /** Whether only `--input` says that a file is of this format. */
  readonly isAsked?: true;
}

export const english: Sample = {
  paragraphs: ['The train to Oslo leaves at 7.40.', 'It is *late* again today.', 'Thank you for waiting, Anna!'],
  home: 'Home',
};
export const russian: Sample = {
  paragraphs: ['Поезд в Осло отправляется в 7.40.', 'Он сегодня снова *опаздывает*.', 'Спасибо, что подождали, Анна!'],
  home: 'Домой',
};

const plain = ({ paragraphs }: Sample): string[] => paragraphs.map((text) => text.replaceAll('*', ''));
const directive = 'paralign-disable-next double-space: kept as it is';

const html = ({ paragraphs, home }: Sample): string =>
  `<!doctype html>\n<nav><a href="/">${home}</a></nav>\n<main><!-- ${directive} -->\n${paragraphs.map((text) => `<p>${text.replace(/\*(.*)\*/, '<b>$1</b>')}</p>\n`).join('')}</main>\n`;
const markdown = ({ paragraphs }: Sample, comment: string): string =>
  `${comment}\n\n${paragraphs.map((text) => text.replace(/\*(.*)\*/, '**$1**')).join('\n\n')}\n\n\`\`\`sh\nls\n\`\`\`\n`;
const cues = (sample: Sample, head: string, point: string): string =>
  head +
  plain(sample)
    .map((text, k) => `${k + 1}\n00:00:0${k + 1}${point}000 --> 00:00:0${k + 1}${point}900\n${text}\n`)
    .join('\n');

/** Every format that `paralign align` reads. */
export const documentFormats: Readonly<Record<FileFormat, DocumentFormat>> = {
  text: {
    write: (sample) => `<!-- ${directive} -->\n\n${plain(sample).join('\n\n')}\n`,
    ending: 'txt',
    blocks: 'paragraphs, turns of an interview',
    furnished: readFileSync(new URL('../../corpora/lavrov-2016-04-12/page.en-GB.txt', import.meta.url), 'utf8'),
  },
  lines: { write: (sample) => `${plain(sample).join('\n')}\n`, ending: 'txt', blocks: 'lines', isAsked: true },
  html: { write: html, ending: 'html', blocks: 'headings, paragraphs, items, cells, captions, turns' },
  markdown: {
    write: (sample) => markdown(sample, `<!-- ${directive} -->`),
    ending: 'md',
    blocks: 'as HTML, and footnotes, `title` and `description` of the front matter, directives',
  },
  mdx: { write: (sample) => markdown(sample, `{/* ${directive} */}`), ending: 'mdx', blocks: 'as Markdown' },
  i18next: {
    write: (sample) =>
      `${JSON.stringify(Object.fromEntries(plain(sample).map((text, k) => [`key${k + 1}`, text])), null, 2)}\n`,
    ending: 'json',
    blocks: 'the texts of a resource, by their keys',
  },
  docx: {
    write: ({ paragraphs }) =>
      docx(
        paragraphs
          .map((text) => {
            const runs = text.split('*').map((run, k) => {
              const bold = k % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : '';
              return `<w:r>${bold}<w:t xml:space="preserve">${run}</w:t></w:r>`;
            });
            return `<w:p>${runs.join('')}</w:p>`;
          })
          .join(''),
      ),
    ending: 'docx',
    blocks: 'headings, paragraphs, items, cells, captions, text boxes, notes, turns',
  },
  odt: {
    write: ({ paragraphs }) =>
      odt(
        paragraphs
          .map(
            (text) => `<text:p>${text.replace(/\*(.*)\*/, '<text:span text:style-name="B">$1</text:span>')}</text:p>`,
          )
          .join(''),
        {
          automatic:
            '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
        },
      ),
    ending: 'odt',
    blocks: 'as DOCX',
  },
  srt: { write: (sample) => cues(sample, '', ','), ending: 'srt', blocks: 'cues, with their times' },
  vtt: {
    write: (sample) => cues(sample, `WEBVTT\n\nNOTE ${directive}\n\n`, '.'),
    ending: 'vtt',
    blocks: 'cues, with their times; voices are speakers',
  },
};
