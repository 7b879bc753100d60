/** What the checker says about what silences it: findings, as in `findings.ts`. */
export const suppressions = {
  suppression_noReason: 'This suppression gives no reason: “{{text}}”. Write one after a colon, as in {{example}}.',
  suppression_noRule: 'This suppression names no rule: “{{text}}”. Name one before a colon, as in {{example}}.',
  suppression_unknownRule: 'There is no rule “{{name}}” to suppress. Did you mean “{{suggestion}}”?',
  suppression_unknownDirective: 'There is no directive “{{name}}”. Did you mean “{{suggestion}}”?',
  suppression_unused: 'This suppression of {{name}} suppresses nothing. Take it out.',
  baseline_resolved:
    'What the baseline knows of {{name}} in {{file}} is not there any more: “{{text}}”. Take the entry out, for example with “paralign check --prune-baseline”.',
  baseline_gone_one:
    'The baseline knows {{count, number}} finding in {{file}}, which is not there any more. Take it out, for example with “paralign check --prune-baseline”.',
  baseline_gone_other:
    'The baseline knows {{count, number}} findings in {{file}}, which is not there any more. Take them out, for example with “paralign check --prune-baseline”.',
} as const;
