import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const english =
  'the minister said that relations between both countries have developed steadily over recent years and trade grew'.split(
    ' ',
  );
const russian =
  'министр сказал что отношения между двумя странами устойчиво развивались в последние годы а торговля росла'.split(
    ' ',
  );

/**
 * Writes an English-Russian memory of about so many megabytes, a fifth of its segments with codes. The same one each time.
 *
 * @returns its size in bytes.
 */
export async function generateTmx(path: string, megabytes: number): Promise<number> {
  const out = createWriteStream(path);
  let state = 42;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return (state >> 8) % n;
  };
  const sentence = (words: readonly string[]): string =>
    `${Array.from({ length: 6 + below(16) }, () => words[below(words.length)]).join(' ')}.`;
  const segment = (words: readonly string[], k: number): string => {
    if (k % 5 !== 0) return k % 7 === 0 ? `${sentence(words)} A &amp; B` : sentence(words);
    return `${sentence(words)} <bpt i="1" x="1">&lt;b&gt;</bpt>${sentence(words)}<ept i="1">&lt;/b&gt;</ept> <ph x="2">{0}</ph>`;
  };
  let size = 0;
  const write = async (text: string): Promise<void> => {
    size += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="en-GB" datatype="plaintext"/>\n  <body>\n',
  );
  for (let k = 0; ;) {
    if (size >= megabytes * 1e6) break;
    let units = '';
    for (const end = k + 100; k < end; k++)
      units +=
        `    <tu tuid="${k}" creationdate="20260101T120000Z" changeid="anna" usagecount="${below(9)}">\n` +
        '      <prop type="x-domain">politics</prop>\n' +
        `      <tuv xml:lang="en-GB">\n        <seg>${segment(english, k)}</seg>\n      </tuv>\n` +
        `      <tuv xml:lang="ru-RU">\n        <seg>${segment(russian, k)}</seg>\n      </tuv>\n    </tu>\n`;
    await write(units);
  }
  await write('  </body>\n</tmx>\n');
  out.end();
  await once(out, 'finish');
  return size;
}
