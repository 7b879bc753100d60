import type { Tmx } from '../tmx/model.ts';

/** A whole memory as a table or as JSON Lines. */
export async function formatUnits(
  { units, ...head }: Tmx,
  format: 'csv' | 'xlsx' | 'jsonl',
): Promise<string | Uint8Array> {
  if (format === 'jsonl') {
    const { writeUnitLines } = await import('../tmx/convert/unit-lines.ts');
    return await textOf(writeUnitLines(head, units));
  }
  const { surveyUnits } = await import('../tmx/convert/table-columns.ts');
  const { columns } = await surveyUnits(units);
  if (format === 'csv')
    return await textOf((await import('../tmx/convert/table.ts')).writeTable(units, { format, columns }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await import('../tmx/convert/xlsx.ts')).writeXlsx(units, { columns })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
