/** How far a translation is, as XLIFF 1.2 and 2.1 say it. */

/** The states of 2.1, each with the one of 1.2 that says the same. */
const SAME: Readonly<Record<string, string>> = {
  initial: 'new',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};
/** The states that 1.2 has besides, each with the one of 2.1 that comes nearest. */
const NEAREST: Readonly<Record<string, string>> = {
  'needs-translation': 'initial',
  'needs-adaptation': 'initial',
  'needs-l10n': 'initial',
  'needs-review-translation': 'translated',
  'needs-review-adaptation': 'translated',
  'needs-review-l10n': 'translated',
};
const SAME_IN_2: ReadonlyMap<string, string> = new Map(Object.entries(SAME).map(([two, one]) => [one, two]));

/** The authority before the colon of a `subState` that holds a state of 1.2. */
const OWN = 'xliff12:';

/** The `state` of XLIFF 1.2 for one of either version; undefined for what it cannot write. */
export function stateIn12(state: string): string | undefined {
  if (Object.hasOwn(SAME, state)) return SAME[state];
  return SAME_IN_2.has(state) || Object.hasOwn(NEAREST, state) || /^x-[\w.:-]+$/.test(state) ? state : undefined;
}

/** The attributes of a segment of XLIFF 2.1. */
export interface State2 {
  readonly state: string;
  readonly subState?: string;
}

/**
 * The `state` of XLIFF 2.1 for one of either version; undefined for what it cannot write.
 *
 * @param subState what stands beside it; a state that 2.1 has not is noted there.
 * @param isTranslated whether there is a translation: without, 2.1 has the first state only.
 */
export function stateIn2(state: string, subState: string | undefined, isTranslated: boolean): State2 | undefined {
  const own = Object.hasOwn(SAME, state) ? state : SAME_IN_2.get(state);
  const nearest = Object.hasOwn(NEAREST, state) ? NEAREST[state]! : /^x-[\w.:-]+$/.test(state) ? 'initial' : undefined;
  const written = own ?? nearest;
  if (written === undefined || (!isTranslated && written !== 'initial')) return undefined;
  const noted = own === undefined ? `${OWN}${state}` : subState;
  return noted === undefined ? { state: written } : { state: written, subState: noted };
}

/** The state and sub-state that the attributes of a segment of XLIFF 2.1 say; the former in the words of 1.2 where it was noted so. */
export function fromState2(
  state: string | undefined,
  subState: string | undefined,
): { readonly state: string | undefined; readonly subState: string | undefined } {
  return subState?.startsWith(OWN) === true
    ? { state: subState.slice(OWN.length), subState: undefined }
    : { state, subState };
}
