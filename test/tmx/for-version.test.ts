import { describe, expect, it } from 'vitest';
import { headFor, unitFor } from '../../src/tmx/for-version.ts';
import type { TmxTarget } from '../../src/tmx/for-version.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { file, segment } from './texts.ts';
import { hasXmllint, validate } from './xmllint.ts';

const written = (text: string, target: TmxTarget): string => {
  const memory = parseTmx(text);
  return formatTmx({ ...memory, ...headFor(memory, target), units: memory.units.map((unit) => unitFor(unit, target)) });
};
const seg = (text: string, target: TmxTarget): string => /<seg>(.*?)<\/seg>/s.exec(written(segment(text), target))![1]!;
const rich = 'a <bpt i="1" x="1">&lt;b&gt;</bpt><hi x="2" type="t">b<sub type="s">c</sub></hi><ut>u<sub>v</sub></ut>';

describe('unitFor', () => {
  it('leaves a unit alone where nothing else is asked for', () => {
    const { units } = parseTmx(segment(rich));
    expect(unitFor(units[0]!, {})).toBe(units[0]);
    expect(unitFor(units[0]!, { version: '1.4' })).toEqual(units[0]);
  });

  it('keeps of what an old version does not know the text', () => {
    expect(seg(rich, { version: '1.3' })).toBe(
      'a <bpt i="1" x="1">&lt;b&gt;</bpt><hi type="t">b<sub type="s">c</sub></hi><ut>uv</ut>',
    );
    expect(seg(rich, { version: '1.2' })).toBe(seg(rich, { version: '1.3' }));
    expect(seg(rich, { version: '1.1' })).toBe('a <bpt i="1" x="1">&lt;b&gt;</bpt>b<sub>c</sub><ut>uv</ut>');
  });

  it('writes plain text at level 1', () => {
    expect(seg(rich, { level: 1 })).toBe('a bc');
    expect(seg('<ph/>', { level: 1 })).toBe('');
  });

  it('says languages as the version does, there and back', () => {
    const text = file('<tu><note xml:lang="en">n</note><tuv xml:lang="en" creationid="x"><seg>a</seg></tuv></tu>');
    const old = written(text, { version: '1.2' });
    expect(old).toContain('<tmx version="1.2">');
    expect(old).toContain('<tuv lang="en" creationid="x">');
    expect(old).toContain('<note lang="en">');
    expect(old).not.toContain('xml:lang');
    expect(written(old, { version: '1.4' })).toBe(written(text, { version: '1.4' }));
  });

  it('writes language tags as they are, or in canonical form', () => {
    const [unit] = parseTmx(segment('a').replace('ru-RU', 'RU_ru')).units;
    expect(unitFor(unit!, { languages: 'keep' })).toBe(unit);
    const canonical = unitFor(unit!, { languages: 'canonical' });
    expect(canonical.variants.map(({ lang }) => lang)).toEqual(['en-GB', 'ru-RU']);
    expect(unitFor(canonical, { languages: 'canonical' })).toEqual(canonical);
    const head = parseTmx(file('', 'srclang="zh_hant_tw"'));
    expect(headFor(head, { languages: 'canonical' }).header.attributes.srclang).toBe('zh-Hant-TW');
    expect(headFor(head, {}).header.attributes.srclang).toBe('zh_hant_tw');
  });

  it.skipIf(!hasXmllint)('is valid', () => {
    expect(validate(written(segment('a <hi x="2">b</hi>'), { version: '1.4' }))).toBe('');
  });
});
