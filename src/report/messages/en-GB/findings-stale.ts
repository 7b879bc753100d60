/** What the rules say that compare with what was accepted. See `findings.ts` for what a key means. */
export const findingsStale = {
  stale: 'The source has changed since it was translated.',
  stale_dated: 'The source has changed since its translation was accepted on {{when}}.',
  stale_signed: 'The source has changed since its translation was accepted on {{when}} by {{who}}.',
  unaccepted: 'Nobody has accepted this translation: “{{text}}”',
  unaccepted_changed: 'The translation has changed since it was accepted.',
} as const;
