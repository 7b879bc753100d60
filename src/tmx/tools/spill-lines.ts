import type { SpillList } from './spill.ts';

/** So many characters are gathered before they are written. */
const PIECE = 1 << 16;

/** Values that are written to a list as lines of JSON. */
export class LineWriter {
  readonly #list: SpillList;
  #waiting: string[] = [];
  #length = 0;

  constructor(list: SpillList) {
    this.#list = list;
  }

  add(value: unknown): void {
    const line = JSON.stringify(value);
    this.#waiting.push(line);
    this.#length += line.length;
  }

  /** Whether enough is gathered to be written. */
  get isFull(): boolean {
    return this.#length >= PIECE;
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    const text = `${this.#waiting.join('\n')}\n`;
    this.#waiting = [];
    this.#length = 0;
    await this.#list.append(text);
  }
}

/** The values that were written to a list, a batch at a time: to wait for each by itself would take longer than to read it. */
export async function* readLines<Value>(list: SpillList): AsyncGenerator<Value[], void, undefined> {
  let rest = '';
  for await (const piece of list.read()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield lines.map((line) => JSON.parse(line) as Value);
  }
}
