import type { Context } from '../context.ts';
import type { Options } from '../spec.ts';

export async function runInit(_args: readonly string[], _options: Options, _context: Context): Promise<number> {
  return 0;
}
