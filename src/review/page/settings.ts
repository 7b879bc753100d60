import type { UiLocale } from '../../report/messages/ui-locale.ts';

/** How a person wants to see pages: kept in the browser, for all pages. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Undefined where they never chose: then it is the page's. */
  readonly uiLocale?: UiLocale;
  /** Whether letters alone are keys. Speech input, for one, may press them by mistake. */
  readonly singleKeys: boolean;
  readonly filtersOpen: boolean;
}

const KEY = 'paralign-review-settings';
const usual: Settings = { theme: 'system', singleKeys: true, filtersOpen: false };

export function readSettings(): Settings {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...usual, ...(read as Partial<Settings>) };
  } catch {
    return usual;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Then they hold for this visit.
  }
}
