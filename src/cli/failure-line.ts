import { ParalignError } from '../model/errors.ts';
import type { MessageData, Messages } from '../report/messages/index.ts';
import { printable } from '../report/printable.ts';
import type { Context } from './context.ts';
import { CliError, LineError } from './failure.ts';
import { standardStream } from './input.ts';

/**
 * What is said on standard error when a command fails: one line; with `debug`, the stack after it.
 *
 * @param debug whether to show where in the code it happened; PARALIGN_DEBUG asks for it too.
 */
export async function failureLine(error: unknown, context: Context, debug: boolean): Promise<string> {
  const line = `paralign: ${printable(await wording(error, context))}\n`;
  if (!debug && !context.env['PARALIGN_DEBUG']) return line;
  return `${line}${stackOf(error)}\n`;
}

async function wording(error: unknown, context: Context): Promise<string> {
  let messages: Messages;
  try {
    messages = await context.messages();
  } catch {
    // A broken installation has no words; what happened is still better than nothing.
    return String(error);
  }
  return wordingOf(error, messages);
}

/** What an error says to a person. */
export function wordingOf(error: unknown, messages: Messages): string {
  if (error instanceof LineError) return error.message;
  if (error instanceof CliError) return messages.cli(error.key, named(error.data, messages));
  if (error instanceof ParalignError) return messages.error(new ParalignError(error.type, named(error.data, messages)));
  return messages.cli('defect', { reason: error instanceof Error ? error.message : String(error) });
}

/** The data with standard input called by its name, where they name it `-`. */
function named(data: MessageData, messages: Messages): MessageData {
  return data['file'] === standardStream ? { ...data, file: messages.cli('standard-input') } : data;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${stackOf(error.cause)}`;
}
