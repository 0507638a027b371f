import { remove } from '../change.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { subjectOf } from '../words.ts';

export const emptyValue: Rule<'empty-value', { readonly path: string }> = {
  id: 'empty-value',
  severity: 'warning',
  passes: coveredByFirstLook,

  checkValue(value, { path, type, values, format }) {
    const isFreeText = type === 'string' && !values && format !== 'date-time' && path !== 'jobId';
    return value.value === '' && !isFreeText ? { path } : undefined;
  },

  message: ({ path }) => `${subjectOf(path)} must not be empty. Leave it out, as the API does.`,

  losslessFix: (_data, { node }) => remove(node),
};
