/** A file's content as a string: the bundlers put it in (Vite by itself, esbuild by the plugin in `tsup.config.ts`). */
declare module '*?raw' {
  const content: string;
  export default content;
}
