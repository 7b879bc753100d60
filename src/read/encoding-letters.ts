/** How text in a language looks, for telling apart the encodings that it may be in. */
export interface EncodingLetters {
  /** The encodings of old files in the language, as `TextDecoder` calls them; of equals the first is taken. */
  readonly encodings: readonly string[];
  /** Its letters beyond ASCII, in lower case, the most frequent first; of Chinese the most frequent characters. */
  readonly letters: string;
  /** Other characters that are usual in it, such as kanji beside kana, as the inside of a class of a regular expression. */
  readonly usual?: string;
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];
const UKRAINIAN = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];
const SOUTH_SLAVIC = ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'];
const WESTERN = ['windows-1252', 'macintosh'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const BALTIC = ['windows-1257', 'iso-8859-13', 'iso-8859-4'];

/** By language; of Chinese by script too. */
export const encodingLetters: Readonly<Record<string, EncodingLetters>> = {
  ar: { encodings: ['windows-1256', 'iso-8859-6'], letters: 'اليمنوتربةعدسفهكقحجأصشطخىضإذغزئثظآءؤ', usual: 'ً-ْ،؛؟' },
  be: { encodings: UKRAINIAN, letters: 'аніыерцоткслдувямпзяьбйгчюхжшэўцфё' },
  bg: { encodings: SOUTH_SLAVIC, letters: 'аоиентрсвлкдпмзяъубгчщцйжшхфюь' },
  ca: { encodings: WESTERN, letters: 'àéèíòóçúïü·' },
  cs: { encodings: CENTRAL, letters: 'íáéěřčžýůšúňťóď' },
  da: { encodings: WESTERN, letters: 'æøåé' },
  de: { encodings: WESTERN, letters: 'üäößé' },
  el: { encodings: ['windows-1253', 'iso-8859-7'], letters: 'αοιετσνηρκπυμλςίωόδάγέθήύφχβώξζψϊϋΐΰ' },
  en: { encodings: WESTERN, letters: 'éèñöüïçàáóíêâôäåëøæú' },
  es: { encodings: WESTERN, letters: 'óíáéñúü', usual: '¿¡ªº' },
  et: { encodings: [...BALTIC, 'windows-1252'], letters: 'äõüöšž' },
  fi: { encodings: WESTERN, letters: 'äöåšž' },
  fr: { encodings: WESTERN, letters: 'éàèêçôâîùûœïëü' },
  he: { encodings: ['windows-1255'], letters: 'יוהלאתרבמשנכדםחעפקןגטצסזךףץ', usual: '\u05b0-\u05c2' },
  hr: { encodings: CENTRAL, letters: 'čšžćđ' },
  hu: { encodings: CENTRAL, letters: 'áéöóőüíúű' },
  is: { encodings: WESTERN, letters: 'ðáíóæþöúéý' },
  it: { encodings: WESTERN, letters: 'àèùòìé' },
  ja: {
    encodings: ['shift_jis', 'euc-jp'],
    letters:
      'のいるとをたにしはかがでってなりされこらもすまあんよそうれめきどくけお、。ンスーラトリルイアクレドロムタシジカプマテ「」',
    usual: '\\p{sc=Han}ぁ-ヿ\u3000-\u301c！-～',
  },
  ko: {
    encodings: ['euc-kr'],
    letters: '이다는의에을가고를한은로하지도사자과기있어인나시해리정그대',
    usual: '가-힣\u3000-\u301c',
  },
  lt: { encodings: BALTIC, letters: 'ėšųžįčūąę' },
  lv: { encodings: BALTIC, letters: 'āīšēūņļžķčģ' },
  mk: { encodings: SOUTH_SLAVIC, letters: 'аоиентрсвлдкпмузјгбчшцжќњхфѓљџѕѐ' },
  nb: { encodings: WESTERN, letters: 'øåæéò' },
  nl: { encodings: WESTERN, letters: 'éëïüèöó' },
  nn: { encodings: WESTERN, letters: 'øåæéò' },
  no: { encodings: WESTERN, letters: 'øåæéò' },
  pl: { encodings: CENTRAL, letters: 'łąęóżśćńź' },
  pt: { encodings: WESTERN, letters: 'ãçáéíóõêúàâô', usual: 'ªº' },
  ro: { encodings: CENTRAL, letters: 'ăîâşţ' },
  ru: { encodings: CYRILLIC, letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё' },
  sk: { encodings: CENTRAL, letters: 'áíéčšžýúľťňóôďäŕĺ' },
  sl: { encodings: CENTRAL, letters: 'čšž' },
  sr: { encodings: SOUTH_SLAVIC, letters: 'аиоенрстујвкдмплзгбчшцњжхђћљфџ' },
  sv: { encodings: WESTERN, letters: 'äöåé' },
  th: { encodings: ['windows-874'], letters: 'านรอกเงวมยลสตทดหบปคะีิแัจใ่้ข์พไำโชุู', usual: '\u0e01-\u0e5b' },
  tr: { encodings: ['windows-1254'], letters: 'ıüşğçöâî' },
  uk: { encodings: UKRAINIAN, letters: 'оанивіертслкудмпзяьбгйчхїцжюшєщфґ' },
  vi: { encodings: ['windows-1258'], letters: 'đêôưâăơáàéèíìóòúùý', usual: '\u0300\u0301\u0303\u0309\u0323ấầế' },
  'zh-Hans': {
    encodings: ['gb18030', 'big5'],
    letters:
      '的，。一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
    usual: '\\p{sc=Han}\u3000-\u301c！-～',
  },
  'zh-Hant': {
    encodings: ['big5', 'gb18030'],
    letters:
      '的，。一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運',
    usual: '\\p{sc=Han}\u3000-\u301c！-～',
  },
};
