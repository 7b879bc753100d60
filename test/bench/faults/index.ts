import type { Fault } from './fault.ts';
import { characterFaults } from './characters.ts';
import { glossaryFault } from './glossary.ts';
import { paragraphFaults } from './paragraphs.ts';
import { sentenceFaults } from './sentences.ts';

/** Every class of faults, in the order of the table. */
export const faults: readonly Fault[] = [
  ...paragraphFaults,
  ...sentenceFaults,
  ...characterFaults,
  glossaryFault,
  // This needs a memory: see `Injection.options`.
  { name: 'stale', rules: ['stale'] },
];
