// Every control character, and those that a terminal may take for the end of a line.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
// A colour or weight as our own reports set them; nothing else that starts with an escape character.
const colours = /(\u001b\[[0-9;]*m)/;

/**
 * The text with its control characters made visible (`␛` for escape), so that a terminal shows them and does not obey
 * them: a text under test could otherwise move the cursor, clear the screen or set the window's title.
 *
 * Line feeds and tabs stay.
 *
 * @param keepColours whether escape sequences that set a colour stay too.
 */
export function visible(text: string, keepColours = false): string {
  const show = (part: string): string =>
    part.replace(controls, (char) => (char === '\n' || char === '\t' ? char : picture(char)));
  if (!keepColours) return show(text);
  return text
    .split(colours)
    .map((part, k) => (k % 2 === 0 ? show(part) : part))
    .join('');
}

function picture(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '\ufffd';
}

/** What is known of a stream that people may read. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether to colour what goes to the stream, by the conventions of NO_COLOR and FORCE_COLOR. */
export function usesColour(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** The width to wrap text at, in columns: the terminal's up to 100, 80 where there is none. */
export function widthOf(stream: Stream): number {
  return Math.max(40, Math.min(stream.columns || 80, 100));
}
