import { meantBy } from '../../../json/mojibake.ts';
import { isFreeText } from '../../../model/schema.ts';
import { objectOf, quote } from '../../../model/words.ts';
import { replaceWith } from '../../change.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  readonly path: string;
  /** The text that was meant; undefined if characters are lost. */
  readonly suggestion?: string;
}

export const mojibake: Rule<'mojibake', Data> = {
  id: 'mojibake',
  severity: 'warning',

  onValue(value, definition, record) {
    if (value.type !== 'string' || !isFreeText(definition)) return undefined;
    const { path } = definition;
    if (value.value.includes('\ufffd')) return { path };
    const suggestion = meantBy(value.value);
    // The same text again is a `duplicate-item`, which comes first. With lost characters, it may have been another text.
    return suggestion === undefined || record.isRepeatedItem(value) ? undefined : { path, suggestion };
  },

  message({ path, suggestion }) {
    const consequence = path.endsWith('.includedNames[*]') ? ' As it is, it picks no object.' : '';
    return suggestion === undefined
      ? `Write ${objectOf(path)} anew: U+FFFD stands for a character that was lost in a wrong encoding.${consequence}`
      : `Did you mean ${quote(suggestion)}? It was written as UTF-8, and read as Windows-1252.${consequence}`;
  },

  otherFixes: ({ suggestion }, { node }) => (suggestion === undefined ? [] : [replaceWith(node, suggestion)]),
};
