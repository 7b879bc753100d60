import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', corpora: 'src/corpora.ts', cli: 'src/cli/main.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  splitting: true,
  clean: true,
  // The types are written by tsc: see the "build" script.
  dts: false,
  // Without this tsup strips the prefix, and bundlers then look for a package called "fs".
  removeNodeProtocol: false,
});
