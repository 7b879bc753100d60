/** How scripts are written in plain Latin letters, roughly, so that a name looks much the same in all of them. */

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => pair.split(':') as [string, string]);
}

const letters: ReadonlyMap<string, string> = new Map([
  // Cyrillic
  ...pairs('а:a б:b в:v г:g ґ:g д:d е:e є:e ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c'),
  ...pairs('ч:ch ш:sh щ:sh ъ: ы:y ь: э:e ю:yu я:ya ђ:dj ј:j љ:l њ:n ћ:c џ:dz ѓ:g ќ:k ѕ:z'),
  ...pairs('ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h ҳ:h ҷ:j'),
  // Greek
  ...pairs('α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:h ψ:ps ω:o'),
  // Armenian
  ...pairs('ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:e թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh'),
  ...pairs('ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f և:ev'),
  // Georgian
  ...pairs('ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:f ქ:k ღ:gh ყ:k'),
  ...pairs('შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h'),
  // Hebrew: consonants, and the letters that often stand for vowels
  ...pairs(
    'א:a ב:b ג:g ד:d ה:h ו:v ז:z ח:h ט:t י:i כ:k ך:k ל:l מ:m ם:m נ:n ן:n ס:s ע:a פ:p ף:f צ:ts ץ:ts ק:k ר:r ש:sh ת:t',
  ),
  // Arabic, Persian, Urdu
  ...pairs('ا:a أ:a إ:i آ:a ء: ؤ:u ئ:i ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh'),
  ...pairs('ف:f ق:k ك:k ک:k ل:l م:m ن:n ه:h ة:a و:u ي:i ی:i ى:a پ:p چ:ch ژ:zh گ:g ٹ:t ڈ:d ڑ:r ں:n ھ:h ہ:h ے:e ۃ:a'),
  // Latin letters that are no letter with an accent
  ...pairs('ß:ss æ:ae œ:oe ø:o ð:d þ:th đ:d ħ:h ı:i ł:l ŋ:n ſ:s ə:a'),
]);

/** The scripts of India stand in rows of 128 that are alike: from the fifth place of each, letters; then vowel signs. */
const INDIC = 0x09_00;
const INDIC_END = 0x0d_80;
const indic =
  ' | | | | |a|a|i|i|u|u|r|l|e|e|e|ai|o|o|o|au|k|kh|g|gh|n|ch|chh|j|jh|n|t|th|d|dh|n|t|th|d|dh|n|n|p|ph|b|bh|m|y|r|r|l|l|l|v|sh|sh|s|h| | | | |a|i|i|u|u|r|r|e|e|e|ai|o|o|o|au'.split(
    '|',
  );

/** Hangul, as its letters are numbered: beginnings, vowels and ends of syllables. */
const HANGUL = 0xac_00;
const HANGUL_END = 0xd7_a4;
const beginnings = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' ');
const ends = ' k k k n n n t l k m l l l p l m p p t t n t t k t p t'.split(' ');

/** Kana, in Unicode's order from small a; hiragana stand 96 places before katakana. */
const KATAKANA = 0x30_a1;
const KATAKANA_END = 0x30_f7;
const kana =
  'a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi di  tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke'.split(
    ' ',
  );

/** Ethiopic: rows of eight, a consonant with each vowel. */
const ETHIOPIC = 0x12_00;
const ethiopic = 'h l h m s r s sh k k k k b v t ch h h n ny a k k h h w a z zh y d d j g g g t ch p s s f p'.split(
  ' ',
);
const orders = ['e', 'u', 'i', 'a', 'e', '', 'o', 'a'];

/** By code of a letter, what it is in plain Latin letters, as far as anybody asked. */
const known: string[] = [];

/** A text in plain Latin letters where its script is known; without accents; otherwise as it is. */
export function fold(text: string): string {
  if (/^[\0-\u007f]*$/.test(text)) return text;
  const composed = text.normalize('NFC');
  let folded = '';
  for (let at = 0; at < composed.length; at++) {
    const code = composed.charCodeAt(at);
    // Halves of surrogate pairs stay as they are.
    folded +=
      code < 0x80 || (code >= 0xd8_00 && code < 0xe0_00) ? composed[at]! : (known[code] ??= plainOf(composed[at]!));
  }
  return folded;
}

function plainOf(letter: string): string {
  return latinOf(letter).normalize('NFD').replace(/\p{M}/gu, '');
}

function latinOf(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const code = letter.codePointAt(0)!;
  if (code >= INDIC && code < INDIC_END) return (indic[(code - INDIC) % 128] ?? '').trim();
  if (code >= HANGUL && code < HANGUL_END) {
    const syllable = code - HANGUL;
    const [b, v, e] = [Math.floor(syllable / 588), Math.floor(syllable / 28) % 21, syllable % 28];
    return beginnings[b]! + vowels[v]! + ends[e]!;
  }
  if (code >= KATAKANA && code < KATAKANA_END) return kana[code - KATAKANA]!;
  if (code >= KATAKANA - 96 && code < KATAKANA_END - 96) return kana[code - KATAKANA + 96]!;
  if (letter === 'ー') return '';
  if (code >= ETHIOPIC && code < ETHIOPIC + ethiopic.length * 8) {
    const place = code - ETHIOPIC;
    return ethiopic[place >> 3]! + orders[place & 7]!;
  }
  // An accent may make another letter of one that is known: й, ё, ά.
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return plain === letter ? letter : Array.from(plain, latinOf).join('');
}
