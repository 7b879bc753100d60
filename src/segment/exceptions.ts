/**
 * What a language's writing adds to the rules of Unicode for the end of a sentence. All words are in lower case and
 * without their last full stop.
 */
export interface Exceptions {
  /** Abbreviations after which a sentence always goes on: titles before names, `e.g.` */
  readonly always: ReadonlySet<string>;
  /** Abbreviations that may end a sentence: it goes on unless the next word is one that sentences start with. */
  readonly maybe: ReadonlySet<string>;
  /** Abbreviations that stand before a figure: `No.`, `p.`, `Jan.`; before anything else they are words. */
  readonly numeric: ReadonlySet<string>;
  /** Words that often start a sentence and seldom follow an abbreviation in the midst of one. */
  readonly starters: ReadonlySet<string>;
  /** Whether a figure with a full stop is an ordinal, as in `3. Oktober`. */
  readonly ordinals: boolean;
}

interface Table {
  readonly always?: string;
  readonly maybe?: string;
  readonly numeric?: string;
  readonly starters?: string;
  readonly ordinals?: true;
}

/** What many languages share. */
const COMMON: Table = {
  always: 'dr prof mr mrs ms mme mlle st vs cf e.g i.e ph.d',
  maybe: 'jr sr inc ltd co corp u.s u.k u.n e.u u.s.a u.s.s.r',
  numeric: 'no nr p pp vol fig',
};

const TABLES: Readonly<Record<string, Table>> = {
  en: {
    always: `mr mrs ms mx dr prof st rev hon gen col maj capt cpt cmdr lt sgt cpl pvt adm brig gov sen rep pres sec amb supt messrs mmes
      e.g i.e eg ie cf vs v viz ca approx est dept ave blvd mt ft rt`,
    maybe: 'jr sr inc ltd co corp bros u.s u.k u.n e.u u.s.a u.s.s.r d.c a.d b.c p.s b.a m.a ph.d m.d esq al assn univ',
    numeric: `no nos p pp vol vols fig figs ch chap art arts sec sect para eq ex ed jan feb mar apr jun jul aug sep sept oct nov dec ref tel ext`,
    starters: `the a an this that these those it its he she we they you i his her our their your my there here in on at by for from to of with
      without after before as when while where if although though since because until unless but and or so yet however moreover meanwhile
      then thus therefore also what who why how which is are was were do does did has have had can could will would should may might must
      not no some many most all each every both few several one two another other such only even just now today`,
  },
  ru: {
    always: `г-н г-жа гр гг-н т.е т.к т.н т.ч тов проф акад доц канд докт д-р им ул пр-т просп пер пл наб бул ш см ср напр св преп архиеп митр еп
      ген полк подп кап лейт сер адм о-в оз р-н обл респ пос дер с ст-ца чл.-корр чл и.о зам зав нач пом ред сост изд англ нем фр лат греч рус букв т.наз с.г`,
    maybe: 'г гг в вв руб коп тыс чел долл н.э в.о млн млрд сек мин экз кг мм см км га кв куб',
    numeric: 'стр с рис табл гл ст п пп т тт ч кн № вып разд прил абз прим кв д корп стр-е тел оф ок',
    starters: `это этот эта эти то тот та те он она оно они мы вы я ты его её их наш наша наши ваш мой в во на с со к ко по за из о об от для
      при после до перед между через без у и а но или да однако кроме также если когда как что чтобы кто где куда почему потому поэтому тогда
      там тут здесь теперь сейчас сегодня затем потом уже ещё не ни нет все всё всего каждый один два три такой такая такие так вот даже только
      лишь именно ведь хотя пока поскольку чего чему чем кого кому кем чей чья чьё чьи какой какая какое какие каков какова каковы сколько зачем
      откуда который которая которые разве неужели можно нужно надо есть был была было были будет мне вам нам ему ей им меня вас нас себя`,
  },
  uk: {
    always: 'п пп пан д-р проф акад доц ім вул просп пл т.зв тобто т.б див пор напр св ген полк кн м с обл р-н смт о',
    maybe: 'р рр ст грн коп тис млн млрд н.е',
    numeric: 'с стор рис табл гл ст п пп т ч кн вип розд № тел',
    starters: `це цей ця ці то той та ті він вона воно вони ми ви я ти його її їх наш ваш мій в у на з із зі до по за від для при після перед між через
      без і й а але або та однак крім також якщо коли як що щоб хто де куди чому тому тоді там тут тепер зараз сьогодні потім вже ще не ні усі все кожен
      один два три такий така такі так ось навіть лише тільки саме хоча чого чому чим кого кому ким чий який яка яке які скільки навіщо
      звідки невже можна треба є був була було були буде`,
  },
  de: {
    always: `dr prof hr fr fa hrn frl st dipl ing dipl.-ing bzw z.b zb d.h dh u.a ua v.a z.t zt s.o s.u vgl ca evtl ggf inkl exkl sog bspw i.d.r i.a m.e o.ä
      geb gest hl kgl ehem zzgl abzgl max min insb z.zt mag med phil rer nat jur`,
    maybe: 'jr sr co str jh mio mrd tsd std u.s v.chr n.chr e.v ag',
    numeric: 'nr s abb bd bde kap abs art tab tel ziff § jan feb mär apr jun jul aug sep sept okt nov dez aufl hrsg',
    starters: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen er sie es wir ihr ich du man sein seine unser unsere
      in im an am auf aus bei mit nach von vom vor zu zum zur für durch über unter und oder aber doch denn sondern wenn als ob weil da dass obwohl während
      nachdem bevor damit dann danach dort hier heute jetzt nun so auch nur noch nicht kein keine was wer wo wie warum welche alle viele einige jeder jede
      ist sind war waren hat haben wird werden kann können`,
    ordinals: true,
  },
  fr: {
    always: 'm mm mme mmes mlle mlles mgr dr pr me ste st cie cf p.ex ex env av boul c.-à-d c.à.d c-à-d éd s.m s.a.r',
    maybe: 'jr inc ltd hab u.s j.-c',
    numeric: 'n no nos p pp vol fig chap art tél janv févr fév avr juil sept oct nov déc réf al',
    starters: `le la les l un une des du de ce cet cette ces cela c ça il elle on nous vous ils elles je j tu son sa ses leur leurs notre nos mon ma mes
      dans en sur sous par pour avec sans chez à au aux après avant depuis pendant entre vers et ou mais donc or ni car si quand comme lorsque puisque
      que qu qui quoi où comment pourquoi quel quelle ainsi alors aussi cependant toutefois puis enfin ensuite ici là aujourd hier maintenant tout
      tous toutes plusieurs certains chaque ne n pas plus`,
  },
  es: {
    always:
      'ee ff jj sr sra srta sres sras d dña dr dra prof profa lic ing arq gral cnel cap tte sto sta st fr mons excmo ilmo ud uds vd vds p.ej ej av avda c pza cía aprox',
    maybe: 'jr s.a s.l uu ee.uu ee.uu.aa ff.aa jj.oo a.c d.c u.s',
    numeric:
      'n núm núms no nº p pp pág págs vol vols fig cap art arts tel ene feb mar abr jun jul ago sept oct nov dic',
    starters: `el la los las lo un una unos unas este esta esto estos estas ese esa eso él ella ellos ellas nosotros usted ustedes yo tú su sus nuestro
      nuestra mi tu en de del a al con sin por para sobre entre desde hasta tras según y e o u pero sino porque pues si cuando como mientras aunque donde
      que qué quién cómo cuándo dónde también además sin así entonces luego después antes ahora hoy ayer aquí allí no ni todo todos toda todas cada
      muchos algunos hay es son fue era se`,
  },
  it: {
    always:
      'sig sigg sigra dott dottssa prof profssa ing avv arch geom rag on sen gen col cap ten mons s ss st sto p.es ad.es es cfr c.a ca egr gent spett v.le p.zza c.so',
    maybe: 'jr s.p.a spa s.r.l srl a.c d.c u.s',
    numeric: 'n nn nr p pp pag pagg vol voll fig cap art artt tel gen feb mar apr giu lug ago set sett ott nov dic',
    starters: `il lo la i gli le l un uno una questo questa questi queste quello quella ciò egli lui lei noi voi loro essi io tu suo sua suoi nostro nostra
      in nel nella nei di del della dei da dal dalla a al alla con su sul sulla per tra fra senza dopo prima durante e ed o ma però se quando come mentre
      perché poiché dove che chi cosa quale anche inoltre così allora quindi poi infine oggi ieri ora qui là non né tutto tutti tutte ogni molti alcuni
      è sono era si`,
  },
  pt: {
    always:
      'sr sra srs sras srta dr dra drs prof profa eng arq gen cel cap ten d dna sto sta st v exmo ilmo exa v.exa p.ex ex av r pça',
    maybe: 'jr ltda cia s.a a.c d.c eua e.u.a u.s',
    numeric: 'n nº núm p pp pág págs vol vols fig cap art arts tel jan fev mar abr mai jun jul ago set out nov dez',
    starters: `o a os as um uma uns umas este esta isto estes estas esse essa isso aquele aquela ele ela eles elas nós vocês eu você seu sua seus suas nosso
      nossa meu em no na nos nas de do da dos das ao à com sem por pelo pela para sobre entre desde até após segundo e ou mas porém porque pois se quando como
      enquanto embora onde que quem qual também além assim então depois antes agora hoje ontem aqui ali não nem todo todos toda todas cada muitos alguns
      há é são foi era`,
  },
  pl: {
    always:
      'p pp dr prof hab mgr inż ks bp abp gen płk mjr kpt por św bł im ul al pl os tj tzn tzw np m.in ok ww ws ds vs por zob red doc lic nr.',
    maybe: 'r w zł gr tys mln mld n.e p.n.e jr',
    numeric: 'nr s str t tom rys tab rozdz art ust pkt poz § tel',
    starters: `to ten ta te ci tamten on ona ono oni one my wy ja ty jego jej ich nasz nasza wasz mój w we na z ze do od dla po przed przy przez za o u bez
      między i a ale lub albo oraz jednak więc bo ponieważ jeśli jeżeli gdy kiedy jak że żeby kto co gdzie dlaczego czy dlatego także też również potem
      teraz dziś dzisiaj tam tu tutaj już jeszcze nie wszystko wszyscy każdy wiele kilka jeden dwa trzy jest są był była było były`,
  },
  tr: {
    always: 'dr prof doç yrd arş gör öğr av sn bay bn alb gen org korg tuğg müh mim st hz bkz örn vb.',
    maybe: 'a.ş ltd şti co t.c m.ö m.s a.b.d yy',
    numeric: 'no s sf cilt sh tel mad md böl',
    starters: `bu şu o bunlar onlar biz siz ben sen bir ve veya ya ama fakat ancak çünkü eğer ne kim nasıl neden niçin nerede hangi her bazı bütün
      tüm çok daha sonra önce şimdi bugün dün burada orada ayrıca böyle öyle ise de da için ile gibi kadar`,
    ordinals: true,
  },
  ar: { always: 'د أ م أ.د ود وأ وم ا ص.ب ت ط ق.م', maybe: 'م هـ', numeric: 'ص ج رقم', starters: '' },
  zh: {},
  ja: {},
  ko: {},
  nl: {
    always:
      'dhr mevr mr drs dr prof ir ing ds st b.v bv d.w.z dwz o.a oa m.b.t m.a.w t.a.v i.v.m resp vgl enz. ca evt incl excl max min jhr',
    maybe: 'co jr n.v v.chr n.chr',
    numeric: 'nr blz p afb art tel jan feb mrt apr jun jul aug sep okt nov dec',
    starters:
      'de het een dit dat deze die hij zij ze wij we jullie ik u men er in op aan bij met van voor naar om uit over en of maar want als wanneer omdat toen daar hier nu dan ook niet geen wat wie waar hoe waarom alle veel',
  },
  sv: {
    always: 'dr prof st t.ex d.v.s dvs bl.a m.fl s.k kl ca resp jfr fr.o.m t.o.m',
    numeric: 'nr s sid kap',
    ordinals: true,
    starters:
      'det den de en ett han hon vi ni jag du man i på av för med till från om när som men och eller så nu här där inte',
  },
  da: {
    always: 'dr prof hr fr st f.eks dvs bl.a ca kl jf mht pga',
    numeric: 'nr s kap jan feb aug sept okt nov dec',
    ordinals: true,
    starters:
      'det den de en et han hun vi i jeg du man på af for med til fra om når som men og eller så nu her der ikke',
  },
  nb: {
    always: 'dr prof hr fr st f.eks dvs bl.a ca kl jf mht pga',
    numeric: 'nr s kap jan feb aug sept okt nov des',
    ordinals: true,
    starters:
      'det den de en et han hun vi dere jeg du man i på av for med til fra om når som men og eller så nå her der ikke',
  },
  fi: {
    always: 'prof tri hra rva esim ks vrt ns mm n noin ts',
    numeric: 's nro luku',
    ordinals: true,
    starters:
      'se ne hän he me te minä sinä tämä tuo nämä ja tai mutta kun jos koska että niin nyt siellä täällä ei kaikki',
  },
  hu: {
    always: 'dr ifj özv prof st pl vö ill kb ún stb.',
    numeric: 'sz old fej',
    ordinals: true,
    starters: 'a az ez egy ő ők mi ti én te és de vagy ha mert hogy mikor amikor hol most ma itt ott nem is minden sok',
  },
  cs: {
    always: 'p pí dr prof doc ing mgr bc judr mudr rndr phdr sv např tj tzv resp popř srov viz čl gen plk',
    numeric: 'č str s sv obr tab kap odst',
    ordinals: true,
    starters:
      'to ten ta ti tento tato on ona oni my vy já ty v ve na s se z ze do od pro po při za o u bez a ale nebo však když jak že kdo co kde proč proto také pak teď dnes tam tady už ještě ne není všichni každý',
  },
  sk: {
    always: 'p dr prof doc ing mgr bc judr mudr sv napr tj t.j tzv resp porov čl gen plk',
    numeric: 'č str s obr tab kap ods',
    ordinals: true,
    starters:
      'to ten tá tí tento táto on ona oni my vy ja ty v vo na s so z zo do od pre po pri za o u bez a ale alebo však keď ako že kto čo kde prečo preto tiež potom teraz dnes tam tu už ešte nie všetci každý',
  },
  sl: {
    always: 'dr prof mag ing g ga gdč sv npr tj t.i oz gl',
    numeric: 'št str sl tab pogl čl',
    ordinals: true,
    starters:
      'to ta ti on ona mi vi jaz v na s z za do od pri po in a ali pa ko kot da kdo kaj kje zakaj tudi potem zdaj danes tam tu že še ne vsi',
  },
  hr: {
    always: 'dr prof mr sc dipl ing g gđa gđica sv npr tj tzv odn usp gen',
    numeric: 'br str sl tab pogl čl',
    ordinals: true,
    starters:
      'to ta taj ova ovo on ona mi vi ja u na s sa za do od po i a ali ili kad kako da tko što gdje zašto zato također onda sada danas tamo tu već još ne svi',
  },
  bg: {
    always: 'г-н г-жа д-р проф акад доц инж св ул бул пл т.е т.нар напр срв вж ген полк',
    maybe: 'г гг в лв хил млн млрд',
    numeric: 'с стр чл ал т гл фиг табл №',
    starters:
      'това този тази тези той тя то те ние вие аз ти в във на с със от до за по при и а но или обаче ако когато как че кой какво къде защо затова също после сега днес там тук вече още не всички',
  },
  ro: {
    always: 'dl dna d-l d-na dr prof ing acad sf str bd ex adică gen col lt',
    numeric: 'nr p pp pag vol fig cap art',
    starters:
      'acest această aceste el ea ei ele noi voi eu tu în la de pe cu din pentru fără după și sau dar însă dacă când cum că cine ce unde de atunci acum astăzi aici acolo nu toți fiecare',
  },
  el: {
    always: 'κ κκ κα δρ καθ αγ π.χ δηλ βλ πρβλ',
    numeric: 'αρ σ σελ τόμ κεφ άρθρ',
    starters:
      'ο η το οι τα ένας μια ένα αυτός αυτή αυτό στο στη στην από με για και ή αλλά όμως αν όταν πώς ότι που ποιος τι γιατί επίσης τώρα σήμερα εδώ εκεί δεν όλοι κάθε',
  },
  is: {
    always: 'dr prof hr frú þ.e t.d m.a o.fl sbr skv u.þ.b s.s',
    numeric: 'nr bls gr kafli',
    ordinals: true,
    starters: 'það hann hún þeir þær við þið ég þú í á af fyrir með til frá um þegar sem en og eða svo nú hér þar ekki',
  },
  he: { always: 'ד פרופ', numeric: 'עמ', starters: '' },
  th: { always: 'ดร ศ รศ ผศ นพ พญ พ.ต.อ พล.อ พ.ศ ค.ศ ร.ศ น.ส ด.ช ด.ญ', starters: '' },
};

const words = (...lists: (string | undefined)[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list?.split(/\s+/u) ?? []).filter((word) => word !== ''));

const made = new Map<string, Exceptions>();

/** The exceptions of a language; of one without a table, what many share. */
export function exceptionsOf(language: string): Exceptions {
  let exceptions = made.get(language);
  if (exceptions === undefined) {
    const table = TABLES[language] ?? {};
    exceptions = {
      always: words(COMMON.always, table.always),
      maybe: words(COMMON.maybe, table.maybe),
      numeric: words(table.numeric ?? COMMON.numeric),
      starters: words(table.starters),
      ordinals: table.ordinals === true,
    };
    made.set(language, exceptions);
  }
  return exceptions;
}
