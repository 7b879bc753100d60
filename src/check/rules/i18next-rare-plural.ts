import { pluralSightings } from '../plural-sightings.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key without a plural form that its language has for counts beyond a thousand only: French, Italian, Spanish and
 * others have one for a million. Whether there will ever be so many, only the project knows.
 *
 * @example ok
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * fr-FR: {"files_one": "{{count}} fichier", "files_many": "{{count}} de fichiers", "files_other": "{{count}} fichiers"}
 *
 * @example bad
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * fr-FR: {"files_one": "{{count}} fichier", "files_other": "{{count}} fichiers"}
 * -> target block 1 i18next-rare-plural {"kind":"cardinal","key":"files","locale":"fr-FR","categories":["many"]}
 */
export const i18nextRarePlural: Rule = {
  id: 'i18next-rare-plural',
  severity: 'info',
  check: (context, report) => pluralSightings(context, 'rare', report),
};
