import type { App } from './app.ts';
import type { Command } from './commands.ts';
import { run } from './commands.ts';
import { stepColumn, stepRow } from './moves.ts';

const letters: Readonly<Record<string, Command>> = {
  j: 'next-finding',
  k: 'previous-finding',
  s: 'sentences',
  e: 'edit',
  m: 'merge',
  x: 'split',
  u: 'unlink',
  l: 'link',
  c: 'confirm',
  '/': 'search',
  '?': 'help',
};

/** Does what a key stands for. Returns whether it stands for something. */
export function pressKey(app: App, event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (target.closest('dialog') !== null) return false;
  const isTyping = target.matches('input, textarea, select');
  if (event.ctrlKey || event.metaKey) {
    const command = shortcut(event);
    // In a field of text the browser's own undo is meant.
    if (command === undefined || (isTyping && command !== 'save-tmx')) return false;
    void run(app, command);
    return true;
  }
  if (event.altKey || isTyping) return false;
  if (target.closest('table.rows') !== null && moveBy(app, event, target)) return true;
  if (!app.settings.singleKeys) return false;
  const command = letters[letterOf(event)];
  if (command === undefined) return false;
  void run(app, command);
  return true;
}

function shortcut(event: KeyboardEvent): Command | undefined {
  switch (letterOf(event)) {
    case 'z':
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 's':
      return 'save-tmx';
    default:
      return undefined;
  }
}

/** The letter of a key; where the keyboard writes another script, the letter that stands there on others. */
function letterOf({ key, code }: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** Arrows, Enter and Escape, in the rows. */
function moveBy(app: App, event: KeyboardEvent, target: HTMLElement): boolean {
  const { selection } = app;
  if (selection === undefined || target.closest('a, button') !== null) return false;
  const { view } = app.review;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (event.shiftKey) void run(app, by > 0 ? 'move-down' : 'move-up');
      else {
        const next = stepRow(view, app.list, selection, by);
        if (next !== undefined) app.select(next);
      }
      return true;
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = stepColumn(view, selection, event.key === 'ArrowRight' ? 1 : -1);
      if (next !== undefined) app.select(next);
      return true;
    }
    case 'Enter':
      void run(app, 'edit');
      return true;
    case 'Escape':
      if (app.marked !== undefined) {
        app.marked = undefined;
        app.select(selection, 'none');
      } else if (selection.kind === 'block' && selection.segment !== undefined) void run(app, 'paragraphs');
      else app.deselect();
      return true;
    default:
      return false;
  }
}
