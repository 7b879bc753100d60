import type { FilterOptions, PropTest, TextTest } from '../../tmx/tools/filter.ts';
import type { Context } from '../context.ts';
import { countOption } from '../count-option.ts';
import { CliError, exitCodes } from '../failure.ts';
import { findingCondition } from '../finding-condition.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { localeOption, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { inexactWarning, openMemory } from '../tmx-memory.ts';
import { countUnits, tellDone, writeMemory } from '../tmx-writing.ts';

/** `paralign tmx filter`: the units of a memory that are as the options say. */
export async function runTmxFilter(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [name = standardStream] = args;
  const file = options.text('output') ?? standardStream;
  const findings = options.list('finding');
  const conditions = conditionsOf(options, findings);
  const source = localeOption(options, 'sourceLocale');
  const [{ filterUnits, unitFilter }, { headOfSelection }] = await Promise.all([
    import('../../tmx/tools/filter.ts'),
    import('../../tmx/tools/head-of-selection.ts'),
  ]);
  // A date or a rule that is none is told of before anything is read.
  unitFilter(conditions);
  if (findings.length > 0) await findingCondition(findings, source);
  const output = await openOutput(file, [name]);
  const messages = await context.messages();
  const done = await withProgress(async (progress) => {
    const { head, units, others } = await openMemory(name, options, context, progress);
    const counted = countUnits(units);
    const srclang = source ?? head.header.attributes.srclang;
    const kept = filterUnits(counted.units, {
      ...conditions,
      srclang,
      where: findings.length === 0 ? undefined : await findingCondition(findings, srclang),
      onInexact: inexactWarning(name, messages),
    });
    const written = await writeMemory(output, headOfSelection(head), kept, others);
    return { written, read: counted.count() };
  });
  await tellDone(file, context, 'tmx-filter-done', { count: done.written, read: messages.number(done.read) });
  return exitCodes.ok;
}

function conditionsOf(options: Options, findings: readonly string[]): FilterOptions {
  const conditions: FilterOptions = {
    languages: options.list('language'),
    from: options.text('from'),
    to: options.text('to'),
    authors: options.list('author'),
    props: options.list('prop').map(propOf),
    text: textTest(options, 'text'),
    source: textTest(options, 'source'),
    target: textTest(options, 'target'),
    minLength: countOption(options, 'minLength', '--min-length'),
    maxLength: countOption(options, 'maxLength', '--max-length'),
  };
  if (
    [...Object.values(conditions), findings].every(
      (value) => value === undefined || (Array.isArray(value) && value.length === 0),
    )
  )
    throw new CliError('tmx-filter-nothing', { help: 'paralign tmx filter --help' });
  return { ...conditions, invert: options.flag('invert') };
}

function propOf(option: string): PropTest {
  const at = option.indexOf('=');
  return at === -1 ? { type: option } : { type: option.slice(0, at), value: option.slice(at + 1) };
}

function textTest(options: Options, name: 'text' | 'source' | 'target'): TextTest | undefined {
  const value = options.text(name);
  const match = value === undefined ? null : /^\/(.+)\/([a-z]*)$/s.exec(value);
  if (match === null) return value;
  try {
    return new RegExp(match[1]!, match[2]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError('tmx-expression-invalid', { option: `--${name}`, value: value!, reason });
  }
}
