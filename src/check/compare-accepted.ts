import type { AcceptedPair } from '../model/accepted-pair.ts';
import { meaningOf } from './meaning-of.ts';
import type { AlignedBead, CheckContext } from './rule.ts';

/** What has become of a link of paragraphs since it was accepted. */
export interface Comparison {
  /** The link; or neighbours that were accepted as one. In the order of the text. */
  readonly beads: readonly AlignedBead[];
  /**
   * - `accepted`: both texts are as they were accepted.
   * - `stale`: the target is, and its source says something else now.
   * - `retranslated`: the source is, and its target is another.
   * - `moved`: the target is, and what is gone from the source beside it stands unaccepted elsewhere in the document, or is
   *   the next paragraph now.
   * - `new`: neither text was accepted, or each with another.
   */
  readonly kind: 'accepted' | 'stale' | 'retranslated' | 'moved' | 'new';
  /** What it was accepted as, by index in the list; several where neighbours were accepted that are one now. */
  readonly pairs: readonly number[];
}

/** So many neighbours may have been accepted as one, or be one now. */
const LONGEST = 3;

/**
 * Compares the links of a bitext with what was accepted, in the meaning of their texts (see {@link meaningOf}).
 *
 * Each pair explains one link at most. Links of which both texts were accepted together come first: a target that stands
 * several times is never held against a source that it was accepted with somewhere. The others take the pair with their
 * target that is nearest in the order of the list, of several the latest; then neighbours are tried that together are the
 * target of a pair, and the other way round; then pairs with the same source.
 */
export function compareAccepted(context: CheckContext): readonly Comparison[] {
  let comparisons = known.get(context);
  if (comparisons === undefined) {
    comparisons = new Comparer(context).compare();
    known.set(context, comparisons);
  }
  return comparisons;
}

/** Two rules ask. */
const known = new WeakMap<CheckContext, readonly Comparison[]>();

class Comparer {
  readonly #context: CheckContext;
  readonly #accepted: readonly AcceptedPair[];
  /** The meanings of the pairs' texts. */
  readonly #pairs: readonly Meanings[];
  /** Pairs that explain no link yet. */
  readonly #free: Set<number>;
  readonly #links: readonly Link[];

  constructor(context: CheckContext) {
    this.#context = context;
    this.#accepted = context.accepted;
    this.#pairs = this.#accepted.map(({ source, target }) => this.#meanings(source, target));
    this.#free = new Set(this.#accepted.keys());
    this.#links = context.beads
      .filter(({ source, target }) => source.text.trim() !== '' && target.text.trim() !== '')
      .map((bead) => ({ bead, ...this.#meanings(bead.source.text, bead.target.text), found: undefined }));
  }

  compare(): Comparison[] {
    this.#takeExact();
    const unaccepted = this.#unacceptedSources();
    const kindOf: KindOf = (run, pairs) => {
      const [now, then] = [joinTexts(run), pairs.map((k) => this.#accepted[k]!.source).join('\n')];
      if (this.#sourceMeaning(now) === this.#sourceMeaning(then)) return 'accepted';
      if (this.#isCut(run, this.#sourceMeaning(then))) return 'moved';
      return this.#hasMoved(this.#lines(then), this.#lines(now), unaccepted) ? 'moved' : 'stale';
    };
    this.#takeNearest('target', kindOf);
    this.#takeJoinedLinks(kindOf);
    this.#takeJoinedPairs(kindOf);
    this.#takeNearest('source', () => 'retranslated');
    return this.#links.flatMap((link) => {
      if (link.found === undefined) return [{ beads: [link.bead], kind: 'new' as const, pairs: [] }];
      // Neighbours share one comparison, which is told once.
      return link.found.beads[0] === link.bead ? [link.found] : [];
    });
  }

  /** Links whose two texts were accepted together, somewhere. */
  #takeExact(): void {
    const byBoth = indexBy(this.#pairs, ({ source, target }) => `${source}\n${target}`);
    this.#links.forEach((link, at) => {
      const candidates = byBoth.get(`${link.source}\n${link.target}`);
      if (candidates === undefined) return;
      const own = this.#nearest(candidates, at);
      // Where there are more such links than pairs, the others are accepted just as well.
      this.#take([link], 'accepted', [own ?? candidates[0]!]);
    });
  }

  /** Pairs with the same text on one side, each for one link. */
  #takeNearest(side: 'source' | 'target', kindOf: KindOf): void {
    const byText = indexBy(this.#pairs, (pair) => pair[side]);
    this.#links.forEach((link, at) => {
      if (link.found !== undefined) return;
      const pair = this.#nearest(byText.get(link[side]) ?? [], at);
      if (pair !== undefined) this.#take([link], kindOf([link], [pair]), [pair]);
    });
  }

  /** Neighbours that together are the target of one pair. */
  #takeJoinedLinks(kindOf: KindOf): void {
    const byTarget = indexBy(this.#pairs, ({ target }) => target);
    for (let at = 0; at < this.#links.length; at++) {
      const run = [this.#links[at]!];
      while (run.length < LONGEST && isNext(run.at(-1)!, this.#links[at + run.length])) {
        run.push(this.#links[at + run.length]!);
        if (run.some(({ found }) => found !== undefined)) break;
        const target = run.map((link) => link.bead.target.text).join('\n');
        const pair = this.#nearest(byTarget.get(meaningOf(target, this.#context.target.locale)) ?? [], at);
        if (pair === undefined) continue;
        this.#take(run, kindOf(run, [pair]), [pair]);
        break;
      }
    }
  }

  /** Links whose target is that of neighbouring pairs together. */
  #takeJoinedPairs(kindOf: KindOf): void {
    const left = this.#links.filter(({ found }) => found === undefined);
    if (left.length === 0) return;
    const runs = new Map<string, number[]>();
    for (const first of this.#free)
      for (let count = 2; count <= LONGEST; count++) {
        const run = Array.from({ length: count }, (_, k) => first + k);
        if (!run.every((k) => this.#free.has(k))) break;
        const target = this.#joinedTarget(run);
        if (!runs.has(target)) runs.set(target, run);
      }
    for (const link of left) {
      const run = runs.get(link.target);
      if (run === undefined || !run.every((k) => this.#free.has(k))) continue;
      this.#take([link], kindOf([link], run), run);
    }
  }

  /** Of the candidates that are free, the one nearest to where the link's own would stand; of equals the latest. */
  #nearest(candidates: readonly number[], at: number): number | undefined {
    const free = candidates.filter((k) => this.#free.has(k));
    if (free.length < 2) return free[0];
    const before = this.#links.slice(0, at).findLast(({ found }) => found !== undefined);
    const expected = (before?.found?.pairs.at(-1) ?? -1) + 1;
    const distance = (k: number): number => Math.abs(k - expected);
    const when = (k: number): string => this.#accepted[k]!.when ?? '';
    return free.reduce((best, k) => {
      const nearer = distance(k) - distance(best);
      return nearer < 0 || (nearer === 0 && when(k) > when(best)) ? k : best;
    });
  }

  /** Sources of today that stand in no link that is accepted as it is. */
  #unacceptedSources(): Set<string> {
    const done = new Set(this.#links.flatMap(({ bead, found }) => (found === undefined ? [] : [bead])));
    return new Set(
      this.#context.beads.flatMap((bead) =>
        done.has(bead) ? [] : bead.source.blocks.map(({ text }) => this.#sourceMeaning(text)),
      ),
    );
  }

  /** Whether a source is as it was together with the paragraph before or after it: it was cut, and half of it left unlinked. */
  #isCut(run: readonly Link[], then: string): boolean {
    const [from, to] = [run[0]!.bead.source.from, run.at(-1)!.bead.source.to];
    const { blocks } = this.#context.source;
    const joined = (start: number, end: number): string =>
      this.#sourceMeaning(
        blocks
          .slice(Math.max(0, start), end)
          .map(({ text }) => text)
          .join('\n'),
      );
    return joined(from - 1, to) === then || joined(from, to + 1) === then;
  }

  /**
   * Whether all that is gone from a source stands unaccepted elsewhere: then the paragraph moved, and either nothing else
   * came to stand in its place, or it is the aligner that put something there.
   */
  #hasMoved(then: readonly string[], now: readonly string[], unaccepted: ReadonlySet<string>): boolean {
    const gone = then.filter((line) => !now.includes(line));
    return (
      gone.every((line) => unaccepted.has(line)) &&
      (gone.length === then.length || now.every((line) => then.includes(line)))
    );
  }

  #take(run: readonly Link[], kind: Comparison['kind'], pairs: readonly number[]): void {
    for (const k of pairs) this.#free.delete(k);
    const found = { beads: run.map(({ bead }) => bead), kind, pairs };
    for (const link of run) link.found = found;
  }

  #meanings(source: string, target: string): Meanings {
    return { source: this.#sourceMeaning(source), target: meaningOf(target, this.#context.target.locale) };
  }

  #sourceMeaning(text: string): string {
    return meaningOf(text, this.#context.source.locale);
  }

  /** The meanings of the paragraphs of a source. */
  #lines(text: string): string[] {
    return text.split('\n').map((line) => this.#sourceMeaning(line));
  }

  #joinedTarget(pairs: readonly number[]): string {
    return meaningOf(pairs.map((k) => this.#accepted[k]!.target).join('\n'), this.#context.target.locale);
  }
}

/** What has become of links, given the pairs that have their target. */
type KindOf = (run: readonly Link[], pairs: readonly number[]) => Comparison['kind'];

interface Meanings {
  readonly source: string;
  readonly target: string;
}

interface Link extends Meanings {
  readonly bead: AlignedBead;
  found: Comparison | undefined;
}

/** Whether a link stands right after another on both sides. */
function isNext({ bead }: Link, next: Link | undefined): next is Link {
  return next !== undefined && next.bead.source.from === bead.source.to && next.bead.target.from === bead.target.to;
}

function joinTexts(run: readonly Link[]): string {
  return run.map(({ bead }) => bead.source.text).join('\n');
}

/** The indices of what has the same key, in order. */
function indexBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  items.forEach((item, k) => {
    const key = keyOf(item);
    const list = index.get(key);
    if (list === undefined) index.set(key, [k]);
    else list.push(k);
  });
  return index;
}
