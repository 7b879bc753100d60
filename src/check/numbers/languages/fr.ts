import { defineWords } from '../define-words.ts';
import type { NumberWords } from '../define-words.ts';

/** How French counts. */
export const french: NumberWords = defineWords(
  {
    0: 'zéro',
    0.5: 'demi demie demis moitié',
    1: 'un une premier première premiers premières seul seule unique',
    2: 'deux second seconde deuxième deuxièmes double doubles paire couple',
    3: 'trois troisième troisièmes tiers triple',
    4: 'quatre quatrième quart quarts',
    5: 'cinq cinquième cinquièmes',
    6: 'six sixième',
    7: 'sept septième',
    8: 'huit huitième',
    9: 'neuf neuvième',
    10: 'dix dixième dizaine dizaines',
    11: 'onze onzième',
    12: 'douze douzième douzaine midi',
    13: 'treize treizième',
    14: 'quatorze quatorzième',
    15: 'quinze quinzième quinzaine',
    16: 'seize seizième',
    20: 'vingt vingts vingtième vingtaine',
    24: 'minuit',
    30: 'trente trentième trentaine',
    40: 'quarante quarantième quarantaine',
    50: 'cinquante cinquantième cinquantaine',
    60: 'soixante soixantième soixantaine',
    70: 'septante',
    80: 'huitante octante',
    90: 'nonante',
  },
  {
    2: 'cent cents centième centaine centaines',
    3: 'mille millier milliers millième',
    6: 'million millions',
    9: 'milliard milliards',
    12: 'billion billions',
  },
  { 6: '=M', 9: '=Md =Mds md mds' },
  'et',
);
