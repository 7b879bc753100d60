import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParalignError } from '../../../src/model/errors.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import { hasXmllint, invalidOf } from '../xmllint.ts';
import { outcomeOf } from './problems-of.ts';

/** Files that other programs made, and synthetic ones: see `../samples.test.ts`. */
const folder = process.env['PARALIGN_TMX_SAMPLES'];
const files = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** What each synthetic file breaks. */
const BROKEN: Readonly<Record<string, string>> = {
  'inv-baddate': 'date-format',
  'inv-badlang': 'language-tag',
  'inv-dup-i': 'code-i-twice',
  'inv-dup-lang': 'variant-twice',
  'inv-ept-first': 'code-order',
  'inv-feb29-1900': 'date-invalid',
  'inv-it-nopos': 'dtd-attribute-missing',
  'inv-map-nocode': 'map-base',
  'inv-missing-header': 'dtd-missing',
  'inv-no-header-attrs': 'dtd-attribute-missing',
  'inv-nosrc-tuv': 'source-variant',
  'inv-prop-after-tuv': 'dtd-order',
  'inv-seg-trailing-ws': 'seg-space',
  'inv-sub-in-seg': 'dtd-child',
  'inv-tu-empty': 'dtd-missing',
  'inv-tuid-space': 'tuid-space',
  'inv-tuv-nolang': 'dtd-attribute-missing',
  'inv-tuv-noseg': 'dtd-missing',
  'inv-underscore-lang': 'language-tag',
  'inv-unknown-elem': 'dtd-element',
  'inv-unpaired-bpt': 'code-unclosed',
  'inv-usagecount': 'count-number',
  'inv-version-2': 'dtd-version',
  'inv-version': 'dtd-version',
  'inv-x-mismatch': 'x-match',
};

/** Valid by the document type, but not by the text of the specification. */
const BEYOND: Readonly<Record<string, readonly string[]>> = {
  omegat__tmx_invalid: ['code-order', 'code-i-twice'],
  'zanata-platform__dubious-tm-with-underscores': ['language-tag'],
  // White space in the attribute is what it is for.
  'ok-attr-ws': ['tuid-space'],
};

describe.skipIf(folder === undefined)('the samples', () => {
  it.each(files.filter((name) => /\.tmx$/i.test(name)))('%s', async (name) => {
    const bytes = readFileSync(join(folder as string, name));
    const base = name.replace(/^.*[/\\]/, '').replace(/\.tmx$/i, '');
    const outcome = await outcomeOf(bytes);
    let type: string | undefined;
    try {
      parseTmx(bytes);
    } catch (error) {
      type = (error as ParalignError).type;
    }
    // A root of another name ends it at once, however malformed the rest is.
    if (outcome === 'tmx-invalid') return expect(['tmx-invalid', 'xml-malformed']).toContain(type);
    if (typeof outcome === 'string') return expect(outcome).toBe(type);
    const rules = [...new Set(outcome.map(({ rule }) => rule))];
    expect(JSON.stringify(outcome)).not.toContain('CANARY-LEAKED');
    expect(rules.some((rule) => rule.startsWith('xml-'))).toBe(type === 'xml-malformed' || type === 'xml-bytes');
    const expected = BROKEN[base];
    if (expected !== undefined) expect(rules).toContain(expected);
    if (type !== undefined || base.startsWith('inv-')) return;

    const errors = [...new Set(outcome.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
    const beyond = BEYOND[base] ?? [];
    // Only 1.4 has a document type here, and it knows no namespaces.
    const text = new TextDecoder().decode(bytes);
    const isComparable = hasXmllint && !/version="1\.[123]"|xmlns|\0|standalone="yes"/.test(text);
    if (isComparable) {
      const isValid =
        invalidOf([text.replace(/<!DOCTYPE[^>]*>/, '').replace(/encoding=(["'])[^"']*\1/i, 'encoding="UTF-8"')])
          .size === 0;
      expect([errors.some((rule) => rule.startsWith('dtd-')), rules]).toEqual([!isValid, rules]);
      if (isValid) expect(errors.toSorted()).toEqual(beyond.toSorted());
    } else if (!/version="1\.[123]"/.test(text.replaceAll('\0', ''))) {
      expect(errors.filter((rule) => !rule.startsWith('dtd-'))).toEqual(beyond);
    }
  });
});
