import type { CheckRun } from '../../check/check-run.ts';
import type { Finding } from '../../model/finding.ts';
import { bitextOf } from '../../model/plain-bitext.ts';
import { createMessages } from '../../report/messages/index.ts';
import type { Messages } from '../../report/messages/index.ts';
import { fileOf } from '../../report/reported.ts';
import { reviewPage } from '../../review/review-page.ts';
import type { ReviewedText } from '../../review/review-page.ts';

/**
 * A run as a review page: its documents with their texts and what was found in them. What has no texts, such as a document
 * without a translation, and what could not be checked, is said above them.
 *
 * @param run one whose documents hold their bitexts: see `CheckedDocument.bitext`.
 */
export async function htmlReport(run: CheckRun, messages: Messages): Promise<string> {
  const words = { 'en-GB': createMessages('en-GB'), 'ru-RU': createMessages('ru-RU') };
  const said = (findings: readonly Finding[], file: string): { 'en-GB': string; 'ru-RU': string }[] =>
    findings.map((finding) => ({
      'en-GB': `${file}: ${words['en-GB'].finding(finding)}`,
      'ru-RU': `${file}: ${words['ru-RU'].finding(finding)}`,
    }));
  const texts: ReviewedText[] = [];
  const notes = [
    ...run.failures.map(({ file, message }) => ({ 'en-GB': `${file}: ${message}`, 'ru-RU': `${file}: ${message}` })),
    ...said(run.findings ?? [], 'paralign'),
  ];
  for (const document of run.documents) {
    const { bitext, findings, completeness, target } = document;
    if (bitext === undefined) notes.push(...said(findings, fileOf(document)));
    else
      texts.push({
        text: bitextOf(bitext),
        name: fileOf(document),
        results: [{ findings, completeness: completeness === undefined ? {} : { [target.locale]: completeness } }],
      });
  }
  return await reviewPage(texts, { uiLocale: messages.locale, notes });
}
