import { describe, expect, it, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isCounterpart, isPerhapsCounterpart, soundingWords } from '../../src/check/names.ts';
import type { SoundingWord } from '../../src/check/names.ts';
import { toLocale } from '../../src/model/locale.ts';
import { stretchOf } from '../../src/check/stretch.ts';
import { makeBitext, makeDocument } from './make-bitext.ts';

function wordsOf(text: string, locale: string): SoundingWord[] {
  return soundingWords(stretchOf(makeDocument([text], locale), { from: 0, to: 1 }), toLocale(locale));
}

function pairOf(english: string, russian: string): [SoundingWord, SoundingWord] {
  return [wordsOf(english, 'en-GB')[0]!, wordsOf(russian, 'ru-RU')[0]!];
}

describe('names in two languages', () => {
  it.each([
    ['Lavrov', 'Лаврову'],
    ['John', 'Джон'],
    ['Japan', 'Японии'],
    ['Moscow’s', 'Москвы'],
    ['Chrome', 'Chrome'],
    ['Java', 'Java’й'],
  ])('%s may be %s', (english, russian) => {
    expect(isCounterpart(...pairOf(english, russian))).toBe(true);
  });

  it.each([
    ['Lavrov', 'Нетаньяху'],
    ['Firefox', 'Гамма'],
    ['Promise', 'Chrome'],
    ['Google', 'Goofy'],
  ])('%s is not %s', (english, russian) => {
    expect(isCounterpart(...pairOf(english, russian))).toBe(false);
  });

  it('may be spelt by another tradition', () => {
    expect(isPerhapsCounterpart(...pairOf('Tubal', 'Фувал'))).toBe(true);
    expect(isPerhapsCounterpart(...pairOf('Naboth', 'Навуфей'))).toBe(true);
    expect(isPerhapsCounterpart(...pairOf('Firefox', 'Гамма'))).toBe(false);
  });

  it('have a capital where no sentence begins, and may be borrowed', () => {
    const words = wordsOf('Вчера Chrome и «Вечер» видел Пётр. Завтра', 'ru-RU');
    expect(words.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(['Chrome', 'Пётр']);
    expect(words.filter(({ isBorrowed }) => isBorrowed).map(({ text }) => text)).toEqual(['Chrome']);
  });
});

function changed(source: readonly string[], target: readonly string[], locales: [string, string] = ['en-GB', 'ru-RU']) {
  const bitext = makeBitext(source, target, { locales: [toLocale(locales[0]), toLocale(locales[1])] });
  return check(bitext).findings.flatMap(({ rule, data }) => (rule === 'name-mismatch' ? [data] : []));
}

const browsers = [
  'It works in Chrome, Opera and Safari.',
  'Then we met Anna, Ivan and Vladimir.',
  'We tried it in Firefox.',
];
const translated = [
  'Это работает в Chrome, Opera и Safari.',
  'Затем мы встретили Анну, Ивана и Владимира.',
  'Мы попробовали это в Firefox.',
];

test('names that are all there are no finding; one that became another is', () => {
  expect(changed(browsers, translated)).toEqual([]);
  expect(changed(browsers, translated.with(2, 'Мы попробовали это в Хелм.'))).toEqual([
    { expected: 'Firefox', actual: 'Хелм' },
  ]);
  expect(changed(browsers, translated.with(1, 'Затем мы встретили Анну, Python и Владимира.'))).toEqual([
    { expected: 'Ivan', actual: 'Python' },
  ]);
});

test('a name that was only added, or only left out, is no finding', () => {
  expect(changed(browsers, translated.with(2, 'Мы попробовали это в Firefox и Edge.'))).toEqual([]);
  expect(changed(browsers, translated.with(2, 'Мы попробовали это там.'))).toEqual([]);
});

test('a name that is translated is told by what goes with it elsewhere', () => {
  const [others, theirs] = [
    ['The road to Germany is long.', 'One train runs every day.', 'We bought bread and tea.'],
    ['Дорога в Германию длинная.', 'Один поезд ходит каждый день.', 'Мы купили хлеб и чай.'],
  ];
  const source = [...others, 'We went to China.', 'They like China very much.', 'Nobody has left China.', ...others];
  const target = [...theirs, 'Мы поехали в Китай.', 'Они очень любят Китай.', 'Никто не покинул Китай.', ...theirs];
  expect(changed(source, target)).toEqual([]);
  expect(changed(source, target.with(3, 'Мы поехали в Германию.'))).toEqual([
    { expected: 'China', actual: 'Германию' },
  ]);
});

test('scripts without capitals have no names that can be told', () => {
  expect(
    changed(['We met Peter in Paris.', 'Peter left Paris.'], ['我们遇见了张三。', '李四离开了。'], ['en', 'zh']),
  ).toEqual([]);
});
