/**
 * What a suppression says: `number-mismatch, missing: the source has a slip`. The rules stand before the first colon, parted
 * by commas or spaces; the reason after it, empty where there is none.
 */
export function splitReason(text: string): { rules: string[]; reason: string } {
  const colon = text.indexOf(':');
  const names = colon === -1 ? text : text.slice(0, colon);
  return {
    rules: [...new Set(names.split(/[\s,]+/).filter((name) => name !== ''))],
    reason: colon === -1 ? '' : text.slice(colon + 1).trim(),
  };
}
