import { pluralForm } from '../../align/resources/plural-form.ts';
import type { ResourceDocument } from '../../align/resources/resource-keys.ts';
import { findNestings } from '../i18next-text.ts';
import type { Nesting } from '../i18next-text.ts';
import { partSpot, resourcesOf, textPairings } from '../resources.ts';
import type { CheckContext, Rule } from '../rule.ts';

/**
 * Reports `$t(key)` in a translation whose key its resources do not have (`kind` is `unknown`), and such that the source has
 * and the translation does not (`lost`).
 *
 * A key without a namespace is looked for in the resource itself; one with a namespace, in those that were given as
 * `namespaces`, and not at all where it is none of them. A key that the source takes from elsewhere too is left alone.
 *
 * @example ok
 * en-GB: {"name": "The programme", "about": "About $t(name), $t(legal:year)"}
 * ru-RU: {"name": "Программа", "about": "$t(name): сведения, $t(legal:year)"}
 *
 * @example bad
 * en-GB: {"name": "The programme", "about": "About $t(name)"}
 * ru-RU: {"name": "Программа", "about": "Сведения: $t(nmae)"}
 * -> target block 1 10-18 i18next-nesting {"kind":"unknown","actual":"$t(nmae)"}
 *
 * @example bad
 * en-GB: {"name": "The programme", "about": "About $t(name)"}
 * ru-RU: {"name": "Программа", "about": "Сведения о программе"}
 * -> source block 1 6-14 i18next-nesting {"kind":"lost","expected":"$t(name)"}
 */
export const i18nextNesting: Rule = {
  id: 'i18next-nesting',
  severity: 'error',
  check: (context, report) => {
    const resources = resourcesOf(context);
    if (resources === undefined) return;
    const { resource } = resources.source;
    const has = keyLookup(context, resources.target);
    for (const { source, target, forms } of textPairings(context)) {
      const there = findNestings(target.block.text, resource);
      const here = findNestings(source.block.text, resource);
      const inForms = forms.flatMap(({ block }) => findNestings(block.text, resource));
      const unknown = there.filter((one) => !has(one) && !inForms.some((other) => isSame(one, other)));
      const lost = here.filter((one) => !there.some((other) => isSame(one, other)));
      for (const actual of unknown)
        report({
          // What it stands for, most likely.
          source: partSpot(source, lost.shift()),
          target: partSpot(target, actual),
          data: { kind: 'unknown', actual: actual.text },
        });
      for (const expected of lost)
        report({
          source: partSpot(source, expected),
          target: partSpot(target),
          data: { kind: 'lost', expected: expected.text },
        });
    }
  },
};

function isSame(a: Nesting, b: Nesting): boolean {
  return a.key === b.key && a.namespace === b.namespace;
}

/** Tells whether there is a text for a nested key. Forms for counts and contexts count for their key. */
function keyLookup(context: CheckContext, target: ResourceDocument): (nesting: Nesting) => boolean {
  const byNamespace = new Map<string | undefined, Set<string>>([[undefined, keysOf(target)]]);
  for (const { resource, blocks } of context.namespaces)
    if (resource !== undefined)
      byNamespace.set(
        resource.namespace,
        keysOf({ resource, texts: new Map(blocks.map((block) => [block.id, block])) }),
      );
  byNamespace.set(target.resource.namespace, byNamespace.get(undefined)!);
  return ({ key, namespace }) => byNamespace.get(namespace)?.has(key) ?? true;
}

function keysOf({
  texts,
  resource: { separators },
}: Pick<ResourceDocument, 'resource'> & { readonly texts: ReadonlyMap<string, unknown> }): Set<string> {
  const keys = new Set<string>();
  for (const id of texts.keys()) {
    const base = pluralForm(id, separators)?.base;
    for (const key of base === undefined ? [id] : [id, base]) {
      keys.add(key);
      const sign = separators.context;
      if (sign === false || sign === '') continue;
      for (let end = key.indexOf(sign); end > 0; end = key.indexOf(sign, end + 1)) keys.add(key.slice(0, end));
    }
  }
  return keys;
}
