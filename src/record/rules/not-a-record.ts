import type { Node } from 'jsonc-parser';
import { rewriteAs } from '../change.ts';
import { parse } from '../parse.ts';
import { namesOf, propertyValue } from '../powershell.ts';
import { holdsRecords, isKeyedById, isKnown } from '../recognize.ts';
import type { RecordContext } from '../record-values.ts';
import { bracketOf, coveredByFirstLook, type Rule } from '../rule.ts';
import { type FoundType, foundTypeNames } from '../words.ts';

interface Data {
  readonly found: FoundType | 'error response' | 'encoded records' | 'records by id';
  readonly place: RecordContext['place'];
}

export const notARecord: Rule<'not-a-record', Data> = {
  id: 'not-a-record',
  severity: 'error',
  passes: coveredByFirstLook,

  checkItem(item, { context }) {
    const found = foundIn(item, context);
    return found && { node: item, data: { found, place: context.place }, span: bracketOf(item) };
  },

  message({ found, place }) {
    if (found === 'error response') return 'This is an error response of the API, not a backup record.';
    if (found === 'encoded records') return 'This string holds records that were encoded as JSON twice. Decode it.';
    if (found === 'records by id') return 'These records are the properties of an object. Put them into a list.';
    if (found === 'object') return 'None of these properties belongs to a backup record.';
    return `${expected[place]}, not ${foundTypeNames[found]}.`;
  },

  otherFixes({ found, place }, { node }) {
    const decoded = found === 'encoded records' ? decodedRecords(node, place) : undefined;
    return decoded === undefined ? [] : [rewriteAs(node, decoded, 'Decode the string')];
  },
};

const expected: Readonly<Record<RecordContext['place'], string>> = {
  root: 'A BackupResponse file must contain a backup record or a list of them',
  list: 'A list of backup records can contain only objects',
  line: 'A line of JSON Lines holds one record',
};

function foundIn(item: Node, { place, allowed }: RecordContext): Data['found'] | undefined {
  if (item.type !== 'object') {
    return decodedRecords(item, place) === undefined ? (item.type as FoundType) : 'encoded records';
  }
  const names = namesOf(item);
  const hasKnown = names.some((name) => isKnown(name) || allowed.properties.includes(name));
  const isError =
    (names.includes('detailCode') && names.includes('messages')) ||
    (propertyValue(item, 'error')?.type === 'string' && !hasKnown) ||
    (names.length === 1 && names[0] === 'message');
  if (isError) return 'error response';
  if (names.length < 2 || hasKnown) return undefined;
  return isKeyedById(item) ? 'records by id' : 'object';
}

/** The JSON in a string that holds records; undefined if it has none, or if they cannot be put in its place. */
function decodedRecords({ type, value }: Node, place: RecordContext['place']): string | undefined {
  const root = type === 'string' ? parse(value) : undefined;
  return root && holdsRecords(root) && (place === 'root' || root.type === 'object') ? value.trim() : undefined;
}
