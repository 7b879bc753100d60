/**
 * Text as far as a reader takes it in: Unicode NFC, any white space as one space, any quotation mark as `"`, no soft
 * hyphens. A finding stays the same finding when only these change.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[“”„‟«»‹›‘’‚‛'＂「」『』]/g, '"')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/**
 * Sixteen hexadecimal digits that stand for the parts, the same on every machine. Not for secrets: two 32-bit rounds of
 * multiply and rotate (the mixing constants of MurmurHash3, Appleby 2011).
 */
export function hash(parts: readonly string[]): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const code of codes(parts)) {
    a = rotate(Math.imul(a ^ code, 0xcc9e2d51), 15);
    b = rotate(Math.imul(b ^ code, 0x1b873593), 13);
  }
  return hex(mix(a ^ Math.imul(b, 0x85ebca6b))) + hex(mix(b ^ Math.imul(a, 0xc2b2ae35)));
}

function* codes(parts: readonly string[]): Generator<number> {
  for (const part of parts) {
    for (let k = 0; k < part.length; k++) yield part.charCodeAt(k);
    // No code unit, so that the borders between the parts count.
    yield 0x10000;
  }
}

function rotate(n: number, bits: number): number {
  return (n << bits) | (n >>> (32 - bits));
}

function mix(n: number): number {
  n = Math.imul(n ^ (n >>> 16), 0x85ebca6b);
  n = Math.imul(n ^ (n >>> 13), 0xc2b2ae35);
  return n ^ (n >>> 16);
}

function hex(n: number): string {
  return (n >>> 0).toString(16).padStart(8, '0');
}
