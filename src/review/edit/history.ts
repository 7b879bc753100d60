import type { Action } from './actions.ts';
import { reduce } from './reduce.ts';
import { Refusal } from './refusal.ts';
import type { EditState } from './state.ts';

/** A state with the steps that led to it, and those that were taken back. */
export interface History {
  readonly present: EditState;
  readonly past: readonly Step[];
  /** The step that was taken back last comes first. */
  readonly future: readonly Step[];
  /** What was done before the steps that can be taken back. */
  readonly forgotten: readonly Action[];
}

/** An action with the states before and after it. */
export interface Step {
  readonly action: Action;
  readonly before: EditState;
  readonly after: EditState;
}

/** So many steps can be taken back: each keeps what it changed of the text. */
const MOST_STEPS = 500;

export function startHistory(present: EditState): History {
  return { present, past: [], future: [], forgotten: [] };
}

/** The history with one more step; what was taken back is forgotten then. Or why the action cannot be taken. */
export function act({ present, past, forgotten }: History, action: Action): History | Refusal {
  const after = reduce(present, action);
  if (after instanceof Refusal) return after;
  const steps = [...past, { action, before: present, after }];
  const gone = Math.max(0, steps.length - MOST_STEPS);
  return {
    present: after,
    past: steps.slice(gone),
    future: [],
    forgotten: gone === 0 ? forgotten : [...forgotten, ...steps.slice(0, gone).map((step) => step.action)],
  };
}

/** The history with its last step taken back; as it is where there is none. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  const { past, future, forgotten } = history;
  return { present: step.before, past: past.slice(0, -1), future: [step, ...future], forgotten };
}

/** The history with the step taken again that was taken back last; as it is where there is none. */
export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (step === undefined) return history;
  return { present: step.after, past: [...history.past, step], future, forgotten: history.forgotten };
}

/** All that was done and not taken back, in order: taken again from the start, it leads to the same state. */
export function actionsOf({ past, forgotten }: History): Action[] {
  return [...forgotten, ...past.map(({ action }) => action)];
}
