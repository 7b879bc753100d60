import fc from 'fast-check';
import { segmentsOf } from '../../../src/model/document.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Action } from '../../../src/review/edit/actions.ts';
import type { EditState } from '../../../src/review/edit/state.ts';

/** Any action that may be taken on a state, on whatever level. */
export function arbitraryAction(state: EditState): fc.Arbitrary<Action> {
  const version = fc.nat({ max: state.versions.length - 1 });
  const place = (document: Document): fc.Arbitrary<{ block: number; segment?: number }> | undefined => {
    const places = document.blocks.flatMap((block, k) => [
      { block: k },
      ...segmentsOf(block).map((_, segment) => ({ block: k, segment })),
    ]);
    return places.length === 0 ? undefined : fc.constantFrom(...places);
  };
  return version.chain((v): fc.Arbitrary<Action> => {
    const pivot = place(state.pivot);
    const own = place(state.versions[v]!.document);
    const units = [
      ...(pivot === undefined ? [] : [pivot.map((at) => ({ version: v, side: 'source' as const, ...at }))]),
      ...(own === undefined ? [] : [own.map((at) => ({ version: v, side: 'target' as const, ...at }))]),
    ];
    if (units.length === 0) return fc.constant({ type: 'confirm', units: [], confirmed: true });
    const any = fc.oneof(...units);
    const actions: fc.Arbitrary<Action>[] = [
      any.map((one) => ({ type: 'merge', unit: one })),
      any.map((one) => ({ type: 'split', unit: one })),
      any.map((one) => ({ type: 'unlink', unit: one })),
      fc.record({ type: fc.constant('move' as const), unit: any, by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({
        type: fc.constant('confirm' as const),
        units: fc.array(any, { maxLength: 3 }),
        confirmed: fc.boolean(),
      }),
    ];
    if (pivot !== undefined && own !== undefined)
      actions.push(
        fc.record({ type: fc.constant('link' as const), version: fc.constant(v), source: pivot, target: own }),
      );
    if (pivot !== undefined)
      actions.push(
        pivot.map(({ block }) => ({ type: 'insert', version: v, block, text: 'Neu geschrieben.' })),
        pivot
          .filter(({ segment }) => segment !== undefined)
          .map(({ block, segment }) => ({ type: 'text', version: -1, block, segment: segment!, text: 'Other.' })),
      );
    return fc.oneof(
      ...actions.slice(
        0,
        pivot !== undefined && !state.pivot.blocks.some((block) => segmentsOf(block).length > 0) ? -1 : undefined,
      ),
    );
  });
}
