import { expect, it } from 'vitest';
import { alignedFormatOf } from '../../../src/tmx/convert/aligned-format.ts';

it.each([
  ['<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', 'a.po', 'tmx'],
  ['<?xml version="1.0"?>\n<!-- made --><x:xliff xmlns:x="u" version="2.1">', 'a.txt', 'xliff'],
  ['# Russian\n#, fuzzy\nmsgid ""\n', 'a.csv', 'po'],
  ['msgctxt "menu"\nmsgid "a"', undefined, 'po'],
  ['{"tmx":{"version":"1.4"', 'a.json', 'jsonl'],
  ['{"translation": {"en": "a", "ru": "b"}}\n', undefined, 'jsonl'],
  ['en-GB\tru-RU\tbead\n', 'a.csv', 'tsv'],
  ['"en";"ru"\r\n', 'a.tsv', 'csv'],
  // What the content does not tell, the name does.
  ['Good morning.\t\n', 'a.TSV', 'tsv'],
  ['', 'memory.tmx.gz', 'tmx'],
  ['{"en": "a"}', 'a.ndjson', 'jsonl'],
  // Neither does: these are texts, pages and resources.
  ['<!doctype html><p>tmx', 'page.html', undefined],
  ['{"translation": {"en": "a"}, "x": 1}', 'ru.json', undefined],
  ['In, of course\nmore', 'a.txt', undefined],
  ['It, en, ru', 'a.txt', undefined],
  ['', 'folder.tmx/page', undefined],
] as const)('%j in %s is %s', (head, file, format) => {
  expect(alignedFormatOf(head, file)).toBe(format);
});
