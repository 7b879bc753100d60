import { describe, expect, it } from 'vitest';
import { matchLanguage } from '../../src/tmx/language.ts';

describe('matchLanguage', () => {
  it.each([
    ['en-GB', 'en-GB', 0],
    ['en-GB', 'EN_gb', 0],
    ['en-GB', 'en', 1],
    ['en-GB', 'EN-US', 2],
    ['en', 'en-US', 2],
    ['en', 'EN', 0],
    ['zh-Hant-TW', 'zh_TW', 2],
    ['en', 'eng', undefined],
    ['e', 'en', undefined],
    ['ru-RU', 'en-RU', undefined],
    ['', 'en', undefined],
  ])('%s is answered by %s as %s', (wanted, present, quality) => {
    expect(matchLanguage(wanted, present)).toBe(quality);
  });
});
