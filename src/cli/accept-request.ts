import type { Comparison } from '../check/compare-accepted.ts';
import type { Messages } from '../report/messages/index.ts';
import { formatTmxDate } from '../tmx/date.ts';
import type { AcceptRequest } from './accept-bitext.ts';
import type { Context } from './context.ts';
import { creationDate } from './creation-date.ts';
import { CliError } from './failure.ts';
import { percentOption } from './memory-lookup.ts';
import type { AcceptancePlan } from './plan-acceptance.ts';
import type { Options } from './spec.ts';

/** What the command line says of what is accepted, by whom and when. */
export interface AcceptanceRequest {
  readonly wish: AcceptRequest;
  readonly how: { readonly date: string; readonly by?: string };
}

/**
 * @throws {CliError} `option-not-count`, `option-not-percent`, `source-date-invalid`
 * @throws {ParalignError} `date-invalid`
 */
export function acceptanceRequest(options: Options, context: Context): AcceptanceRequest {
  const by = options.text('by');
  return {
    wish: {
      blocks: options.list('block').map(blockNumber),
      findings: options.list('finding'),
      confidence: percentOption(options, 'minConfidence', '--min-confidence') / 100,
      stale: options.flag('stale'),
    },
    how: {
      date: formatTmxDate(options.text('date') ?? creationDate(context.env)),
      ...(by !== undefined && { by }),
    },
  };
}

function blockNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new CliError('option-not-count', { option: '--block', value });
  return Number(value);
}

/** How much was accepted, and the numbers of the source's paragraphs that were not. */
export interface AcceptanceCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly unsure: readonly number[];
  readonly stale: readonly number[];
}

/** A plan without the texts that it is about. */
export function countsOf({ added, changed, unchanged, removed, unsure, stale }: AcceptancePlan): AcceptanceCounts {
  const blocks = (comparisons: readonly Comparison[]): number[] =>
    comparisons.map(({ beads }) => beads[0]!.source.from + 1);
  return { added, changed, unchanged, removed, unsure: blocks(unsure), stale: blocks(stale) };
}

/** The numbers of what was accepted, as messages take them. */
export function countData(
  { added, changed, unchanged, removed }: AcceptanceCounts,
  messages: Messages,
): Record<string, string> {
  const counts = { added, changed, unchanged, removed };
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, messages.number(count)]));
}

/** What is said of paragraphs that were not accepted. */
export function leftLines({ unsure, stale }: AcceptanceCounts, messages: Messages): string[] {
  return [...left('accept-unsure', unsure, messages), ...left('accept-left-stale', stale, messages)];
}

/** So many paragraphs are named. */
const NAMED = 20;

function left(key: 'accept-unsure' | 'accept-left-stale', numbers: readonly number[], messages: Messages): string[] {
  if (numbers.length === 0) return [];
  const blocks = `${numbers.slice(0, NAMED).join(', ')}${numbers.length > NAMED ? ', …' : ''}`;
  return [messages.cli(key, { count: numbers.length, blocks })];
}
