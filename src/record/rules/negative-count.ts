import { integerIn } from '../integer-value.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';

export const negativeCount: Rule<'negative-count'> = {
  id: 'negative-count',
  severity: 'warning',
  passes: coveredByFirstLook,

  checkValue(value, definition, record) {
    if (definition.path !== 'totalObjectCount') return undefined;
    return integerIn(value, definition, record)?.isNegative ? {} : undefined;
  },

  message: () => '"totalObjectCount" must not be negative.',
};
