/** A text with each run of white space as one space, and none at its ends. */
export function normalizeSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
