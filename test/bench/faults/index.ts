import type { Fault } from './fault.ts';
import { characterFaults } from './characters.ts';
import { glossaryFault } from './glossary.ts';
import { paragraphFaults } from './paragraphs.ts';
import { sentenceFaults } from './sentences.ts';
import { staleFault } from './stale.ts';

/** Every class of faults, in the order of the table. */
export const faults: readonly Fault[] = [
  ...paragraphFaults,
  ...sentenceFaults,
  ...characterFaults,
  glossaryFault,
  staleFault,
];
