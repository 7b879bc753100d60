import { cliAccept } from './cli-accept.ts';
import { cliCheck } from './cli-check.ts';
import { cliConfig } from './cli-config.ts';
import { cliFiles } from './cli-files.ts';
import { cliFormats } from './cli-formats.ts';
import { cliI18next } from './cli-i18next.ts';
import { cliInputs } from './cli-inputs.ts';
import { cliMemory } from './cli-memory.ts';
import { cliRun } from './cli-run.ts';
import { cliTools } from './cli-tools.ts';
import { tmxCopy } from './tmx-copy.ts';
import { tmxTools } from './tmx-tools.ts';

const own = {
  // Help: the frame.
  'help-usage': 'Usage',
  'help-commands': 'Commands',
  'help-arguments': 'Arguments',
  'help-options': 'Options',
  'help-examples': 'Examples',
  'help-exits': 'Exit codes',
  'help-choices': 'one of: {{choices}}',
  'help-default': 'default: {{value}}',
  'help-repeated': 'can be given several times',

  // Help: the commands.
  'paralign-about':
    'Aligns two language versions of a document, checks that nothing is missing from the translation, and makes TMX memories that CAT tools open.',
  'align-summary': 'Find which paragraphs and sentences of two versions say the same thing',
  'align-example-screen': 'What is aligned and what is missing, on the screen',
  'align-example-tmx': 'A translation memory for a CAT tool, sentence by sentence',
  'align-example-html': 'A page to look at the alignment, mend it and save the memory',
  'align-example-beads': 'For other programs: one unit per line in, one bead per line out (“3:3”, “4,5:4”, “6:”, “:5”)',
  'align-example-versions': 'More than two versions: a table with a column a version',
  'align-example-explain': 'Why the third paragraph is aligned as it is',
  'align-example-confirmed': 'Around beads that somebody has looked through',
  'check-summary': 'Report what a translation lacks, adds, moves or gets wrong',
  'check-about':
    'Checks a translation against its source: missing, extra, moved, empty and untranslated paragraphs, other speakers, numbers that differ, and more. Without files it checks all documents that the config of the project names. Prints what it found; the exit code tells a build whether to stop.',
  'check-example-screen': 'What is wrong, on the screen',
  'check-example-json': 'The same for other programs, in a file',
  'check-example-html': 'On the screen, and as a page with both texts',
  'check-example-rules': 'Stop at warnings too; one rule made stricter, one switched off',
  'corpus-summary': 'Align many pairs of texts, which teach each other words',
  'corpus-about':
    'Aligns many pairs of texts, which teach each other words: each is aligned better than by itself. Reads JSON Lines, an object a line: “source” and “target” are lists of units, or texts in paragraphs; “id”, “sourceLocale” and “targetLocale” may stand beside them. Writes one object a line, in the same order: “beads” with the indices of units and a confidence. The result is the same with any number of workers, and a file of any length takes the same memory.',
  'corpus-example': 'Every pair of a file',
  'corpus-example-save': 'The same, and keep what was learnt',
  'corpus-example-use': 'Align by what was learnt before, each pair by itself: for one part of many',
  'tmx-summary': 'Write and read translation memories (TMX)',
  'tmx-about': 'Writes translation memories in TMX 1.4b and reads them.',
  'tmx-export-summary': 'Align two versions and write a TMX memory',
  'tmx-export-about':
    'Aligns a text with its translation and writes the pairs as TMX 1.4b. What has no counterpart is a unit in one language, so that the alignment can be read back. The date in it is that of SOURCE_DATE_EPOCH where that is set, so that the same texts give the same bytes.',
  'tmx-export-example-block': 'One unit a paragraph instead of one a sentence',
  'demo-summary': 'Do all of it with an interview that comes with paralign',
  'demo-about':
    'Aligns an interview in English with its Russian translation, checks it, writes the translation memory and the bitext to a folder, and says what to try next. Creates the folder where it does not exist.',
  'demo-example': 'See it work, with a text that comes with paralign',
  'demo-example-folder': 'Write to a folder of your choice',
  'help-summary': 'Show the help of a command',
  'help-example': 'The help of “paralign tmx export”',

  // Help: arguments.
  'argument-source': 'The original: a file, or - for standard input',
  'argument-target': 'The translation: a file, or - for standard input',
  'argument-more': 'Further versions, each with its locale in its name: page.de.txt',
  'argument-memory': 'A TMX file, or - for standard input',
  'argument-corpus': 'A file of JSON Lines; standard input where it is left out or -',
  'argument-command': 'The command to explain',

  // Help: options.
  'option-source-locale':
    'Locale of the original, such as en-GB; not needed where the file’s name has it: page.en-GB.txt',
  'option-target-locale': 'Locale of the translation, such as ru-RU; not needed where the file’s name has it',
  'option-input':
    'How to read the files: “text” finds title, paragraphs and speakers, “lines” takes every line as a unit, “i18next” takes the texts of a JSON resource by their keys; where it is left out, by what each file starts with, then by its name',
  'option-select':
    'Of a page of HTML, read what this CSS selector matches and nothing else; without it, navigation is left out',
  'option-boundary':
    'No bead crosses a line of this text, which has to stand in both files: the first for the first, and so on',
  'option-boundary-headings': 'No bead crosses a heading; both files need the same number of them',
  'option-confirmed':
    'Beads that are right, and are not to be changed: a file as --format beads writes it, counted in the same units, or a memory (.tmx) whose pairs stand in the two files',
  'option-explain':
    'Say why a bead came out so: that of the paragraph (or, with --input lines, line) with this number, from 1; 12.2 is the second sentence of paragraph 12, :14 is of the translation, 12:14 or 12-13:14 asks for a bead of your own',
  'option-dictionary':
    'Align with the help of this dictionary or glossary: a table of terms (.tsv, .csv) or TBX (.tbx)',
  'option-memory': 'Align with the help of this translation memory in TMX',
  'option-translation':
    'Align with the help of this machine translation of the original into the language of the translation; it needs as many paragraphs, or lines, as the original',
  'option-unit': 'What to pair: sentences (“segment”) or paragraphs (“block”); with --input lines always lines',
  'option-export-lean': 'Write the pairs only, without the notes from which the alignment can be read back',
  'option-convert-lean': 'Read the pairs only, and pass over what paralign has noted beside them',
  'option-check-output': 'Write the report to this file, or to standard output for -',
  'option-tmx-output': 'Write to this file, or to standard output for -',
  'option-corpus-source-locale': 'Locale of the originals, such as en-GB, where a line does not say; texts need it',
  'option-corpus-target-locale': 'Locale of the translations, such as ru-RU, where a line does not say',
  'option-corpus-output': 'Write to this file, or to standard output for -; the file appears when it is complete',
  'option-knowledge':
    'Begin with what --save-knowledge wrote; without --save-knowledge nothing is added to it, so that each line’s result depends on that line alone',
  'option-save-knowledge': 'Write what was learnt to this file',
  'option-workers': 'How many threads; by default as many as the machine can run at a time',
  'option-batch': 'How many pairs learn from each other before they are aligned',
  'option-on-error':
    'A line that cannot be aligned ends it all (“fail”), or is answered with an object that has an “error” (“skip”)',
  'option-demo-output': 'The folder to write to; it is created where it does not exist',
  'option-reporter': 'How to report: “text” for people, “json” for programs',
  'option-fail-on': 'Exit with 1 from this severity on; “never” reports and exits with 0',
  'option-rule': 'Set a rule’s severity: error, warning, info or off',
  'option-ui-locale': 'Language of messages, en-GB or ru-RU; by default that of the system (LC_ALL, LC_MESSAGES, LANG)',
  'option-debug': 'When something fails, show where in the code',
  'option-help': 'Show this help',
  'option-version': 'Show the version',

  // Help: exit codes.
  'exit-done': 'Done',
  'exit-clean': 'Done, nothing to report',
  'exit-findings': 'Done, with findings at or above --fail-on',
  'exit-skipped': 'Done, but lines were skipped (with --on-error skip)',
  'exit-failed': 'Could not be done: the message on standard error says why',

  // Mistakes on the command line.
  'unknown-option': 'There is no option {{option}}. See {{help}}.',
  'unknown-option-near': 'There is no option {{option}}. Did you mean {{suggestion}}? See {{help}}.',
  'unknown-command': 'There is no command “{{command}}”. See {{help}}.',
  'unknown-command-near': 'There is no command “{{command}}”. Did you mean “{{suggestion}}”? See {{help}}.',
  'unknown-choice': '“{{value}}” is not a value of {{option}}. Give one of: {{choices}}. See {{help}}.',
  'option-not-count': '“{{value}}” is not a value of {{option}}. Give a whole number from 1.',
  'missing-argument': 'The argument <{{argument}}> is missing. Usage: {{usage}}. See {{help}}.',
  'missing-option-value': 'The option {{option}} needs a value. See {{help}}.',
  'excess-argument': 'There is one argument too many: “{{argument}}”. Usage: {{usage}}. See {{help}}.',
  'rule-option-invalid': '“{{value}}” does not set a rule. Write --rule id=severity, with error, warning, info or off.',
  'ui-locale-unknown': 'There are no messages in “{{locale}}”. Give --ui-locale one of: {{locales}}.',
  'source-date-invalid':
    'SOURCE_DATE_EPOCH is “{{value}}”. Set it to seconds since 1970, such as 1460466000, or unset it.',
  'source-locale-missing':
    'The locale of the original, {{file}}, is not known. Give --source-locale, or put it in the name: page.en-GB.txt.',
  'target-locale-missing':
    'The locale of the translation, {{file}}, is not known. Give --target-locale, or put it in the name: page.ru-RU.txt.',
  'version-locale-missing': 'The locale of {{file}} is not known. Put it in the name: page.de.txt.',
  'format-two-files': 'The format {{format}} holds two versions. With more, give one of: {{choices}}.',
  'option-two-files': '{{option}} works on two versions. Give two files.',
  'boundary-twice': 'Give either --boundary or --boundary-headings.',
  'explain-option-invalid':
    '“{{value}}” names no bead. Write --explain 12 for a paragraph, 12.2 for its second sentence, :14 for one of the translation, 12:14 or 12-13:14 for a bead.',
  'explain-beyond': '{{file}} has no {{value}} to explain: it has {{count}} paragraphs. Give a number from 1 to that.',
  'explain-beyond-segment': '{{file}} has no {{value}} to explain: paragraph {{block}} has {{count}} sentences.',
  'explain-format': 'An explanation is written as text or json, not as {{format}}. Give --format text or json.',
  'stdin-twice': 'Only one of the files can come from standard input. Give names for the others.',
  'format-unknown': 'The format of {{file}} cannot be told from its name. Give --format, one of: {{choices}}.',

  'outputs-same':
    'The result and what was learnt cannot both go to {{file}}. Give -o or --save-knowledge another file.',

  // Lines of a corpus; the file and the place in it stand before them.
  'line-too-long': 'This line has more than {{most}} MiB. Cut the texts into several lines.',
  'line-encoding': 'This line is not valid UTF-8. Convert the file to UTF-8.',
  'line-not-json': 'This is not JSON. Write one object a line, such as {"source": ["…"], "target": ["…"]}.',
  'line-not-object':
    'This is JSON, but not an object. Write one object a line, such as {"source": ["…"], "target": ["…"]}.',
  'line-side-missing': 'There is no “{{field}}”. Give a list of units or a text.',
  'line-side-invalid': '“{{field}}” is not text. Give a list of units or a text: strings only.',
  'line-sides-differ': 'One of “source” and “target” is a text, the other a list of units. Give both in the same way.',
  'line-id-invalid': '“id” is neither text nor a number. Give one of these, or leave it out.',
  'line-locale-invalid': '“{{field}}” is not text. Give a BCP 47 language tag such as en-GB, or leave it out.',
  'line-locale-missing':
    'The language of a text must be known, and there is no “{{field}}”. Put it in the line, or give --source-locale and --target-locale.',

  // Files.
  'standard-input': 'standard input',
  'input-missing': 'There is no file {{file}}. Check the path.',
  'input-directory': '{{file}} is a folder. Give a file.',
  'input-not-permitted': '{{file}} cannot be read: permission denied. Check its permissions.',
  'input-too-large': '{{file}} is larger than 2 GiB. Split it.',
  'input-failed': '{{file}} cannot be read ({{code}}). Check the file and its disk.',
  'output-directory': '{{file}} is a folder. Give a file to write to.',
  'output-folder-missing': '{{file}} cannot be written: there is no folder {{folder}}. Create it first.',
  'output-is-input': '{{file}} is one of the files that are read, and would be overwritten. Give another name.',
  'output-not-permitted':
    '{{file}} cannot be written: permission denied. Check the permissions of it and of its folder.',
  'output-failed': '{{file}} cannot be written ({{code}}). Check the path and its disk, or choose another place.',
  'folder-failed': 'The folder {{folder}} cannot be created ({{code}}). Give another one with -o.',
  'disk-full': '{{file}} cannot be written: the disk is full. Nothing was changed; make room or choose another disk.',
  'disk-full-stdout': 'Standard output cannot be written: the disk is full. Make room or write elsewhere.',
  'stdout-failed': 'Standard output cannot be written ({{code}}). Write to a file with -o.',
  'pipe-closed':
    'The output is incomplete: the program that reads it stopped early. Let it read to the end, or use -o.',
  defect:
    'This is a defect of paralign: {{reason}}. Please report it with what “--debug” (or PARALIGN_DEBUG=1) adds to this line.',

  // What was done.
  wrote: 'Wrote {{file}}',
  'check-wrote_one': '{{count, number}} finding, written to {{file}}',
  'check-wrote_other': '{{count, number}} findings, written to {{file}}',
  'try-next': 'Try next:',
  'progress-reading': 'Reading {{source}} and {{target}}',
  'progress-aligning': 'Aligning {{source}} and {{target}}',
  'progress-checking': 'Checking {{source}} and {{target}}',
  'progress-corpus': '{{file}}: {{count}} pairs aligned',
  'progress-writing': 'Writing {{file}}',
} as const;

/**
 * What the command says: help, errors, progress, what it wrote. A key with a plural has one entry for each plural
 * category of its locale: `_one` and `_other` here, `_one`, `_few`, `_many` and `_other` in Russian; counts are
 * `{{count, number}}`.
 */
export const cli: typeof own &
  typeof cliAccept &
  typeof cliCheck &
  typeof cliConfig &
  typeof cliFiles &
  typeof cliInputs &
  typeof cliI18next &
  typeof cliFormats &
  typeof cliMemory &
  typeof cliRun &
  typeof cliTools &
  typeof tmxCopy &
  typeof tmxTools = {
  ...own,
  ...cliAccept,
  ...cliCheck,
  ...cliConfig,
  ...cliFiles,
  ...cliInputs,
  ...cliI18next,
  ...cliFormats,
  ...cliMemory,
  ...cliRun,
  ...cliTools,
  ...tmxCopy,
  ...tmxTools,
};
