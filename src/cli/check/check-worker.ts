import { parentPort, workerData } from 'node:worker_threads';
import { createMessages } from '../../report/messages/index.ts';
import type { UiLocale } from '../../report/messages/index.ts';
import { PairChecker } from './check-pair.ts';
import type { CheckConfig } from './config-schema.ts';
import type { DocumentPair } from './find-documents.ts';
import { loadConfig } from './load-config.ts';

/** What a thread is given to begin with. */
export interface CheckWorkerData {
  /** Without its rules, which are functions and cannot be sent. */
  readonly config: Omit<CheckConfig, 'rules'>;
  /** The absolute path of the config that the rules are in; undefined where there are none. */
  readonly rulesFrom: string | undefined;
  readonly folder: string;
  readonly uiLocale: UiLocale;
  /** Whether to send back the bitexts too. */
  readonly withBitext: boolean;
}

/** A thread that checks pairs: it does one at a time and answers each with its outcome. */
const { config, rulesFrom, folder, uiLocale, withBitext } = workerData as CheckWorkerData;
const rules = rulesFrom === undefined ? [] : ((await loadConfig(folder, rulesFrom))?.config.rules ?? []);
const checker = new PairChecker({ ...config, rules }, folder, createMessages(uiLocale));
parentPort?.on('message', (pair: DocumentPair) => {
  void checker.check(pair, withBitext).then((outcome) => parentPort?.postMessage(outcome));
});
