// What the times of subtitles add: `node scripts/run-ts.mjs test/bench/subtitles.ts FOLDER`, a folder of gold alignments.
//
// Subtitles are made of aligned texts: each gold bead is cut into cues, differently on both sides, and given times as if it
// were spoken; the target's clock is shifted, and runs faster in every second document. The gold beads are the cues of a
// gold bead. Every second document of a set (`dev`) was used to choose the numbers in src/align/evidence/times.ts, the
// others (`test`) are what is reported. Without times, and without the text: only times.
import { align, defaultEvidence } from '../../src/align/align.ts';
import type { Evidence } from '../../src/align/evidence.ts';
import { lengthEvidence } from '../../src/align/evidence/length.ts';
import { timesEvidence } from '../../src/align/evidence/times.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { localesOf, partOf, readSet } from './gold.ts';
import type { GoldDocument } from './gold.ts';
import { addCounts, countRight, f1, noCounts } from './score.ts';
import type { IndexBead } from './score.ts';

const folder = process.argv[2] ?? '';
const SETS = ['parice', 'bible-en-ru-ch', 'bible-en-zh-ch'];

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text cut into lines of up to so many characters, at spaces or, where there are none, anywhere. */
function cut(text: string, most: number, random: () => number): string[] {
  const count = Math.ceil(text.length / (most * (0.7 + 0.6 * random())));
  const pieces: string[] = [];
  let from = 0;
  for (let k = 1; k < count; k++) {
    let at = Math.round((text.length * k) / count);
    const space = text.indexOf(' ', at);
    if (space !== -1 && space - at < 20) at = space;
    if (at > from) pieces.push(text.slice(from, at).trim());
    from = at;
  }
  pieces.push(text.slice(from).trim());
  return pieces.filter((piece) => piece !== '');
}

interface Film {
  readonly source: Block[];
  readonly target: Block[];
  readonly gold: IndexBead[];
}

function filmOf(document: GoldDocument, seed: number, most: readonly [number, number]): Film {
  const random = randomOf(seed);
  const [scale, offset] = [seed % 2 === 0 ? 1 : 25_025 / 24_000, (random() - 0.5) * 120 + 65];
  const film: Film = { source: [], target: [], gold: [] };
  let clock = 5;
  for (const bead of document.beads) {
    const texts = [
      bead.source.map((k) => document.source[k]!).join(' '),
      bead.target.map((k) => document.target[k]!).join(' '),
    ];
    const long = Math.max(texts[0]!.length / most[0], texts[1]!.length / most[1]);
    const length = Math.max(1, 3.5 * long);
    const [source, target] = texts.map((text, side) => {
      const blocks = side === 0 ? film.source : film.target;
      const pieces = cut(text, most[side]!, random);
      const whole = pieces.reduce((sum, piece) => sum + piece.length, 0);
      let before = 0;
      return pieces.map((piece) => {
        const jitter = (): number => (random() - 0.5) * 0.5;
        const at = (part: number): number => clock + (length * part) / whole;
        let [from, to] = [at(before) + jitter(), at(before + piece.length) - 0.1 + jitter()];
        before += piece.length;
        if (side === 1) [from, to] = [scale * from + offset, scale * to + offset];
        blocks.push({ id: `p${blocks.length + 1}`, kind: 'paragraph', text: piece, segments: [], time: { from, to } });
        return blocks.length - 1;
      });
    });
    film.gold.push({ source: source!, target: target! });
    clock += length + (random() < 0.05 ? 20 * random() : random());
  }
  return film;
}

const without = (): Evidence[] => defaultEvidence().filter(({ id }) => id !== 'times');
const methods: Readonly<Record<string, () => Evidence[]>> = {
  'text only': without,
  'text and times': () => defaultEvidence(),
  'length only': () => [lengthEvidence()],
  'times only': () => [timesEvidence()],
};
for (const part of ['dev', 'test'] as const)
  for (const set of SETS) {
    const documents = partOf(readSet(folder, set), part);
    const locales = localesOf(folder, set)!;
    const most: readonly [number, number] = locales[1] === 'zh' ? [100, 33] : [100, 100];
    for (const [name, evidence] of Object.entries(methods)) {
      let counts = noCounts;
      documents.forEach((document, k) => {
        const film = filmOf(document, 1000 + k, most);
        const side = (n: 0 | 1): Document => ({ locale: locales[n], blocks: n === 0 ? film.source : film.target });
        const { blocks } = align(side(0), side(1), { evidence: evidence() });
        const range = ({ from, to }: { from: number; to: number }): number[] =>
          Array.from({ length: to - from }, (_, n) => from + n);
        const output = blocks.beads.map((bead) => ({ source: range(bead.source), target: range(bead.target) }));
        counts = addCounts(counts, countRight(film.gold, output));
      });
      const figures = [f1(counts.strictPrecision, counts.strictRecall), f1(counts.laxPrecision, counts.laxRecall)].map(
        (value) => value.toFixed(3),
      );
      console.log(
        part,
        set,
        name.padEnd(15),
        'strict F1',
        figures[0],
        'lax F1',
        figures[1],
        'beads',
        counts.strictRecall.of,
      );
    }
  }
