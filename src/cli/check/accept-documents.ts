import { resolve } from 'node:path';
import type { CheckedDocument, RunFailure } from '../../check/check-run.ts';
import type { Document } from '../../model/document.ts';
import type { Messages } from '../../report/messages/index.ts';
import type { AcceptedDocument } from '../../tmx/accept-into-tmx.ts';
import { planBitext } from '../accept-bitext.ts';
import type { AcceptRequest } from '../accept-bitext.ts';
import { countsOf } from '../accept-request.ts';
import type { AcceptanceCounts } from '../accept-request.ts';
import { documentName, isGoneFrom } from '../accepted-memory.ts';
import type { AcceptTarget } from './accept-target.ts';
import { PairChecker } from './check-pair.ts';
import { distinctFailures } from './distinct-failures.ts';
import type { DocumentPair } from './find-documents.ts';
import type { ProjectGiven } from './project-given.ts';

/** What is to be accepted of a document in one language, and what a check finds in it. */
export interface PlannedDocument {
  readonly pair: DocumentPair;
  readonly checked: CheckedDocument;
  readonly accepted: AcceptedDocument;
  readonly counts: AcceptanceCounts;
}

/** What is to be accepted of all documents. */
export interface PlannedDocuments {
  /** In the order of the pairs. */
  readonly planned: readonly PlannedDocument[];
  readonly failures: readonly RunFailure[];
}

/**
 * Works out what is to be accepted of documents of which both versions are there. They are read, aligned and checked as
 * `check` does; nothing is written.
 *
 * @param folder the absolute path of the config's folder.
 * @param onDone called after each pair.
 */
export async function planDocuments(
  pairs: readonly DocumentPair[],
  { config, path, known }: AcceptTarget,
  given: ProjectGiven,
  folder: string,
  wish: AcceptRequest,
  messages: Messages,
  onDone: (done: number) => void,
): Promise<PlannedDocuments> {
  const checker = new PairChecker(config, folder, messages, given);
  const planned: PlannedDocument[] = [];
  const failures: RunFailure[] = [];
  /** Names that a document was accepted under before and has no more: one document takes each. */
  const taken = new Set<string>();
  for (const [k, pair] of pairs.entries()) {
    const outcome = await checker.checkBitext(pair);
    failures.push(...outcome.failures);
    if (outcome.document !== undefined && outcome.failures.length === 0) {
      const { bitext } = outcome;
      const { locale } = bitext.target;
      const document = documentName(path, resolve(folder, pair.source.file))!;
      const units = known === undefined ? [] : await given.acceptedIn(known, locale);
      const isGone = isGoneFrom(path);
      const isFree = (name: string): boolean => isGone(name) && !taken.has(`${locale} ${name}`);
      const { plan, formerly } = planBitext(bitext, units, wish, document, isFree);
      if (formerly !== undefined) taken.add(`${locale} ${formerly}`);
      planned.push({
        pair,
        checked: outcome.document,
        accepted: {
          versions: { source: withoutText(bitext.source), target: withoutText(bitext.target) },
          entries: plan.entries,
          document,
          ...(formerly !== undefined && { formerly }),
        },
        counts: countsOf(plan),
      });
    }
    onDone(k + 1);
  }
  return { planned, failures: distinctFailures(failures) };
}

/** What a memory needs to know of a document: many are held at a time. */
function withoutText(document: Document): Document {
  return { ...document, blocks: [] };
}
