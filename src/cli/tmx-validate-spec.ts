import { exitCodes } from './failure.ts';
import type { CommandSpec } from './spec.ts';

export const validateReporters: readonly ['text', 'json'] = ['text', 'json'];
export const validateFailLevels: readonly ['error', 'warning', 'info', 'never'] = ['error', 'warning', 'info', 'never'];

export const tmxValidate: CommandSpec = {
  name: 'validate',
  summary: 'tmx-validate-summary',
  about: 'tmx-validate-about',
  args: [{ name: '<memory>', about: 'argument-validate-memory' }],
  options: [
    { flags: '--reporter <name>', about: 'option-reporter', choices: validateReporters, default: 'text' },
    { flags: '-o, --output <file>', about: 'option-check-output' },
    { flags: '--fail-on <severity>', about: 'option-fail-on', choices: validateFailLevels, default: 'error' },
    { flags: '--rule <id=severity>', about: 'option-rule', repeated: true },
  ],
  examples: [
    { about: 'tmx-validate-example-screen', command: 'paralign tmx validate memory.tmx' },
    {
      about: 'tmx-validate-example-json',
      command: 'paralign tmx validate memory.tmx --reporter json --fail-on warning -o problems.json',
    },
    {
      about: 'check-example-rules',
      command: 'paralign tmx validate memory.tmx --fail-on warning --rule language-tag=warning --rule seg-space=off',
    },
  ],
  exits: [
    [exitCodes.ok, 'exit-clean'],
    [exitCodes.findings, 'exit-validate-problems'],
    [exitCodes.failed, 'exit-validate-failed'],
  ],
  load: async () => (await import('./commands/tmx-validate.ts')).runTmxValidate,
};
