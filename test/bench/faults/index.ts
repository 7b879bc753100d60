import type { Fault } from './fault.ts';
import { characterFaults } from './characters.ts';
import { paragraphFaults } from './paragraphs.ts';
import { sentenceFaults } from './sentences.ts';

/** Every class of faults, in the order of the table. */
export const faults: readonly Fault[] = [
  ...paragraphFaults,
  ...sentenceFaults,
  ...characterFaults,
  // These need a glossary and a memory: see `Injection.options`.
  { name: 'glossary broken', rules: ['terminology'] },
  { name: 'stale', rules: ['stale'] },
];
