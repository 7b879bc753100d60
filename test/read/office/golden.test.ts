import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shown } from '../web/read.ts';
import { readOffice } from './make-office.ts';

const folder = new URL('../../golden/office/', import.meta.url);

// `npx vitest run test/read/office/golden -u` writes them anew; look at what changed.
it.each([
  'pandoc.docx',
  'pandoc.odt',
  'libreoffice.docx',
  'libreoffice.odt',
  'python-docx.docx',
  'changes.docx',
  'changes.odt',
])('%s is read as it was', async (file) => {
  const document = await readOffice(readFileSync(new URL(file, folder)), { file });
  const { title = '', furniture = [] } = document;
  const lines = [
    `title: ${title}`,
    ...shown(document),
    ...furniture.map(({ kind, text }) => `${kind}: ${text}`),
    ...document.blocks.flatMap(({ codes = [] }) => codes.filter(({ name }) => name === 'a').map(({ data }) => data)),
  ];
  await expect(
    `${lines.map((line) => line.replace(/[\t\n]/g, (sign) => JSON.stringify(sign).slice(1, -1))).join('\n')}\n`,
  ).toMatchFileSnapshot(`../../golden/office/${file}.text`);
});
