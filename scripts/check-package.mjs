// Checks the package as it would be published: packs it, looks at what the tarball holds, runs publint and attw on it,
// installs it into an empty folder, and uses it there the way people do: ESM, CommonJS, types, the command.
//
// Everything is made in a temporary folder, which is removed in the end.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAX_TARBALL_KB = 890;

const folder = mkdtempSync(join(tmpdir(), 'paralign-package-'));
const consumer = join(folder, 'consumer');
mkdirSync(consumer);

/** Runs a command and returns its standard output; stops with what it printed when it does not exit with `expected`. */
function run(title, [command, ...args], { cwd = consumer, expected = 0, env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error !== undefined || status !== expected)
    throw new Error(`${title}: exit code ${status}, expected ${expected}\n${error ?? ''}${stdout}${stderr}`);
  console.log(`ok  ${title}`);
  return stdout;
}

function expect(title, holds) {
  if (!holds) throw new Error(`not so: ${title}`);
  console.log(`ok  ${title}`);
}

/** A tool of this project's own. */
function tool(name) {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** Writes a file of the consumer's project. */
function write(name, text) {
  writeFileSync(join(consumer, name), text);
  return name;
}

function checkTarball() {
  run('npm pack', ['npm', 'pack', '--pack-destination', folder], { cwd: ROOT });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  const tarball = join(folder, name);
  const files = run('tar lists the tarball', ['tar', '-tzf', tarball])
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''));
  for (const wanted of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/cli.js',
    'dist/worker.js',
    'dist/check-worker.js',
    'dist/types/index.d.ts',
    'dist/paralign.1',
    'corpora/lavrov-2016-04-12/README.md',
    'schema/check-report.json',
    'schema/config.json',
  ])
    expect(`the tarball holds ${wanted}`, files.includes(wanted));
  const stray = files.filter(
    (path) =>
      !/^(dist|corpora|schema)\//.test(path) && !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
  );
  expect(`the tarball holds nothing else${stray.length > 0 ? `, but: ${stray.join(' ')}` : ''}`, stray.length === 0);
  const sources = files.filter((path) => /\.map$|(?<!\.d)\.[cm]?tsx?$|\btests?\b/.test(path));
  expect(`no source map, source or test is in it ${sources.join(' ')}`.trim(), sources.length === 0);
  const places = [ROOT, homedir()].map((place) => (place.endsWith('/') ? place : `${place}/`));
  const telling = files.filter((path) => {
    const text = path.endsWith('/') ? '' : readFileSync(join(ROOT, path), 'utf8');
    return places.some((place) => place.length > 2 && text.includes(place));
  });
  expect(`no file names a folder of this machine ${telling.join(' ')}`.trim(), telling.length === 0);
  const types = files
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]);
  const patching = types.filter(([, text]) => /^\s*declare (module|global)\b/m.test(text)).map(([path]) => path);
  expect(`no type declaration changes another module's types ${patching.join(' ')}`.trim(), patching.length === 0);
  const size = Math.ceil(statSync(tarball).size / 1024);
  expect(`the tarball has ${size} kB, at most ${MAX_TARBALL_KB}`, size <= MAX_TARBALL_KB);
  run('publint', [tool('publint'), 'run', tarball, '--strict'], { cwd: ROOT });
  run('attw', [tool('attw'), tarball, '--profile', 'esm-only'], { cwd: ROOT });
  return tarball;
}

const USE = `
const bitext = align(segmentDocument(interview.source), segmentDocument(interview.target));
const { completeness } = check(bitext);
const tmx = formatTmx(tmxFromBitext(bitext));
console.log(bitext.blocks.links.length, JSON.stringify(completeness), tmx.includes('xml:lang="ru-RU"'));
`;
const USED = '58 {"ru-RU":{"covered":58,"total":58}} true\n';

function checkUse(tarball) {
  write('package.json', '{ "name": "consumer", "private": true }\n');
  run('npm install of the tarball in an empty folder', ['npm', 'install', '--no-audit', '--no-fund', tarball]);

  const names = '{ align, check, formatTmx, segmentDocument, tmxFromBitext }';
  write('use.mjs', `import ${names} from 'paralign';\nimport { interview } from 'paralign/corpora';${USE}`);
  expect('ESM import works', run('node use.mjs', [process.execPath, 'use.mjs']) === USED);
  write('use.cjs', `const ${names} = require('paralign');\nconst { interview } = require('paralign/corpora');${USE}`);
  // Node 20 says that requiring an ES module is new; that is no fault of the package.
  const quiet = { env: { NODE_NO_WARNINGS: '1' } };
  expect('CommonJS require works', run('node use.cjs', [process.execPath, 'use.cjs'], quiet) === USED);
}

const USE_WORKERS = `
const pool = createWorkerPool({ workers: 2 });
(async () => {
  const pairs = Array.from({ length: 3 }, () => ({ source: ['One.', 'Two.'], target: ['Eins.', 'Zwei.'] }));
  for await (const { alignment } of alignCorpus(pairs, { pool })) console.log(alignment.toString());
  await pool.close();
})();
`;
const USED_WORKERS = '1:1 1:1\n'.repeat(3);

function checkWorkers() {
  write(
    'w.mjs',
    `import { alignCorpus } from 'paralign';\nimport { createWorkerPool } from 'paralign/workers';${USE_WORKERS}`,
  );
  expect('workers work in ESM', run('node w.mjs', [process.execPath, 'w.mjs']) === USED_WORKERS);
  write(
    'w.cjs',
    `const { alignCorpus } = require('paralign');\nconst { createWorkerPool } = require('paralign/workers');${USE_WORKERS}`,
  );
  const quiet = { env: { NODE_NO_WARNINGS: '1' } };
  expect('workers work in CommonJS', run('node w.cjs', [process.execPath, 'w.cjs'], quiet) === USED_WORKERS);
}

function checkTypes() {
  const use = `
const document: Document = interview.source;
const bitext: Bitext = align(segmentDocument(document), segmentDocument(interview.target));
const findings: readonly Finding[] = check(bitext).findings;
// @ts-expect-error: the types are there, and are not any.
const wrong: number = bitext.source.locale;
const pool: WorkerPool = createWorkerPool();
export const results: AsyncIterable<CorpusResult> = alignCorpus([{ source: ['a'], target: ['b'] }], { pool });
export const seen: readonly number[] = [findings.length, wrong];
`;
  const types = `import type { Bitext, CorpusResult, Document, Finding } from 'paralign';\nimport type { WorkerPool } from 'paralign/workers';\n`;
  const values = `import { align, alignCorpus, check, segmentDocument } from 'paralign';\nimport { interview } from 'paralign/corpora';\nimport { createWorkerPool } from 'paralign/workers';\n`;
  write('typed.mts', types + values + use);
  write('typed.cts', types + values + use);
  for (const { module, moduleResolution, files } of [
    { module: 'nodenext', moduleResolution: 'nodenext', files: ['typed.mts', 'typed.cts'] },
    { module: 'esnext', moduleResolution: 'bundler', files: ['typed.mts'] },
  ]) {
    const compilerOptions = {
      target: 'es2023',
      // No DOM and no Node: the types must stand without either.
      lib: ['es2023'],
      types: [],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    write(`tsconfig.${module}.json`, JSON.stringify({ compilerOptions, files }));
    run(`types with module ${module}`, [tool('tsc'), '-p', `tsconfig.${module}.json`]);
  }
}

/** Installed for all projects, as most people have a command: it runs, and `man` finds its page. */
function checkGlobal(tarball) {
  const prefix = join(folder, 'prefix');
  run('npm install --global of the tarball', [
    'npm',
    'install',
    '--global',
    '--prefix',
    prefix,
    '--no-audit',
    '--no-fund',
    tarball,
  ]);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const said = run('the installed command runs', [join(prefix, 'bin', 'paralign'), '--version']);
  expect(`it is version ${version}`, said.trim() === version);
  const manuals = join(prefix, 'share', 'man');
  expect('the manual page is among the manuals', existsSync(join(manuals, 'man1', 'paralign.1')));
  // Small systems have no `man`, or one that only says so.
  const isThere = spawnSync('man', ['-w', '-M', manuals, 'paralign']).status === 0;
  if (!isThere) return console.log('--  there is no man to show it');
  const page = run('man paralign', ['man', '-M', manuals, 'paralign'], { env: { MANPAGER: 'cat', MANWIDTH: '80' } });
  expect('it shows the page', page.replace(/.\x08/g, '').includes('paralign align'));
}

function checkCommand() {
  const help = run('npx paralign --help', ['npx', '--no-install', 'paralign', '--help']);
  expect(
    'the help names the commands',
    ['align', 'check', 'corpus', 'tmx', 'demo'].every((name) => help.includes(name)),
  );
  write('pairs.jsonl', '{"source":["One."],"target":["Eins."]}\n'.repeat(3));
  const corpus = run('npx paralign corpus', [
    'npx',
    '--no-install',
    'paralign',
    'corpus',
    'pairs.jsonl',
    '--workers',
    '2',
  ]);
  expect('the corpus comes out a line a pair', corpus.split('\n').length === 4);
  const demo = run('npx paralign demo', ['npx', '--no-install', 'paralign', 'demo']);
  expect('the demo reports 58 of 58 paragraphs', /58\D+58/.test(demo));
}

try {
  const tarball = checkTarball();
  checkUse(tarball);
  checkWorkers();
  checkTypes();
  checkCommand();
  checkGlobal(tarball);
  console.log('The package is as it should be.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
