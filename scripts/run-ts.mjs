// Runs a TypeScript file, with what it imports, as a program: node scripts/run-ts.mjs FILE [ARGUMENT …]
import { resolve } from 'node:path';
import { createViteServer } from 'vitest/node';
import { assetsForVite } from './bundle-asset.mjs';

const [, runner, file, ...rest] = process.argv;
if (file === undefined) throw new Error('Give the file to run.');
process.argv = [process.argv[0], runner, ...rest];
const server = await createViteServer({
  configFile: false,
  plugins: [assetsForVite],
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  await server.ssrLoadModule(resolve(file));
} finally {
  await server.close();
}
