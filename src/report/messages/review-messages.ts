import { createInstance } from 'i18next';
import type { KeyOf } from './catalogue.ts';
import { review as reviewEnglish } from './en-GB/review.ts';
import type { MessageData } from './index.ts';
import { review as reviewRussian } from './ru-RU/review.ts';
import type { UiLocale } from './ui-locale.ts';

/** A key of what the review page says. */
export type ReviewKey = KeyOf<typeof reviewEnglish>;

/** The words of the review page, in one language. */
export interface ReviewMessages {
  readonly locale: UiLocale;
  readonly say: (key: ReviewKey, data?: MessageData) => string;
}

/**
 * The words of the review page alone: the page carries them, and not those of the command.
 */
export function createReviewMessages(locale: UiLocale): ReviewMessages {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    lng: locale,
    fallbackLng: 'en-GB',
    resources: { 'en-GB': { review: reviewEnglish }, 'ru-RU': { review: reviewRussian } },
    ns: ['review'],
    defaultNS: 'review',
    keySeparator: false,
    nsSeparator: false,
    // The page escapes whatever it shows.
    interpolation: { escapeValue: false },
  });
  return {
    locale,
    say: (key, data = {}) =>
      instance.t(key, { replace: data, ...(typeof data['count'] === 'number' && { count: data['count'] }) }),
  };
}
