import type { CheckRun } from '../../src/check/check-run.ts';
import type { Finding, FindingPlace } from '../../src/model/finding.ts';

/** What a text, a file name or a message can hold that a format might obey. */
export const hostile: readonly string[] = [
  ']]>',
  '<script>alert(1)</script>',
  '</failure><!-- x -->',
  '&amp;&#0;',
  '"\'`',
  'a\u0000b\u0008c\u001bd\u007fe\u0085f',
  'x\ud800y',
  'x\udc00y',
  '\ufffe\uffff',
  'left\u202eright\u2066!',
  'one\r\ntwo\n\nthree\u2028four',
  '::error::injected',
  '%0A::warning::injected',
  'a,b:c%d',
  '| cell | ``` | **bold** [link](javascript:alert(1)) @user #1 $x$',
  '</details>\n\n# Title',
  '{{name}} $t(own)',
];

function place(locale: string, file: string | null, block: number, more: Partial<FindingPlace> = {}): FindingPlace {
  return { locale, file, block, line: block + 1, column: 1, ...more };
}

export function makeFinding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'number-mismatch',
    severity: 'warning',
    confidence: 1,
    source: place('en-GB', 'en.md', 0),
    target: place('ru-RU', 'ru.md', 0),
    data: {},
    fingerprint: '0123456789abcdef',
    ...more,
  };
}

/** A run in which everything that comes from outside is hostile: texts, file names, rules, messages, failures. */
export function hostileRun(text: string): CheckRun {
  const file = `dir/${text}.md`;
  const finding = makeFinding({
    rule: text,
    confidence: 0.5,
    source: place('en-GB', file, 0),
    target: place('ru-RU', file, 0, { from: 0, to: Math.min(3, text.length) }),
    data: { message: text, before: text, after: `${text}!` },
  });
  return {
    documents: [
      {
        source: { locale: 'en-GB', file, texts: { 0: text } },
        target: { locale: 'ru-RU', file, texts: { 0: text } },
        findings: [
          finding,
          { ...finding, severity: 'error', fingerprint: '1', target: place('ru-RU', file, 1, { gap: true }) },
          { ...finding, severity: 'info', fingerprint: '2', target: null },
          { ...finding, fingerprint: '3', source: null, target: place('ru-RU', null, 0, { line: null, column: null }) },
        ],
        completeness: { covered: 1, total: 2 },
      },
      {
        source: { locale: 'en-GB', file: 'clean.md', texts: {} },
        target: { locale: 'de-DE', file: null, texts: {} },
        findings: [],
        completeness: undefined,
      },
    ],
    findings: [{ ...finding, fingerprint: '4', source: null, target: place('ru-RU', file, 0) }],
    failures: [
      { file, line: 3, column: 4, message: text },
      { file, message: text },
    ],
  };
}
