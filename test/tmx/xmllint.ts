import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DTD = fileURLToPath(new URL('tmx14.dtd', import.meta.url));

/** Runs xmllint, a parser that is not ours. */
function xmllint(
  args: readonly string[],
  input?: Uint8Array,
): { status: number | null; stdout: string; stderr: string } {
  const result = spawnSync('xmllint', ['--nonet', ...args], { encoding: 'utf8', input, maxBuffer: 1 << 28 });
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ENOENT')
    throw new Error('This test needs xmllint. Install it: apt-get install libxml2-utils, or brew install libxml2.');
  if (result.error !== undefined) throw result.error;
  return result;
}

/** Whether tests that need xmllint can run. In continuous integration they must: there they fail where it is missing. */
export const hasXmllint: boolean =
  process.env['CI'] !== undefined || spawnSync('xmllint', ['--version']).error === undefined;

/** What the DTD of TMX 1.4 finds wrong with the files; empty when they are valid. */
export function validate(...texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-tmx-'));
  try {
    const files = texts.map((text, k) => {
      const file = join(folder, `${k}.tmx`);
      writeFileSync(file, text);
      return file;
    });
    const { status, stderr } = xmllint(['--noout', '--dtdvalid', DTD, ...files]);
    return status === 0 ? '' : stderr || `xmllint ended with ${status}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Which of the texts, by number, the DTD of TMX 1.4 finds something wrong with. */
export function invalidOf(texts: readonly string[]): ReadonlySet<number> {
  return new Set([...validate(...texts).matchAll(/^\S*?(\d+)\.tmx:\d+:/gm)].map(([, k]) => Number(k)));
}

const TEXT_ELEMENTS = new Set(['seg', 'note', 'prop']);

/**
 * The canonical XML of a TMX file, without comments and without the white space between elements that hold no text;
 * undefined where it is not well-formed.
 */
export function canonical(bytes: Uint8Array): string | undefined {
  const { status, stdout } = xmllint(['--c14n', '-'], bytes);
  if (status !== 0) return undefined;
  const withoutComments = stdout.replace(/<!--[^]*?-->/g, '').replace(/ xmlns:\w+="[^"]*"| xmlns="[^"]*"/g, '');
  let inText = 0;
  return withoutComments
    .split(/(<[^>]*>)/)
    .map((part) => {
      const [, slash, name = ''] = /^<(\/?)(?:\w+:)?([\w-]+)/.exec(part) ?? [];
      if (TEXT_ELEMENTS.has(name)) inText += slash === '/' ? -1 : 1;
      if (name !== '') return part.replace(/^(<\/?)t:/, '$1');
      return inText > 0 ? part : part.trim();
    })
    .join('');
}
