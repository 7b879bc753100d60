import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, tempered } from '../../src/align/calibrate.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('tempered', () => {
  it('gives a probability, of the opposite the rest of it', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(tempered(p)).toBeGreaterThanOrEqual(0);
        expect(tempered(p) + tempered(1 - p)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('is never surer than the posterior, and of the same opinion', () => {
    fc.assert(
      fc.property(probability, (p) => {
        const calmer = Math.abs(tempered(p) - 0.5);
        expect(calmer).toBeLessThanOrEqual(Math.abs(p - 0.5) + 1e-12);
        if (p !== 0.5) expect((tempered(p) - 0.5) * (p - 0.5)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect([0, 0.5, 1].map(tempered)).toEqual([0, 0.5, 1]);
    expect(tempered(0.97)).toBeLessThan(0.95);
  });

  it('keeps the order', () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        if (p <= q) expect(tempered(p)).toBeLessThanOrEqual(tempered(q) + 1e-12);
      }),
    );
  });
});

describe('calibrated', () => {
  it('changes the confidences of a path and of what crosses it, and nothing else', () => {
    const link = { source: { from: 0, to: 1 }, target: { from: 3, to: 4 } };
    const found = calibrated({
      sizes: [
        [1, 1],
        [0, 1],
      ],
      confidence: [0.9, 0.2],
      crossing: [{ ...link, confidence: 0.8 }],
    });
    expect(found).toEqual({
      sizes: [
        [1, 1],
        [0, 1],
      ],
      confidence: [tempered(0.9), tempered(0.2)],
      crossing: [{ ...link, confidence: tempered(0.8) }],
    });
  });
});
