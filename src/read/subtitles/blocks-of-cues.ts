import type { Block, Turn } from '../../model/document.ts';
import { placeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { readCueText } from './cue-text.ts';
import type { Cue } from './cues.ts';

/** A block for each cue that has a text. Cues of one voice that follow one another are one turn. */
export function blocksOfCues(source: Source, cues: readonly Cue[], hasEntities: boolean): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  let last: string | undefined;
  for (const { time, from, to } of cues) {
    const raw = source.text.slice(from, to);
    const cue = readCueText(raw, hasEntities);
    if (cue.text === '') continue;
    let turn: Turn | undefined;
    if (cue.speaker !== undefined) {
      const opens = cue.speaker !== last;
      if (opens) number += 1;
      const label = raw.slice(0, cue.from).normalize('NFC');
      turn = { role: 'remark', number, exchange: 0, speaker: cue.speaker, ...(opens && label !== '' ? { label } : {}) };
    }
    last = cue.speaker;
    blocks.push({
      id: `p${blocks.length + 1}`,
      kind: 'paragraph',
      text: cue.text,
      place: placeOf(source, from + cue.from),
      ...(turn === undefined ? {} : { turn }),
      time,
    });
  }
  return blocks;
}
