import type { Rule } from '../../rule.ts';

export const negativeCount: Rule<'negative-count'> = {
  id: 'negative-count',
  severity: 'warning',

  onValue(value, definition, record) {
    if (definition.path !== 'totalObjectCount') return undefined;
    return record.integerIn(value, definition)?.isNegative ? {} : undefined;
  },

  message: () => '"totalObjectCount" must not be negative.',
};
