import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInRules } from '../../src/check/rules/index.ts';
import { createMessages } from '../../src/report/messages/index.ts';

/** The page of a rule. */
export interface RulePage {
  readonly rule: string;
  readonly severity: string;
  /** What it reports, in one line. */
  readonly summary: string;
  readonly content: string;
}

/** The pages of all rules, made from the comments at the head of their files: what a rule promises is tested by the same examples. */
export function rulePages(): RulePage[] {
  const messages = createMessages('en-GB');
  return builtInRules.map(({ id, severity }) => {
    const summary = messages.rule(id) ?? '';
    const header = headerOf(id);
    const [text = '', ...examples] = header.split(/^@example /m);
    const content = [
      `# ${id}`,
      '',
      `Severity: **${severity}**. Set another by [the config](../guide/configuration.md) or with \`--rule ${id}=off\`.`,
      '',
      escape(text.replace(/\{@link (\w+)\}/g, '`$1`').trim()),
      '',
      ...examples.flatMap(exampleLines),
    ].join('\n');
    return { rule: id, severity, summary, content };
  });
}

function headerOf(id: string): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const file = readFileSync(join(folder, '../../src/check/rules', `${id}.ts`), 'utf8');
  return (/\/\*\*\n([\s\S]*?)\*\//.exec(file)?.[1] ?? '').replace(/^ \* ?/gm, '');
}

function exampleLines(example: string): string[] {
  const [kind = '', ...lines] = example.trim().split('\n');
  return [`## ${kind === 'ok' ? 'Not reported' : 'Reported'}`, '', '```text', ...lines, '```', ''];
}

/** What Vue would take for an element or an expression. */
function escape(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, k) => (k % 2 === 1 ? part : part.replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;')))
    .join('');
}
