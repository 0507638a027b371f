import type { Node } from 'jsonc-parser';
import { quote } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';

const includeTypes = 'options.includeTypes';

export const optionNotIncluded: Rule<'option-not-included', { readonly text: string }> = {
  id: 'option-not-included',
  severity: 'warning',
  passes: ({ includeTypes, optionNames }) =>
    !includeTypes || optionNames.every((name) => includeTypes.includes(`"${name}"`)),

  onRecord(record) {
    const items = record.listAt(includeTypes)?.children;
    if (!items) return [];
    const included = new Set(items.map(({ value }) => value));
    const names =
      record.soundAt('options.objectOptions')?.children?.flatMap(({ children }) => children?.[0] ?? []) ?? [];
    return names
      .filter((name) => !record.isFlagged(name) && !included.has(name.value))
      .map((node) => ({ node, data: { text: node.value } }));
  },

  message: ({ text }) => `"includeTypes" does not list ${quote(text)}, so this entry has no effect.`,

  otherFixes({ text }, { record }) {
    const list = record.listAt(includeTypes);
    return list ? [{ title: `Add ${quote(text)} to "includeTypes"`, edits: [insertion(list, text, record.text)] }] : [];
  },
};

/** Adds an item to a list, in the layout of the list. */
function insertion(list: Node, item: string, text: string) {
  const last = list.children?.at(-1);
  const written = JSON.stringify(item);
  if (!last) return { offset: list.offset + 1, length: 0, content: written };
  const content = `,${lineStartBefore(last, text) ?? ' '}${written}`;
  return { offset: last.offset + last.length, length: 0, content };
}

/** The line end and the indentation before a node that starts its line. */
function lineStartBefore({ offset }: Node, text: string): string | undefined {
  return /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0];
}
