import { isObjectType, objectType } from '../../../model/schema.ts';
import { rewriteAs } from '../../change.ts';
import { FactPath } from '../../first-look/facts.ts';
import type { Rule } from '../../rule.ts';

const isPartial = new FactPath('isPartial');
const includeTypes = new FactPath('options.includeTypes');

export const partialOptions: Rule<'partial-options'> = {
  id: 'partial-options',
  severity: 'information',
  passes: (facts) => facts.valueOf(isPartial) !== false || facts.isEmpty(includeTypes),

  onRecord(record) {
    const node = record.soundAt(isPartial.path);
    if (node?.value !== false) return [];
    const items = record.listAt(includeTypes.path)?.children ?? [];
    const types = new Set(items.map(({ value }) => value).filter(isObjectType));
    const hasAll = objectType.values?.all.every((type) => types.has(type));
    return types.size > 0 && !hasAll ? [{ node, data: {} }] : [];
  },

  message: () => '"isPartial" is false, but "includeTypes" lists only some of the object types.',

  otherFixes: (_data, { node }) => [rewriteAs(node, 'true', 'Change "isPartial" to true')],
};
