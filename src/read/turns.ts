import type { Role } from '../model/document.ts';
import { languageOf } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { parseLabel } from './label.ts';
import type { Label } from './label.ts';
import { labelLetters } from './label-words.ts';
import type { Line, Source } from './source.ts';

/** A turn's opening: the label of a line, and the role of who speaks. */
export interface Opening {
  readonly label: Label;
  readonly role: Role;
}

/** A line that may open a turn. */
interface Candidate {
  readonly line: number;
  readonly label: Label;
  /** Whether what is said up to the next candidate ends in a question mark. */
  asks: boolean;
  /** Whether the candidate before it is a word for a question. */
  readonly followsQuestion: boolean;
}

/** A turn that ends so is a question. The Greek mark is a semicolon in NFC; it is read so in Greek only. */
const QUESTION_END = /[?？؟⁇‽՞;]["'”’»›）)\]」』\s]*$/u;

/**
 * Which lines open a turn of an interview, by line index; empty when the text is none.
 *
 * A text is an interview when a label that asks (a known word such as `Question` or `记者`, or a name whose turns mostly
 * end in question marks) and the label of someone who answers take turns, again and again. Labels then count by their
 * shape and by their repeating: `Note:` or `There is one problem:` is not a speaker, a full name that stands only once
 * is.
 *
 * @param strict whether a single question with its answer is too little.
 */
export function findTurns(
  source: Source,
  lines: readonly Line[],
  locale: Locale,
  { strict }: { strict: boolean },
): ReadonlyMap<number, Opening> {
  const candidates = findCandidates(source, lines, locale);
  const letters = findLetters(candidates, locale);
  const usable = candidates.filter(
    ({ label }) => !label.isNote && (!label.isLetter || letters.has(label.key) || label.word !== 'none'),
  );
  const groups = groupByKey(usable);
  const roles = findRoles(groups, letters);
  const accepted = accept(usable, groups, roles, letters);
  if (!isInterview(accepted, roles, lines, strict)) return new Map();
  return new Map(accepted.map(({ line, label }) => [line, { label, role: roles.get(label.key)! }]));
}

function findCandidates(source: Source, lines: readonly Line[], locale: Locale): Candidate[] {
  const found: Candidate[] = [];
  const question = languageOf(locale) === 'el' ? QUESTION_END : new RegExp(QUESTION_END.source.replace(';', ''), 'u');
  let last: string | undefined;
  lines.forEach(({ from, to }, line) => {
    if (from === to) return;
    const text = source.text.slice(from, Math.min(to, from + 400));
    const label = parseLabel(text, locale);
    if (label !== undefined && !(label.isBare && to - from > 400)) {
      const previous = found.at(-1);
      if (previous !== undefined) previous.asks = question.test(last ?? '');
      found.push({ line, label, asks: false, followsQuestion: previous?.label.word === 'question' });
    }
    last = source.text.slice(Math.max(from, to - 20), to);
  });
  const final = found.at(-1);
  if (final !== undefined) final.asks = question.test(last ?? '');
  return found;
}

/** The letters that stand in the text as a pair: `Q` and `A`, each about as often as the other. */
function findLetters(candidates: readonly Candidate[], locale: Locale): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  const count = (key: string): number => candidates.filter(({ label }) => label.key === key).length;
  for (const [question, answer] of labelLetters(languageOf(locale))) {
    const [asked, answered] = [count(question), count(answer)];
    if (asked === 0 || answered === 0 || Math.max(asked, answered) > 2 * Math.min(asked, answered) + 1) continue;
    roles.set(question, 'question').set(answer, 'answer');
    break;
  }
  return roles;
}

function groupByKey(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.label.key);
    if (group === undefined) groups.set(candidate.label.key, [candidate]);
    else group.push(candidate);
  }
  return groups;
}

/** What each label's turns are: by the word itself, else by whether most of them end in a question mark. */
function findRoles(
  groups: ReadonlyMap<string, readonly Candidate[]>,
  letters: ReadonlyMap<string, Role>,
): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const [key, group] of groups) {
    const { word } = group[0]!.label;
    const asking = group.filter(({ asks }) => asks).length;
    // One turn says little: it may be an answer that ends in a question.
    const isOne = group.length === 1;
    const asksMostly =
      asking >= 0.6 * group.length && (!isOne || (group[0]!.label.shape === 'strong' && !group[0]!.followsQuestion));
    const own = letters.get(key) ?? (word === 'question' || word === 'answer' ? word : undefined);
    roles.set(key, own ?? (asksMostly ? 'question' : word === 'moderator' ? 'remark' : 'answer'));
  }
  return roles;
}

/** The candidates that are labels, if the text is an interview at all. */
function accept(
  candidates: readonly Candidate[],
  groups: ReadonlyMap<string, readonly Candidate[]>,
  roles: ReadonlyMap<string, Role>,
  letters: ReadonlyMap<string, Role>,
): Candidate[] {
  const plain = (group: readonly Candidate[]): Candidate[] =>
    group.filter(({ label }) => !label.hasOffice && !label.isGlued && !label.isBare);
  const isSpeaker = (key: string): boolean => {
    const group = groups.get(key)!;
    const { word, shape } = group[0]!.label;
    if (word !== 'none' || letters.has(key)) return true;
    if (shape === 'strong') return plain(group).length > 0 || group.length >= 2;
    return plain(group).length >= 2;
  };
  const speakers = new Set([...groups.keys()].filter(isSpeaker));
  const someoneAnswers = [...speakers].some((key) => roles.get(key) === 'answer');
  return candidates.filter(({ label }, k) => {
    if (speakers.has(label.key)) return true;
    // A short interview: the one answer follows the one question.
    const before = candidates[k - 1];
    return (
      !someoneAnswers &&
      label.shape === 'weak' &&
      !label.isGlued &&
      before !== undefined &&
      roles.get(before.label.key) === 'question'
    );
  });
}

function isInterview(
  labels: readonly Candidate[],
  roles: ReadonlyMap<string, Role>,
  lines: readonly Line[],
  strict: boolean,
): boolean {
  const roleOf = ({ label }: Candidate): Role => roles.get(label.key)!;
  const questions = labels.filter((candidate) => roleOf(candidate) === 'question');
  const answers = labels.filter((candidate) => roleOf(candidate) === 'answer');
  const least = strict ? 2 : 1;
  if (questions.length < least || answers.length < least) return false;
  const isNamed = questions.some(({ label }) => label.word === 'question' || label.isLetter);
  const answersNamed = answers.some(
    ({ label }) => label.word === 'answer' || label.isLetter || label.shape === 'strong',
  );
  // Names alone need to repeat: `Before: … After: …` stands in many a text that is no interview.
  if (!isNamed && (questions.length < 2 || answers.length < 2)) return false;
  const changes = labels.filter((candidate, k) => k > 0 && candidate.label.key !== labels[k - 1]!.label.key).length;
  if (changes < 0.5 * (labels.length - 1)) return false;
  const answered = labels.filter((candidate, k) => {
    const next = labels[k + 1];
    return roleOf(candidate) === 'question' && next !== undefined && roleOf(next) !== 'question';
  }).length;
  if (answered < 0.5 * questions.length) return false;
  const body = lines.filter((line, k) => k >= labels[0]!.line && line.from < line.to).length;
  const share = labels.length / body;
  return share >= (isNamed ? (answersNamed ? 0.03 : 0.08) : answersNamed ? 0.1 : 0.25);
}
