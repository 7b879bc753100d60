import type { Severity } from '../model/finding.ts';

/** Sets a text in a style, where colour is wanted. */
export type Paint = (style: Style, text: string) => string;

export type Style = keyof typeof styles;

/** The numbers by which ANSI escape sequences (ECMA-48, SGR) switch a style on and off. */
const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39] } as const;

export const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** What colours a text, or leaves it as it is. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => (text === '' ? '' : `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m`);
}
