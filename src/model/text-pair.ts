/**
 * A text and what stands for it in the other language: a term of a glossary, a unit of a memory, a line and its machine
 * translation.
 */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}
