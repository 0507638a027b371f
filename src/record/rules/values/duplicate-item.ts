import { quote } from '../../../model/words.ts';
import { remove } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const duplicateItem: Rule<'duplicate-item', { readonly text: string }> = {
  id: 'duplicate-item',
  severity: 'warning',

  onRecord(record) {
    return record.lists.flatMap((list) => {
      const seen = new Set<string>();
      const strings = list.children?.filter(({ type }) => type === 'string') ?? [];
      return strings.flatMap((node) => {
        const isRepeated = seen.has(node.value);
        seen.add(node.value);
        return isRepeated && !record.isFlagged(node) ? [{ node, data: { text: node.value } }] : [];
      });
    });
  },

  message: ({ text }) => `${quote(text)} is already in this list.`,

  losslessFix: (_data, { node }) => remove(node),
};
