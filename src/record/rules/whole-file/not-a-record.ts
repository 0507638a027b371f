import type { Node } from 'jsonc-parser';
import { keysOf, valueAt } from '../../../json/node.ts';
import { type FoundType, foundTypeNames } from '../../../model/words.ts';
import { rewriteAs } from '../../change.ts';
import { holdsRecords, isKeyedById } from '../../envelope.ts';
import { parse } from '../../parse/parse.ts';
import { isKnown, propertiesOfRecord } from '../../recognize.ts';
import type { RecordContext, RecordValues } from '../../record-values.ts';
import { bracketOf, type Rule } from '../../rule.ts';

interface Data {
  readonly found: FoundType | 'error response' | 'encoded records' | 'records by id';
  readonly container: RecordContext['container'];
}

export const notARecord: Rule<'not-a-record', Data> = {
  id: 'not-a-record',
  severity: 'error',

  onItem(item, values) {
    const found = foundIn(item, values);
    return found && { node: item, data: { found, container: values.context.container }, span: bracketOf(item) };
  },

  message({ found, container }) {
    if (found === 'error response') return 'This is an error response of the API, not a backup record.';
    if (found === 'encoded records') return 'This string holds records that were encoded as JSON twice. Decode it.';
    if (found === 'records by id') return 'These records are the properties of an object. Put them into a list.';
    if (found === 'object') return 'This object is not a backup record: it has none of the properties of one.';
    return `${expected[container]}, not ${foundTypeNames[found]}.`;
  },

  otherFixes({ found, container }, { node }) {
    const decoded = found === 'encoded records' ? decodedRecords(node, container) : undefined;
    return decoded === undefined ? [] : [rewriteAs(node, decoded, 'Decode the string')];
  },
};

const expected: Readonly<Record<RecordContext['container'], string>> = {
  root: 'A BackupResponse file must contain a backup record or a list of them',
  list: 'A list of backup records can contain only objects',
  line: 'A line of JSON Lines holds one record',
};

function foundIn(item: Node, values: RecordValues): Data['found'] | undefined {
  const { container } = values.context;
  if (item.type !== 'object') {
    return decodedRecords(item, container) === undefined ? (item.type as FoundType) : 'encoded records';
  }
  const names = keysOf(item);
  const isRecord = names.length === 0 || propertiesOfRecord(item, values).length > 0;
  const isError =
    (names.includes('detailCode') && names.includes('messages')) ||
    (valueAt(item, 'error')?.type === 'string' && !names.some(isKnown)) ||
    (names.length === 1 && names[0] === 'message');
  if (isError) return 'error response';
  if (isRecord) return undefined;
  return isKeyedById(item) ? 'records by id' : 'object';
}

/** The JSON in a string that holds records; undefined if it has none, or if they cannot replace it. */
function decodedRecords({ type, value }: Node, container: RecordContext['container']): string | undefined {
  const root = type === 'string' ? parse(value) : undefined;
  return root && holdsRecords(root) && (container === 'root' || root.type === 'object') ? value.trim() : undefined;
}
