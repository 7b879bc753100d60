/**
 * JSON that can stand in a `script` element: `<` is written as an escape, so that nothing in it can end the element or begin a
 * comment; U+2028 and U+2029 too, which some tools take for line ends. The same value comes out of `JSON.parse`.
 */
export function jsonForHtml(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
