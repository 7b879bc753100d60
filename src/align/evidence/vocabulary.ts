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
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    let id = ids.get(word);
    if (id === undefined) {
      id = words.length;
      ids.set(word, id);
      words.push(word);
      frequency.push(0);
      metIn.push(-1);
    }
    return id;
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
  const seen = new Map<string, Form>();
  const meetForm = (form: string): void => {
    let entry = seen.get(form);
    if (entry === undefined) {
      entry = { count: 0, id: idOf(stem(form)) };
      seen.set(form, entry);
    }
    entry.count += 1;
    meet(entry.id);
  };
  const meetToken = (token: string): void => meet(idOf(token));
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
    forms: formsOf(words, seen),
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

interface Form {
  count: number;
  readonly id: number;
}

function formsOf(words: readonly string[], seen: ReadonlyMap<string, Form>): string[] {
  const forms = [...words];
  const counts = new Int32Array(words.length);
  for (const [form, { count, id }] of seen) {
    if (count > counts[id]!) {
      counts[id] = count;
      forms[id] = form;
    }
  }
  return forms;
}
