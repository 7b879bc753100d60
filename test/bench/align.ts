/**
 * Scores our aligner and a plain Gale-Church on sets of aligned texts:
 *
 *     npm run bench:align -- --gold DIR [--set NAME …] [--corpus] [--ablate] [--given] [--json FILE] [--doc NAME] [--part PART]
 *
 * - `--gold`: a folder of sets, each a folder with `NAME.src`, `NAME.tgt` (a unit a line) and `NAME.gold` (a bead a line,
 *   `i,j:k`, from 0).
 * - `--set`: only these sets; may be repeated.
 * - `--corpus`: our aligner with all documents of a set aligned together, too.
 * - `--ablate`: our aligner without each kind of evidence in turn, too.
 * - `--given`: our aligner with each machine translation (`NAME.src-mt-…`) that a set has, too.
 * - `--json`: writes the figures, and what they were counted from, to a file.
 * - `--part`: only every other document of each set: `dev`, those that the aligner is tuned on, or `test`, the others.
 * - `--doc`: instead of the figures, prints the beads that are wrong in the documents whose name contains this, with their
 *   texts.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'tsup';
import type { Outcome, Task } from './align-set.ts';
import { ablations, givens } from './aligners.ts';
import type { AlignerName } from './aligners.ts';
import { ablationTable, reliabilityTable, scoreTable } from './align-tables.ts';
import type { Result } from './align-tables.ts';
import { MAX_PAIRS } from './gale-church.ts';
import { listSets, partOf, readSet } from './gold.ts';
import type { GoldDocument, Part } from './gold.ts';
import { addCounts, calibrationError, countRight, f1, keyOf, noCounts, ratio } from './score.ts';
import type { IndexBead } from './score.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    set: { type: 'string', multiple: true },
    corpus: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
    given: { type: 'boolean', default: false },
    json: { type: 'string' },
    doc: { type: 'string' },
    part: { type: 'string' },
  },
});
if (values.gold === undefined) throw new Error('Say where the sets are: npm run bench:align -- --gold DIR');
const part = partNamed(values.part);
const folder = resolve(values.gold);
const all = listSets(folder);
const sets = values.set ?? all;
const unknown = sets.find((set) => !all.includes(set));
if (unknown !== undefined) throw new Error(`There is no set “${unknown}”; there are ${all.join(', ')}`);

// Built first, so that it is measured as users run it, and what is edited meanwhile does not matter.
const outDir = resolve('temp', 'bench');
await build({
  config: false,
  entry: { 'align-set': join(import.meta.dirname, 'align-set.ts') },
  outDir,
  outExtension: () => ({ js: '.mjs' }),
  format: 'esm',
  target: 'node20',
  silent: true,
});

if (values.doc === undefined) printFigures();
else printWrong(values.doc);

function printFigures(): void {
  const aligners: AlignerName[] = [
    'paralign',
    ...(values.corpus ? (['corpus'] as const) : []),
    'Gale-Church',
    ...(values.ablate ? ablations() : []),
  ];
  const results: Result[] = [];
  for (const set of sets) {
    const gold = partOf(readSet(folder, set), part);
    if (gold.length === 0) continue;
    for (const aligner of [...aligners, ...(values.given ? givens(gold) : [])]) {
      if (aligner === 'Gale-Church' && isTooLong(gold)) {
        console.error(`${set}: too long for the full table of Gale-Church`);
        continue;
      }
      process.stderr.write(`${set}, ${aligner} …\n`);
      results.push(measure(gold, taskOf(set, aligner)));
    }
  }
  const ours = results.filter(({ aligner }) => aligner === 'paralign');
  console.log(scoreTable(results.filter(({ aligner }) => !aligner.startsWith('without '))));
  console.log(`\n${reliabilityTable(ours)}`);
  if (values.ablate) console.log(`\n${ablationTable(results)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results.map(toJson), undefined, 1)}\n`);
}

function isTooLong(documents: readonly GoldDocument[]): boolean {
  return documents.some(({ source, target }) => (source.length + 1) * (target.length + 1) > MAX_PAIRS);
}

function partNamed(name: string | undefined): Part | undefined {
  if (name === undefined || name === 'dev' || name === 'test') return name;
  throw new Error(`There is no part “${name}”; there are dev and test`);
}

function taskOf(set: string, aligner: AlignerName): Task {
  return { folder, set, aligner, ...(part === undefined ? {} : { part }) };
}

function run(task: Task): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(outDir, 'align-set.mjs'), JSON.stringify(task)],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(`${task.aligner} failed on ${task.set}:\n${stderr}`);
  return JSON.parse(stdout) as Outcome;
}

function measure(gold: readonly GoldDocument[], task: Task): Result {
  const { documents, ...used } = run(task);
  const counts = gold
    .map((document, k) => countRight(document.beads, documents[k]!))
    .reduce((sum, one) => addCounts(sum, one), noCounts);
  return { set: task.set, aligner: task.aligner, counts, ...used };
}

function toJson(result: Result): object {
  const { counts } = result;
  return {
    ...result,
    strictF1: f1(counts.strictPrecision, counts.strictRecall),
    laxF1: f1(counts.laxPrecision, counts.laxRecall),
    nullPrecision: ratio(counts.nullPrecision),
    nullRecall: ratio(counts.nullRecall),
    movesFound: ratio(counts.movesFound),
    calibrationError: calibrationError(counts.reliability),
  };
}

function printWrong(name: string): void {
  for (const set of sets) {
    const gold = partOf(readSet(folder, set), part);
    if (!gold.some((document) => document.name.includes(name))) continue;
    const { documents } = run(taskOf(set, 'paralign'));
    gold.forEach((document, k) => {
      if (document.name.includes(name)) printWrongBeads(`${set}/${document.name}`, document, documents[k]!);
    });
  }
}

function printWrongBeads(title: string, gold: GoldDocument, output: readonly IndexBead[]): void {
  const keys = { gold: new Set(gold.beads.map(keyOf)), output: new Set(output.map(keyOf)) };
  const wrong = [
    ...gold.beads.filter((bead) => !keys.output.has(keyOf(bead))).map((bead) => ({ mark: '-', bead })),
    ...output.filter((bead) => !keys.gold.has(keyOf(bead))).map((bead) => ({ mark: '+', bead })),
  ].sort((a, b) => place(a.bead, gold) - place(b.bead, gold));
  console.log(`${title}: ${wrong.length} beads differ (- gold, + output)`);
  for (const { mark, bead } of wrong) {
    const confidence = bead.confidence === undefined ? '' : ` p=${bead.confidence.toFixed(3)}`;
    console.log(`${mark} ${keyOf(bead)}${confidence}`);
    for (const [side, units] of [
      ['source', gold.source],
      ['target', gold.target],
    ] as const)
      for (const unit of bead[side]) console.log(`    ${side === 'source' ? '<' : '>'} ${shorten(units[unit]!)}`);
  }
}

/** Where in the document a bead is, 0 to 1, by the sides that it has: near enough to put what differs side by side. */
function place({ source, target }: IndexBead, gold: GoldDocument): number {
  const places = [
    ...source.slice(0, 1).map((unit) => unit / gold.source.length),
    ...target.slice(0, 1).map((unit) => unit / gold.target.length),
  ];
  return places.reduce((sum, x) => sum + x, 0) / places.length;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 160 ? text : `${characters.slice(0, 110).join('')} … ${characters.slice(-45).join('')}`;
}
