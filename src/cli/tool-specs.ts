import { done } from './pair-specs.ts';
import type { CommandSpec } from './spec.ts';

export const shells: readonly ['bash', 'zsh', 'fish'] = ['bash', 'zsh', 'fish'];

export const completion: CommandSpec = {
  name: 'completion',
  summary: 'completion-summary',
  about: 'completion-about',
  args: [{ name: '<shell>', about: 'argument-shell' }],
  options: [],
  examples: [
    { about: 'completion-example-bash', command: 'paralign completion bash >> ~/.bashrc' },
    { about: 'completion-example-zsh', command: 'paralign completion zsh > ~/.zfunc/_paralign' },
    {
      about: 'completion-example-fish',
      command: 'paralign completion fish > ~/.config/fish/completions/paralign.fish',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/completion.ts')).runCompletion,
};

export const manual: CommandSpec = {
  name: 'manual',
  summary: 'manual-summary',
  about: 'manual-about',
  args: [],
  options: [],
  examples: [{ about: 'manual-example', command: 'paralign manual | man -l -' }],
  exits: done,
  load: async () => (await import('./commands/manual.ts')).runManual,
};

export const doctor: CommandSpec = {
  name: 'doctor',
  summary: 'doctor-summary',
  about: 'doctor-about',
  args: [],
  options: [{ flags: '--json', about: 'option-doctor-json' }],
  examples: [
    { about: 'doctor-example', command: 'paralign doctor' },
    { about: 'doctor-example-json', command: 'paralign doctor --json' },
  ],
  exits: [
    [0, 'exit-doctor-ok'],
    [1, 'exit-doctor-wrong'],
    [2, 'exit-failed'],
  ],
  load: async () => (await import('./commands/doctor.ts')).runDoctor,
};
