/** What the page asks the thread for. */
export interface PlaygroundTask {
  readonly id: number;
  readonly source: PlaygroundText;
  readonly target: PlaygroundText;
  readonly unit: 'segment' | 'block';
  readonly uiLocale: 'en-GB' | 'ru-RU';
}

export interface PlaygroundText {
  /** What was pasted, or the bytes of a dropped file. */
  readonly content: string | Uint8Array;
  /** The name of the dropped file, by which its format is known. */
  readonly file?: string;
  readonly locale: string;
}

/** A row of the table: what belongs together. */
export interface PlaygroundRow {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** From 0 to 1. */
  readonly confidence: number;
  readonly isMoved: boolean;
}

export interface PlaygroundFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** In either text, from 1. */
  readonly line: number | null;
}

export type PlaygroundAnswer =
  | {
      readonly id: number;
      readonly rows: readonly PlaygroundRow[];
      readonly findings: readonly PlaygroundFinding[];
      readonly covered: number;
      readonly total: number;
      readonly tmx: string;
      readonly milliseconds: number;
    }
  | { readonly id: number; readonly error: string };
