import { isObjectType, objectType } from '../../../model/schema.ts';
import { rewriteAs } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const partialOptions: Rule<'partial-options'> = {
  id: 'partial-options',
  severity: 'information',
  passes: ({ isPartial, includeTypes }) => isPartial !== 'false' || !includeTypes?.includes('"'),

  onRecord(record) {
    const node = record.soundAt('isPartial');
    if (node?.value !== false) return [];
    const items = record.listAt('options.includeTypes')?.children ?? [];
    const types = new Set(items.map(({ value }) => value).filter(isObjectType));
    const hasAll = objectType.values?.all.every((type) => types.has(type));
    return types.size > 0 && !hasAll ? [{ node, data: {} }] : [];
  },

  message: () => '"isPartial" is false, but "includeTypes" lists only some of the object types.',

  otherFixes: (_data, { node }) => [rewriteAs(node, 'true', 'Change "isPartial" to true')],
};
