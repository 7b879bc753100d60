/** What is used of `picomatch`, which brings no types. */
declare module 'picomatch' {
  const picomatch: { makeRe(pattern: string, options?: { readonly dot?: boolean }): RegExp };
  export default picomatch;
}
