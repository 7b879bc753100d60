import { describe, expect, it } from 'vitest';
import { formatTmxDate } from '../../src/tmx/date.ts';
import { failure } from './texts.ts';

describe('formatTmxDate', () => {
  it.each([
    [new Date(Date.UTC(2016, 3, 12, 17, 0, 5, 999)), '20160412T170005Z'],
    ['2016-04-12', '20160412T000000Z'],
    ['2016-04-12T17:00', '20160412T170000Z'],
    ['20160412T170000Z', '20160412T170000Z'],
    ['2016-04-12T17:00:30.5+03:00', '20160412T140030Z'],
    ['2016-12-31T23:30:00-0100', '20170101T003000Z'],
    ['2016-02-29', '20160229T000000Z'],
  ])('%s is %s', (date, text) => {
    expect(formatTmxDate(date)).toBe(text);
  });

  it.each(['', 'yesterday', '2016-13-01', '1900-02-29', '2016-04-12T25:00', '12.04.2016', new Date(Number.NaN)])(
    '%s is refused',
    (date) => {
      expect(failure(() => formatTmxDate(date))).toMatchObject({ type: 'date-invalid' });
    },
  );
});
