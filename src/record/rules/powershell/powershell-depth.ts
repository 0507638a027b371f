import type { Node } from 'jsonc-parser';
import { type Definition, objectType, record } from '../../../model/schema.ts';
import { objectOf } from '../../../model/words.ts';
import { changeToList } from '../../change.ts';
import { isCutOff, joinedTypes, wrappedValue } from '../../powershell.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  readonly path: string;
  /** The object types of a list that was joined into a string. */
  readonly types?: readonly string[];
}

export const powershellDepth: Rule<'powershell-depth', Data> = {
  id: 'powershell-depth',
  severity: 'error',

  onItem: (item) => (isText(item) && isCutOff(item.value) ? { node: item, data: { path: record.path } } : undefined),

  onValue(value, definition) {
    const { path, type } = definition;
    if (type === 'array') return checkList(value, definition);
    return type === 'object' && isText(value) && isCutOff(value.value) ? { path } : undefined;
  },

  message: ({ path, types }) =>
    types
      ? 'Make this a list again: PowerShell joined it into a string. "ConvertTo-Json -Depth 10" avoids that.'
      : `Export again, with "-Depth 10" if you use ConvertTo-Json: PowerShell wrote this text in place of ${objectOf(path)}, of which nothing else is left.`,

  losslessFix: ({ types }, { node }) => types && changeToList(node, types),
};

function checkList(value: Node, { path, items }: Definition): Data | undefined {
  const wrapped = wrappedValue(value);
  const cut = wrapped ?? value;
  if (!isText(cut)) return undefined;
  const types = items === objectType ? joinedTypes(cut.value, / +/) : undefined;
  if (types && (types.length > 1 || wrapped)) return { path, types };
  // Names may contain spaces, so a list of them cannot be restored.
  return isCutOff(cut.value) || (wrapped && items !== objectType) ? { path } : undefined;
}

function isText(node: Node): boolean {
  return node.type === 'string';
}
