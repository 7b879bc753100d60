import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig } from 'tsup';
import type { Options } from 'tsup';
import { assetsForEsbuild } from './scripts/bundle-asset.mjs';

/** `import text from './file.txt?raw'` gives the file's content, as it does in Vite. */
export const rawFiles: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'raw-files',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ importer, path }) => ({
      namespace: 'raw',
      // As seen from here, since it is written into what is built.
      path: relative('.', resolve(dirname(importer), path.slice(0, -'?raw'.length))),
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};

/**
 * Gives what a page loads later, such as the reader of DOCX, copies of its own of the modules it shares with the rest. Where a page takes
 * one name from the package, esbuild counts every module that the package's index imports and that anything uses, now or later, among
 * those that the page needs at once: without copies, the XML parser of DOCX was loaded by a page that only knows locales.
 *
 * The nouns in `src/model` are the same everywhere: a `ParalignError` is told by its class. Nothing else that is copied may be told so,
 * nor keep anything that the other copy has to know.
 */
const copiesForLater: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'copies-for-later',
  setup(build) {
    const namespace = 'later';
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ importer, kind, namespace: from, path }) => {
      const file = from === namespace ? join(dirname(importer), path) : relative('.', resolve(dirname(importer), path));
      if (from !== namespace)
        return kind === 'dynamic-import' && isRead(importer) ? { namespace, path: file } : undefined;
      return file.startsWith('src/model/') ? { path: resolve(file) } : { namespace, path: file, sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'ts',
      resolveDir: resolve(dirname(path)),
      watchFiles: [path],
    }));
  },
};

function isRead(importer: string): boolean {
  return relative('.', importer).startsWith('src/read/');
}

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
  esbuildPlugins: [rawFiles, assetsForEsbuild, copiesForLater],
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
