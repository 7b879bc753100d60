/** So much of a file tells its format and its encoding. */
export const HEAD = 4096;

/** The first characters of a file, as far as they are of ASCII. */
export function headOfFile(input: Uint8Array | string): string {
  if (typeof input === 'string') return input.slice(0, HEAD).replace(/^\uFEFF/, '');
  let head = '';
  // In UTF-16 every other byte is zero.
  for (const byte of input.subarray(0, HEAD)) if (byte > 0 && byte < 0x80) head += String.fromCharCode(byte);
  return head;
}
