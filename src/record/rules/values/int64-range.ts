import { subjectOf } from '../../../model/words.ts';
import { isInt64 } from '../../integer.ts';
import type { Rule } from '../../rule.ts';

export const int64Range: Rule<'int64-range', { readonly path: string }> = {
  id: 'int64-range',
  severity: 'error',

  onValue(value, definition, record) {
    const integer = record.integerIn(value, definition);
    return integer && !isInt64(integer) ? { path: definition.path } : undefined;
  },

  message: ({ path }) => `${subjectOf(path)} is outside the range of a signed 64-bit integer, which the API uses.`,
};
