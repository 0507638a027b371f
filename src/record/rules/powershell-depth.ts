import { changeToList } from '../change.ts';
import { flattenedTypes, isCutOff } from '../powershell.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { objectOf } from '../words.ts';

interface Data {
  readonly path: string;
  /** The object types of a list that was joined into a string. */
  readonly types?: readonly string[];
}

/** `document/check.ts` reports it too, for what is left of a whole record. */
export const powershellDepth: Rule<'powershell-depth', Data> = {
  id: 'powershell-depth',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue(value, { path, type }, { context }) {
    if (value.type !== 'string' || (type !== 'object' && type !== 'array')) return undefined;
    const types = context.isInList && path === 'options.includeTypes' ? flattenedTypes(value.value) : undefined;
    if (types) return { path, types };
    return isCutOff(value.value) ? { path } : undefined;
  },

  message: ({ path, types }) =>
    types
      ? 'ConvertTo-Json flattened this list into a string. The fix restores it; export with "-Depth 10" to avoid this.'
      : `ConvertTo-Json left only this text of ${objectOf(path)}, and the data is gone. Export again with "ConvertTo-Json -Depth 10".`,

  losslessFix: ({ types }, { node }) => types && changeToList(node, types),
};
