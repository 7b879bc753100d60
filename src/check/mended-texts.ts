import type { Block } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';

/** The texts of the blocks as they are when the fixes of findings, which do not overlap, are in them. */
export function mendedTexts(blocks: readonly Block[], applied: readonly Finding[]): string[] {
  const byBlock = new Map<number, Map<string, { from: number; to: number; text: string }>>();
  for (const { target, fix } of applied) {
    if (target?.from === undefined || target.to === undefined || fix === undefined) continue;
    const { block, from, to } = target;
    const own = byBlock.get(block) ?? new Map<string, { from: number; to: number; text: string }>();
    // Two rules may mend one place.
    byBlock.set(block, own.set(`${from}-${to}`, { from, to, text: fix.text }));
  }
  return blocks.map(({ text }, k) =>
    [...(byBlock.get(k)?.values() ?? [])]
      .sort((a, b) => b.from - a.from)
      .reduce((mended, { from, to, text: put }) => mended.slice(0, from) + put + mended.slice(to), text),
  );
}
