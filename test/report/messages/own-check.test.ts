import { describe, expect, test } from 'vitest';
import { align } from '../../../src/align/align.ts';
import { check } from '../../../src/check/check.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Document } from '../../../src/model/document.ts';
import { readDocument } from '../../../src/read/read-document.ts';
import { catalogues } from '../../../src/report/messages/index.ts';

type Catalogue = Readonly<Record<string, string>>;

const names = Object.keys(catalogues['en-GB']) as (keyof (typeof catalogues)['en-GB'])[];

function read(catalogue: Catalogue, locale: string, namespace: string): Document {
  return readDocument(JSON.stringify(catalogue, null, 2), {
    locale,
    file: `${locale}/${namespace}.json`,
    // As the catalogues' own instance has them.
    i18next: { separators: { key: false, namespace: false } },
  });
}

function findings(
  name: keyof (typeof catalogues)['en-GB'],
  change: (russian: Catalogue) => Catalogue,
): readonly Finding[] {
  const bitext = align(
    read(catalogues['en-GB'][name], 'en-GB', name),
    read(change(catalogues['ru-RU'][name]), 'ru-RU', name),
  );
  return check(bitext).findings;
}

describe.each(names)('our own messages, %s, checked by this checker', (name) => {
  test('are complete and sound', () => {
    expect(findings(name, (russian) => russian)).toEqual([]);
  });

  test('are not when a message is gone, empty or English', () => {
    const [key = ''] = Object.keys(catalogues['ru-RU'][name]);
    const { [key]: _, ...rest } = catalogues['ru-RU'][name];
    expect(findings(name, () => rest)).not.toEqual([]);
    expect(findings(name, (russian) => ({ ...russian, [key]: '' }))).not.toEqual([]);
  });
});

test('a plural form that is missing from our own messages is found', () => {
  const [first] = findings('report', ({ 'count-error_few': _, ...rest }) => rest);
  expect(first).toMatchObject({ rule: 'i18next-plural', data: { key: 'count-error', categories: ['few'] } });
});
