/** How a text for people looks. */
export interface TextOptions {
  /** Whether to colour it by ANSI escape sequences; false by default. */
  readonly colour?: boolean;
  /** The columns that a line may take; 80 by default. */
  readonly width?: number;
}
