import type { RegionResult } from './decode.ts';

/**
 * By how much the log odds of a posterior are divided. Kinds of evidence are added up as if they had nothing to do with each
 * other, and they have, so the model is too sure of itself. Of the development sets one by one,
 * temperatures of 1.25 to 1.75 make what is right most likely; of a free translation, 2.5. With 1.5 each of them is better than with 1.
 */
const TEMPERATURE = 1.5;

/**
 * What a posterior of the model is worth as a probability to be right (temperature scaling, Guo et al. 2017). 0, one half and 1
 * stay what they are, and the order of any two.
 */
export function tempered(posterior: number): number {
  const right = posterior ** (1 / TEMPERATURE);
  return right / (right + (1 - posterior) ** (1 / TEMPERATURE));
}

/** The same beads, with confidences that are as often right as they say. */
export function calibrated({ sizes, confidence, crossing }: RegionResult): RegionResult {
  return {
    sizes,
    confidence: confidence.map(tempered),
    crossing: crossing.map((link) => ({ ...link, confidence: tempered(link.confidence) })),
  };
}
