import { ParalignError } from '../model/errors.ts';
import type { Severity } from '../model/finding.ts';
import type { Rule } from './rule.ts';
import { translatedBeads } from './translated.ts';

/** A rule made of regular expressions: it reports where all of those that are given hold. */
export interface PatternRuleOptions {
  /** Its name in options, reports and fingerprints: words in lower case joined by hyphens. */
  readonly id: string;
  /** `warning` by default. */
  readonly severity?: Severity;
  /** What the source must have. */
  readonly source?: string;
  /** What the target must have. Each place of it is reported. */
  readonly target?: string;
  /** What the source must not have. */
  readonly notSource?: string;
  /** What the target must not have. */
  readonly notTarget?: string;
  /** Whether capitals and small letters are the same; false by default. */
  readonly ignoreCase?: boolean;
  /** What its findings say. */
  readonly message: string;
}

/**
 * A rule without code. Expressions are JavaScript's, with the flags `u` and `m`; `\b` knows Latin letters only, `(?<!\p{L})` all.
 *
 * ```ts
 * patternRule({ id: 'cookie', source: '\\bcookies?\\b', notTarget: 'куки', message: 'Cookies are “куки”.' });
 * patternRule({ id: 'three-dots', target: '\\.\\.\\.', message: 'Write an ellipsis.' });
 * ```
 *
 * @throws {ParalignError} `pattern-invalid` where an expression cannot be read, or neither `source` nor `target` is given.
 */
export function patternRule(options: PatternRuleOptions): Rule {
  const { id, severity = 'warning', message } = options;
  const [source, target, notSource, notTarget] = (['source', 'target', 'notSource', 'notTarget'] as const).map((name) =>
    compile(options, name),
  );
  if (source === undefined && target === undefined)
    throw new ParalignError('pattern-invalid', { rule: id, pattern: '', reason: 'give source or target' });
  return {
    id,
    severity,
    check: (context, report) => {
      for (const bead of translatedBeads(context)) {
        const [there, here] = [bead.source.text, bead.target.text];
        if (notSource?.test(there) || notTarget?.test(here)) continue;
        const inSource = source && matches(source, there);
        const inTarget = target && matches(target, here);
        if (inSource?.length === 0 || inTarget?.length === 0) continue;
        const first = inSource?.[0];
        for (const place of inTarget ?? [undefined])
          report({
            source: bead.source.spot(first?.from, first?.to),
            target: bead.target.spot(place?.from, place?.to),
            confidence: bead.confidence,
            data: { message },
          });
      }
    },
  };
}

function compile(
  options: PatternRuleOptions,
  name: 'source' | 'target' | 'notSource' | 'notTarget',
): RegExp | undefined {
  const pattern = options[name];
  if (pattern === undefined) return undefined;
  const flags = options.ignoreCase === true ? 'ium' : 'um';
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParalignError('pattern-invalid', { rule: options.id, pattern, reason });
  }
}

/** What matches and is not empty. */
function matches(pattern: RegExp, text: string): { from: number; to: number }[] {
  return [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].flatMap(({ index, 0: found }) =>
    found === '' ? [] : [{ from: index, to: index + found.length }],
  );
}
