import type { TranslationUnit, XmlElement } from '../tmx/model.ts';
import type { TmxHead } from '../tmx/read-stream.ts';
import { TmxWriter } from '../tmx/write.ts';
import { openOutput } from './output-file.ts';

/** One of several memories that are written at a time. */
export interface WrittenPart {
  readonly file: string;
  /** How many units it has. */
  readonly count: number;
  add(unit: TranslationUnit): Promise<void>;
  /** @param others what stands in its body and is no unit. */
  finish(others: readonly XmlElement[]): Promise<void>;
  discard(): Promise<void>;
}

/** So many characters are gathered before they are written. */
const PIECE = 1 << 16;

/** Begins a memory, to which units are added one by one. */
export async function beginPart(file: string, input: string, head: TmxHead): Promise<WrittenPart> {
  const output = await openOutput(file, [input]);
  const writing = await output.begin();
  const writer = new TmxWriter({});
  const whole = { ...head, units: [] };
  let text = writer.head(whole);
  let count = 0;
  return {
    file,
    get count() {
      return count;
    },
    add: async (unit) => {
      text += writer.unit(unit, count++);
      if (text.length < PIECE) return;
      await writing.write(text);
      text = '';
    },
    finish: async (others) => {
      await writing.write(text + writer.tail({ ...whole, others }));
      await writing.finish();
    },
    discard: () => writing.discard(),
  };
}
