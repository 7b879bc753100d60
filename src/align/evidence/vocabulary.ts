import type { Side } from '../evidence.ts';
import { scan, stem } from '../tokens.ts';

/** One side's words by index, and its units as lists of the distinct words in them. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Of each word, the most frequent of the forms that it stands for, in full. */
  readonly forms: readonly string[];
  readonly units: readonly Int32Array[];
  /** The share of each word among all words of all units. */
  readonly probability: Float64Array;
  /** The number of units that each word stands in. */
  readonly frequency: Int32Array;
  readonly size: number;
}

/** Cuts a side's units into words. */
export function vocabularyOf(side: Side): Vocabulary {
  const words: string[] = [];
  const frequency: number[] = [];
  /** By word, the last unit that it was met in. */
  const metIn: number[] = [];
  /** By word or form of one. */
  const entries = new Map<string, Entry>();
  const enter = (form: string, word: string): Entry => {
    let id = words.length;
    if (word === form) {
      words.push(word);
      frequency.push(0);
      metIn.push(-1);
    } else id = (entries.get(word) ?? enter(word, word)).id;
    const entry = { id, count: 0 };
    entries.set(form, entry);
    return entry;
  };
  let unit = -1;
  let found = new Int32Array(256);
  let size = 0;
  const meet = (id: number): void => {
    if (metIn[id] === unit) return;
    metIn[id] = unit;
    frequency[id]! += 1;
    if (size === found.length) found = grown(found);
    found[size++] = id;
  };
  const meetForm = (form: string): void => {
    const entry = entries.get(form) ?? enter(form, stem(form));
    entry.count += 1;
    meet(entry.id);
  };
  const meetToken = (token: string): void => meet((entries.get(token) ?? enter(token, token)).id);
  let total = 0;
  const units = side.units.map(({ text }) => {
    unit += 1;
    size = 0;
    scan(text, meetForm, meetToken);
    total += size;
    return found.slice(0, size);
  });
  const probability = new Float64Array(words.length);
  for (let k = 0; k < words.length; k++) probability[k] = frequency[k]! / total;
  return {
    words,
    forms: formsOf(words, entries),
    units,
    probability,
    frequency: new Int32Array(frequency),
    size: words.length,
  };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

interface Entry {
  /** The index of the word that the form is one of. */
  readonly id: number;
  /** How often the form was met. */
  count: number;
}

/** Of each word, the form that was met most often. */
function formsOf(words: readonly string[], entries: ReadonlyMap<string, Entry>): string[] {
  const forms = [...words];
  const counts = new Int32Array(words.length);
  for (const [form, { id, count }] of entries) {
    if (count <= counts[id]!) continue;
    counts[id] = count;
    forms[id] = form;
  }
  return forms;
}
