/** Letters of two scripts that look the same in print. */
function pairs(a: string, b: string): (readonly [string, string])[] {
  const right = [...b];
  return [...a].map((letter, k) => [letter, right[k]!] as const);
}

const cyrillicLatin = pairs('АВЕКМНОРСТУХЅІЈаеорсухѕіјһԁԛԝӏӕӔ', 'ABEKMHOPCTYXSIJaeopcyxsijhdqwlæÆ');
const greekLatin = pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov');
const greekCyrillic = pairs('ΑΒΕΚΜΗΟΡΤΧΦΓΠορ', 'АВЕКМНОРТХФГПор');

function both(
  one: string,
  other: string,
  list: readonly (readonly [string, string])[],
): [string, Map<string, string>][] {
  return [
    [`${one}>${other}`, new Map(list)],
    [`${other}>${one}`, new Map(list.map(([a, b]) => [b, a]))],
  ];
}

const tables: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ...both('Cyrillic', 'Latin', cyrillicLatin),
  ...both('Greek', 'Latin', greekLatin),
  ...both('Greek', 'Cyrillic', greekCyrillic),
]);

/** The letter of a script that looks like the given letter of another; undefined where there is none. */
export function lookAlike(letter: string, from: string, to: string): string | undefined {
  return tables.get(`${from}>${to}`)?.get(letter);
}
