import type { Locale } from '../../model/locale.ts';
import { readingsOf } from '../../read/pairing/locale-in-path.ts';
import type { PathReading } from '../../read/pairing/locale-in-path.ts';
import { folderElsewhere } from '../../read/pairing/plain-path.ts';
import { localeOfTag } from '../file-locale.ts';

/** Where in a path the locale stands. */
export interface DocumentPlace {
  readonly locale: Locale;
  /** The path with `{locale}` in its place. */
  readonly key: string;
  /** A pattern that finds it and what is like it. */
  readonly pattern: string;
}

/** All the ways in which a path may carry a locale that a config can say. */
export function placesOf(file: string): DocumentPlace[] {
  const readings = readingsOf(file).filter(({ tag }) => localeOfTag(tag) !== undefined);
  return readings
    .filter((reading) => !readings.some((other) => other !== reading && isIn(reading, other)))
    .flatMap(({ locale, key }): DocumentPlace[] => {
      const pattern = patternOf(key);
      return pattern === undefined ? [] : [{ locale, key, pattern }];
    });
}

/** Whether a locale is a part of a longer one, as `BR` is of `pt-BR`. */
function isIn(reading: PathReading, other: PathReading): boolean {
  if (other.tag.length <= reading.tag.length) return false;
  return other.at <= reading.at && other.at + other.tag.length >= reading.at + reading.tag.length;
}

function patternOf(key: string): string | undefined {
  const steps = key.split('/');
  const name = steps.pop()!;
  const [, ending = ''] = /\.([^.]+)$/.exec(name) ?? [];
  const at = steps.indexOf('{locale}');
  const [, after] = /^.+([._-]\{locale\}\.[^.]+)$/.exec(name) ?? [];
  if (at !== -1) {
    const folder = folderElsewhere(key) ?? `${steps.slice(0, at + 1).join('/')}/`;
    return `${folder}**/*${after ?? `.${ending}`}`;
  }
  if (name === `{locale}.${ending}`) return key;
  // Below the first folder, so that documents of many folders are one pattern.
  const top = steps.slice(0, 1);
  const [, before] = /^(\{locale\}[._-])[^{]+$/.exec(name) ?? [];
  if (after !== undefined) return [...top, '**', `*${after}`].join('/');
  return before === undefined ? undefined : [...top, '**', `${before}*.${ending}`].join('/');
}
