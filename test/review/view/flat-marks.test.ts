import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatMarks, marksIn } from '../../../src/review/view/flat-marks.ts';

const severity = fc.constantFrom('error', 'warning', 'info');
const marks = fc.array(
  fc.record({ from: fc.nat({ max: 20 }), length: fc.nat({ max: 8 }), severity }).map(({ from, length, ...rest }) => ({
    from,
    to: from + length,
    ...rest,
  })),
);
const worst = { error: 0, warning: 1, info: 2 };

test('each place has the worst of what lies over it, in parts that do not overlap', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const parts = flatMarks(all);
      for (let at = 0; at < 30; at++) {
        const over = all
          .filter(({ from, to }) => from <= at && at < to)
          .sort((a, b) => worst[a.severity] - worst[b.severity]);
        const own = parts.filter(({ from, to }) => from <= at && at < to);
        expect(own.map((one) => one.severity)).toEqual(over.slice(0, 1).map((one) => one.severity));
      }
    }),
  );
});

test('the parts that reach into a range are those that a look at each finds', () => {
  fc.assert(
    fc.property(marks, fc.nat({ max: 20 }), fc.nat({ max: 10 }), (all, from, length) => {
      const parts = flatMarks(all);
      const to = from + length;
      const reached = parts.filter((one) => one.to > from && one.from < to);
      expect(marksIn(parts, from, to)).toEqual(reached);
    }),
  );
});
