/** What transcripts in one language put before a turn, in lower case. */
interface LabelWords {
  /** Names of the question or of who asks: a reporter, an interviewer. */
  readonly question: readonly string[];
  readonly answer: readonly string[];
  /** Names of who leads the conversation. */
  readonly moderator: readonly string[];
  /** Letters that stand for question and answer, in pairs; they count only where both are there. */
  readonly letters: ReadonlyArray<readonly [question: string, answer: string]>;
  /** Words that stand before a colon again and again without being a speaker. */
  readonly notes: readonly string[];
  /** Words that do not begin a name: articles, pronouns, prepositions. */
  readonly function: readonly string[];
}

const list = (words: string): string[] => words.split(/\s*,\s*/).filter((word) => word !== '');

/** By language. */
const byLanguage: Readonly<Record<string, LabelWords>> = {
  en: {
    question: list('question, questions, interviewer, reporter, journalist, correspondent, journalists, reporters'),
    answer: list('answer, answers, interviewee, reply, respondent'),
    moderator: list('moderator, host, presenter, anchor, chair, chairman, chairperson, operator, master of ceremonies'),
    letters: [['q', 'a']],
    notes: list(
      `note, notes, example, examples, for example, for instance, tip, tips, hint, warning, caution, danger, important,
      attention, remember, summary, conclusion, result, results, output, input, before, after, problem, solution, task,
      exercise, step, steps, pros, cons, advantages, disadvantages, see also, source, sources, update, updated, todo, fixed, added,
      changed, removed, deprecated, date, time, place, name, title, subject, from, to, cc, bcc, tel, phone, fax, email, e-mail, address, figure,
      table, definition, theorem, proof, lemma, remark, corollary, usage, syntax, returns, parameters, options, default, type, value,
      first, second, third, finally, bug fixes, new features, breaking changes, best practices, ps, p.s., nb, n.b.`,
    ),
    function: list(
      'the, a, an, this, that, these, those, my, your, his, her, its, our, their, one, two, three, some, any, no, all, each, every, in, on, at, of, for, from, to, by, with, as, if, when, what, why, how, who, where, which, and, or, but, so, not, it, he, she, we, you, they, i, there, here, is, are',
    ),
  },
  ru: {
    question: list('вопрос, вопросы, корреспондент, корр., журналист, журналисты, интервьюер, репортёр, репортер'),
    answer: list('ответ, ответы, собеседник'),
    moderator: list('ведущий, ведущая, модератор, председатель, председательствующий'),
    letters: [['в', 'о']],
    notes: list(
      `примечание, примечания, пример, примеры, например, к примеру, важно, внимание, обратите внимание, совет, подсказка, предупреждение,
      осторожно, итог, итого, вывод, выводы, результат, результаты, решение, задача, задание, проблема, шаг, источник, источники, справка, было, стало,
      до, после, плюсы, минусы, достоинства, недостатки, определение, теорема, доказательство, дата, время, место, тема, кому, от кого, копия, тел., телефон,
      факс, адрес, рисунок, рис., таблица, во-первых, во-вторых, в-третьих, наконец, иначе говоря, то есть, заметка, на заметку, исправлено, добавлено`,
    ),
    function: list(
      'этот, эта, это, эти, тот, та, то, те, мой, моя, наш, наша, ваш, ваша, свой, его, её, их, один, одна, два, три, в, во, на, о, об, от, для, из, с, со, к, ко, по, за, и, или, но, а, не, ни, как, что, кто, где, когда, почему, если, он, она, оно, они, мы, вы, ты, я, вот, все, всё, другой',
    ),
  },
  uk: {
    question: list('питання, запитання, кореспондент, кор., журналіст, журналістка, інтерв’юер, інтервʼюер'),
    answer: list('відповідь, відповіді'),
    moderator: list('ведучий, ведуча, модератор, головуючий'),
    letters: [
      ['п', 'в'],
      ['з', 'в'],
    ],
    notes: list(
      'примітка, приклад, наприклад, важливо, увага, порада, підказка, попередження, підсумок, висновок, результат, рішення, завдання, проблема, крок, джерело, до, після',
    ),
    function: list(
      'цей, ця, це, ці, той, та, те, ті, мій, наш, ваш, один, два, три, у, в, на, про, від, для, із, з, до, і, й, або, але, а, не, як, що, хто, де, коли, чому, якщо, він, вона, вони, ми, ви, я, ось',
    ),
  },
  de: {
    question: list(
      'frage, fragen, zwischenfrage, nachfrage, interviewer, interviewerin, journalist, journalistin, reporter, reporterin, korrespondent',
    ),
    answer: list('antwort, antworten'),
    moderator: list('moderator, moderatorin, moderation, vorsitzender, vorsitzende'),
    letters: [['f', 'a']],
    notes: list(
      'anmerkung, hinweis, beispiel, beispiele, zum beispiel, z.b., z. b., tipp, warnung, vorsicht, achtung, wichtig, zusammenfassung, fazit, ergebnis, ausgabe, eingabe, vorher, nachher, problem, lösung, aufgabe, übung, schritt, vorteile, nachteile, quelle, quellen, siehe auch, datum, ort, zeit, tel., telefon, betreff, von, an, abbildung, tabelle, definition, satz, beweis, erstens, zweitens, drittens',
    ),
    function: list(
      'der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, kein, keine, mein, meine, dein, sein, seine, ihr, ihre, unser, unsere, euer, dieser, diese, dieses, jener, jede, jeder, in, im, an, am, auf, aus, bei, mit, nach, von, vom, zu, zum, zur, für, und, oder, aber, wenn, wie, was, wer, wo, warum, wann, er, sie, es, wir, ich, du, hier, da, zwei, drei, nicht, noch',
    ),
  },
  fr: {
    question: list('question, questions, journaliste, intervieweur, intervieweuse, reporter, correspondant'),
    answer: list('réponse, réponses'),
    moderator: list('modérateur, modératrice, animateur, animatrice, présentateur, présidence'),
    letters: [
      ['q', 'r'],
      ['q', 'a'],
    ],
    notes: list(
      'note, notes, remarque, exemple, exemples, par exemple, astuce, conseil, attention, avertissement, important, résumé, conclusion, résultat, résultats, sortie, entrée, avant, après, problème, solution, exercice, étape, avantages, inconvénients, source, sources, voir aussi, date, lieu, heure, tél., objet, figure, tableau, définition, théorème, preuve, premièrement, deuxièmement',
    ),
    function: list(
      'le, la, les, un, une, des, du, de, ce, cet, cette, ces, mon, ma, mes, ton, son, sa, ses, notre, nos, votre, vos, leur, leurs, dans, sur, à, au, aux, par, pour, avec, en, et, ou, mais, si, quand, comment, que, qui, où, pourquoi, il, elle, nous, vous, ils, elles, je, tu, on, voici, voilà, deux, trois, ne',
    ),
  },
  es: {
    question: list(
      'pregunta, preguntas, periodista, entrevistador, entrevistadora, reportero, reportera, corresponsal',
    ),
    answer: list('respuesta, respuestas, contestación'),
    moderator: list('moderador, moderadora, presentador, presentadora'),
    letters: [['p', 'r']],
    notes: list(
      'nota, notas, ejemplo, ejemplos, por ejemplo, consejo, pista, advertencia, precaución, atención, importante, resumen, conclusión, resultado, resultados, salida, entrada, antes, después, problema, solución, tarea, ejercicio, paso, ventajas, desventajas, fuente, fuentes, ver también, fecha, lugar, hora, tel., asunto, figura, tabla, definición, teorema, primero, segundo',
    ),
    function: list(
      'el, la, los, las, un, una, unos, unas, lo, este, esta, esto, estos, ese, esa, aquel, mi, tu, su, sus, nuestro, nuestra, en, de, del, a, al, por, para, con, sin, y, o, pero, si, cuando, como, cómo, que, qué, quién, dónde, por qué, él, ella, nosotros, ustedes, yo, hay, he, dos, tres, no',
    ),
  },
  it: {
    question: list('domanda, domande, giornalista, intervistatore, intervistatrice, corrispondente'),
    answer: list('risposta, risposte'),
    moderator: list('moderatore, moderatrice, conduttore, conduttrice, presentatore'),
    letters: [['d', 'r']],
    notes: list(
      'nota, note, esempio, esempi, ad esempio, per esempio, suggerimento, consiglio, avvertenza, avviso, attenzione, importante, riassunto, riepilogo, conclusione, risultato, risultati, uscita, ingresso, prima, dopo, problema, soluzione, compito, esercizio, passo, vantaggi, svantaggi, fonte, fonti, vedi anche, data, luogo, ora, tel., oggetto, figura, tabella, definizione, teorema',
    ),
    function: list(
      'il, lo, la, i, gli, le, un, uno, una, questo, questa, questi, quello, mio, tuo, suo, nostro, vostro, loro, in, nel, nella, di, del, della, da, a, al, per, con, su, e, o, ma, se, quando, come, che, chi, dove, perché, lui, lei, noi, voi, io, ecco, due, tre, non',
    ),
  },
  pt: {
    question: list('pergunta, perguntas, questão, jornalista, entrevistador, entrevistadora, repórter, correspondente'),
    answer: list('resposta, respostas'),
    moderator: list('moderador, moderadora, apresentador, apresentadora'),
    letters: [['p', 'r']],
    notes: list(
      'nota, notas, exemplo, exemplos, por exemplo, dica, conselho, aviso, cuidado, atenção, importante, resumo, conclusão, resultado, resultados, saída, entrada, antes, depois, problema, solução, tarefa, exercício, passo, vantagens, desvantagens, fonte, fontes, ver também, veja também, data, local, hora, tel., assunto, figura, tabela, definição, teorema, observação, obs.',
    ),
    function: list(
      'o, a, os, as, um, uma, uns, umas, este, esta, isto, esse, essa, isso, aquele, meu, minha, teu, seu, sua, nosso, nossa, em, no, na, de, do, da, ao, à, por, para, com, sem, e, ou, mas, se, quando, como, que, quem, onde, porque, ele, ela, nós, vocês, eu, há, eis, dois, três, não',
    ),
  },
  pl: {
    question: list('pytanie, pytania, dziennikarz, dziennikarka, reporter, reporterka, korespondent'),
    answer: list('odpowiedź, odpowiedzi'),
    moderator: list('moderator, moderatorka, prowadzący, prowadząca, przewodniczący, przewodnicząca'),
    letters: [['p', 'o']],
    notes: list(
      'uwaga, uwagi, przykład, przykłady, na przykład, np., wskazówka, rada, ostrzeżenie, ważne, podsumowanie, wniosek, wynik, wyniki, wyjście, wejście, przed, po, problem, rozwiązanie, zadanie, ćwiczenie, krok, zalety, wady, źródło, źródła, zobacz też, data, miejsce, czas, tel., temat, rysunek, tabela, definicja, twierdzenie, dowód',
    ),
    function: list(
      'ten, ta, to, te, tamten, mój, moja, twój, jego, jej, nasz, wasz, ich, jeden, dwa, trzy, w, we, na, o, od, dla, z, ze, do, po, za, i, lub, albo, ale, a, nie, jak, co, kto, gdzie, kiedy, dlaczego, jeśli, on, ona, ono, oni, my, wy, ja, oto',
    ),
  },
  tr: {
    question: list('soru, sorular, muhabir, gazeteci, röportajcı'),
    answer: list('cevap, cevaplar, yanıt, yanıtlar'),
    moderator: list('moderatör, sunucu, başkan, oturum başkanı'),
    letters: [
      ['s', 'c'],
      ['s', 'y'],
    ],
    notes: list(
      'not, notlar, örnek, örnekler, örneğin, mesela, ipucu, öneri, uyarı, dikkat, önemli, özet, sonuç, sonuçlar, çıktı, girdi, önce, sonra, sorun, problem, çözüm, görev, alıştırma, adım, avantajlar, dezavantajlar, kaynak, kaynaklar, ayrıca bakınız, tarih, yer, saat, tel., konu, şekil, tablo, tanım, teorem, kanıt',
    ),
    function: list(
      'bu, şu, o, bir, iki, üç, benim, senin, onun, bizim, sizin, ve, veya, ama, fakat, eğer, nasıl, ne, kim, nerede, neden, biz, siz, ben, sen, onlar, her, bazı, işte',
    ),
  },
  ar: {
    question: list('سؤال, السؤال, أسئلة, صحفي, الصحفي, صحفية, مراسل, المراسل, المذيع, المذيعة, المحاور, المحاورة'),
    answer: list('جواب, الجواب, إجابة, الإجابة, رد'),
    moderator: list('مدير الجلسة, رئيس الجلسة, مقدم, المقدم'),
    letters: [['س', 'ج']],
    notes: list(
      'ملاحظة, ملاحظات, مثال, أمثلة, مثلا, على سبيل المثال, تنبيه, تحذير, هام, مهم, نصيحة, خلاصة, النتيجة, نتيجة, نتائج, الحل, حل, مشكلة, المشكلة, مهمة, تمرين, خطوة, المصدر, مصدر, المصادر, التاريخ, المكان, الوقت, هاتف, الموضوع, شكل, جدول, تعريف, أولا, ثانيا, ثالثا, قبل, بعد',
    ),
    function: list(
      'هذا, هذه, ذلك, تلك, في, من, إلى, على, عن, مع, و, أو, لكن, إذا, كيف, ما, ماذا, من, أين, متى, لماذا, هو, هي, نحن, هم, أنا, هناك, هنا',
    ),
  },
  zh: {
    question: list('问, 問, 提问, 提問, 问题, 問題, 记者, 記者, 采访者, 採訪者, 主持人, 编辑, 編輯'),
    answer: list('答, 回答, 答复, 答覆, 受访者, 受訪者'),
    moderator: list('会议主席, 主席'),
    letters: [
      ['q', 'a'],
      ['问', '答'],
      ['問', '答'],
    ],
    notes: list(
      '注, 注意, 备注, 備註, 说明, 說明, 例, 例如, 比如, 譬如, 例子, 示例, 提示, 警告, 重要, 总结, 總結, 结论, 結論, 结果, 結果, 输出, 輸出, 输入, 輸入, 之前, 之后, 解决方案, 任务, 練習, 练习, 步骤, 步驟, 优点, 缺点, 优势, 缺陷, 来源, 來源, 出处, 日期, 地点, 時間, 时间, 电话, 電話, 主题, 图, 表, 定义, 定理, 第一, 第二, 第三, 首先, 其次, 最后, 另外, 同样, 换句话说, 也就是说, 举个例子',
    ),
    function: list('这, 那, 这个, 那个, 这些, 那些, 我们, 你们, 他们, 如果, 因为, 所以, 但是, 在, 有'),
  },
  ja: {
    question: list('質問, 問, 問い, 記者, 聞き手, インタビュアー, インタビューアー, 質問者'),
    answer: list('回答, 答, 答え, 回答者'),
    moderator: list('司会, 司会者, 議長, モデレーター'),
    letters: [
      ['q', 'a'],
      ['問', '答'],
    ],
    notes: list(
      '注, 注意, 注釈, 備考, 例, 例えば, たとえば, ヒント, 警告, 重要, まとめ, 結論, 結果, 出力, 入力, 問題, 解決, 解決策, 課題, 練習, 手順, 長所, 短所, 出典, 参考, 日付, 日時, 場所, 時間, 電話, 件名, 図, 表, 定義, 定理, 第一, 第二, 補足, メモ',
    ),
    function: list('この, その, あの, これ, それ, あれ, ここ, そこ, しかし, また, つまり, そして'),
  },
  ko: {
    question: list('질문, 문, 물음, 기자, 인터뷰어, 질의'),
    answer: list('답변, 답, 대답, 응답'),
    moderator: list('사회자, 진행자, 의장'),
    letters: [
      ['q', 'a'],
      ['문', '답'],
    ],
    notes: list(
      '참고, 주의, 주, 비고, 예, 예시, 예를 들어, 예를 들면, 힌트, 팁, 경고, 중요, 요약, 결론, 결과, 출력, 입력, 문제, 해결, 해결책, 과제, 연습, 단계, 장점, 단점, 출처, 날짜, 일시, 장소, 시간, 전화, 제목, 그림, 표, 정의, 정리, 첫째, 둘째, 셋째',
    ),
    function: list('이, 그, 저, 이것, 그것, 저것, 우리, 하지만, 그리고, 만약, 또한, 즉'),
  },
};

type WordSet = ReadonlySet<string>;

const collect = (kind: 'question' | 'answer' | 'moderator' | 'notes'): WordSet =>
  new Set(Object.values(byLanguage).flatMap((words) => words[kind]));

/** The words of all languages together: a translation may keep the labels of its source. */
export const labelWords: Readonly<Record<'question' | 'answer' | 'moderator' | 'notes', WordSet>> = {
  question: collect('question'),
  answer: collect('answer'),
  moderator: collect('moderator'),
  notes: collect('notes'),
};

/** The words that do not begin a name in a language. In another language they may: Al Gore, He Jiankui, Le Pen. */
export function functionWords(language: string): readonly string[] {
  return byLanguage[language]?.function ?? [];
}

/** The letters that stand for question and answer in a language, those of English always among them. */
export function labelLetters(language: string): ReadonlyArray<readonly [question: string, answer: string]> {
  return [...(byLanguage[language]?.letters ?? []), ['q', 'a']];
}
