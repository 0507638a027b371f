import { isFreeText } from '../../../model/schema.ts';
import { subjectOf } from '../../../model/words.ts';
import { remove } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const emptyValue: Rule<'empty-value', { readonly path: string }> = {
  id: 'empty-value',
  severity: 'warning',

  onValue: (value, definition) =>
    value.value === '' && !isFreeText(definition) ? { path: definition.path } : undefined,

  message: ({ path }) => `${subjectOf(path)} must not be empty. Leave it out, as the API does.`,

  losslessFix: (_data, { node }) => remove(node),
};
