import type { XmlElement } from '../../tmx/model.ts';
import type { ParagraphKind } from '../office/office-blocks.ts';
import { headingOfName, isCaptionName, isTitleName, listDepthOfName } from '../office/style-names.ts';
import { listOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { numberOf } from './properties.ts';
import type { Style } from './styles.ts';

/** What stands for body text among the levels of an outline. */
const BODY = 9;

/**
 * What a paragraph is: by its own level in the outline, by that of its style, by the name of its style, by its list; where none
 * of these says anything, what the place that it stands in makes of it.
 */
export function paragraphKind(
  properties: XmlElement | undefined,
  style: Style,
  numbering: Numbering,
  around: ParagraphKind,
): ParagraphKind {
  if (style.names.some((name) => /^(?:toc|contents|index) ?\d$/.test(name))) return { ...around, isGenerated: true };
  const outline = numberOf(properties, 'w:outlineLvl') ?? style.outlineLevel;
  if (outline !== undefined && outline < BODY) return { kind: 'heading', level: outline + 1 };
  if (style.names.some(isTitleName)) return { kind: 'heading', level: 1, isTitle: true };
  const heading = outline === undefined ? firstOf(style.names, headingOfName) : undefined;
  if (heading !== undefined) return { kind: 'heading', level: heading };
  if (style.names.some(isCaptionName)) return { kind: 'caption' };
  const own = listOf(properties);
  const list = own.list ?? style.list ?? 0;
  const level = own.level ?? style.listLevel ?? numbering.levelOfStyle(list, style.ids);
  if (list === 0 || !numbering.isSeen(list, level)) return around;
  // Lists of Word's own styles have one level each, and stand as deep as they are called.
  const depth = own.list === undefined ? (firstOf(style.names, listDepthOfName) ?? 0) : 0;
  return { kind: 'list-item', level: Math.max(level, depth) + 1 };
}

function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
