import { fillTemplate } from '../../model/errors.ts';
import type { XmlPlace } from '../scan.ts';
import type { TmxProblem } from '../problem.ts';

/**
 * Every rule that a TMX file is held to: how bad it is to break it, and what is said then. `{{name}}` stands for a value.
 *
 * `xml-…` is what XML 1.0 demands, `dtd-…` what the document type of the file's version does; what follows them stands in
 * the text of TMX 1.4b, or is good practice there.
 */
export const tmxRules = {
  'xml-ampersand': ['error', 'A bare “&” must be written “&amp;”.'],
  'xml-attribute': [
    'error',
    'The tag <{{element}}> has “{{text}}” where an attribute with its value, or “>”, must stand.',
  ],
  'xml-attribute-less-than': ['error', '“<” in the attribute “{{attribute}}” of <{{element}}> must be written “&lt;”.'],
  'xml-attribute-twice': ['error', '<{{element}}> has the attribute “{{attribute}}” twice.'],
  'xml-brackets': ['error', '“]]>” must be written “]]&gt;”.'],
  'xml-bytes': ['error', 'The bytes at offset {{offset}} are not {{encoding}}..'],
  'xml-character': ['error', 'The character {{character}} is not allowed in XML 1.0.'],
  'xml-comment': ['error', 'A comment must not contain “--”.'],
  'xml-declaration': [
    'error',
    'The XML declaration must be the very first thing in the file, and read: <?xml version="1.0" encoding="UTF-8"?>',
  ],
  'xml-doctype': [
    'error',
    'The document type must stand once, before the root element, and read: <!DOCTYPE tmx SYSTEM "tmx14.dtd">',
  ],
  'xml-end-tag': [
    'error',
    '</{{element}}> stands where </{{expected}}> must stand, for the <{{expected}}> of line {{start}}.',
  ],
  'xml-end-tag-stray': ['error', '</{{element}}> ends nothing: no such element is open.'],
  'xml-entity': ['error', 'XML does not know the entity “&{{name}};”. Write the character itself.'],
  'xml-gzip': ['error', 'The compressed data are damaged or cut short here.'],
  'xml-instruction': ['error', 'A processing instruction has no name.'],
  'xml-less-than': ['error', 'A bare “<” must be written “&lt;”.'],
  'xml-outside': ['error', 'There is text outside the root element: “{{text}}”'],
  'xml-reference': ['error', '“{{text}}” stands for a character that XML 1.0 does not allow.'],
  'xml-root-twice': ['error', '<{{element}}> stands after the root element.'],
  'xml-unclosed': ['error', 'The file ends inside <{{element}}>, which starts in line {{start}}.'],
  'xml-unfinished': ['error', 'What begins with “{{text}}” has no end.'],

  'dtd-attribute': ['error', 'TMX {{version}} knows no attribute “{{attribute}}” of <{{element}}>.'],
  'dtd-attribute-missing': ['error', '<{{element}}> lacks the attribute “{{attribute}}”.'],
  'dtd-child': ['error', '<{{element}}> must not stand in <{{parent}}>.'],
  'dtd-element': ['error', 'TMX {{version}} knows no element <{{element}}>.'],
  'dtd-empty': ['error', '<{{element}}> must be empty.'],
  'dtd-missing': ['error', '<{{parent}}> lacks a <{{element}}>.'],
  'dtd-order': ['error', '<{{element}}> must stand before <{{before}}>.'],
  'dtd-repeated': ['error', 'There must be only one <{{element}}> in a <{{parent}}>.'],
  'dtd-text': ['error', 'Text must not stand directly in <{{parent}}>: “{{text}}”'],
  'dtd-value': [
    'error',
    '“{{value}}” is no value of “{{attribute}}” of <{{element}}>. It must be one of: {{expected}}.',
  ],
  'dtd-version': ['error', '“{{value}}” is no version of TMX. Write 1.4, which is also that of TMX 1.4b.'],

  'assoc-value': [
    'error',
    '“{{value}}” is no value of “assoc”. It must be p (the text before), f (after) or b (both).',
  ],
  'code-end-twice': ['error', 'Two <ept> in this segment have i="{{i}}".'],
  'code-i-twice': ['error', 'Two <bpt> in this segment have i="{{i}}".'],
  'code-order': ['error', '<ept i="{{i}}"> stands before its <bpt>.'],
  'code-unclosed': [
    'error',
    '<bpt i="{{i}}"> has no <ept> in this segment. If its end is in another one, write <it pos="begin">.',
  ],
  'code-unopened': [
    'error',
    '<ept i="{{i}}"> has no <bpt> in this segment. If its beginning is in another one, write <it pos="end">.',
  ],
  'count-number': ['error', '“{{value}}” of “{{attribute}}” is not a whole number.'],
  'date-invalid': ['error', '“{{value}}” of “{{attribute}}” is no date. Write it as 20160412T170000Z.'],
  'language-tag': ['error', '“{{value}}” of “{{attribute}}” is no language tag. Write one of BCP 47, such as en-GB.'],
  'map-base': ['error', '<map> has “code”, but its <ude> has no “base” that says of which encoding.'],
  'map-target': ['error', '<map> has none of “code”, “ent” and “subst”.'],
  'map-value': ['error', '“{{value}}” of “{{attribute}}” of <map> is no number in hexadecimal. Write it as #xF8FF.'],
  'source-variant': ['error', 'No variant is in the source language, {{value}}.'],
  'tuid-space': ['error', 'The tuid “{{value}}” has white space in it.'],

  'date-format': ['warning', '“{{value}}” of “{{attribute}}” is a date, but not as TMX writes it: 20160412T170000Z.'],
  'language-unknown': ['warning', 'The language “{{value}}” of “{{attribute}}” is not known. Is it a slip?'],
  'map-ascii': ['warning', '“{{attribute}}” of <map> has characters beyond ASCII.'],
  namespace: [
    'warning',
    'The attribute “{{attribute}}” declares a namespace, which the document type of TMX does not know.',
  ],
  'seg-empty': ['warning', 'The segment in {{lang}} is empty.'],
  'source-region': ['warning', 'No variant is in the source language, {{value}}, but one is in {{lang}}.'],
  'ut-deprecated': ['warning', '<ut> is deprecated. Write <bpt> and <ept>, <it> or <ph>.'],
  'variant-twice': ['warning', 'Two variants of this unit are in {{lang}}.'],
  'version-missing': ['warning', 'The file does not say which version of TMX it is. It is read as 1.4.'],
  'x-match': ['warning', '<{{element}}> with x="{{x}}" has no counterpart in the variant in {{lang}}.'],
  'x-twice': ['warning', 'Two <{{element}}> in this segment have x="{{x}}".'],

  'it-pair': ['info', 'Both ends of this code stand in the segment. Write <bpt> and <ept> instead of two <it>.'],
  'lang-deprecated': ['info', 'The attribute “lang” is deprecated. Write “xml:lang”.'],
  'prop-type': [
    'info',
    'The prop type “{{value}}” does not begin with “x-”, as one must that its tool has not published.',
  ],
  'seg-space': ['info', 'The segment in {{lang}} begins or ends with white space, which becomes part of the text.'],
  'variant-single': ['info', 'This unit has one variant only.'],
} as const;

/** The id of a rule. */
export type TmxRuleId = keyof typeof tmxRules;

/** What a message is about, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** The English template of each rule's message, for a catalogue. */
export const tmxProblemTemplates: Readonly<Record<TmxRuleId, string>> = Object.fromEntries(
  Object.entries(tmxRules).map(([rule, [, template]]) => [rule, template]),
) as Record<TmxRuleId, string>;

/** Makes a problem of what a rule saw. */
export function toProblem(rule: TmxRuleId, { line, column }: XmlPlace, values: Values, tuid?: string): TmxProblem {
  const [severity, template]: readonly [TmxProblem['severity'], string] = tmxRules[rule];
  return {
    rule,
    severity,
    line,
    column,
    ...(tuid !== undefined && { tuid }),
    message: fillTemplate(template, values),
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** A text on one line and so short that it can be quoted. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
