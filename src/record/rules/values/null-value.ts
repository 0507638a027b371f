import { subjectOf } from '../../../model/words.ts';
import { remove } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const nullValue: Rule<'null-value', { readonly path: string }> = {
  id: 'null-value',
  severity: 'warning',

  onValue: ({ type }, { path, isNullable }) => (type === 'null' && !isNullable ? { path } : undefined),

  message: ({ path }) => `${subjectOf(path)} must not be null; only "options" can be. Leave it out, as the API does.`,

  losslessFix: (_data, { node }) => remove(node),
};
