// Looks through the site as it was built: that every link leads to a page that is there, and to a place on it that is there; and
// that the playground aligns, in Chromium, with nothing sent anywhere.
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../docs/.vitepress/dist');
const problems = [];

/** By page, the names that links can lead to, and the links. */
const pages = new Map();
for (const name of await readdir(root, { recursive: true }))
  if (name.endsWith('.html')) pages.set(name, look(parse(await readFile(join(root, name), 'utf8'))));
const files = new Set(await readdir(root, { recursive: true }));

function look(page) {
  const found = { names: new Set(), links: [] };
  const stack = [page];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const { name, value } of node.attrs ?? []) {
      if (name === 'id') found.names.add(value);
      if (name === 'href' || name === 'src') found.links.push(value);
    }
    stack.push(...(node.childNodes ?? []));
  }
  return found;
}

for (const [page, { links }] of pages)
  for (const link of links) {
    if (/^(?:[a-z]+:|\/\/)/i.test(link) || (page === '404.html' && link === '/')) continue;
    const [path, name] = link.split('#');
    let file = path === '' ? page : posix.join(path.startsWith('/') ? '.' : posix.dirname(page), decodeURI(path));
    if (file.endsWith('/') || file === '.') file = posix.join(file, 'index.html');
    if (!files.has(file)) problems.push(`${page}: ${link} leads to no page`);
    else if (name && !pages.get(file)?.names.has(decodeURIComponent(name)))
      problems.push(`${page}: ${link} leads to no place on that page`);
  }

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
  readFile(join(root, decodeURIComponent(path))).then(
    (data) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(data),
    () => response.writeHead(404).end(),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(`the playground: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(?:blob:|data:)/.test(request.url()) && !request.url().startsWith(origin))
      problems.push(`the playground asks ${request.url()}`);
  });
  await page.goto(`${origin}/playground.html`);
  await page.getByText('Поезд в Осло отправляется в 7.40.', { exact: true }).waitFor();
  await page.getByLabel('Translation').fill('Поезда\n\nВозьмите 3 бутерброда.\n\nСпасибо, Анна!');
  await page.getByText('missing', { exact: true }).waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as TMX').click()]);
  const memory = await readFile(await saved.path(), 'utf8');
  if (!memory.includes('<seg>Возьмите 3 бутерброда.</seg>')) problems.push('the playground saves another memory');
} catch (error) {
  problems.push(`the playground: ${error.message}`);
} finally {
  await browser.close();
  server.close();
}

for (const problem of problems) console.error(problem);
console.log(`${pages.size} pages looked through, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
