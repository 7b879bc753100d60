import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone when the test is over. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Two short texts that say the same thing. */
export const pair: Readonly<Record<string, string>> = {
  'a.en.txt': 'Good morning.\n\nThe train to Oslo leaves at 7.40. It is late again.\n\nThank you, Anna!\n',
  'a.ru.txt': 'Доброе утро.\n\nПоезд в Осло отправляется в 7.40. Он снова опаздывает.\n\nСпасибо, Анна!\n',
};
