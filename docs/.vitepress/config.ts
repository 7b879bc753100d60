import { defineConfig } from 'vitepress';
import { fileURLToPath } from 'node:url';
import { assetsForVite } from '../../scripts/bundle-asset.mjs';
import { referenceSidebar } from './reference-sidebar.ts';

/** What the site is: pages that are read on GitHub as well, the reference made from the types, and the playground. */
export default defineConfig({
  title: 'paralign',
  description:
    'Aligned translations: align two language versions, check that nothing is missing, make TMX that CAT tools open.',
  lang: 'en-GB',
  // The folder of a server that the site lies in; SITE_BASE=/paralign/ for pages of a GitHub project.
  base: process.env['SITE_BASE'] ?? '/',
  outDir: process.env['SITE_OUT'] ?? '.vitepress/dist',
  cleanUrls: false,
  lastUpdated: false,
  srcExclude: ['api/**'],
  rewrites: { 'ARCHITECTURE.md': 'inside/architecture.md' },
  markdown: {
    image: { lazyLoading: true },
    config: (md) => {
      // `{{count}}` in a text is i18next's and not Vue's.
      for (const name of ['text', 'code_inline']) {
        const rule = md.renderer.rules[name]!;
        md.renderer.rules[name] = (...args) => rule(...args).replaceAll('{{', '&#123;&#123;');
      }
    },
  },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env['SITE_BASE'] ?? '/'}mark.svg` }]],
  themeConfig: {
    logo: '/mark.svg',
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/guide/' },
      { text: 'Rules', link: '/rules/' },
      { text: 'API', link: '/reference/' },
      { text: 'Benchmarks', link: '/benchmarks/alignment' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: {
      '/reference/': referenceSidebar(),
      '/': [
        {
          text: 'Begin',
          items: [
            { text: 'In five minutes', link: '/guide/' },
            { text: 'Concepts', link: '/guide/concepts' },
            { text: 'Playground', link: '/playground' },
          ],
        },
        {
          text: 'Align',
          items: [
            { text: 'The command', link: '/guide/command-line' },
            { text: 'The library', link: '/guide/library' },
            { text: 'In browsers', link: '/guide/browser' },
            { text: 'Formats of files', link: '/guide/files' },
            { text: 'Many pairs at once', link: '/guide/corpus' },
          ],
        },
        {
          text: 'Memories',
          items: [
            { text: 'TMX', link: '/guide/tmx' },
            { text: 'CAT tools', link: '/guide/cat-tools' },
          ],
        },
        {
          text: 'Check',
          items: [
            { text: 'Checking a translation', link: '/guide/checking' },
            { text: 'All rules', link: '/rules/' },
            { text: 'A whole project', link: '/guide/configuration' },
            { text: 'In a build', link: '/guide/ci' },
            { text: 'Reports', link: '/guide/reports' },
            { text: 'The review page', link: '/guide/review' },
            { text: 'Stale translations', link: '/guide/staleness' },
            { text: 'i18next', link: '/guide/i18next' },
          ],
        },
        {
          text: 'Recipes',
          items: [
            { text: 'Content of Astro or Next.js', link: '/recipes/content-site' },
            { text: 'A memory for a CAT tool', link: '/recipes/cat-tool' },
          ],
        },
        {
          text: 'Inside',
          items: [
            { text: 'The design', link: '/inside/architecture' },
            { text: 'How the aligner works', link: '/guide/alignment' },
          ],
        },
        {
          text: 'Benchmarks',
          items: [
            { text: 'Alignment', link: '/benchmarks/alignment' },
            { text: 'Memories', link: '/benchmarks/tmx' },
            { text: 'The checker', link: '/benchmarks/checker' },
            { text: 'A whole project', link: '/benchmarks/check-run' },
            { text: 'The review page', link: '/benchmarks/review' },
          ],
        },
      ],
    },
  },
  vite: {
    plugins: [assetsForVite],
    resolve: {
      alias: [
        { find: /^paralign$/, replacement: fileURLToPath(new URL('../../src/index.ts', import.meta.url)) },
        { find: /^paralign\/corpora$/, replacement: fileURLToPath(new URL('../../src/corpora.ts', import.meta.url)) },
      ],
    },
    worker: { format: 'es', plugins: () => [assetsForVite] },
    build: { chunkSizeWarningLimit: 2000 },
  },
});
