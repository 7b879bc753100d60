/** Reads or writes one memory in one way, as a process of its own, and prints what that took. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { Inline, TranslationUnit } from '../../src/tmx/model.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import { TmxBuilder } from '../../src/tmx/read.ts';
import { XmlScanner } from '../../src/tmx/scan.ts';
import { tmxStats } from '../../src/tmx/tools/stats.ts';
import { writeTmx } from '../../src/tmx/write-stream.ts';
import { unitsBySaxes } from './saxes-reader.ts';

/** What was counted, so that all can be seen to have read the same. */
interface Counts {
  units: number;
  characters: number;
}

export interface TmxOutcome extends Counts {
  readonly seconds: number;
  /** Until the first unit, in milliseconds; undefined where all come at once. */
  readonly first?: number;
  /** Peak, in MiB. */
  readonly memory: number;
}

const PIECE = 64 * 1024;
const [, , way, path] = process.argv as [string, string, string, string];
const counts: Counts = { units: 0, characters: 0 };
const start = performance.now();
let first: number | undefined;

const countInline = (content: readonly Inline[]): void => {
  for (const node of content) if (typeof node === 'string') counts.characters += node.length;
};
const countUnit = ({ variants }: TranslationUnit): void => {
  first ??= performance.now() - start;
  counts.units += 1;
  for (const { seg } of variants) countInline(seg);
};
const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: PIECE });
async function* texts(): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes()) yield decoder.decode(chunk, { stream: true });
}

const ways: Readonly<Record<string, () => Promise<void>>> = {
  paralign: async () => {
    for await (const unit of readTmx(bytes())) countUnit(unit);
  },
  'paralign, in batches': async () => {
    for await (const units of readTmx(bytes()).batches()) for (const unit of units) countUnit(unit);
  },
  'scanner and fast-xml-parser': async () => {
    const scanner = new XmlScanner(path);
    const builder = new TmxBuilder(path);
    for await (const text of texts()) {
      builder.add(scanner.push(text, false));
      for (const unit of builder.takeUnits()) countUnit(unit);
    }
    scanner.push('', true);
  },
  saxes: async () => {
    for await (const units of unitsBySaxes(texts())) for (const unit of units) countUnit(unit);
  },
  'fast-xml-parser, whole file': async () => {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      trimValues: false,
      parseTagValue: false,
    });
    type Parsed = Record<string, unknown>;
    const children = (nodes: Parsed[], name: string): Parsed[][] =>
      nodes.filter((node) => name in node).map((node) => node[name] as Parsed[]);
    const tree = parser.parse(readFileSync(path, 'utf8')) as Parsed[];
    for (const unit of children(children(children(tree, 'tmx')[0]!, 'body')[0]!, 'tu')) {
      counts.units += 1;
      for (const tuv of children(unit, 'tuv'))
        for (const node of children(tuv, 'seg')[0] ?? [])
          if ('#text' in node) counts.characters += String(node['#text']).length;
    }
    await Promise.resolve();
  },
  tmexchange: async () => {
    // It has no types.
    const name: string = 'tmexchange';
    const { tmx2js } = (await import(name)) as { tmx2js: (text: string) => Promise<{ resources: object }> };
    const { resources } = await tmx2js(readFileSync(path, 'utf8'));
    counts.units = Math.max(...Object.values(resources).map((units: object) => Object.keys(units).length));
  },
  stats: async () => {
    const { units } = await tmxStats(readTmx(bytes()), { srclang: 'en-GB' });
    counts.units = units;
  },
  'write: paralign': async () => {
    const { head, units } = await load();
    await timed(async () => {
      for await (const text of writeTmx(head, units)) counts.characters += text.length;
    });
  },
  'write: fast-xml-parser': async () => {
    const { units } = await load();
    // oxlint-disable-next-line typescript/no-deprecated -- it is what we are measured against
    const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, suppressBooleanAttributes: false });
    const node = (name: string, attributes: object, content: unknown[]): object => ({
      [name]: content,
      ':@': Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, value as string])),
    });
    const inline = (content: readonly Inline[]): unknown[] =>
      content.map((one) =>
        typeof one === 'string' ? { '#text': one } : node(one.name, one.attributes, inline(one.content)),
      );
    const trees = units.map(({ attributes, meta, variants }) => [
      node('tu', attributes, [
        ...inline(meta),
        ...variants.map((variant) => node('tuv', { 'xml:lang': variant.lang }, [node('seg', {}, inline(variant.seg))])),
      ]),
    ]);
    await timed(() => {
      for (const tree of trees) counts.characters += builder.build(tree).length;
      return Promise.resolve();
    });
  },
};

let elapsed: number | undefined;

async function timed(work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  elapsed = performance.now() - from;
}

/** The memory, for the writers; reading it is not counted. */
async function load(): Promise<{
  head: Awaited<ReturnType<ReturnType<typeof readTmx>['head']>>;
  units: TranslationUnit[];
}> {
  const reader = readTmx(bytes());
  const units: TranslationUnit[] = [];
  for await (const unit of reader) units.push(unit);
  counts.units = units.length;
  return { head: await reader.head(), units };
}

await ways[way]!();
const seconds = (elapsed ?? performance.now() - start) / 1000;
const outcome: TmxOutcome = { ...counts, seconds, ...(first !== undefined && { first }), memory: peakMemory() };
process.stdout.write(JSON.stringify(outcome));

/** On Linux `maxRSS` starts from what the parent process had, so that the kernel's own count is asked first. */
function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) / 1024;
}
