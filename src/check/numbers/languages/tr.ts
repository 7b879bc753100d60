import { defineWords } from '../define-words.ts';
import type { NumberWords } from '../define-words.ts';

/** How Turkish counts. */
export const turkish: NumberWords = defineWords(
  {
    0: 'sıfır',
    0.5: 'yarım yarı yarısı buçuk',
    1: 'bir birinci ilk tek',
    2: 'iki ikinci ikişer ikisi çift her',
    3: 'üç üçüncü',
    4: 'dört dördüncü',
    5: 'beş beşinci',
    6: 'altı altıncı',
    7: 'yedi yedinci',
    8: 'sekiz sekizinci',
    9: 'dokuz dokuzuncu',
    10: 'on onuncu onlarca',
    20: 'yirmi yirminci',
    30: 'otuz otuzuncu',
    40: 'kırk kırkıncı',
    50: 'elli ellinci',
    60: 'altmış',
    70: 'yetmiş',
    80: 'seksen',
    90: 'doksan',
  },
  { 2: 'yüz yüzlerce', 3: 'bin binlerce', 6: 'milyon milyonlarca', 9: 'milyar', 12: 'trilyon' },
  { 6: 'mn', 9: 'mr' },
  've',
);
