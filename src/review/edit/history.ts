import type { Action } from './actions.ts';
import { reduce } from './reduce.ts';
import { Refusal } from './refusal.ts';
import type { EditState } from './state.ts';

/** A state with what it was before, and what it was before the last steps were taken back. */
export interface History {
  readonly past: readonly EditState[];
  readonly present: EditState;
  readonly future: readonly EditState[];
}

/** So many steps can be taken back. States share what did not change, so that a step costs little. */
const MOST_STEPS = 200;

export function startHistory(present: EditState): History {
  return { past: [], present, future: [] };
}

/** The history with one more step. What was taken back before is forgotten then. */
export function act(history: History, action: Action): History | Refusal {
  const { past, present } = history;
  const next = reduce(present, action);
  if (next instanceof Refusal) return next;
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] };
}

/** The history with its last step taken back; as it is where there is none. */
export function undo({ past, present, future }: History): History {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** The history with the step taken again that was taken back last; as it is where there is none. */
export function redo({ past, present, future }: History): History {
  const [next, ...later] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: later };
}
