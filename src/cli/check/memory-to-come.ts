import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Messages } from '../../report/messages/index.ts';
import { printable } from '../../report/printable.ts';
import { writeStderr } from '../output.ts';
import type { LoadedConfig } from './load-config.ts';

/**
 * The config without its memory, where it names one that is not there yet: before the first `paralign accept` nothing is
 * wrong with that. Standard error says so, since a slip in the name looks the same.
 *
 * Of several memories each has to be there: `accept` writes into one that is named.
 */
export function withoutMemoryToCome(loaded: LoadedConfig, messages: Messages): LoadedConfig {
  const { config, folder } = loaded;
  const [memory, ...others] = config.memory;
  if (memory === undefined || others.length > 0 || existsSync(resolve(folder, memory))) return loaded;
  writeStderr(`paralign: ${messages.cli('memory-to-come', { file: printable(memory) })}\n`);
  return { ...loaded, config: { ...config, memory: [] } };
}
