import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/node';

export const assetsForEsbuild: EsbuildPlugin;
export const assetsForVite: VitePlugin;
