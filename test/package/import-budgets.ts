/** What an application imports, and what a browser may have to load for it. */
export interface ImportBudget {
  /** The names, as they stand between braces; `*` for all. */
  readonly names: string;
  /** The entry point of the package. */
  readonly from: 'paralign' | 'paralign/corpora' | 'paralign/workers';
  /** Bytes that are loaded at once, minified. */
  readonly budget: number;
  /** What of {@link HEAVY} it rests on. */
  readonly needs?: readonly string[];
}

/** Packages that a page must not have to load for what does without them. */
export const HEAVY: readonly RegExp[] = [
  /^(?:parse5|css-select|domhandler|htmlparser2|entities)/,
  /^(?:mdast|micromark|unist|acorn|yaml)/,
  /^fflate$/,
  /^fast-xml-parser$/,
  /^i18next$/,
  /^diff$/,
];

/** A row of the guide's table each. A budget is some percent above what was measured: more is a decision, not an accident. */
export const importBudgets: readonly ImportBudget[] = [
  { names: 'toLocale', from: 'paralign', budget: 14_000 },
  { names: 'formatBeads', from: 'paralign', budget: 15_000 },
  { names: 'Alignment', from: 'paralign', budget: 17_000 },
  { names: 'fromJson, toJson', from: 'paralign', budget: 32_000 },
  { names: 'segment', from: 'paralign', budget: 34_000 },
  { names: 'readDocument', from: 'paralign', budget: 77_000 },
  { names: 'readDocumentFrom', from: 'paralign', budget: 80_000 },
  { names: 'alignUnits', from: 'paralign', budget: 108_000 },
  { names: 'align, readDocument', from: 'paralign', budget: 205_000 },
  { names: 'align, check, readDocument', from: 'paralign', budget: 300_000 },
  { names: 'align, formatTmx, readDocument, tmxFromBitext', from: 'paralign', budget: 217_000 },
  { names: 'parseTmx', from: 'paralign', budget: 101_000, needs: ['fast-xml-parser'] },
  { names: 'createMessages', from: 'paralign', budget: 320_000, needs: ['i18next'] },
  { names: 'reviewPage', from: 'paralign', budget: 355_000, needs: ['diff', 'i18next'] },
  { names: '*', from: 'paralign', budget: 1_010_000, needs: ['diff', 'fast-xml-parser', 'i18next'] },
  { names: 'createWorkerPool', from: 'paralign/workers', budget: 2000 },
  { names: 'interview', from: 'paralign/corpora', budget: 216_000 },
];
