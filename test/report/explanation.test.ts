import { expect, test } from 'vitest';
import { formatExplanation, explanationJson } from '../../src/report/explanation.ts';
import type { Explanation } from '../../src/align/explain-bead.ts';
import type { Document } from '../../src/model/document.ts';
import { createMessages } from '../../src/report/messages/index.ts';

const [english, russian] = [createMessages('en-GB'), createMessages('ru-RU')];

function documentOf(locale: string, ...texts: readonly string[]): Document {
  return {
    locale,
    blocks: texts.map((text, k) => ({
      id: `p${k + 1}`,
      kind: 'paragraph',
      text,
      segments: [...text.matchAll(/[^.]+\./g)].map((found) => ({
        from: found.index,
        to: found.index + found[0].length,
      })),
    })),
  };
}

const texts = { source: documentOf('en-GB', 'One. Two.', 'Three.'), target: documentOf('ru', 'Раз. Два.', 'Три.') };

const explanation: Explanation = {
  source: { from: 0, to: 1 },
  target: { from: 0, to: 2 },
  shares: [
    { id: 'words', nats: 10.126 },
    { id: 'my\u001b[2Jown', nats: -0.5 },
    { id: 'size', nats: -3 },
  ],
  total: 6.626,
  posterior: 0.98765,
  confidence: 0.98765,
  instead: [
    { source: { from: 0, to: 2 }, target: { from: 0, to: 2 }, posterior: 0.0104, total: -12.3, swapped: true },
    { source: { from: 0, to: 1 }, target: { from: 0, to: 0 }, posterior: 0.001 },
    { source: { from: 0, to: 0 }, target: { from: 1, to: 2 }, posterior: 0.0005 },
  ],
};

test('an explanation, line by line', () => {
  expect(formatExplanation(explanation, { ...texts, unit: 'block' }, english)).toBe(
    [
      '1 ↔ 1, 2  probability 98.8%',
      '  en-GB │ One. Two.',
      '  ru    │ Раз. Два. Три.',
      '',
      'What speaks for it (below 0: against it), in nats:',
      '  words               10.13',
      '  my␛[2Jown           -0.50',
      '  beads of this size  -3.00',
      '  total                6.63',
      '',
      'What might stand instead, with its probability and its own total:',
      '    1%  -12.30  1, 2 ↔ 1, 2, crosswise',
      '  0.1%          1: no counterpart',
      '  0.1%          :2: no counterpart',
      '',
    ].join('\n'),
  );
});

test('an explanation of sentences, in Russian', () => {
  const report = formatExplanation({ ...explanation, instead: [] }, { ...texts, unit: 'segment' }, russian);
  expect(report).toContain('1.1 ↔ 1.1, 1.2  вероятность 98,8\u00a0%');
  expect(report).toContain('ru    │ Раз. Два.\n');
  expect(report).toContain('Другого вероятного варианта нет.');
  expect(report).not.toMatch(/probability|words|total/);
});

test('what was confirmed, and what is not there', () => {
  const { confidence: _, ...absent } = explanation;
  expect(formatExplanation({ ...absent, posterior: 0 }, { ...texts, unit: 'block' }, english)).toContain(
    '1 ↔ 1, 2  probability 0%\n',
  );
  const confirmed = { ...explanation, shares: [], total: 0, posterior: 1, confidence: 1, instead: [] };
  expect(formatExplanation(confirmed, { ...texts, unit: 'block' }, english)).toBe(
    [
      '1 ↔ 1, 2  probability 100%',
      '  en-GB │ One. Two.',
      '  ru    │ Раз. Два. Три.',
      '  This bead was confirmed, so that nothing was searched.',
      '',
    ].join('\n'),
  );
});

test('as JSON, with a version and the unit', () => {
  expect(JSON.parse(explanationJson(explanation, 'block'))).toEqual({ version: 1, unit: 'block', ...explanation });
});
