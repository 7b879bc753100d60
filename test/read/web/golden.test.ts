import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocumentFrom } from '../../../src/read/read-document-from.ts';

const folder = new URL('../../golden/web/', import.meta.url);

// `npx vitest run -u test/read/web/golden` writes them anew; look at what changed.
it.each(['page.html', 'page.md', 'page.mdx'])('%s is read as it was', async (file) => {
  const document = await readDocumentFrom(readFileSync(new URL(file, folder)), { locale: 'en-GB', file });
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`../../golden/web/${file}.json`);
});
