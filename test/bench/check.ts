/**
 * Measures the checker: how much it says of untouched human translations, and how much of the damage it finds that is
 * done to them.
 *
 *     npm run bench:check -- --gold DIR [--set NAME] [--part PART] [--class NAME …] [--rate RATE …] [--draws N]
 *       [--limit N] [--seed N] [--jobs N] [--examples] [--json FILE]
 *
 * - `--gold`: a folder of sets, as `bench:align` has them; the set must be undamaged human translations.
 * - `--set`: `js-en-ru` by default. With a set of English and Russian, the interview in `corpora/` is measured too.
 * - `--part`: only every other document: `dev`, those that the rules are tuned on, or `test`, the others. The interview is in both.
 * - `--class`: only these classes of faults; may be repeated. `none` for the untouched text alone.
 * - `--rate`: `one` (one fault a document, in so many draws as `--draws` says, 4 by default), or a share of the paragraphs
 *   such as `0.05`. May be repeated; one, 0.01, 0.05 and 0.1 by default.
 * - `--limit`: only so many documents, the last ones.
 * - `--examples`: prints what was found in untouched text, what was missed and what no fault explains, too.
 * - `--json`: writes everything to a file.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'tsup';
import { rawFiles } from '../../tsup.config.ts';
import { alarmTable, exampleText, faultTable } from './check-tables.ts';
import type { Rate } from './check-damage.ts';
import type { CheckOutcome, CheckTask } from './check-part.ts';
import { faults } from './faults/index.ts';
import { listSets } from './gold.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    set: { type: 'string', default: 'js-en-ru' },
    part: { type: 'string' },
    class: { type: 'string', multiple: true },
    rate: { type: 'string', multiple: true, default: ['one', '0.01', '0.05', '0.1'] },
    draws: { type: 'string', default: '4' },
    limit: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    examples: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
if (values.gold === undefined) throw new Error('Say where the sets are: npm run bench:check -- --gold DIR');
const folder = resolve(values.gold);
if (!listSets(folder).includes(values.set))
  throw new Error(`There is no set “${values.set}”; there are ${listSets(folder).join(', ')}`);
if (values.part !== undefined && values.part !== 'dev' && values.part !== 'test')
  throw new Error(`There is no part “${values.part}”; there are dev and test`);
const names = faults.map(({ name }) => name);
const classes = values.class === undefined ? names : values.class.filter((name) => name !== 'none');
const unknown = classes.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`There is no class “${unknown}”; there are ${names.join(', ')}`);

// Built first, so that it is measured as users run it, and what is edited meanwhile does not matter.
const outDir = resolve('temp', 'bench');
await build({
  config: false,
  entry: { 'check-part': join(import.meta.dirname, 'check-part.ts') },
  outDir,
  outExtension: () => ({ js: '.mjs' }),
  format: 'esm',
  target: 'node20',
  silent: true,
  // The interview is read as text.
  esbuildPlugins: [rawFiles],
});

const task: CheckTask = {
  folder,
  set: values.set,
  classes: [],
  rates: values.rate.map(rateOf),
  draws: wholeNumber(values.draws),
  seed: wholeNumber(values.seed),
  ...(values.part === undefined ? {} : { part: values.part }),
  ...(values.limit === undefined ? {} : { limit: wholeNumber(values.limit) }),
};
const outcome = await runAll();
console.log(alarmTable(outcome));
if (outcome.classes.length > 0) console.log(`\n${faultTable(outcome.classes)}`);
if (values.examples) console.log(`\n${exampleText(outcome)}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcome, undefined, 1)}\n`);

/** Each class to the process that is free first. */
async function runAll(): Promise<CheckOutcome> {
  const { units, untouched } = await run(task);
  const done = new Map<string, CheckOutcome['classes']>();
  const waiting = [...classes];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      process.stderr.write(`${name} …\n`);
      done.set(name, (await run({ ...task, classes: [name] })).classes);
    }
  };
  await Promise.all(Array.from({ length: wholeNumber(values.jobs) }, work));
  return { units, untouched, classes: classes.flatMap((name) => done.get(name)!) };
}

function run(part: CheckTask): Promise<CheckOutcome> {
  const child = spawn(process.execPath, [join(outDir, 'check-part.mjs'), JSON.stringify(part)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) settle(JSON.parse(Buffer.concat(chunks).toString('utf8')) as CheckOutcome);
      else fail(new Error(`the process that measures ${part.classes.join(', ')} ended with ${code}`));
    });
  });
}

function rateOf(value: string): Rate {
  const share = Number(value);
  if (value !== 'one' && !(share > 0 && share <= 0.3)) throw new Error(`--rate ${value}: expected one, or up to 0.3`);
  return value === 'one' ? 'one' : share;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`expected a whole number from 1, found “${value}”`);
  return Number(value);
}
