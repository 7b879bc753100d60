#!/usr/bin/env node
import { createContext, uiLocaleOf } from './context.ts';
import { failureLine } from './failure-line.ts';
import { exitCodes } from './failure.ts';
import { writeStderr } from './output.ts';
import { run } from './run.ts';

const argv = process.argv.slice(2);
const context = createContext(process.env, uiLocaleOf(argv));
// Nobody is left to tell that nobody reads what we tell.
process.stderr.on('error', () => undefined);
try {
  process.exitCode = await run(argv, context);
} catch (error) {
  process.exitCode = exitCodes.failed;
  writeStderr(await failureLine(error, context, argv.includes('--debug')));
}
