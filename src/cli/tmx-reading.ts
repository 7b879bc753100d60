import type { Messages } from '../report/messages/index.ts';
import { printable } from '../report/printable.ts';
import type { ReadTmxOptions } from '../tmx/read-stream.ts';
import { standardStream } from './input.ts';
import { writeStderr } from './output.ts';
import type { Options } from './spec.ts';

/** So many problems of a file are told one by one. */
export const SHOWN = 20;

/** How the options say that a memory is read. */
export interface TmxReading {
  /** As `readTmx` takes them; what is left out of the file is told on standard error. */
  readonly options: ReadTmxOptions;
  /** At the end of the file: how much more was left out than was told. */
  end(): void;
}

/** Reads `--lenient` and `--entities`. @param file as the user gave it. */
export function tmxReading(file: string, options: Options, messages: Messages): TmxReading {
  const name = nameOfInput(file, messages);
  let problems = 0;
  return {
    options: {
      file,
      entities: options.flag('entities'),
      mode: options.flag('lenient') ? 'lenient' : 'strict',
      onProblem: ({ line, column, message }) => {
        problems += 1;
        if (problems > SHOWN) return;
        writeStderr(`${messages.cli('tmx-problem', { file: name, line, column, message: printable(message) })}\n`);
      },
    },
    end: () => {
      if (problems > SHOWN)
        writeStderr(`${messages.cli('tmx-problems-more', { file: name, count: problems - SHOWN })}\n`);
    },
  };
}

/** What messages call a file that is read. */
export function nameOfInput(file: string, messages: Messages): string {
  return printable(file === standardStream ? messages.cli('standard-input') : file);
}
