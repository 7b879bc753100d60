import type { Messages } from '../../report/messages/index.ts';
import { wrap } from '../../report/wrap.ts';
import type { Context } from '../context.ts';
import type { Diagnosis } from '../doctor.ts';
import { diagnose } from '../doctor.ts';
import { exitCodes } from '../failure.ts';
import { writeStdout } from '../output.ts';
import type { Options } from '../spec.ts';
import { visible, widthOf } from '../terminal.ts';

const signs: Readonly<Record<Diagnosis['state'], string>> = { ok: '✓', note: '·', wrong: '✗' };

/** `paralign doctor`: whether the machine and the project have what the command needs. */
export async function runDoctor(_args: readonly string[], options: Options, context: Context): Promise<number> {
  const [found, messages] = await Promise.all([diagnose(process.cwd(), context), context.messages()]);
  const isWrong = found.some(({ state }) => state === 'wrong');
  if (options.flag('json'))
    await writeStdout(`${JSON.stringify({ diagnoses: found.map(asJson(messages)) }, null, 2)}\n`);
  else {
    const width = widthOf(process.stdout) - 2;
    const lines = found.map(
      (diagnosis) => `${signs[diagnosis.state]} ${wrap(word(diagnosis, messages), width).join('\n  ')}\n`,
    );
    await writeStdout(visible(`${lines.join('')}\n${messages.cli(isWrong ? 'doctor-wrong' : 'doctor-well')}\n`));
  }
  return isWrong ? exitCodes.findings : exitCodes.ok;
}

function asJson(messages: Messages) {
  return (diagnosis: Diagnosis) => ({ ...diagnosis, about: undefined, message: word(diagnosis, messages) });
}

function word({ about, data }: Diagnosis, messages: Messages): string {
  // What a package is for is worded too.
  const use = typeof data['use'] === 'string' ? { use: messages.cli(data['use'] as Diagnosis['about']) } : {};
  return messages.cli(about, { ...data, ...use });
}
