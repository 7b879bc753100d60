import { ParalignError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { decodeXmlStream } from '../decode-stream.ts';
import type { TextPiece } from '../decode-stream.ts';
import type { Attributes, Inline, XmlElement } from '../model.ts';
import { placeOf, setPlace } from './places.ts';
import type { TmxProblem } from '../problem.ts';
import type { TmxSource } from '../read-stream.ts';
import { limitsOf, localName } from '../scan.ts';
import type { XmlLimits, XmlPlace } from '../scan.ts';
import { dates, languages, numbers, oldLanguage } from './attribute-rules.ts';
import { codeRules } from './code-rules.ts';
import { DtdChecker } from './dtd.ts';
import { isVersion } from './grammar.ts';
import type { TmxVersion } from './grammar.ts';
import { headerRules } from './header-rules.ts';
import { excerpt, tmxRules, toProblem } from './rules.ts';
import type { TmxRuleId, Values } from './rules.ts';
import { propType, unitRules } from './unit-rules.ts';
import { elementsIn, toReadUnit } from './unit.ts';
import type { Report } from './unit.ts';
import { XmlWalker } from './walk.ts';
import type { XmlHandler } from './walk.ts';

export interface ValidateTmxOptions {
  /** The file's name, for what is thrown. Default `TMX`. */
  readonly file?: string;
  readonly limits?: XmlLimits;
  /** The weight of a rule's problems, or `off`, by rule id. Rules not named keep their own. */
  readonly severities?: Readonly<Record<string, TmxProblem['severity'] | 'off'>>;
}

/**
 * Finds everything that is wrong with a TMX file of version 1.1 to 1.4b, and what may be: in one pass, unit by unit, in
 * constant memory. A document type declaration is neither needed nor followed.
 *
 * The file is held to XML (rules `xml-…`), to the document type of the version that it says it is (`dtd-…`), and to what the
 * text of TMX 1.4b says beyond that. What is not well-formed does not end it: reading goes on as if that had been mended.
 *
 * Problems come in the order of the file, those of one unit together. A file that has none of severity `error` is one that
 * {@link parseTmx} reads, that the document type accepts, and that other programs can rely on.
 *
 * @throws {ParalignError} where there is nothing to hold to anything: `tmx-invalid` where the root is not `tmx`,
 *   `xml-malformed` where neither header nor unit can be read of a broken file, `xml-refused` as in {@link parseTmx},
 *   `xml-encoding`; `rule-unknown` when `severities` names a rule that does not exist.
 */
export async function* validateTmx(
  source: TmxSource,
  options: ValidateTmxOptions = {},
): AsyncGenerator<TmxProblem, void> {
  const { file = 'TMX', limits, severities = {} } = options;
  const rules = Object.keys(tmxRules);
  for (const rule of Object.keys(severities))
    if (!rules.includes(rule)) throw new ParalignError('rule-unknown', { rule, suggestion: nearestName(rule, rules) });
  const validation = new Validation(file, limitsOf(limits).unitLength, severities);
  const walker = new XmlWalker(file, validation, limits);
  try {
    for await (const piece of decodeXmlStream(source, file, true)) {
      pushPiece(piece, walker, validation);
      yield* validation.take();
    }
  } catch (error) {
    // What could be unpacked is as good as any other file that is cut short.
    if (!(error instanceof ParalignError) || error.type !== 'xml-gzip' || !validation.hasPart) throw error;
    validation.problem('xml-gzip', walker.end, {});
  }
  walker.push('', true);
  validation.finish(walker.end);
  yield* validation.take();
}

function pushPiece({ text, from, invalid }: TextPiece, walker: XmlWalker, validation: Validation): void {
  if (invalid === undefined) return walker.push(text, false);
  // Only ASCII is decoded as something else than U+FFFD.
  const wrong = invalid.encoding === 'US-ASCII' ? invalid.offset - (from ?? 0) : text.indexOf('\uFFFD');
  walker.push(text.slice(0, wrong), false);
  validation.problem('xml-bytes', walker.end, invalid);
  walker.push(text.slice(wrong), false);
}

/** So many problems are held back before the first header or unit, and of one unit until it ends. */
const MAX_HELD = 1000;

/** Takes what stands in a file, and makes problems of it. */
class Validation implements XmlHandler {
  readonly #file: string;
  readonly #unitLength: number;
  readonly #severities: NonNullable<ValidateTmxOptions['severities']>;
  #problems: TmxProblem[] = [];
  /** Those of the unit or header that is being read: they are put in order when it ends. */
  #pending: TmxProblem[] | undefined;
  #version: TmxVersion = '1.4';
  #dtd: DtdChecker | undefined;
  #prefix = '';
  #depth = 0;
  /** The elements that are open from the header or unit downwards, with what they hold. */
  readonly #open: { element: XmlElement; content: Inline[] }[] = [];
  #sourceLanguage: string | undefined;
  #tuid: string | undefined;
  #firstMalformed: TmxProblem | undefined;
  /** Whether a header or unit was begun. */
  hasPart = false;

  constructor(file: string, unitLength: number, severities: NonNullable<ValidateTmxOptions['severities']>) {
    this.#file = file;
    this.#unitLength = unitLength;
    this.#severities = severities;
  }

  /** The problems that are known by now. */
  take(): TmxProblem[] {
    if (!this.hasPart && this.#problems.length < MAX_HELD) return [];
    const taken = this.#problems;
    this.#problems = [];
    return taken;
  }

  /** After the end of the file. */
  finish({ line, column }: XmlPlace): void {
    const first = this.#firstMalformed;
    if (this.#dtd === undefined || (first && !this.hasPart))
      throw new ParalignError('xml-malformed', {
        file: this.#file,
        line: first?.line ?? line,
        column: first?.column ?? column,
        reason: first ? first.message.replace(/\.$/, '') : 'there is no root element',
      });
    this.hasPart = true;
  }

  problem(rule: TmxRuleId, place: XmlPlace, values: Values): void {
    const own = toProblem(rule, place, values, this.#tuid);
    // A file of which nothing is left cannot be read, whatever is made of its errors.
    if (rule.startsWith('xml-')) this.#firstMalformed ??= own;
    const severity = Object.hasOwn(this.#severities, rule) ? this.#severities[rule]! : own.severity;
    if (severity === 'off') return;
    const problem = severity === own.severity ? own : { ...own, severity };
    // So many in one unit are no longer put in order.
    if (this.#pending !== undefined && this.#pending.length < MAX_HELD) this.#pending.push(problem);
    else this.#problems.push(problem);
  }

  start(rawName: string, attributes: Attributes, place: XmlPlace): void {
    if (this.#depth === 0) this.#root(rawName, attributes, place);
    const prefix = this.#prefix;
    const name = prefix !== '' && rawName.startsWith(prefix) ? rawName.slice(prefix.length) : rawName;
    const isPart = this.#open.length === 0 && (name === 'tu' || name === 'header') && this.#depth > 0;
    if (isPart) {
      this.hasPart = true;
      this.#pending = [];
      this.#tuid = name === 'tu' ? attributes['tuid'] : undefined;
    }
    (this.#dtd as DtdChecker).start(name, attributes, place);
    this.#bound(place);
    if (isPart || this.#open.length > 0) {
      const content: Inline[] = [];
      const element: XmlElement = { name, attributes, content };
      setPlace(element, place);
      this.#open.at(-1)?.content.push(element);
      this.#open.push({ element, content });
    }
    this.#depth += 1;
  }

  end(isForced: boolean): void {
    this.#depth -= 1;
    this.#dtd?.end(isForced);
    const open = this.#open.pop();
    if (!open || this.#open.length > 0) return;
    // What was cut short would break rules that it does not break as a whole.
    if (!isForced) this.#part(open.element);
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    this.#tuid = undefined;
    pending.sort((a, b) => a.line - b.line || a.column - b.column);
    for (const problem of pending) this.#problems.push(problem);
  }

  text(text: string, place: XmlPlace, isBlank: boolean): void {
    this.#dtd?.text(text, place, isBlank);
    this.#bound(place);
    this.#open.at(-1)?.content.push(text);
  }

  aside(): void {
    this.#dtd?.aside();
  }

  /** A unit is held as a whole, so that it must not be of any length. */
  #bound({ offset }: XmlPlace): void {
    const part = this.#open[0]?.element;
    const start = part && placeOf(part);
    if (start === undefined || offset - start.offset <= this.#unitLength) return;
    const { line, column } = start;
    const reason = `one part is longer than ${this.#unitLength} characters`;
    throw new ParalignError('xml-refused', { file: this.#file, line, column, reason });
  }

  /** The root says of which version the file is. */
  #root(name: string, attributes: Attributes, place: XmlPlace): void {
    this.#sourceLanguage = undefined;
    // A second root is looked at like the first: two files may have been put together.
    if (this.#dtd !== undefined && localName(name) !== 'tmx') return;
    if (localName(name) !== 'tmx')
      throw new ParalignError('tmx-invalid', {
        file: this.#file,
        line: place.line,
        column: place.column,
        reason: `the root element is <${excerpt(name)}>, not <tmx>`,
      });
    this.#prefix = name.slice(0, -'tmx'.length);
    const version = attributes['version'];
    this.#version = version !== undefined && isVersion(version) ? version : '1.4';
    this.#dtd = new DtdChecker(this.#version, (rule, at, values) => this.problem(rule, at, values));
    if (version === undefined) this.problem('version-missing', place, {});
    else if (!isVersion(version)) this.problem('dtd-version', place, { value: excerpt(version) });
  }

  /** A header or unit is whole. */
  #part(part: XmlElement): void {
    const report: Report = (rule, at, values = {}) => {
      const place = placeOf(at) ?? placeOf(part);
      if (place) this.problem(rule, place, values);
    };
    for (const element of [part, ...elementsIn(part)]) {
      languages(element, report);
      dates(element, report);
      numbers(element, report);
      oldLanguage(element, this.#version, report);
      if (element.name === 'prop') propType(element, report);
    }
    if (part.name === 'header') {
      this.#sourceLanguage ??= part.attributes['srclang'];
      headerRules(part, report);
      return;
    }
    const unit = toReadUnit(part, this.#sourceLanguage);
    for (const rule of unitRules) rule(unit, report);
    codeRules(unit, this.#version, report);
  }
}
