import type { Rule } from '../rule.ts';
import { isObjectType, objectType } from '../schema.ts';

const includeTypes = 'options.includeTypes';

export const partialOptions: Rule<'partial-options'> = {
  id: 'partial-options',
  severity: 'information',
  passes: (facts) => facts.valueAt('isPartial') !== false || facts.isEmpty(includeTypes),

  checkRecord(record) {
    const isPartial = record.soundAt('isPartial');
    if (isPartial?.value !== false) return [];
    const items = record.listAt(includeTypes)?.children ?? [];
    const types = new Set(items.map(({ value }) => value).filter(isObjectType));
    const hasAll = objectType.values?.all.every((type) => types.has(type));
    return types.size > 0 && !hasAll ? [{ node: isPartial, data: {} }] : [];
  },

  message: () => '"isPartial" is false, but "includeTypes" lists only some of the object types.',
};
