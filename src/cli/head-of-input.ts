import { open } from 'node:fs/promises';
import { HEAD, headOfFile } from '../read/file-head.ts';
import { standardStream } from './input.ts';

/**
 * The first characters of a file, as far as they are of ASCII. Empty for what cannot be read twice, such as standard input, and for
 * what cannot be read at all: reading it will tell why.
 */
export async function headOfInput(file: string): Promise<string> {
  if (file === standardStream) return '';
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return '';
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return headOfFile(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}
