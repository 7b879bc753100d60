import { defineWords } from '../define-words.ts';
import type { NumberWords } from '../define-words.ts';

/** How Korean counts. */
export const korean: NumberWords = defineWords(
  {
    0: '영 공',
    0.5: '절반 반',
    1: '하나 한 첫 첫째 첫번째 일',
    2: '둘 두 둘째 두번째 이 양',
    3: '셋 세 셋째 세번째 삼',
    4: '넷 네 넷째 네번째 사',
    5: '다섯 다섯째 오',
    6: '여섯 여섯째 육',
    7: '일곱 일곱째 칠',
    8: '여덟 여덟째 팔',
    9: '아홉 아홉째 구',
    10: '열 열째 십',
    20: '스물 스무 이십',
    30: '서른 삼십',
    40: '마흔 사십',
    50: '쉰 오십',
    60: '예순 육십',
    70: '일흔 칠십',
    80: '여든 팔십',
    90: '아흔 구십',
  },
  { 2: '백', 3: '천', 4: '만', 8: '억', 12: '조' },
  {},
  '',
);
