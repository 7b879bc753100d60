import type { Messages } from '../report/messages/index.ts';

/** What a command needs to know of the world around it. */
export interface Context {
  readonly env: NodeJS.ProcessEnv;
  /** What `--ui-locale` asks for. */
  readonly uiLocale: string | undefined;
  /** The words in the reader's language, loaded when they are first needed. */
  messages(): Promise<Messages>;
}

export function createContext(env: NodeJS.ProcessEnv, uiLocale: string | undefined): Context {
  let messages: Promise<Messages> | undefined;
  return {
    env,
    uiLocale,
    messages: () => (messages ??= loadMessages(env, uiLocale)),
  };
}

async function loadMessages(env: NodeJS.ProcessEnv, uiLocale: string | undefined): Promise<Messages> {
  const { createMessages, resolveUiLocale } = await import('../report/messages/index.ts');
  // As POSIX has it, the first of these that is set is the one that counts.
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return createMessages(resolveUiLocale(uiLocale, posix));
}

/** What stands after `--ui-locale`; read before everything else, since a mistake in the rest has to be told in words. */
export function uiLocaleOf(argv: readonly string[]): string | undefined {
  let wanted: string | undefined;
  for (const [k, arg] of argv.entries()) {
    if (arg === '--') break;
    if (arg === '--ui-locale') wanted = argv[k + 1];
    else if (arg.startsWith('--ui-locale=')) wanted = arg.slice('--ui-locale='.length);
  }
  return wanted;
}
