import { keepRecordsOnly, unwrap } from '../../envelope.ts';
import { wrappedList } from '../../powershell.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  /** Whether it is a line of JSON Lines, which cannot hold a list. */
  readonly isLine?: boolean;
}

/** `document/layout.ts` finds the wrapped list of a whole file. */
export const powershellArray: Rule<'powershell-array', Data> = {
  id: 'powershell-array',
  severity: 'error',

  onItem(item, { context }) {
    return context.container === 'line' && wrappedList(item) ? { node: item, data: { isLine: true } } : undefined;
  },

  onValue: (value, { type }) => (type === 'array' && wrappedList(value) ? {} : undefined),

  message: ({ isLine }) =>
    `${isLine ? 'Write one record per line' : 'Keep only the list'}: Windows PowerShell wrapped it in an object, with members such as "Count".`,

  losslessFix({ isLine }, { node, record }) {
    const list = wrappedList(node);
    return list && !isLine ? unwrap(record.text, node, list) : undefined;
  },

  otherFixes({ isLine }, { node, record }) {
    const list = wrappedList(node);
    if (!list || !isLine) return [];
    const title = 'One record per line';
    const { children: records = [] } = list;
    return [
      records.length > 0 ? keepRecordsOnly(record, node, { records }, title) : unwrap(record.text, node, list, title),
    ];
  },
};
