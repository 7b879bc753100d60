import { ParalignError } from '../model/errors.ts';

/**
 * A moment as TMX writes it: `20160412T170000Z`.
 *
 * @param date a moment, or ISO 8601 in basic or extended form; without a zone it is UTC, without a time midnight.
 * @throws {ParalignError} `date-invalid`
 */
export function formatTmxDate(date: Date | string): string {
  const moment = typeof date === 'string' ? parseDate(date) : date;
  if (moment === undefined || Number.isNaN(moment.getTime()))
    throw new ParalignError('date-invalid', { text: String(date) });
  return moment.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function parseDate(text: string): Date | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const date = `${year}-${month}-${day}`;
  // A day that the month does not have would roll over into the next.
  if (new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) return undefined;
  return new Date(`${date}T${hour}:${minute}:${second}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`);
}
