import { align, defaultEvidence } from '../../align/align.ts';
import type { Given } from '../../align/align.ts';
import { acceptedSince } from '../../check/accepted-since.ts';
import { checkedDocument } from '../../check/check-run.ts';
import type { CheckedDocument, RunFailure } from '../../check/check-run.ts';
import { check } from '../../check/check.ts';
import { locateFindings } from '../../check/locate-findings.ts';
import { settingFor } from '../../check/config.ts';
import type { RuleLevel } from '../../check/config.ts';
import { surePairs } from '../../check/sure-pairs.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { plainBitext } from '../../model/plain-bitext.ts';
import { defaultMarks } from '../../model/resource.ts';
import type { Messages } from '../../report/messages/index.ts';
import { decodeFile } from '../../read/read-document-from.ts';
import { olderName } from '../accepted-request.ts';
import { wordingOf } from '../failure-line.ts';
import { CliError } from '../failure.ts';
import { olderContent } from '../older-version.ts';
import type { CheckConfig } from './config-schema.ts';
import type { DocumentPair, FoundFile } from './find-documents.ts';
import { namespaceOf } from './namespaces.ts';
import { ProjectGiven } from './project-given.ts';
import { contentHash, documentOf, readingOf, readVersion } from './read-version.ts';
import { completenessFinding, isRunRule } from './run-findings.ts';

/** What came of a pair: plain data, which can come from another thread. */
export type PairOutcome =
  | {
      readonly document: CheckedDocument;
      /** The hashes of both files, as they were read. */
      readonly contents: readonly [source: string, target: string];
      /** Whether no other document was looked at. */
      readonly isOfTwo: boolean;
      /** What the config gives besides and could not be read: the pair was checked without it. */
      readonly failures: readonly RunFailure[];
    }
  | FailedPair;

/** What came of a pair that could not be checked. */
export interface FailedPair {
  readonly failures: readonly RunFailure[];
  readonly document?: undefined;
}

/** What came of a pair that was checked, with its texts. */
export interface CheckedBitext {
  readonly document: CheckedDocument;
  readonly contents: readonly [source: string, target: string];
  readonly bitext: Bitext;
  readonly isOfTwo: boolean;
  readonly failures: readonly RunFailure[];
}

/** A version with what is needed besides the document. */
interface ReadVersion {
  readonly document: Document;
  /** The decoded text of its file; undefined where that is no text. */
  readonly text: string | undefined;
  /** The hash of its bytes. */
  readonly content: string;
  readonly assumedEncoding: string | undefined;
}

/** Checks pairs of documents, all by the same config. */
export class PairChecker {
  readonly #config: CheckConfig;
  readonly #folder: string;
  readonly #messages: Messages;
  readonly #given: ProjectGiven;
  /** Resources that others take texts from, by file: read once; undefined where they cannot be. */
  readonly #namespaces = new Map<string, Promise<Document | undefined>>();

  /**
   * @param folder the absolute path of the config's folder.
   * @param given what the config gives, where others look at it too.
   */
  constructor(
    config: CheckConfig,
    folder: string,
    messages: Messages,
    given: ProjectGiven = new ProjectGiven(config, folder),
  ) {
    this.#config = config;
    this.#folder = folder;
    this.#messages = messages;
    this.#given = given;
  }

  /**
   * Reads, aligns and checks. It never throws for what stands in the files: that is an outcome.
   *
   * @param withBitext whether the outcome is to hold the texts, for a report that shows them.
   */
  async check(pair: DocumentPair, withBitext = false): Promise<PairOutcome> {
    const outcome = await this.checkBitext(pair);
    if (outcome.document === undefined) return outcome;
    const { bitext, document, ...rest } = outcome;
    return { ...rest, document: withBitext ? { ...document, bitext: plainBitext(bitext) } : document };
  }

  /** As {@link check}, with the texts as they were aligned. */
  async checkBitext(pair: DocumentPair): Promise<CheckedBitext | FailedPair> {
    const { source, target } = pair;
    const failures: RunFailure[] = [];
    const versions: ReadVersion[] = [];
    for (const version of [source, target]) {
      try {
        versions.push(await this.#read(version, namespaceOf(pair.key)));
      } catch (error) {
        failures.push(failureOf(error, version.file, this.#messages));
      }
    }
    if (failures.length > 0) return { failures };
    try {
      const [from, to] = [versions[0]!, versions[1]!];
      const namespaces = this.#mayNest(to) ? await this.#namespacesOf(pair) : [];
      return {
        ...(await this.#checkVersions(pair, from, to, namespaces)),
        contents: [from.content, to.content],
        isOfTwo: namespaces.length === 0,
      };
    } catch (error) {
      return { failures: [failureOf(error, target.file, this.#messages)] };
    }
  }

  async #read(version: FoundFile, namespace: string): Promise<ReadVersion> {
    const bytes = await readVersion(version, this.#folder, this.#config.maxSize);
    const reading = readingOf({ ...version, namespace }, this.#config);
    let assumedEncoding: string | undefined;
    const onAssumedEncoding = (encoding: string): void => {
      assumedEncoding = encoding;
    };
    return {
      document: await documentOf(bytes, { ...reading, onAssumedEncoding }),
      text: decodeFile(bytes, reading)?.text,
      content: contentHash(bytes),
      assumedEncoding,
    };
  }

  /** Whether a text may take in another, which may stand in another namespace. */
  #mayNest({ document: { resource }, text }: ReadVersion): boolean {
    return resource !== undefined && text?.includes((resource.marks ?? defaultMarks).nestingPrefix) === true;
  }

  /** The other namespaces. One that cannot be read is told of with its own pair, and its keys are not looked for. */
  async #namespacesOf({ namespaces = [] }: DocumentPair): Promise<Document[]> {
    const read = await Promise.all(
      namespaces.map((found) => {
        let document = this.#namespaces.get(found.file);
        if (document === undefined) {
          document = readVersion(found, this.#folder, this.#config.maxSize)
            .then((bytes) => documentOf(bytes, readingOf(found, this.#config)))
            .catch(() => undefined);
          this.#namespaces.set(found.file, document);
        }
        return document;
      }),
    );
    return read.filter((document) => document !== undefined);
  }

  /** The two documents as they were, aligned; undefined where they are not to be compared, or one was empty then. */
  async #olderOf({ source, target, older }: DocumentPair): Promise<Bitext | undefined> {
    const { since: revision } = this.#config;
    if (older === undefined || revision === undefined) return undefined;
    const read = async (version: FoundFile, object: string): Promise<Document> => {
      const bytes = await olderContent(this.#folder, object, { file: version.file, revision });
      return await documentOf(bytes, { ...readingOf(version, this.#config), file: olderName(revision, version.file) });
    };
    try {
      return align(await read(source, older.source), await read(target, older.target));
    } catch (error) {
      // A file that was only laid out was no translation yet.
      if (error instanceof ParalignError && error.type === 'file-empty') return undefined;
      throw error;
    }
  }

  async #checkVersions(
    pair: DocumentPair,
    from: ReadVersion,
    to: ReadVersion,
    namespaces: readonly Document[],
  ): Promise<Pick<CheckedBitext, 'document' | 'bitext' | 'failures'>> {
    const [source, target] = [from.document, to.document];
    const { severities, rules, minCompleteness } = this.#config;
    const levelOf = levels(severities);
    const { given, unread } = await this.#given.for(target.locale);
    const older = await this.#olderOf(pair);
    const bitext = align(source, target, { evidence: defaultEvidence(withOlder(given, older)) });
    const own = Object.keys(severities)
      .filter((rule) => !isRunRule(rule))
      .flatMap((rule): [string, RuleLevel][] => {
        const level = levelOf(rule, target.locale);
        return level === undefined ? [] : [[rule, level]];
      });
    const noted = await this.#given.acceptedOf(pair, target);
    const accepted = older === undefined ? noted : [...noted, ...acceptedSince(bitext, older)];
    const result = check(bitext, {
      severities: Object.fromEntries(own),
      rules,
      accepted,
      namespaces,
      ...(given.dictionary && { glossary: given.dictionary }),
    });
    const texts = {
      ...(from.text !== undefined && { source: from.text }),
      ...(to.text !== undefined && { target: to.text }),
    };
    const checked = withEncodings(checkedDocument(bitext, locateFindings(result, bitext, texts)), from, to);
    const least = settingFor(minCompleteness, target.locale) ?? 0;
    const low = checked.completeness && completenessFinding(pair, checked.completeness, least, levelOf);
    return {
      bitext,
      document: low === undefined ? checked : { ...checked, findings: [low, ...checked.findings] },
      failures: unread.map(({ file, error }) => failureOf(error, file, this.#messages)),
    };
  }
}

/** What was aligned then helps to align what is there now. */
function withOlder(given: Given, older: Bitext | undefined): Given {
  return older === undefined ? given : { ...given, memory: [...(given.memory ?? []), ...surePairs(older)] };
}

/** The document with what its files were taken to be in. */
function withEncodings(document: CheckedDocument, from: ReadVersion, to: ReadVersion): CheckedDocument {
  const { source, target } = document;
  const told = ({ assumedEncoding }: ReadVersion): { assumedEncoding?: string } =>
    assumedEncoding === undefined ? {} : { assumedEncoding };
  return { ...document, source: { ...source, ...told(from) }, target: { ...target, ...told(to) } };
}

/** What a config's severities say of a rule in a locale. */
export function levels(severities: CheckConfig['severities']): (rule: string, locale: Locale) => RuleLevel | undefined {
  return (rule, locale) =>
    Object.hasOwn(severities, rule) ? settingFor<RuleLevel>(severities[rule], locale) : undefined;
}

/** An error about a file, in the reader's words; its place stands beside the message and not in it. */
export function failureOf(error: unknown, file: string, messages: Messages): RunFailure {
  const data = error instanceof ParalignError || error instanceof CliError ? error.data : {};
  const named = typeof data['file'] === 'string' ? data['file'] : file;
  const { line, column } = data;
  const place = [named, line, column].filter((part) => part !== undefined).join(':');
  const message = wordingOf(error, messages);
  // Some messages begin with the place, some with the file only.
  const before = [`${place}: `, `${named}: `].find((start) => message.startsWith(start));
  return {
    file: named,
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
    message: before === undefined ? message : capitalised(message.slice(before.length)),
  };
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Every file of a pair that exists. */
export function filesOf({ source, target }: DocumentPair): FoundFile[] {
  return [source, target].filter(({ exists }) => exists);
}
