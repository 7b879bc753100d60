/** A script or style of the page: bundled, with the hash by which the page's policy allows it (`scripts/bundle-asset.mjs`). */
declare module '*?asset' {
  export const text: string;
  export const hash: string;
}
