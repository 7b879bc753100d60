// Bundles the script and the style of the review page, so that `import { text, hash } from './main.ts?asset'` gives them: for
// tsup by `assetsForEsbuild`, for vitest and scripts/run-ts.mjs by `assetsForVite`.
import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const SUFFIX = '?asset';

/**
 * A module that exports the bundle of a file as `text`, and the hash of it as a Content-Security-Policy has it.
 *
 * @param {string} path of a TypeScript or CSS file.
 * @returns {Promise<{ code: string, files: string[] }>} the module, and the files that went into the bundle.
 */
async function bundleAsset(path) {
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    legalComments: 'none',
  });
  const text = outputFiles[0].text.trim();
  // The text stands in an HTML element, which this would end or change.
  const end = path.endsWith('.css') ? /<\/style/i : /<\/script|<!--/i;
  if (end.test(text)) throw new Error(`${path}: the bundle cannot stand in a page`);
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const code = `export const text = ${JSON.stringify(text)};\nexport const hash = ${JSON.stringify(hash)};\n`;
  return { code, files: Object.keys(metafile.inputs).map((file) => resolve(file)) };
}

/**
 * What the module is called: bundlers would take a name that ends in .css, or .ts, for what it says. As seen from here, since it is
 * written into what is built.
 */
function moduleName(specifier, importer) {
  return `${relative('.', resolve(dirname(importer), specifier.slice(0, -SUFFIX.length)))}.js`;
}

function fileOf(name) {
  return name.slice(0, -'.js'.length);
}

/** @type {import('esbuild').Plugin} */
export const assetsForEsbuild = {
  name: 'assets',
  setup(setup) {
    setup.onResolve({ filter: /\?asset$/ }, ({ importer, path }) => ({
      namespace: 'asset',
      path: moduleName(path, importer),
    }));
    setup.onLoad({ filter: /.*/, namespace: 'asset' }, async ({ path }) => {
      const { code, files } = await bundleAsset(fileOf(path));
      return { contents: code, loader: 'js', watchFiles: files };
    });
  },
};

/** The same for Vite. */
export const assetsForVite = {
  name: 'assets',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.endsWith(SUFFIX) && importer !== undefined) return `\0asset:${moduleName(id, importer)}`;
  },
  async load(id) {
    if (!id.startsWith('\0asset:')) return undefined;
    return (await bundleAsset(fileOf(id.slice('\0asset:'.length)))).code;
  },
};
