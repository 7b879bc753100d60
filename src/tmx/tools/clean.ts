import type { Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from '../model.ts';
import { CodePlaceholders, withoutCodes } from './clean-codes.ts';
import type { Units } from './source.ts';

export interface CleanOptions {
  /**
   * What to do about native codes: `keep` them, put a `placeholder` in the place of each (an empty `ph` whose `x` is the same in all
   * languages of a unit where the code is), or `drop` them and all other mark-up. Default `keep`.
   */
  readonly codes?: 'keep' | 'placeholder' | 'drop' | undefined;
  /** Whether to take out control characters, in notes and props too. Default true. */
  readonly controls?: boolean | undefined;
  /** Whether to take out white space where segments begin and end. Default true. */
  readonly edges?: boolean | undefined;
  /**
   * Whether to take out variants without content, and units that are left without any, or with one variant of several.
   * Default true.
   */
  readonly empty?: boolean | undefined;
}

/** What was done. */
export interface CleanCounts {
  units: number;
  /** Units in which anything changed, those taken out left aside. */
  changedUnits: number;
  /** Codes replaced or taken out. */
  codes: number;
  /** Control characters taken out, or made spaces. */
  controls: number;
  /** Segments that began or ended with white space. */
  edges: number;
  /** Variants taken out of units that stay. */
  emptyVariants: number;
  /** Units taken out. */
  emptyUnits: number;
}

/** Units that are cleaned as they are asked for, once; `counts` is whole when all are. */
export interface CleanedUnits extends AsyncIterable<TranslationUnit> {
  readonly counts: Readonly<CleanCounts>;
}

/** Cleans the units of a memory. What is clean comes out as it is, so that cleaning twice is cleaning once. */
export function cleanUnits(units: Units, options: CleanOptions = {}): CleanedUnits {
  const cleaner = new Cleaner(options);
  return {
    counts: cleaner.counts,
    async *[Symbol.asyncIterator]() {
      for await (const unit of units) {
        const cleaned = cleaner.clean(unit);
        if (cleaned !== undefined) yield cleaned;
      }
    },
  };
}

/** Control characters (but tab, line feed and carriage return), halves of surrogate pairs, and what is no character. */
const CONTROLS =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Those that stand between words: vertical tab, form feed, next line. */
const SPACES = '\u000b\u000c\u0085';

class Cleaner {
  readonly counts: CleanCounts = {
    units: 0,
    changedUnits: 0,
    codes: 0,
    controls: 0,
    edges: 0,
    emptyVariants: 0,
    emptyUnits: 0,
  };
  readonly #options: CleanOptions;

  constructor(options: CleanOptions) {
    this.#options = options;
  }

  /** @returns undefined where the unit is taken out. */
  clean(unit: TranslationUnit): TranslationUnit | undefined {
    this.counts.units += 1;
    const meta = this.#controlsIn(unit.meta);
    const placeholders = new CodePlaceholders();
    const all = unit.variants.map((variant) => this.#variant(variant, placeholders));
    const variants = this.#options.empty === false ? all : all.filter(({ seg }) => seg.length > 0);
    const isEmpty = variants.length === 0 || (variants.length === 1 && all.length > 1);
    if (isEmpty && this.#options.empty !== false) {
      this.counts.emptyUnits += 1;
      return undefined;
    }
    this.counts.emptyVariants += all.length - variants.length;
    if (meta === unit.meta && variants.length === all.length && all.every((variant, k) => variant === unit.variants[k]))
      return unit;
    this.counts.changedUnits += 1;
    return { ...unit, meta, variants };
  }

  #variant(variant: TranslationUnitVariant, placeholders: CodePlaceholders): TranslationUnitVariant {
    const meta = this.#controlsIn(variant.meta);
    const seg = this.#edges(this.#controlsIn(this.#codes(variant.seg, placeholders)));
    return meta === variant.meta && seg === variant.seg ? variant : { ...variant, meta, seg };
  }

  #codes(seg: readonly Inline[], placeholders: CodePlaceholders): readonly Inline[] {
    const { codes = 'keep' } = this.#options;
    if (codes === 'keep' || seg.every((node) => typeof node === 'string')) return seg;
    const { content, count } = codes === 'drop' ? withoutCodes(seg) : placeholders.put(seg);
    this.counts.codes += count;
    return count === 0 ? seg : content;
  }

  #controlsIn(content: readonly XmlElement[]): readonly XmlElement[];
  #controlsIn(content: readonly Inline[]): readonly Inline[];
  #controlsIn(content: readonly Inline[]): readonly Inline[] {
    if (this.#options.controls === false || !content.some(hasControls)) return content;
    return content
      .map((node) =>
        typeof node === 'string' ? this.#withoutControls(node) : { ...node, content: this.#controlsIn(node.content) },
      )
      .filter((node) => node !== '');
  }

  #withoutControls(text: string): string {
    return text.replace(CONTROLS, (character) => {
      this.counts.controls += 1;
      return SPACES.includes(character) ? ' ' : '';
    });
  }

  #edges(seg: readonly Inline[]): readonly Inline[] {
    if (this.#options.edges === false) return seg;
    const first = seg[0];
    const last = seg.at(-1);
    const starts = typeof first === 'string' && first !== first.trimStart();
    const ends = typeof last === 'string' && last !== last.trimEnd();
    if (!starts && !ends) return seg;
    this.counts.edges += 1;
    const trimmed = seg.map((node, k) => {
      if (typeof node !== 'string') return node;
      const from = k === 0 ? node.trimStart() : node;
      return k === seg.length - 1 ? from.trimEnd() : from;
    });
    return trimmed.filter((node) => node !== '');
  }
}

function hasControls(node: Inline): boolean {
  return typeof node === 'string' ? node.search(CONTROLS) !== -1 : node.content.some(hasControls);
}
