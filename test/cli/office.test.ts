import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx, odt } from '../read/office/make-office.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const english = ['The train leaves at 7.40.', 'It is **late** again today.', 'Thank you for waiting, Anna!'];
const russian = ['Поезд отправляется в 7.40.', 'Он сегодня снова **опаздывает**.', 'Спасибо, что подождали, Анна!'];

const write = {
  docx: (paragraphs: readonly string[]): Uint8Array =>
    docx(
      paragraphs
        .map((text) =>
          text
            .split('**')
            .map(
              (part, k) =>
                `<w:r><w:rPr>${k % 2 === 1 ? '<w:b/>' : ''}</w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`,
            ),
        )
        .map((runs) => `<w:p>${runs.join('')}</w:p>`)
        .join(''),
    ),
  odt: (paragraphs: readonly string[]): Uint8Array =>
    odt(
      paragraphs
        .map((text) =>
          text
            .split('**')
            .map((part, k) => (k % 2 === 1 ? `<text:span text:style-name="T">${part}</text:span>` : part)),
        )
        .map((parts) => `<text:p>${parts.join('').replaceAll('  ', ' <text:s/>')}</text:p>`)
        .join(''),
      {
        automatic:
          '<style:style style:family="text" style:name="T"><style:text-properties fo:font-weight="bold"/></style:style>',
      },
    ),
} as const;

const config = (ending: string): string =>
  JSON.stringify({ source: 'en', targets: ['ru'], documents: [`page.{locale}.${ending}`] });

describe.each(['docx', 'odt'] as const)('a pair of .%s', (format) => {
  const files = [`page.en.${format}`, `page.ru.${format}`];
  const pairOf = (changed: readonly string[] = russian): Record<string, Uint8Array> => ({
    [files[0]!]: write[format](english),
    [files[1]!]: write[format](changed),
  });
  const wrong = russian.map((text) => text.replace('7.40', '7.50'));

  test('is aligned to a memory, and checked', () => {
    const cwd = temporaryFolder(pairOf());
    expect(paralign(['align', ...files, '-o', 'memory.tmx'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const memory = readFileSync(join(cwd, 'memory.tmx'), 'utf8');
    expect(memory.match(/<tu /g)).toHaveLength(3);
    expect(memory).toMatch(/It is <bpt i="1" type="bold">&lt;b&gt;<\/bpt>late<ept i="1">/);
    expect(paralign(['tmx', 'validate', 'memory.tmx'], { cwd }).code).toBe(0);
    expect(paralign(['check', ...files], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const input = readFileSync(join(cwd, files[0]!));
    expect(
      paralign(['align', '-', files[1]!, '--source-locale', 'en', '--unit', 'block', '--format', 'beads'], {
        cwd,
        input,
      }),
    ).toMatchObject({ code: 0, stdout: '0:0\n1:1\n2:2\n' });
    const other = format === 'docx' ? 'odt' : 'docx';
    writeFileSync(join(cwd, `other.ru.${other}`), write[other](russian));
    expect(paralign(['check', files[0]!, `other.ru.${other}`], { cwd })).toMatchObject({ code: 0 });
  });

  test('is told of by paragraph, from two files and from a config, and again from what was kept', () => {
    const cwd = temporaryFolder({ ...pairOf(wrong), 'paralign.config.json': config(format) });
    const place = `page.ru.${format} paragraph 1  warning  number-mismatch`;
    const found = paralign(['check', ...files, '--fail-on', 'warning'], { cwd });
    expect(found).toMatchObject({ code: 1, stderr: '' });
    expect(found.stdout).toContain(place);
    for (let times = 0; times < 2; times++) {
      const { code, stdout } = paralign(['check', '--fail-on', 'warning'], { cwd });
      expect([code, stdout]).toEqual([1, expect.stringContaining(place)]);
    }
    for (const reporter of ['json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'rdjson', 'markdown'])
      expect(paralign(['check', '--reporter', reporter, '--fail-on', 'never'], { cwd })).toMatchObject({
        code: 0,
        stderr: '',
      });
    writeFileSync(join(cwd, files[1]!), write[format](russian));
    expect(paralign(['check', '--fail-on', 'warning'], { cwd }).code).toBe(0);
  });

  test('is not mended, and stays as it is', () => {
    const cwd = temporaryFolder(pairOf(russian.map((text) => text.replace('сегодня снова', 'сегодня  снова'))));
    const before = readFileSync(join(cwd, files[1]!));
    const { code, stdout, stderr } = paralign(['check', ...files, '--fix', '--fail-on', 'never'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, expect.stringContaining('double-space'), '']);
    expect(readFileSync(join(cwd, files[1]!)).equals(before)).toBe(true);
  });

  test('is found by init and paired, accepted, and told of when its source changes', () => {
    const cwd = temporaryFolder(pairOf());
    expect(paralign(['pair', '.'], { cwd }).stdout).toContain(files.join('\t'));
    expect(paralign(['init'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, 'paralign.config.json'), 'utf8')).toContain(`{locale}.${format}`);
    const accept = ['accept', ...files, '--memory', 'm.tmx', '--min-confidence', '1'];
    expect(paralign(accept, { cwd }).stdout).toContain('3 new');
    writeFileSync(
      join(cwd, files[0]!),
      write[format](english.map((text) => text.replace('**late**', '**never late**'))),
    );
    const { code, stdout } = paralign(['check', ...files, '--memory', 'm.tmx'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(`page.ru.${format} paragraph 2  error  stale`);
  });
});

test('what is no document is told of with what to do', () => {
  const cwd = temporaryFolder({
    'a.en.pdf': '%PDF-1.7\n',
    'a.en.docx': 'not an archive',
    'a.ru.odt': write.odt(russian),
    'paralign.config.json': JSON.stringify({ source: 'en', targets: ['ru'], documents: ['a.{locale}.*'] }),
  });
  const refused = paralign(['align', 'a.en.pdf', 'a.ru.odt'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    'a.en.pdf: this is a file of the format PDF, which is not read as a document. Save it as DOCX',
  );
  const broken = paralign(['check', 'a.en.docx', 'a.ru.odt', '--ui-locale', 'ru'], { cwd });
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain('a.en.docx: это нельзя прочитать как DOCX');
});
