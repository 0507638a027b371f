import { wrappedList } from '../powershell.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { unwrap } from '../unwrap.ts';

/** `document/check.ts` reports it too, for a whole file. */
export const powershellArray: Rule<'powershell-array'> = {
  id: 'powershell-array',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue: (value, { type }) => (type === 'array' && wrappedList(value) ? {} : undefined),

  message: () => 'Windows PowerShell wrapped this list in an object with "value" and "Count". Keep only the list.',

  losslessFix(_data, { node, record }) {
    const list = wrappedList(node);
    return list && unwrap(record.text, node, list);
  },
};
