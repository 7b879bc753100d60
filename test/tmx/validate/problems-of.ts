import { ParalignError } from '../../../src/model/errors.ts';
import type { TmxProblem } from '../../../src/tmx/problem.ts';
import type { TmxSource } from '../../../src/tmx/read-stream.ts';
import { validateTmx } from '../../../src/tmx/validate/validate.ts';

/** All problems of a file. */
export async function problemsOf(source: TmxSource): Promise<TmxProblem[]> {
  const problems: TmxProblem[] = [];
  for await (const problem of validateTmx(source)) problems.push(problem);
  return problems;
}

/** All problems of a file, or the type of the error that was thrown. */
export async function outcomeOf(source: TmxSource): Promise<TmxProblem[] | string> {
  try {
    return await problemsOf(source);
  } catch (error) {
    if (error instanceof ParalignError) return error.type;
    throw error;
  }
}

/** A text in pieces of so many characters. */
export function* pieces(text: string, size: number): Generator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Every element and attribute of TMX, used as it should be: nothing is wrong with it, but that `ut` is there. */
export const whole = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- A comment -->
<tmx version="1.4">
  <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en-GB"
      datatype="plaintext" o-encoding="UTF-8" creationdate="20160412T170000Z" creationid="A" changedate="20160412T170000Z" changeid="B">
    <note xml:lang="en" o-encoding="UTF-8">Note &amp; more</note>
    <prop type="x-p" xml:lang="en">value</prop>
    <ude name="own" base="UTF-8"><map unicode="#xF8FF" code="#xF0" ent="Apple" subst="(a)"/></ude>
  </header>
  <body>
    <?pi data?>
    <tu tuid="one" usagecount="3" lastusagedate="20160412T170000Z" segtype="phrase" srclang="en-GB" o-tmf="t">
      <note>n</note><prop type="x-p">v</prop>
      <tuv xml:lang="en-GB" creationdate="20160412T170000Z"><prop type="x-q">w</prop><seg>A <bpt i="1" x="1" type="bold">&lt;b></bpt>bold<ept i="1">&lt;/b></ept>
        <ph x="2" assoc="p" type="image"><sub type="alt" datatype="html">alt <hi x="3" type="t">h</hi></sub></ph> <it pos="begin" x="4">{</it><![CDATA[<raw>]]></seg></tuv>
      <tuv xml:lang="ru-RU"><seg>Т <bpt i="2" x="1">&lt;b></bpt><ph x="2"/><hi x="3">х</hi><ept i="2">&lt;/b></ept> <it pos="begin" x="4">{</it></seg></tuv>
    </tu>
    <tu srclang="*all*">
      <tuv xml:lang="de"><seg>Ein <ut x="1">{x}</ut></seg></tuv>
      <tuv xml:lang="fr"><seg>Un</seg></tuv>
    </tu>
  </body>
</tmx>
`;
