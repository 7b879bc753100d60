import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'tsup';
import type { Options } from 'tsup';
import { assetsForEsbuild } from './scripts/bundle-asset.mjs';

/** `import text from './file.txt?raw'` gives the file's content, as it does in Vite. */
export const rawFiles: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'raw-files',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ importer, path }) => ({
      namespace: 'raw',
      path: resolve(dirname(importer), path.slice(0, -'?raw'.length)),
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    corpora: 'src/corpora.ts',
    workers: 'src/workers.ts',
    worker: 'src/workers/worker.ts',
    cli: 'src/cli/main.ts',
    'check-worker': 'src/cli/check/check-worker.ts',
  },
  format: 'esm',
  target: 'node20',
  // Neutral, since the library runs in browsers too; only the command and the workers use what Node.js brings.
  platform: 'neutral',
  external: [/^node:/],
  esbuildPlugins: [rawFiles, assetsForEsbuild],
  // Modules are always UTF-8; escaped, the Russian texts would take three times the space.
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
  splitting: true,
  clean: true,
  // The types are written by tsc: see the "build" script.
  dts: false,
  // Without this tsup strips the prefix, and bundlers then look for a package called "fs".
  removeNodeProtocol: false,
});
