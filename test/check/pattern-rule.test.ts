import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { patternRule } from '../../src/check/pattern-rule.ts';
import type { PatternRuleOptions } from '../../src/check/pattern-rule.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { makeBitext } from './make-bitext.ts';

function places(options: Omit<PatternRuleOptions, 'id' | 'message'>, source: string, target: string): unknown[] {
  const rule = patternRule({ id: 'mine', message: 'Look.', ...options });
  return check(makeBitext([source], [target]), { rules: [rule] })
    .findings.filter((finding) => finding.rule === 'mine')
    .map(({ source: there, target: here, severity, data }) => [
      there?.from === undefined ? undefined : source.slice(there.from, there.to),
      here?.from === undefined ? undefined : target.slice(here.from, here.to),
      severity,
      data,
    ]);
}

const data = { message: 'Look.' };

test('what the target must not have is reported at each place', () => {
  expect(places({ target: 'а.' }, 'Text', 'ах, ай')).toEqual([
    [undefined, 'ах', 'warning', data],
    [undefined, 'ай', 'warning', data],
  ]);
  expect(places({ target: '(?<!\\p{L})АХ', ignoreCase: true, severity: 'error' }, 'Text', 'ах')).toEqual([
    [undefined, 'ах', 'error', data],
  ]);
});

test('all expressions must hold', () => {
  expect(places({ source: 'cookies?', notTarget: 'куки' }, 'All cookies', 'Все печенья')).toEqual([
    ['cookies', undefined, 'warning', data],
  ]);
  expect(places({ source: 'cookies?', notTarget: 'куки' }, 'All cookies', 'Все куки')).toEqual([]);
  expect(places({ target: 'кэш', notSource: 'cache' }, 'The cache', 'кэш')).toEqual([]);
  expect(places({ source: 'cash', target: 'кэш' }, 'The cash', 'кэш')).toEqual([['cash', 'кэш', 'warning', data]]);
  expect(places({ source: 'q*', target: 'а' }, 'Text', 'а')).toEqual([]);
});

test('an expression that cannot be read is named', () => {
  expect(() => patternRule({ id: 'mine', target: '(', message: 'Look.' })).toThrow(ParalignError);
  expect(() => patternRule({ id: 'mine', target: '(', message: 'Look.' })).toThrow(/“mine”.*“\(”/);
  expect(() => patternRule({ id: 'mine', message: 'Look.' })).toThrow('give source or target');
});
