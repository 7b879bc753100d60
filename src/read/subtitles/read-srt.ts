import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import type { ReaderOptions } from '../formats.ts';
import type { Source } from '../source.ts';
import { blocksOfCues } from './blocks-of-cues.ts';
import { fileLines, invalid, isTimes, readTimes } from './cues.ts';
import type { Cue } from './cues.ts';

const FORMAT = 'SRT';
const EXPECTED = 'the number of a cue, and on the next line its times such as 00:01:02,500 --> 00:01:04,000';

/**
 * Reads SubRip subtitles: a number, the times, lines of text, a blank line. The number may be missing or wrong, and there may
 * be blank lines in the text, as long as the next cue has a number.
 *
 * @throws {ParalignError} `subtitles-invalid` for text that is in no cue, times that cannot be read, or no cue at all
 */
export function readSrt(
  source: Source,
  _locale: Locale,
  { file }: Pick<ReaderOptions, 'file'>,
): Pick<Document, 'blocks'> {
  const lines = fileLines(source);
  const timed = lines.flatMap(({ text }, k) => (isTimes(text) ? [k] : []));
  const heads = timed.map((k) => (k > 0 && /^\s*\d+\s*$/.test(lines[k - 1]!.text) ? k - 1 : k));
  const stray = lines.slice(0, heads[0] ?? lines.length).find(({ text }) => text.trim() !== '');
  if (stray !== undefined || heads.length === 0)
    throw invalid(source, stray?.from ?? 0, {
      format: FORMAT,
      file,
      reason: 'a cue has to come first',
      expected: EXPECTED,
    });
  const cues = timed.map((k, n): Cue => {
    const time = readTimes(source, lines[k]!, FORMAT, file);
    let end = heads[n + 1] ?? lines.length;
    while (end > k + 1 && lines[end - 1]!.text.trim() === '') end -= 1;
    const from = lines[k + 1]?.from ?? source.text.length;
    return { time, from, to: end > k + 1 ? lines[end - 1]!.to : from };
  });
  return { blocks: blocksOfCues(source, cues, false) };
}
