import type { Finding } from '../model/finding.ts';
import type { CheckedDocument, CheckRun } from './check-run.ts';

/**
 * The run with what is wrong with a source's directives said once for all its translations: a suppression in a source is
 * idle only where it suppresses nothing in any of them.
 *
 * To be called when all translations of each source are in the run.
 */
export function settleRun(run: CheckRun): CheckRun {
  const bySource = new Map<string, CheckedDocument[]>();
  for (const document of run.documents) {
    const { file } = document.source;
    // Where there is no translation, there is nothing to suppress.
    if (file === null || document.completeness === undefined) continue;
    const own = bySource.get(file) ?? [];
    if (own.length === 0) bySource.set(file, own);
    own.push(document);
  }
  const documents = run.documents.map((document) => {
    const translations = bySource.get(document.source.file ?? '');
    if (translations === undefined || translations.length === 1) return document;
    const findings = document.findings.filter((finding) => {
      if (!isAboutSource(finding)) return true;
      const having = translations.filter(({ findings }) => findings.some((other) => isSame(other, finding)));
      const isIdle = finding.data['kind'] !== 'unused' || having.length === translations.length;
      return isIdle && having[0] === document;
    });
    return { ...document, findings };
  });
  return { ...run, documents };
}

function isAboutSource({ rule, source, target }: Finding): boolean {
  return rule === 'suppression' && source !== null && target === null;
}

function isSame(a: Finding, b: Finding): boolean {
  return (
    isAboutSource(a) &&
    a.source!.line === b.source!.line &&
    a.source!.column === b.source!.column &&
    a.data['kind'] === b.data['kind'] &&
    a.data['name'] === b.data['name']
  );
}
