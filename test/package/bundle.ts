import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

/** The folder of the package as it is built. */
const dist: string = fileURLToPath(new URL('../../dist', import.meta.url));

/** What a bundler makes of a page that uses the package. */
export interface Bundle {
  /** Bytes that a browser loads at once, minified. */
  readonly bytes: number;
  /** The same, each file compressed. */
  readonly gzip: number;
  /** The packages of which something is in them. */
  readonly packages: readonly string[];
  /** Bytes that it loads when they are needed, minified. */
  readonly later: number;
}

/** Options of esbuild by which a page is bundled: minified, for browsers, with the package as it is built. */
export function bundleOptions(code: string): BuildOptions & { readonly write: false } {
  return {
    stdin: { contents: code, resolveDir: dist },
    bundle: true,
    platform: 'browser',
    charset: 'utf8',
    minify: true,
    write: false,
    outdir: 'out',
    alias: {
      paralign: `${dist}/index.js`,
      'paralign/corpora': `${dist}/corpora.js`,
      'paralign/workers': `${dist}/workers.js`,
    },
    logLevel: 'error',
  };
}

/**
 * Bundles a page of an application, in a file for what it loads at once and others for what it loads later.
 *
 * @param external modules that are there already: none in a browser.
 */
export async function bundle(code: string, external: string[] = []): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    ...bundleOptions(code),
    external,
    format: 'esm',
    splitting: true,
    metafile: true,
  });
  const outputs = Object.entries(metafile.outputs);
  const now = new Set<string>();
  const visit = (name: string): void => {
    if (now.has(name)) return;
    now.add(name);
    for (const { path, kind, external: isOutside } of metafile.outputs[name]!.imports)
      if (kind === 'import-statement' && isOutside !== true) visit(path);
  };
  visit(outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')![0]);
  const total = (isNow: boolean, size: (name: string) => number): number =>
    outputs.filter(([name]) => now.has(name) === isNow).reduce((sum, [name]) => sum + size(name), 0);
  const bytesOf = (name: string): number => metafile.outputs[name]!.bytes;
  const gzipOf = (name: string): number => {
    const file = outputFiles.find(({ path }) => path.endsWith(`/${name}`))!;
    return gzipSync(file.contents).length;
  };
  const packages = [...now].flatMap((name) =>
    Object.entries(metafile.outputs[name]!.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []),
  );
  return {
    bytes: total(true, bytesOf),
    gzip: total(true, gzipOf),
    packages: [...new Set(packages)].toSorted(),
    later: total(false, bytesOf),
  };
}
