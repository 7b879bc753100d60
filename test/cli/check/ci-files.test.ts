import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { paralign, script } from '../run-paralign.ts';
import { english, project, russian } from './project.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const wrong = russian.replace('Спасибо, Анна!\n', '');

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** A project with a `paralign` and an `npx` of ours in its path, which write down how they were called. */
function build(files: Readonly<Record<string, string>>): { cwd: string; env: Record<string, string> } {
  const cwd = project(files);
  const bin = join(cwd, 'bin');
  mkdirSync(bin);
  const run = `exec "${process.execPath}" "${script}" "$@"`;
  const scripts = {
    paralign: run,
    npx: `printf '%s\\n' "$2" >> "${join(cwd, 'called')}"\nshift 2\n${run}`,
  };
  for (const [name, lines] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = { PATH: `${bin}${delimiter}${process.env['PATH']}`, HOME: cwd, LANG: 'C.UTF-8' };
  return { cwd, env };
}

/** As build servers run a step. */
function bash(
  lines: string,
  cwd: string,
  env: Record<string, string>,
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const clean = { 'content/en/a.txt': english, 'content/ru/a.txt': russian };
const lacking = { 'content/en/a.txt': english, 'content/ru/a.txt': wrong };

describe.skipIf(process.platform === 'win32')('the GitHub action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
    readonly runs: {
      readonly using: string;
      readonly steps: readonly {
        readonly shell: string;
        readonly env: Readonly<Record<string, string>>;
        readonly run: string;
      }[];
    };
  }
  const action = parse(read('action.yml')) as Action;
  const step = action.runs.steps[0]!;

  /** Fills in the inputs as the runner does. */
  function runAction(
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
    prepare: (cwd: string) => void = () => {},
  ) {
    const { cwd, env } = build(files);
    prepare(cwd);
    const own = Object.entries(step.env).map(([name, value]) => {
      const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)!;
      return [name, inputs[input!] ?? action.inputs[input!]!.default];
    });
    const summary = join(cwd, 'summary.md');
    writeFileSync(summary, 'Before.\n');
    const outcome = bash(step.run, cwd, { ...env, ...Object.fromEntries(own), GITHUB_STEP_SUMMARY: summary });
    return { ...outcome, cwd, summary: readFileSync(summary, 'utf8') };
  }

  test('is a composite one whose script holds nothing that is put in', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    expect(step.shell).toBe('bash');
    expect(step.run).not.toContain('${{');
    for (const { description } of Object.values(action.inputs)) expect(description).not.toBe('');
  });

  test('passes where nothing is wrong', () => {
    const { status, stdout, stderr, summary, cwd } = runAction(clean);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('::error');
    expect(summary).toMatch(/^Before\.\n[^]+/);
    expect(readFileSync(join(cwd, 'called'), 'utf8')).toBe('paralign\n');
  });

  test('fails with what is missing beside the lines and in the summary', () => {
    const { status, stdout, summary, cwd } = runAction(lacking, { sarif: 'out.sarif', version: '1.2.3' });
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=content/ru/a.txt,line=');
    expect(summary).toContain('missing');
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'called'), 'utf8')).toBe('paralign@1.2.3\n');
  });

  test('hands on what it is given, and obeys none of it', () => {
    expect(runAction(lacking, { 'fail-on': 'never' }).status).toBe(0);
    expect(runAction(lacking, { summary: 'false' }).summary).toBe('Before.\n');
    const { status, stderr, cwd } = runAction(clean, { config: '"; touch owned; $(touch owned)' });
    expect(status).toBe(2);
    expect(stderr).toContain('touch owned');
    expect(existsSync(join(cwd, 'owned'))).toBe(false);
  });

  const hostile: readonly string[] = [
    '"; touch owned; "',
    "'; touch owned; '$(touch owned)`touch owned`",
    'a\ntouch owned\n&& touch owned | touch owned > owned',
    '--fix',
  ];

  test.each(['config', 'changed-since', 'fail-on', 'max-warnings', 'sarif', 'summary', 'version'])(
    'takes whatever is put into %s as one word, and runs none of it',
    (input) => {
      for (const value of hostile) {
        const { status, cwd, stdout } = runAction(lacking, { [input]: value });
        expect(existsSync(join(cwd, 'owned')), value).toBe(false);
        expect(readFileSync(join(cwd, 'content/ru/a.txt'), 'utf8'), value).toBe(wrong);
        // Nobody reads a version but npx, nor what a summary is unless it is “true”; a report can be called anything.
        expect(status, value).toBe(['version', 'summary', 'sarif'].includes(input) ? 1 : 2);
        if (status === 1) expect(stdout).toContain('::error file=content/ru/a.txt');
        if (input === 'version') expect(readFileSync(join(cwd, 'called'), 'utf8'), value).toBe(`paralign@${value}\n`);
        if (input === 'sarif') expect(existsSync(join(cwd, value)), value).toBe(true);
      }
    },
  );

  test('takes paths with spaces, and checks in folders that have them', () => {
    const files = {
      'my site/content/en/a b.txt': english,
      'my site/content/ru/a b.txt': wrong,
      'my site/my config.json': JSON.stringify({ documents: 'content/{locale}/*.txt', source: 'en' }),
    };
    const { status, stdout, cwd, summary } = runAction(files, {
      config: 'my site/my config.json',
      sarif: 'my report = 1.sarif',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=my site/content/ru/a b.txt,line=');
    expect(summary).toContain('a b.txt');
    expect(readFileSync(join(cwd, 'my report = 1.sarif'), 'utf8')).toContain('my%20site/content/ru/a%20b.txt');
  });

  test('runs the paralign that the project has, without npx', () => {
    const { status, cwd } = runAction(lacking, {}, (folder) => {
      mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
      renameSync(join(folder, 'bin/paralign'), join(folder, 'node_modules/.bin/paralign'));
    });
    expect([status, existsSync(join(cwd, 'called'))]).toEqual([1, false]);
  });

  test('fails where something cannot be checked', () => {
    const { status, stdout } = runAction({ ...clean, 'content/ru/a.txt': '' });
    expect(status).toBe(2);
    expect(stdout).toContain('::error file=content/ru/a.txt');
  });
});

describe.skipIf(process.platform === 'win32')('the GitLab component', () => {
  const [head, body] = parseAllDocuments(read('templates/check-translations.yml')).map(
    (document) => document.toJS() as unknown,
  );
  const { inputs } = (head as { spec: { inputs: Record<string, { default: string }> } }).spec;

  test('runs its script, and writes the reports that it names', () => {
    const filled = JSON.parse(
      JSON.stringify(body).replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => inputs[name]!.default),
    ) as Record<string, { script: string[]; image: string; artifacts: { reports: Record<string, string> } }>;
    const job = filled['translations']!;
    expect(job.image).toBe('node:22');
    const { cwd, env } = build(lacking);
    expect(bash(job.script.join('\n'), cwd, env).status).toBe(1);
    for (const file of Object.values(job.artifacts.reports)) expect(existsSync(join(cwd, file)), file).toBe(true);
    expect(readFileSync(join(cwd, 'called'), 'utf8')).toBe('paralign@latest\n');
  });
});

describe.skipIf(process.platform === 'win32')('the hook for pre-commit', () => {
  test('checks what is about to be committed', () => {
    const [hook, all] = parse(read('.pre-commit-hooks.yaml')) as {
      id: string;
      entry: string;
      language: string;
      pass_filenames: boolean;
      always_run: boolean;
    }[];
    const common = { language: 'node', pass_filenames: false, always_run: true };
    expect([hook, all]).toMatchObject([
      { id: 'paralign', ...common },
      { id: 'paralign-all', ...common },
    ]);
    const { cwd, env } = build({ ...clean, 'content/en/b.txt': english, 'content/ru/b.txt': wrong });
    const git = (...args: readonly string[]): void => {
      const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...who, ...args], { cwd, env, stdio: 'ignore' });
    };
    git('init');
    git('add', 'content', 'paralign.config.json');
    git('commit', '-m', 'first');
    // What was wrong before is not this commit's fault; a build looks at all.
    expect(bash(hook!.entry, cwd, env).status).toBe(0);
    expect(bash(all!.entry, cwd, env)).toMatchObject({ status: 1, stdout: expect.stringContaining('b.txt') as string });
    writeFileSync(join(cwd, 'content/ru/a.txt'), wrong);
    git('add', 'content');
    const { status, stdout } = bash(hook!.entry, cwd, env);
    expect(status).toBe(1);
    expect(stdout).toContain('content/ru/a.txt');
    expect(stdout).not.toContain('content/ru/b.txt');
    rmSync(join(cwd, 'content/ru/a.txt'));
    git('add', '-A', 'content');
    const { status: deleted, stdout: told } = bash(hook!.entry, cwd, env);
    expect([deleted, told]).toEqual([1, expect.stringContaining('missing-document')]);
  });

  test('checks the first commit of a project too', () => {
    const { cwd, env } = build(lacking);
    execFileSync('git', ['init'], { cwd, env, stdio: 'ignore' });
    execFileSync('git', ['add', 'content', 'paralign.config.json'], { cwd, env });
    const { status, stdout, stderr } = bash('paralign check --changed', cwd, env);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('content/ru/a.txt');
  });
});

describe.skipIf(process.platform === 'win32')('what init writes for a build server', () => {
  test('for GitHub', () => {
    const { cwd, env } = build(lacking);
    expect(paralign(['init', '--force', '--ci', 'github'], { cwd }).code).toBe(0);
    const workflow = parse(readFileSync(join(cwd, '.github/workflows/translations.yml'), 'utf8')) as {
      jobs: { check: { steps: { run?: string; uses?: string }[] } };
    };
    const [check, show] = workflow.jobs.check.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    const summary = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    expect(bash(check!, cwd, { ...env, ...summary }).status).toBe(1);
    expect(bash(show!, cwd, { ...env, ...summary }).status).toBe(0);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('missing');
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(readFileSync(join(cwd, 'called'), 'utf8')).toBe(`paralign@${version}\n`);
  });

  test('for GitLab', () => {
    const { cwd, env } = build(lacking);
    const { stdout } = paralign(['init', '--force', '--ci', 'gitlab'], { cwd });
    expect(stdout).toContain('include:\n  - local: .gitlab/translations.yml\n');
    const jobs = parse(readFileSync(join(cwd, '.gitlab/translations.yml'), 'utf8')) as {
      translations: { script: string[]; artifacts: { reports: Record<string, string> } };
    };
    expect(bash(jobs.translations.script.join('\n'), cwd, env).status).toBe(1);
    for (const file of Object.values(jobs.translations.artifacts.reports))
      expect(existsSync(join(cwd, file))).toBe(true);
  });
});
