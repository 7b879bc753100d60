import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import type { ReaderOptions } from '../formats.ts';
import type { Source } from '../source.ts';
import { blocksOfCues } from './blocks-of-cues.ts';
import { fileLines, invalid, isTimes, readTimes } from './cues.ts';
import type { Cue } from './cues.ts';

const FORMAT = 'WebVTT';

/**
 * Reads WebVTT subtitles. Notes, styles and regions are passed over.
 *
 * @throws {ParalignError} `subtitles-invalid` where the first line is not `WEBVTT`, and for text that is in no cue, times that
 *   cannot be read, or no cue at all
 */
export function readVtt(
  source: Source,
  _locale: Locale,
  { file }: Pick<ReaderOptions, 'file'>,
): Pick<Document, 'blocks'> {
  const lines = fileLines(source);
  const fail = (offset: number, reason: string, expected: string): never => {
    throw invalid(source, offset, { format: FORMAT, file, reason, expected });
  };
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0]?.text ?? ''))
    fail(0, 'the file does not begin as such', 'WEBVTT on the first line');
  const cues: Cue[] = [];
  let k = 1;
  // Lines of the head, such as the language, up to a blank one.
  while (k < lines.length && lines[k]!.text !== '' && !isTimes(lines[k]!.text)) k += 1;
  while (k < lines.length) {
    if (lines[k]!.text.trim() === '') {
      k += 1;
      continue;
    }
    let end = k;
    while (end < lines.length && lines[end]!.text.trim() !== '') end += 1;
    const first = lines[k]!;
    const at = isTimes(first.text) ? k : k + 1;
    if (at < end && isTimes(lines[at]!.text)) {
      const time = readTimes(source, lines[at]!, FORMAT, file);
      const from = lines[at + 1]?.from ?? source.text.length;
      cues.push({ time, from, to: end > at + 1 ? lines[end - 1]!.to : from });
    } else if (!/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first.text)) {
      fail(first.from, 'this is in no cue', 'times such as 00:01:02.500 --> 00:01:04.000 before the text of a cue');
    }
    k = end;
  }
  if (cues.length === 0) fail(0, 'there is no cue in it', 'at least one cue with its times');
  return { blocks: blocksOfCues(source, cues, true) };
}
