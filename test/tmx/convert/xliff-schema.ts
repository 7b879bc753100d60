import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's package php-symfony-translation has the schemas of OASIS. */
const FOLDER = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
const SCHEMAS = { '1.2': 'xliff-core-1.2-strict.xsd', '2.1': 'xliff-core-2.0.xsd' } as const;

/** Whether tests that need the schemas can run. In continuous integration they must: there they fail where they are missing. */
export const hasXliffSchemas: boolean =
  process.env['CI'] !== undefined || (existsSync(FOLDER) && spawnSync('xmllint', ['--version']).error === undefined);

/**
 * What the schema of XLIFF finds wrong with the files; empty when they are valid. The core of 2.1 is that of 2.0. What stands in other
 * namespaces, which both let in, has no schema and is passed over.
 */
export function validateXliff(version: '1.2' | '2.1', ...texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-xliff-'));
  try {
    const schema = readFileSync(join(FOLDER, SCHEMAS[version]), 'utf8')
      .replace(/(<xsd?:import\b[^>]*schemaLocation=")[^"]*xml\.xsd"/, `$1${join(FOLDER, 'xml.xsd')}"`)
      .replaceAll('namespace="##other" processContents="strict"', 'namespace="##other" processContents="lax"');
    writeFileSync(join(folder, 'schema.xsd'), schema);
    const files = texts.map((text, k) => {
      const file = join(folder, `${k}.xlf`);
      writeFileSync(file, text);
      return file;
    });
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--nonet', '--noout', '--schema', join(folder, 'schema.xsd'), ...files],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return status === 0 ? '' : stderr || `xmllint ended with ${status}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
