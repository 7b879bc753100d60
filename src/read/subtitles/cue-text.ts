import { joinLines } from '../paragraphs.ts';

/** What a cue says. */
export interface CueText {
  /** Without formatting, its lines folded, in NFC. */
  readonly text: string;
  /** The offset of its first character in what was given. */
  readonly from: number;
  /** The first voice that speaks, where the cue names one. */
  readonly speaker?: string;
}

/**
 * Formatting tags of SubRip and WebVTT, WebVTT's times within a cue, and the commands in braces of SubStation that are also
 * seen in SubRip. Not everything in angle brackets: `<3` is text.
 */
const TAG = /<\/?(?:b|i|u|s|c|v|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}/gi;
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** @param raw the lines of a cue as they stand in the file. @param hasEntities as in WebVTT. */
export function readCueText(raw: string, hasEntities: boolean): CueText {
  const resolve = (text: string): string =>
    hasEntities ? text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name]!) : text;
  const text = joinLines(raw.split(/\r\n|\n|\r/).map((line) => resolve(line.replace(TAG, ''))))
    .trim()
    .normalize('NFC');
  const speaker = resolve(VOICE.exec(raw)?.[1] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return { text, from: startOf(raw), ...(speaker === '' ? {} : { speaker }) };
}

/** Where the text begins, after tags and white space. */
function startOf(raw: string): number {
  const leading = new RegExp(`(?:\\s|${TAG.source})*`, 'iy');
  leading.exec(raw);
  return leading.lastIndex;
}
