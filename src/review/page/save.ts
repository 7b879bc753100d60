import { tmxFromBitext } from '../../tmx/from-bitext.ts';
import { tmxFromMultitext } from '../../tmx/from-multitext.ts';
import { formatTmx } from '../../tmx/write.ts';
import { textOf } from '../edit/state-of.ts';
import type { EditState } from '../edit/state.ts';
import type { ConfirmedLink } from '../data/review-json.ts';

/** The translation memory of what was edited, as the library writes it; characters that XML cannot hold are replaced. */
export function memoryOf(state: EditState, now: Date): string {
  const text = textOf(state);
  const memory =
    'pivot' in text ? tmxFromMultitext(text, { creationDate: now }) : tmxFromBitext(text, { creationDate: now });
  return formatTmx(memory, { characters: 'replace' });
}

/** The links that are confirmed, each by one of its blocks. */
export function confirmedLinks({ versions }: EditState): ConfirmedLink[] {
  return versions.flatMap(({ path, crossing }, version) => {
    let s = 0;
    const onPath = path.flatMap(({ source, confirmed }): ConfirmedLink[] => {
      const block = s;
      s += source;
      return confirmed ? [{ version, side: 'source', block }] : [];
    });
    const across = crossing.flatMap(({ source, confirmed }): ConfirmedLink[] =>
      confirmed ? [{ version, side: 'source', block: source.from }] : [],
    );
    return [...onPath, ...across];
  });
}

/** Gives a file to the person, as the browser does with downloads. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name without what a file system may not take. */
export function fileName(name: string, ending: string): string {
  const stem = name
    .replace(/^.*[/\\]/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${stem === '' ? 'review' : stem}${ending}`;
}
