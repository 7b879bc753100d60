import type { UiLocale } from '../../report/messages/ui-locale.ts';
import type { App } from './app.ts';
import { debounce } from './dom.ts';
import { noFilter } from './filter.ts';
import type { Filter } from './filter.ts';

/** Does what a changed field stands for. */
export function changeField(app: App, field: HTMLInputElement | HTMLSelectElement): void {
  const { value } = field;
  const filter = (change: Partial<Filter>): void => {
    app.filter = { ...app.filter, ...change };
    app.showRows();
  };
  switch (field.dataset['change'] ?? '') {
    case 'rule':
    case 'speaker':
      return filter({ [field.dataset['change'] ?? '']: value });
    case 'severity':
      return filter({ severity: value as Filter['severity'] });
    case 'show':
      return filter({ show: value as Filter['show'] });
    case 'confidence':
      field.setAttribute('aria-valuetext', app.say('histogram-bin', { from: 0, to: Number(value) / 100 }));
      return filter({ confidence: Number(value) / 100 });
    case 'document':
      app.review.current = Number(value);
      app.filter = noFilter;
      app.selection = undefined;
      return app.showDocument();
    case 'theme':
      app.set({ theme: value as 'system' | 'light' | 'dark' });
      return app.showDocument();
    case 'locale':
      app.set({ uiLocale: value as UiLocale });
      app.review.speak(value as UiLocale);
      return app.showDocument();
    case 'single-keys':
      return app.set({ singleKeys: (field as HTMLInputElement).checked });
    default:
      return undefined;
  }
}

/** Searches when the person has stopped writing for a moment. */
export function searchWhenQuiet(app: App): (field: HTMLInputElement) => void {
  let text = '';
  const search = debounce(150, () => {
    app.filter = { ...app.filter, text };
    app.showRows();
  });
  return (field) => {
    text = field.value;
    search();
  };
}
