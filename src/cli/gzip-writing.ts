import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { Writing } from './output-file.ts';

/** What is written, packed by gzip. The same bytes give the same bytes: no name and no time stand in it. */
export function gzipped(writing: Writing): Writing {
  const gzip = createGzip();
  const packed: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => packed.push(chunk));
  const flush = async (): Promise<void> => {
    for (let chunk = packed.shift(); chunk !== undefined; chunk = packed.shift()) await writing.write(chunk);
  };
  return {
    write: async (data) => {
      if (!gzip.write(data)) await once(gzip, 'drain');
      await flush();
    },
    finish: async () => {
      gzip.end();
      await once(gzip, 'end');
      await flush();
      await writing.finish();
    },
    discard: async () => {
      gzip.destroy();
      await writing.discard();
    },
  };
}
