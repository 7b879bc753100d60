import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/read-document.ts';
import type { ReadFormat } from '../../src/read/read-document.ts';

type Row = [role: Role | undefined, turn: number, exchange: number, speaker: string, text: string];

/** One row a block; of a block that opens no turn the speaker is in brackets. */
function rows(text: string, locale: string, format: ReadFormat = 'text'): Row[] {
  return readDocument(text, { locale, format }).blocks.map(({ text: unit, turn }) => [
    turn?.role,
    turn?.number ?? 0,
    turn?.exchange ?? 0,
    turn === undefined || turn.label !== undefined ? (turn?.speaker ?? '') : `(${turn.speaker})`,
    unit,
  ]);
}

/** The usual two questions and answers behind labels. */
function twice(question: string, answer: string): string {
  return [`${question}one?`, `${answer}two.`, `${question}three?`, `${answer}four.`].join('\n\n');
}

function twiceRows(question: string, answer: string): Row[] {
  return [
    ['question', 1, 1, question, 'one?'],
    ['answer', 2, 1, answer, 'two.'],
    ['question', 3, 2, question, 'three?'],
    ['answer', 4, 2, answer, 'four.'],
  ];
}

describe('speaker labels', () => {
  it.each([
    ['en-GB', 'Question: ', 'Sergey Lavrov: ', 'Question', 'Sergey Lavrov'],
    ['en-GB', 'Q. ', 'A. ', 'Q', 'A'],
    ['en-GB', 'Q: ', 'A: ', 'Q', 'A'],
    ['en-GB', '**QUESTION:** ', '**SERGEY LAVROV:** ', 'QUESTION', 'SERGEY LAVROV'],
    ['en-GB', '**Question**: ', '__Mr. Lavrov__: ', 'Question', 'Mr. Lavrov'],
    ['en-GB', 'Question\u00A0:\u00A0', 'Sergey\u00A0Lavrov:\u00A0', 'Question', 'Sergey Lavrov'],
    ['en-GB', 'Question:\n\n', 'Sergey Lavrov:\n\n', 'Question', 'Sergey Lavrov'],
    ['en-GB', 'Question:\n', 'Lavrov:\n', 'Question', 'Lavrov'],
    ['en-GB', '– Question: ', '– Lavrov: ', 'Question', 'Lavrov'],
    ['en-GB', 'John Smith: ', 'Sergey Lavrov: ', 'John Smith', 'Sergey Lavrov'],
    [
      'en-GB',
      'Question (translated from Chinese): ',
      'Sergey Lavrov: ',
      'Question (translated from Chinese)',
      'Sergey Lavrov',
    ],
    ['ru-RU', 'Вопрос: ', 'С.В.Лавров: ', 'Вопрос', 'С.В.Лавров'],
    ['ru-RU', 'ВОПРОС: ', 'Ответ: ', 'ВОПРОС', 'Ответ'],
    ['ru-RU', 'Корр.: ', 'С. В. Лавров: ', 'Корр.', 'С. В. Лавров'],
    ['uk-UA', 'Питання: ', 'Відповідь: ', 'Питання', 'Відповідь'],
    ['de-DE', 'Frage: ', 'Dr. Angela Merkel: ', 'Frage', 'Dr. Angela Merkel'],
    ['de-DE', 'SPIEGEL: ', 'Merkel: ', 'SPIEGEL', 'Merkel'],
    ['fr-FR', 'Question\u00A0: ', 'Réponse\u202F: ', 'Question', 'Réponse'],
    ['es-ES', 'Pregunta: ', 'Respuesta: ', 'Pregunta', 'Respuesta'],
    ['it-IT', 'Domanda: ', 'Risposta: ', 'Domanda', 'Risposta'],
    ['pt-BR', 'Pergunta: ', 'Resposta: ', 'Pergunta', 'Resposta'],
    ['pl-PL', 'Pytanie: ', 'Odpowiedź: ', 'Pytanie', 'Odpowiedź'],
    ['tr-TR', 'SORU: ', 'YANIT: ', 'SORU', 'YANIT'],
    ['ar-EG', 'سؤال: ', 'سيرغي لافروف: ', 'سؤال', 'سيرغي لافروف'],
    ['ar-EG', 'سؤال\u200F: ', 'جواب\u200F:\u200F ', 'سؤال', 'جواب'],
    ['zh-CN', '记者：', '拉夫罗夫：', '记者', '拉夫罗夫'],
    ['zh-CN', '问：', '答：', '问', '答'],
    ['ja-JP', '記者：', 'ラブロフ外相：', '記者', 'ラブロフ外相'],
    ['ko-KR', '기자: ', '라브로프: ', '기자', '라브로프'],
    ['ka-GE', 'ანა ბერიძე: ', 'გიორგი: ', 'ანა ბერიძე', 'გიორგი'],
  ])('%s: %j and %j', (locale, question, answer, asking, answering) => {
    expect(rows(twice(question, answer), locale)).toEqual(twiceRows(asking, answering));
  });

  it('gives a paragraph without label to the turn before it, and numbers exchanges', () => {
    const text =
      'Moderator: Welcome.\n\nJohn Smith (BBC): Why?\n\nJane Doe: And when?\n\nSergey Lavrov: Because.\n\nThere is more.\n\nJohn Smith: Sure?\n\nSergey Lavrov: Yes.';
    expect(rows(text, 'en')).toEqual([
      ['remark', 1, 0, 'Moderator', 'Welcome.'],
      ['question', 2, 1, 'John Smith (BBC)', 'Why?'],
      ['question', 3, 1, 'Jane Doe', 'And when?'],
      ['answer', 4, 1, 'Sergey Lavrov', 'Because.'],
      ['answer', 4, 1, '(Sergey Lavrov)', 'There is more.'],
      ['question', 5, 2, 'John Smith', 'Sure?'],
      ['answer', 6, 2, 'Sergey Lavrov', 'Yes.'],
    ]);
  });

  it('knows an interview of one question and one answer', () => {
    expect(rows('Question: How?\n\nLavrov: So.', 'en').map((row) => row[0])).toEqual(['question', 'answer']);
  });

  it('keeps a label that stands alone without any text as an empty block', () => {
    const text = `${twice('Question: ', 'Sergey Lavrov: ')}\n\nQuestion:`;
    expect(rows(text, 'en').at(-1)).toEqual(['question', 5, 3, 'Question', '']);
  });

  it('lets a colon in an answer be a colon', () => {
    const text = `${twice('Question: ', 'Sergey Lavrov: ')}\n\nThere is one problem: time.\n\nFor example: now.\n\nNote: later.\n\nOne more thing: no.`;
    const last = rows(text, 'en').slice(4);
    expect(last.map((row) => row[4])).toEqual([
      'There is one problem: time.',
      'For example: now.',
      'Note: later.',
      'One more thing: no.',
    ]);
    expect(new Set(last.map((row) => row[3]))).toEqual(new Set(['(Sergey Lavrov)']));
  });

  it.each([
    [
      'en',
      'There is one problem: it rains.\n\nFor example: today.\n\nNote: bring a coat.\n\nText.\n\nNote: two coats.\n\nNote: why?',
    ],
    ['en', 'Problem: Does it fail?\n\nSolution: Mend it.\n\nProblem: Still?\n\nSolution: Mend more.'],
    ['en', 'Added: a thing.\n\nFixed: a bug.\n\nAdded: another.\n\nFixed: another.'],
    ['en', 'Question: what is a closure?\n\nA long text follows.\n\nIt has no answers behind labels.'],
    ['ru', 'Например: так.\n\nВажно: не спешите.\n\nВажно: а почему?\n\nНапример: вот.'],
    ['zh', '例如：这样。\n\n注意：小心。\n\n例如：为什么？\n\n注意：好。'],
    ['en', 'At 12:30 we left.\n\nSee https://example.org/: it is there.\n\nRatio 3:1.'],
    ['de', 'Ein Problem: Es regnet.\n\nDie Lösung: Schirme.\n\nEin Problem: Warum?\n\nDie Lösung: Darum.'],
  ])('finds no speaker in %s: %j', (locale, text) => {
    expect(rows(text, locale).map((row) => row[4])).toEqual(text.split('\n\n'));
    expect(rows(text, locale).every((row) => row[0] === undefined)).toBe(true);
  });

  it('asks for more than one question in lines', () => {
    const short = 'Question: How?\nSergey Lavrov: So.';
    expect(rows(short, 'en', 'lines').map((row) => row[4])).toEqual(short.split('\n'));
    const long = twice('Question: ', 'Sergey Lavrov: ').replaceAll('\n\n', '\n');
    expect(rows(long, 'en', 'lines')).toEqual(twiceRows('Question', 'Sergey Lavrov'));
  });
});

describe('the page around a text', () => {
  const body = ['First paragraph, which is a sentence.', 'Second paragraph is one as well.', 'So is the third.'].join(
    '\n\n',
  );

  it.each([
    ['title, then date', 'A title\n\n12 April 2016\n\n'],
    ['date, then title', '12 April 2016\n\nA title\n\n'],
    ['a switcher between them', '12 April 2016\n\n • English | Русский\n\nA title\n\n'],
    ['navigation before them', 'Home\n\nNews\n\n14:50\n\nA title\n\n12 April 2016\n\n1541-02-08-2023\n\n'],
  ])('%s', (_, head) => {
    const document = readDocument(`${head}${body}`, { locale: 'en-GB' });
    expect(document).toMatchObject({ title: 'A title', date: { text: '12 April 2016', iso: '2016-04-12' } });
    expect(document.blocks.map((block) => block.text)).toEqual(body.split('\n\n'));
  });

  it.each(['• en-GB1 ru-RU1', 'EN | RU | FR', 'English / Русский / 中文'])('knows the language switcher %s', (line) => {
    const { furniture } = readDocument(`A title\n\n12 April 2016\n\n${line}\n\n${body}`, { locale: 'en-GB' });
    expect(furniture?.map(({ kind }) => kind)).toEqual(['title', 'date', 'language-switcher']);
  });

  it('takes short lines at the end for a footer only on a page', () => {
    const foot = '\n\nAdditional materials\n\n© 2016 The Ministry';
    expect(readDocument(body + foot, { locale: 'en' }).blocks).toHaveLength(5);
    const { blocks, furniture } = readDocument(`A title\n\n12 April 2016\n\n${body}${foot}`, { locale: 'en' });
    expect(blocks).toHaveLength(3);
    expect(furniture?.slice(2)).toMatchObject([
      { kind: 'footer', text: 'Additional materials', place: { line: 11, column: 1 } },
      { kind: 'footer', text: '© 2016 The Ministry', place: { line: 13, column: 1 } },
    ]);
  });

  it('leaves a text without date and turns as it is', () => {
    expect(readDocument(`A title\n\n${body}`, { locale: 'en' })).not.toHaveProperty('title');
  });

  it('leaves a text of nothing but such lines as it is', () => {
    expect(readDocument('A title\n\n12 April 2016', { locale: 'en' }).blocks).toHaveLength(2);
  });
});
