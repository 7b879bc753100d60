import { resolve } from 'node:path';
import { align, defaultEvidence } from '../../align/align.ts';
import type { Given } from '../../align/align.ts';
import { checkedDocument } from '../../check/check-run.ts';
import type { CheckedDocument, RunFailure } from '../../check/check-run.ts';
import { check } from '../../check/check.ts';
import { locateFindings } from '../../check/locate-findings.ts';
import { pairsOfDocument } from '../../check/pairs-of-document.ts';
import { settingFor } from '../../check/config.ts';
import type { RuleLevel } from '../../check/config.ts';
import { parseDictionary } from '../../lexicon/parse-dictionary.ts';
import type { AcceptedPair } from '../../model/accepted-pair.ts';
import type { Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { TextPair } from '../../model/text-pair.ts';
import type { Messages } from '../../report/messages/index.ts';
import { decodeFile } from '../../read/read-document-from.ts';
import type { AcceptedUnit } from '../../tmx/accepted.ts';
import { pairsFromTmx } from '../../tmx/pairs.ts';
import { parseTmx } from '../../tmx/read.ts';
import { documentName, isGoneFrom, readAccepted } from '../accepted-memory.ts';
import { wordingOf } from '../failure-line.ts';
import { CliError } from '../failure.ts';
import type { CheckConfig } from './config-schema.ts';
import type { DocumentPair, FoundFile } from './find-documents.ts';
import { contentHash, documentOf, readProjectFile, readVersion } from './read-version.ts';
import { completenessFinding, isRunRule } from './run-findings.ts';

/** What came of a pair: plain data, which can come from another thread. */
export type PairOutcome =
  | {
      readonly document: CheckedDocument;
      /** The hashes of both files, as they were read. */
      readonly contents: readonly [source: string, target: string];
    }
  | { readonly failures: readonly RunFailure[]; readonly document?: undefined };

/** A version with what is needed besides the document. */
interface ReadVersion {
  readonly document: Document;
  /** The decoded text of its file. */
  readonly text: string;
  /** The hash of its bytes. */
  readonly content: string;
}

/** Checks pairs of documents, all by the same config. */
export class PairChecker {
  readonly #config: CheckConfig;
  readonly #folder: string;
  readonly #messages: Messages;
  /** What is given besides the texts, by target locale: read once. */
  readonly #given = new Map<Locale, Promise<Given>>();
  /** What each memory says was accepted, by target locale and file: read once. */
  readonly #accepted = new Map<string, Promise<readonly AcceptedUnit[]>>();

  /** @param folder the absolute path of the config's folder. */
  constructor(config: CheckConfig, folder: string, messages: Messages) {
    this.#config = config;
    this.#folder = folder;
    this.#messages = messages;
  }

  /** Reads, aligns and checks. It never throws for what stands in the files: that is an outcome. */
  async check(pair: DocumentPair): Promise<PairOutcome> {
    const { source, target } = pair;
    const failures: RunFailure[] = [];
    const versions: ReadVersion[] = [];
    for (const version of [source, target]) {
      try {
        const bytes = await readVersion(version, this.#folder, this.#config.maxSize);
        versions.push({
          document: await documentOf(bytes, version, this.#config.maxSize),
          text: decodeFile(bytes, version.file, version.locale).text,
          content: contentHash(bytes),
        });
      } catch (error) {
        failures.push(failureOf(error, version.file, this.#messages));
      }
    }
    if (failures.length > 0) return { failures };
    try {
      const [from, to] = [versions[0]!, versions[1]!];
      return { document: await this.#checkVersions(pair, from, to), contents: [from.content, to.content] };
    } catch (error) {
      return { failures: [failureOf(error, target.file, this.#messages)] };
    }
  }

  async #checkVersions(pair: DocumentPair, from: ReadVersion, to: ReadVersion): Promise<CheckedDocument> {
    const [source, target] = [from.document, to.document];
    const { severities, rules, minCompleteness } = this.#config;
    const levelOf = levels(severities);
    const given = await this.#givenFor(target.locale);
    const bitext = align(source, target, { evidence: defaultEvidence(given) });
    const own = Object.keys(severities)
      .filter((rule) => !isRunRule(rule))
      .flatMap((rule): [string, RuleLevel][] => {
        const level = levelOf(rule, target.locale);
        return level === undefined ? [] : [[rule, level]];
      });
    const accepted = await this.#acceptedOf(pair, source.locale, target);
    const result = check(bitext, {
      severities: Object.fromEntries(own),
      rules,
      accepted,
      ...(given.dictionary && { glossary: given.dictionary }),
    });
    const checked = checkedDocument(bitext, locateFindings(result, bitext, { source: from.text, target: to.text }));
    const least = settingFor(minCompleteness, target.locale) ?? 0;
    const low = checked.completeness && completenessFinding(pair, checked.completeness, least, levelOf);
    return low === undefined ? checked : { ...checked, findings: [low, ...checked.findings] };
  }

  /** What the memories say was accepted of a document. */
  async #acceptedOf({ source }: DocumentPair, sourceLocale: Locale, target: Document): Promise<AcceptedPair[]> {
    const pairs: AcceptedPair[] = [];
    for (const file of this.#config.memory) {
      const memory = resolve(this.#folder, file);
      const key = JSON.stringify([target.locale, memory]);
      let units = this.#accepted.get(key);
      if (units === undefined) {
        units = readAccepted(memory, { source: sourceLocale, target: target.locale }).then((read) => read.units);
        this.#accepted.set(key, units);
      }
      const name = documentName(memory, resolve(this.#folder, source.file));
      pairs.push(...pairsOfDocument(await units, name, target, isGoneFrom(memory)));
    }
    return pairs;
  }

  #givenFor(target: Locale): Promise<Given> {
    let given = this.#given.get(target);
    if (given === undefined) {
      given = this.#readGiven(target);
      this.#given.set(target, given);
    }
    return given;
  }

  async #readGiven(target: Locale): Promise<Given> {
    const { glossary, memory, source } = this.#config;
    const locales = { source, target };
    const dictionary = await this.#readAll(glossary, (bytes, file) => parseDictionary(bytes, { ...locales, file }));
    const units = await this.#readAll(memory, (bytes, file) => pairsFromTmx(parseTmx(bytes, { file }), locales));
    return { ...(dictionary && { dictionary }), ...(units && { memory: units }) };
  }

  async #readAll(
    files: readonly string[],
    read: (bytes: Uint8Array, file: string) => TextPair[],
  ): Promise<TextPair[] | undefined> {
    if (files.length === 0) return undefined;
    const pairs: TextPair[][] = [];
    for (const file of files) {
      try {
        pairs.push(read(await readProjectFile(file, this.#folder), file));
      } catch (error) {
        // A glossary need not have every language that there is a translation in.
        if (error instanceof ParalignError && LANGUAGE_ERRORS.has(error.type)) continue;
        throw error;
      }
    }
    return pairs.flat();
  }
}

const LANGUAGE_ERRORS = new Set<string>(['dictionary-language', 'dictionary-empty', 'tmx-language']);

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
  return {
    file: named,
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
    message: message.startsWith(`${place}: `) ? capitalised(message.slice(place.length + 2)) : message,
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
