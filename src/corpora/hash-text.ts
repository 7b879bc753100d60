/**
 * The FNV-1a hash of a text's UTF-16 code units, 32 bits as eight hexadecimal digits. It tells whether a text is the
 * one expected; it is no protection against a text made to deceive.
 */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
