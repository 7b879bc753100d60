import type { TmxHead } from '../read-stream.ts';
import { PROP } from '../structure.ts';

/** What a header says of all units of one bitext together. */
const OF_WHOLE: ReadonlySet<string> = new Set([PROP.bitext, PROP.source, PROP.target, PROP.block]);

/**
 * What stands before units that were chosen from a memory, or come from several: without the notes from which the bitext that a
 * memory was made of is read back, since that takes all of its units and no others. They are then read as pairs.
 */
export function headOfSelection(head: TmxHead): TmxHead {
  const meta = head.header.meta.filter(
    ({ name, attributes }) => name !== 'prop' || !OF_WHOLE.has(attributes['type'] ?? ''),
  );
  return meta.length === head.header.meta.length ? head : { ...head, header: { ...head.header, meta } };
}
