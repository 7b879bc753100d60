import type { Html } from '../view/html.ts';
import { fill } from './dom.ts';

/**
 * Opens a dialog with a form, and waits until it is closed. The element that had the focus has it again then.
 *
 * @returns what stands in the form; undefined where it was given up.
 */
export async function openDialog(form: Html): Promise<FormData | undefined> {
  const dialog = document.createElement('dialog');
  fill(dialog, form);
  const title = dialog.querySelector('h2');
  if (title !== null) {
    title.id = 'dialog-title';
    dialog.setAttribute('aria-labelledby', title.id);
  }
  document.body.append(dialog);
  dialog.addEventListener('keydown', (event) => {
    // As in other forms that take several lines: the whole is sent off by this.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      dialog.querySelector<HTMLButtonElement>('button.main')?.click();
  });
  // The browser tells of a dialog that was closed some time later: a key that is pressed at once would come before the edit.
  const settled = new Promise<FormData | undefined>((resolve) => {
    dialog.addEventListener('submit', (event) => {
      event.preventDefault();
      const { value } = event.submitter as HTMLButtonElement;
      resolve(value === 'apply' ? new FormData(event.target as HTMLFormElement) : undefined);
      dialog.close();
    });
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      resolve(undefined);
      dialog.close();
    });
    dialog.addEventListener('close', () => resolve(undefined));
  });
  dialog.showModal();
  dialog.querySelector<HTMLElement>('textarea, button.main')?.focus();
  const content = await settled;
  dialog.remove();
  return content;
}
