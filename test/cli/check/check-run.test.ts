import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { english, project, russian } from './project.ts';

interface Report {
  readonly version: number;
  readonly documents: readonly {
    readonly source: { readonly file: string | null };
    readonly target: { readonly file: string | null; readonly locale: string };
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly fingerprint: string }[];
  }[];
  readonly failures: readonly { readonly file: string; readonly message: string }[];
}

/** Checks a project, and gives the exit code and the report for programs. */
function check(cwd: string, ...args: readonly string[]): Outcome & { report: Report } {
  const outcome = paralign(['check', '--reporter', 'json', '--no-cache', ...args], { cwd });
  return { ...outcome, report: JSON.parse(outcome.stdout) as Report };
}

/** `content/en/a.txt > content/ru/a.txt: missing`, a line a finding. */
function findings({ documents }: Report): string[] {
  return documents.flatMap(({ source, target, findings: found }) =>
    found.map(({ rule, severity }) => `${source.file} > ${target.file}: ${severity} ${rule}`),
  );
}

describe('documents', () => {
  test('are found by folder, whatever the case and separator of the locale', () => {
    const cwd = project({
      'content/en-GB/a.txt': english,
      'content/ru_ru/a.txt': russian,
      'content/en-GB/deep/er/b.txt': english,
      'content/ru_ru/deep/er/b.txt': russian,
    });
    const { code, stderr, report } = check(cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(report.documents.map(({ source, target }) => [source.file, target.file, target.locale])).toEqual([
      ['content/en-GB/a.txt', 'content/ru_ru/a.txt', 'ru-RU'],
      ['content/en-GB/deep/er/b.txt', 'content/ru_ru/deep/er/b.txt', 'ru-RU'],
    ]);
  });

  test('are found by name', () => {
    const cwd = project(
      {
        'docs/a.en.md': english,
        'docs/a.ru.md': russian,
        'docs/x/page-pt-BR.md': english,
        'docs/x/page-en.md': english,
      },
      { documents: ['docs/**/*.{locale}.md', 'docs/**/*-{locale}.md'], source: 'en', targets: ['ru', 'pt-BR'] },
    );
    const { report } = check(cwd);
    expect(report.documents.map(({ source, target }) => `${source.file} > ${target.file}`)).toEqual([
      'docs/a.en.md > docs/a.ru.md',
      'docs/a.en.md > null',
      'docs/x/page-en.md > null',
      'docs/x/page-en.md > docs/x/page-pt-BR.md',
    ]);
  });

  test('that lack a version, or have no source, are told of', () => {
    const cwd = project({
      'content/en/a.txt': english,
      'content/ru/a.txt': russian,
      'content/en/b.txt': english,
      'content/ru/c.txt': russian,
    });
    const { code, report } = check(cwd);
    expect(code).toBe(1);
    expect(findings(report)).toEqual([
      'content/en/b.txt > null: error missing-document',
      'null > content/ru/c.txt: warning extra-document',
    ]);
    const text = paralign(['check', '--no-cache'], { cwd }).stdout;
    expect(text).toContain('there is no content/ru/b.txt');
    expect(text).toContain('there is no content/en/c.txt');
  });

  test('in forty languages', () => {
    const locales =
      'af ar az be bg bn ca cs da de el es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk nb nl pl pt ro sk'.split(
        ' ',
      );
    const files = Object.fromEntries(locales.map((locale) => [`content/${locale}/a.txt`, english]));
    const { report } = check(project({ ...files, 'content/en/a.txt': english, 'content/en/b.txt': english }));
    expect(report.documents).toHaveLength(2 * locales.length);
    expect(report.documents.map(({ target }) => target.locale).slice(0, locales.length)).toEqual(locales);
  });

  test('that two patterns find are one', () => {
    const cwd = project(
      { 'content/en/a.txt': english, 'content/ru/a.txt': russian },
      { documents: ['content/{locale}/**/*.txt', 'content/{locale}/a.*'], source: 'en' },
    );
    expect(check(cwd).report.documents).toHaveLength(1);
  });

  test('that are wrapped over several lines have findings with their line and column', () => {
    const wrapped = russian.replace('отправляется в 7.40', 'отправляется\nв 7.45');
    const cwd = project({ 'content/en/a.txt': english, 'content/ru/a.txt': wrapped });
    expect(paralign(['check', '--no-cache'], { cwd }).stdout).toContain(
      'content/ru/a.txt:4:3  warning  number-mismatch',
    );
  });

  test('can be left out', () => {
    const cwd = project(
      { 'content/en/a.txt': english, 'content/ru/a.txt': russian, 'content/en/draft/b.txt': english },
      { documents: 'content/{locale}/**/*.txt', source: 'en', ignore: ['content/{locale}/draft/**'] },
    );
    expect(check(cwd)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the config', () => {
  const files = { 'content/en/a.txt': english, 'content/ru/a.txt': russian.replace('7.40', '7.45') };
  const wrongNumber = 'content/en/a.txt > content/ru/a.txt: warning number-mismatch';

  test('is found from a folder below, its paths start from its own, and reports name files from where one is', () => {
    const cwd = project({ ...files, 'content/en/b.txt': english });
    const { code, report } = check(join(cwd, 'content', 'en'));
    expect(code).toBe(1);
    expect(findings(report)).toEqual([
      '../../content/en/a.txt > ../../content/ru/a.txt: warning number-mismatch',
      '../../content/en/b.txt > null: error missing-document',
    ]);
  });

  test('can lie in a folder below, and be named', () => {
    const below = Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, text]));
    const cwd = temporaryFolder({
      ...below,
      'site/content/en/b.txt': english,
      'site/c.json': JSON.stringify({ documents: ['content/{locale}/*.txt', 'x/{locale}.txt'], source: 'en' }),
    });
    const { code, report, stderr } = check(cwd, '--config', 'site/c.json');
    expect(code).toBe(2);
    expect(findings(report)).toEqual([
      'site/content/en/a.txt > site/content/ru/a.txt: warning number-mismatch',
      'site/content/en/b.txt > null: error missing-document',
    ]);
    expect(stderr).toMatch(/^paralign: site\/c\.json:1:\d+: [^\n]+\n$/);
    const { stdout } = paralign(['check', '--no-cache', '--config', 'site/c.json'], { cwd });
    expect(stdout).toContain('there is no site/content/ru/b.txt');
  });

  test('can be the key of a package.json', () => {
    const config = { documents: 'content/{locale}/*.txt', source: 'en' };
    const cwd = temporaryFolder({ ...files, 'package.json': JSON.stringify({ name: 'x', paralign: config }) });
    expect(findings(check(cwd).report)).toEqual([wrongNumber]);
  });

  test.each(['paralign.config.mjs', 'paralign.config.js', 'paralign.config.ts'])('can be a program: %s', (name) => {
    const program = `
      const documents${name.endsWith('ts') ? ': string' : ''} = 'content/{locale}/*.txt';
      const loud = {
        id: 'loud',
        severity: 'error',
        check: ({ beads }, report) => {
          for (const { source, target } of beads)
            if (target.text.endsWith('!')) report({ source: source.spot(), target: target.spot(), data: { message: 'Hush.' } });
        },
      };
      export default Promise.resolve({ documents, source: 'en', rules: [loud], severities: { 'number-mismatch': 'off' } });
    `;
    const cwd = temporaryFolder({ ...files, [name]: program, 'package.json': '{ "type": "module" }' });
    const outcome = check(cwd);
    expect(findings(outcome.report)).toEqual(['content/en/a.txt > content/ru/a.txt: error loud']);
  });

  test('can hold rules of regular expressions, and terms to keep to', () => {
    const rule = {
      id: 'no-train',
      severity: 'error',
      source: '\\btrain\\b',
      target: 'Поезд',
      message: 'Say electric train.',
    };
    const cwd = project(
      { ...files, 'terms.tsv': 'en\tru\ntrain\tэлектричка\n' },
      { documents: 'content/{locale}/*.txt', source: 'en', glossary: 'terms.tsv', rules: [rule] },
    );
    const found = findings(check(cwd).report).map((line) => line.split(': ')[1]);
    expect(found).toContain('error no-train');
    expect(found).toContain('warning terminology');
    expect(paralign(['check', '--no-cache'], { cwd }).stdout).toContain('Say electric train.');
  });

  test('that has rules as functions is used in threads too', () => {
    const program = `export default {
      documents: 'content/{locale}/*.txt', source: 'en',
      rules: [{ id: 'always', severity: 'info', check: ({ beads: [{ source }] }, report) => report({ source: source.spot() }) }],
    };`;
    const many = Object.fromEntries(
      [1, 2, 3, 4].flatMap((k) => [
        [`content/en/${k}.txt`, english],
        [`content/ru/${k}.txt`, russian],
      ]),
    );
    const cwd = temporaryFolder({ ...many, 'paralign.config.mjs': program });
    expect(findings(check(cwd, '--concurrency', '2').report)).toHaveLength(4);
  });

  test('weighs rules by locale', () => {
    const cwd = project(
      { ...files, 'content/de/a.txt': english.replace('7.40', '7.45') },
      {
        documents: 'content/{locale}/*.txt',
        source: 'en',
        severities: { 'number-mismatch': { ru: 'error', '*': 'info' }, untranslated: 'off', 'missing-document': 'off' },
      },
    );
    expect(findings(check(cwd).report)).toEqual([
      'content/en/a.txt > content/de/a.txt: info number-mismatch',
      'content/en/a.txt > content/ru/a.txt: error number-mismatch',
    ]);
    expect(findings(check(cwd, '--rule', 'number-mismatch=off').report)).toEqual([]);
  });

  test('says how complete a translation must be', () => {
    const cwd = project(
      { 'content/en/a.txt': english, 'content/ru/a.txt': russian.replace('Спасибо, Анна!\n', '') },
      {
        documents: 'content/{locale}/*.txt',
        source: 'en',
        severities: { missing: 'off' },
        minCompleteness: { ru: 1, '*': 0 },
      },
    );
    const { code, report } = check(cwd);
    expect(code).toBe(1);
    expect(findings(report)).toEqual(['content/en/a.txt > content/ru/a.txt: error completeness']);
    expect(paralign(['check', '--no-cache'], { cwd }).stdout).toContain('2 of 3 paragraphs');
  });
});

describe('the exit code', () => {
  const files = { 'content/en/a.txt': english, 'content/ru/a.txt': russian.replace('7.40', '7.45') };

  test.each([
    [0, []],
    [1, ['--fail-on', 'warning']],
    [0, ['--fail-on', 'never', '--rule', 'number-mismatch=error']],
    [1, ['--max-warnings', '0']],
    [0, ['--max-warnings', '1']],
  ] as const)('is %i with %j', (code, args) => {
    expect(check(project(files), ...args).code).toBe(code);
  });

  test('is 2 where a file could not be checked, whatever was found; the others are checked', () => {
    const cwd = project({ ...files, 'content/en/b.txt': english, 'content/ru/b.txt': '' });
    const { code, report, stderr } = check(cwd, '--fail-on', 'warning');
    expect(code).toBe(2);
    expect(findings(report)).toEqual(['content/en/a.txt > content/ru/a.txt: warning number-mismatch']);
    expect(report.failures.map(({ file }) => file)).toEqual(['content/ru/b.txt']);
    expect(stderr).toMatch(/^paralign: content\/ru\/b\.txt: [^\n]+\n$/);
  });
});

describe('reports', () => {
  const files = { 'content/en/a.txt': english, 'content/ru/a.txt': russian };

  test('are several in one run', () => {
    const cwd = project(files);
    const args = ['--reporter', 'text', '--reporter', 'sarif=a.sarif', '--reporter', 'junit=b=c.xml'];
    const { code, stdout } = paralign(['check', '--no-cache', ...args], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('ru: 3 of 3 paragraphs');
    expect(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'b=c.xml'), 'utf8')).toContain('<testsuites');
  });

  test('come in the same order whatever the number of threads', () => {
    const many = Object.fromEntries(
      [...'abcdef'].flatMap((name, k) => [
        [`content/en/${name}.txt`, english],
        [`content/ru/${name}.txt`, russian.replace('7.40', `7.4${k + 1}`)],
      ]),
    );
    const cwd = project(many);
    const one = check(cwd, '--concurrency', '1');
    expect(findings(one.report)).toHaveLength(6);
    expect(check(cwd, '--concurrency', '3')).toEqual(one);
  });

  test('never overwrite a document', () => {
    const cwd = project(files);
    const { code, stderr } = paralign(['check', '--reporter', 'json=content/ru/a.txt'], { cwd });
    expect([code, readFileSync(join(cwd, 'content/ru/a.txt'), 'utf8')]).toEqual([2, russian]);
    expect(stderr).toContain('content/ru/a.txt');
  });
});

describe('what is kept', () => {
  const files = Object.fromEntries(
    [...'abc'].flatMap((name) => [
      [`content/en/${name}.txt`, english],
      [`content/ru/${name}.txt`, russian],
    ]),
  );
  const run = (cwd: string, ...args: readonly string[]): Outcome =>
    paralign(['check', '--reporter', 'json', ...args], { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } });
  /** Changes what is kept in a way that shows where it is used. */
  const mark = (file: string): void => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"covered":3');
    writeFileSync(file, text.replaceAll('"covered":3', '"covered":1'));
  };

  test('is used for files that are the same, and for no others', () => {
    const cwd = project(files);
    const first = run(cwd);
    expect(first.code).toBe(0);
    const [name] = readdirSync(join(cwd, 'cache', 'paralign'));
    const file = join(cwd, 'cache', 'paralign', name!);
    mark(file);
    // A new date is no change.
    utimesSync(join(cwd, 'content/ru/a.txt'), 1, 1);
    writeFileSync(join(cwd, 'content/ru/b.txt'), russian.replace('7.40', '7.45'));
    const { documents } = JSON.parse(run(cwd).stdout) as { documents: { completeness: { covered: number } }[] };
    expect(documents.map(({ completeness }) => completeness.covered)).toEqual([1, 3, 1]);
    expect(run(cwd, '--no-cache').stdout).not.toContain('"covered": 1');
    // Other severities are other results.
    expect(run(cwd, '--rule', 'moved=off').stdout).not.toContain('"covered": 1');
  });

  test('lies where it is told to, or with the packages of the project', () => {
    const cwd = project(files);
    mkdirSync(join(cwd, 'node_modules'));
    const first = run(cwd);
    mark(join(cwd, 'node_modules', '.cache', 'paralign', 'check.json'));
    expect(run(cwd).stdout).not.toBe(first.stdout);
    expect(run(cwd, '--cache-location', 'kept.json').stdout).toBe(first.stdout);
    mark(join(cwd, 'kept.json'));
    expect(run(cwd, '--cache-location', 'kept.json').stdout).not.toBe(first.stdout);
  });

  test('is made anew where it is damaged', () => {
    const cwd = project(files);
    const first = run(cwd, '--cache-location', 'kept.json');
    for (const damaged of ['', '{', 'null', '{"version":1}', '{"version":1,"entries":{"x":null}}']) {
      writeFileSync(join(cwd, 'kept.json'), damaged);
      expect(run(cwd, '--cache-location', 'kept.json')).toEqual(first);
    }
  });

  test('is nothing where rules are functions, unless it is asked for', () => {
    const cwd = temporaryFolder({
      ...files,
      'paralign.config.mjs': `export default { documents: 'content/{locale}/*.txt', source: 'en', rules: [{ id: 'x', severity: 'info', check() {} }] };`,
    });
    expect(run(cwd).code).toBe(0);
    expect(readdirSync(cwd)).not.toContain('cache');
    expect(run(cwd, '--cache').code).toBe(0);
    expect(readdirSync(cwd)).toContain('cache');
    rmSync(join(cwd, 'cache'), { recursive: true });
  });
});
