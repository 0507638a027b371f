import { isSafe } from '../../integer.ts';
import type { Rule } from '../../rule.ts';

export const unsafeInteger: Rule<'unsafe-integer'> = {
  id: 'unsafe-integer',
  severity: 'information',

  onValue(value, definition, record) {
    const integer = record.integerIn(value, definition);
    return integer && !isSafe(integer) ? {} : undefined;
  },

  message: () =>
    'This integer is beyond 2^53 - 1. JavaScript and other tools that read numbers as doubles will round it.',
};
