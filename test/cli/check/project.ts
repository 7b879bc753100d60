import { pair, temporaryFolder } from '../temporary-folder.ts';

export const english: string = pair['a.en.txt']!;
export const russian: string = pair['a.ru.txt']!;

/** A folder with these documents and a config for them. */
export function project(files: Readonly<Record<string, string | Uint8Array>>, config?: object): string {
  const source = Object.keys(files).some((name) => name.startsWith('content/en-GB/')) ? 'en-GB' : 'en';
  const used = config ?? { documents: 'content/{locale}/**/*.txt', source };
  return temporaryFolder({ ...files, 'paralign.config.json': JSON.stringify(used) });
}
