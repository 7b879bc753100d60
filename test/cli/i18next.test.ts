import { expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const files = {
  'en.json': '{\n  "greeting": "Good morning, {{name}}",\n  "menu": { "open": "Open the file" }\n}\n',
  'ru.json': '{\n  "greeting": "Доброе утро, {{name}}",\n  "menu": { "open": "Открыть файл" }\n}\n',
  'de.json': '{\n  "greeting": "Guten Morgen, {{nmae}}",\n  "menu": { "open": "Datei öffnen" }\n}\n',
  'fr.json': '{\n  "greeting": "Bonjour, {{name}}"\n  "menu": {}\n}\n',
  'it.txt': 'Buongiorno\n',
};

test('resources are checked by their keys, and told apart by their name', () => {
  const cwd = temporaryFolder(files);
  expect(paralign(['check', 'en.json', 'ru.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const { code, stdout } = paralign(['check', 'en.json', 'de.json'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^de\.json:2:\d+ {2}error {2}i18next-interpolation\n {2}\{\{name\}\} became \{\{nmae\}\}\.\n/);
  expect(stdout).toContain('1 error');
});

test('what cannot be read is no success', () => {
  const cwd = temporaryFolder(files);
  const { code, stdout, stderr } = paralign(['check', 'en.json', 'fr.json'], { cwd });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    'paralign: fr.json:3:3: this is not JSON: expected , }, found “"menu"”. Mend the file: JSON has no comments and no commas at ends.\n',
  );
  const mixed = paralign(['check', 'en.json', 'it.txt', '--target-locale', 'it'], { cwd });
  expect(mixed).toMatchObject({ code: 2, stdout: '' });
  expect(mixed.stderr).toContain('en.json is a resource of i18next, and it.txt is not');
});

test('texts of resources are written side by side', () => {
  const cwd = temporaryFolder(files);
  const { code, stdout } = paralign(['align', 'en.json', 'ru.json', '--format', 'beads'], { cwd });
  expect([code, stdout.split('\n').slice(0, 2)]).toEqual([0, ['0:0', '1:1']]);
});
