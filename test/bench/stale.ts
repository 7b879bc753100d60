/**
 * Measures what is said of translations whose source has been edited: how many edits that change the meaning are told as
 * `stale`, and how often it is told without one.
 *
 *     npm run bench:stale -- --gold DIR [--set NAME] [--part dev|test] [--rate SHARE] [--seed N] [--examples]
 *
 * Each document of the set is aligned and accepted as `paralign accept` does. Then a share of its source paragraphs (0.05 by
 * default) is edited, one kind of edit a run, and the translation left as it was; it is aligned again and checked in two ways: with
 * the memory (`memory`), and with nothing but the older version (`since`). Only paragraphs that were
 * accepted and have one counterpart by the gold are edited. An edit counts as found when a finding names its paragraph; every other finding is a false alarm.
 */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { align, defaultEvidence } from '../../src/align/align.ts';
import { acceptedSince } from '../../src/check/accepted-since.ts';
import { check } from '../../src/check/check.ts';
import { surePairs } from '../../src/check/sure-pairs.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import type { TextPair } from '../../src/model/text-pair.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { createDice, shuffle } from '../dice.ts';
import type { Dice } from '../dice.ts';
import { localesOf, partOf, readSet } from './gold.ts';
import type { Part } from './gold.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    set: { type: 'string', default: 'js-en-ru' },
    part: { type: 'string' },
    rate: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    examples: { type: 'boolean', default: false },
  },
});
if (values.gold === undefined) throw new Error('Say where the sets are: npm run bench:stale -- --gold DIR');
const folder = resolve(values.gold);
const [sourceLocale, targetLocale] = localesOf(folder, values.set) ?? ['en', 'ru'];
const set = partOf(readSet(folder, values.set), values.part as Part | undefined);

/** A source paragraph, and which one it was; none where it is new. */
interface Item {
  readonly text: string;
  readonly was: number | undefined;
}

/** Edits the paragraph at a place; undefined where that cannot be done there. */
type Edit = (items: readonly Item[], at: number, dice: Dice, words: readonly string[]) => readonly Item[] | undefined;

/** An edit of the text alone. */
function textEdit(change: (text: string, dice: Dice, words: readonly string[]) => string): Edit {
  return (items, at, dice, words) => {
    const item = items[at]!;
    const text = change(item.text, dice, words);
    return text === item.text ? undefined : items.with(at, { ...item, text });
  };
}

function drawMatch(text: string, pattern: RegExp, dice: Dice): RegExpExecArray | undefined {
  const found = [...text.matchAll(pattern)];
  return found[dice(Math.max(1, found.length))];
}

function put(text: string, match: RegExpExecArray | undefined, by: (found: string) => string): string {
  if (match === undefined) return text;
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

const prose = /(?<![\p{L}\p{N}`_/.-])\p{Ll}{5,}(?![\p{L}\p{N}`_/(-])/gu;

const edits: Readonly<Record<string, Edit>> = {
  'number changed': textEdit((text, dice) =>
    put(text, drawMatch(text, /\d+/g, dice), (found) => String(Number(found) + 1 + dice(9))),
  ),
  'word replaced': textEdit((text, dice, words) =>
    put(text, drawMatch(text, prose, dice), () => words[dice(words.length)]!),
  ),
  'clause added': textEdit((text, dice, words) =>
    put(
      text,
      drawMatch(text, /(?<=\p{L})(?=[.,:;!?] |[.!?]$)/gu, dice),
      () => `, as ${Array.from({ length: 4 }, () => words[dice(words.length)]!).join(' ')}`,
    ),
  ),
  'clause removed': textEdit((text, dice) =>
    put(
      text,
      drawMatch(text, /[,;] [^,;.!?]{12,80}(?=[,;.!?])|(?<=[.!?]) \p{Lu}[^.!?]{12,160}[.!?](?= |$)/gu, dice),
      () => '',
    ),
  ),
  negation: textEdit((text, dice) =>
    put(text, drawMatch(text, /\b(?:is|are|can|should|does|do|will|must)(?: not)?\b(?!n)/g, dice), (found) =>
      found.endsWith(' not') ? found.slice(0, -4) : `${found} not`,
    ),
  ),
  'white space': textEdit((text, dice) =>
    put(text, drawMatch(text, / /g, dice), () => ['\u00a0', '  ', ' \u2009'][dice(3)]!),
  ),
  'quotation marks': textEdit((text) => text.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’')),
  dashes: textEdit((text) =>
    text.replace(/ (?:-|–) /g, ' — ').replace(/ — /g, (found, at: number) => (at % 2 ? '—' : found)),
  ),
  'soft hyphen': textEdit((text, dice) =>
    put(text, drawMatch(text, /(?<=\p{L}{4})(?=\p{L}{4})/gu, dice), () => '\u00ad'),
  ),
  links: textEdit((text, dice) =>
    put(text, drawMatch(text, /http:\/\/docs\.example\.com\/en\/page-\d+\//g, dice), (found) => {
      const ways = ['http:', '//docs.', '/en', /\/$/] as const;
      const by = ['https:', '//www.', '', ''];
      const way = dice(ways.length);
      return found.replace(ways[way]!, by[way]!);
    }),
  ),
  emphasis: textEdit((text) =>
    text.replace(/(?<![\w*])\*(\w[^*]*)\*(?![\w*])/g, '_$1_').replace(/\*\*(\w[^*]*)\*\*/g, '__$1__'),
  ),
  moved: (items, at, dice) => {
    const rest = items.toSpliced(at, 1);
    return rest.toSpliced(dice(rest.length + 1), 0, items[at]!);
  },
  'cut in two': (items, at) => {
    const { text, was } = items[at]!;
    const cut = /[.!?] (?=\p{Lu})/u.exec(text);
    return cut === null
      ? undefined
      : items.toSpliced(at, 1, { text: text.slice(0, cut.index + 1), was }, { text: text.slice(cut.index + 2), was });
  },
  'new paragraph': (items, at, dice, words) =>
    items.toSpliced(at, 0, {
      text: `${Array.from({ length: 20 }, () => words[dice(words.length)]!).join(' ')}.`,
      was: undefined,
    }),
  deleted: (items, at) => items.toSpliced(at, 1),
};

const ways = ['memory', 'since'] as const;
type Way = (typeof ways)[number];
/** Edits after which the translation has to be mended, and the rule that says so. */
const rules: Readonly<Record<string, string>> = {
  'number changed': 'stale',
  'word replaced': 'stale',
  'clause added': 'stale',
  'clause removed': 'stale',
  negation: 'stale',
  deleted: 'extra',
};

/** A document before its source is edited. */
interface Sample {
  readonly name: string;
  readonly source: Document;
  readonly target: Document;
  readonly older: Bitext;
  readonly accepted: readonly TextPair[];
  /** The target paragraph of each source paragraph that was accepted and has one counterpart by the gold. */
  readonly partners: ReadonlyMap<number, number>;
}

const samples = set.map(({ name, source: lines, target, beads }): Sample => {
  // The texts have hardly any addresses: every tenth paragraph is given one.
  const source = lines.map((text, k) =>
    k % 10 === 3 && text !== '' ? `${text} See http://docs.example.com/en/page-${k}/.` : text,
  );
  const versions = { source: read(source, sourceLocale), target: read(target, targetLocale) };
  const older = align(versions.source, versions.target);
  const accepted = surePairs(older);
  const known = new Set(accepted.flatMap((pair) => pair.source.split('\n')));
  // What was never accepted cannot be told to have changed.
  const single = beads.filter(
    (bead) => bead.source.length === 1 && bead.target.length === 1 && known.has(source[bead.source[0]!]!.trim()),
  );
  const partners = new Map(single.map((bead) => [bead.source[0]!, bead.target[0]!]));
  return { name, ...versions, older, accepted, partners };
});
const words = samples.flatMap(({ source }) => source.blocks.flatMap(({ text }) => text.match(prose) ?? []));
const units = samples.reduce((sum, { source }) => sum + source.blocks.length, 0);
const links = samples.reduce((sum, { accepted }) => sum + accepted.length, 0);
console.log(`${samples.length} documents, ${units} source paragraphs, ${links} links of paragraphs accepted`);

for (const [kind, edit] of [['nothing', undefined] as const, ...Object.entries(edits)]) {
  const counts = { memory: { found: 0, wrong: 0 }, since: { found: 0, wrong: 0 } };
  const examples: string[] = [];
  let edited = 0;
  for (const sample of samples) {
    const { items, done } = editSample(sample, kind, edit);
    edited += done.size;
    for (const way of ways) {
      const { missed, wrong } = look(sample, items, done, way, rules[kind]);
      counts[way].found += done.size - missed.length;
      counts[way].wrong += wrong.length;
      if (rules[kind] !== undefined) examples.push(...missed.map((text) => `${way} missed, ${sample.name}: ${text}`));
      examples.push(...wrong.map((text) => `${way} false, ${sample.name}: ${text}`));
    }
  }
  const told = ways.map((way) => {
    const { found, wrong } = counts[way];
    const share = rules[kind] === undefined ? '' : `found ${found} = ${((100 * found) / edited).toFixed(1)} %`;
    return `${way}: ${share.padEnd(20)} false ${wrong} = ${((1000 * wrong) / units).toFixed(2)} per 1,000`;
  });
  console.log(`${kind.padEnd(16)} ${String(edited).padStart(4)} edits  ${told.join('   ')}`);
  if (values.examples) for (const example of examples.slice(0, 10)) console.log(`    ${example.slice(0, 600)}`);
}

/** Edits a share of a document's source paragraphs. `done` has the numbers of those that were edited. */
function editSample({ name, source, partners }: Sample, kind: string, edit: Edit | undefined) {
  const dice = createDice(seedOf(`${values.seed} ${kind} ${name}`));
  let items: readonly Item[] = source.blocks.map(({ text }, was) => ({ text, was }));
  const wanted = Math.max(1, Math.round(items.length * Number(values.rate)));
  const done = new Set<number>();
  for (const unit of edit === undefined ? [] : shuffle([...partners.keys()], dice)) {
    if (done.size === wanted) break;
    const at = items.findIndex(({ was }) => was === unit);
    if (at < 0 || items[at]!.text.trim() === '') continue;
    const next = edit!(items, at, dice, words);
    if (next === undefined) continue;
    items = next;
    done.add(unit);
  }
  return { items, done };
}

/** What the checker makes of the edited source beside the old translation. */
function look(sample: Sample, items: readonly Item[], done: ReadonlySet<number>, way: Way, rule: string | undefined) {
  const { source, target, older, accepted, partners } = sample;
  const today = read(
    items.map(({ text }) => text),
    sourceLocale,
  );
  // The command takes the older version for a memory in the same way.
  const bitext = align(today, target, { evidence: defaultEvidence({ memory: accepted }) });
  const pairs = way === 'memory' ? accepted : acceptedSince(bitext, older);
  const { findings } = check(bitext, { accepted: pairs });
  const found = new Set<number>();
  const wrong: string[] = [];
  for (const { rule: id, target: place, data } of findings) {
    if (id !== 'stale' && id !== rule) continue;
    const after = String(data['after'] ?? '');
    const own = [...done].filter((unit) =>
      id === 'extra'
        ? place?.block === partners.get(unit)
        : rule === 'extra'
          ? String(data['before']).includes(source.blocks[unit]!.text)
          : items.some(({ was, text }) => was === unit && after.includes(text)),
    );
    for (const unit of own) found.add(unit);
    if (id === 'stale' && (rule === undefined || own.length === 0)) wrong.push(JSON.stringify(data));
  }
  return { missed: [...done].filter((unit) => !found.has(unit)).map((unit) => source.blocks[unit]!.text), wrong };
}

/** One block a line, an empty one too. */
function read(lines: readonly string[], locale: string): Document {
  return readDocument(lines.join('\n'), { locale, format: 'lines' });
}

/** FNV-1a. */
function seedOf(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value;
}
