import type { Node } from 'jsonc-parser';
import { distinctiveNames } from './distinctive-names.ts';
import { namesOf, propertyValue } from './powershell.ts';
import { record } from './schema.ts';

/** What another JSON object of the product is. */
export type ForeignKind = 'export' | 'draft' | 'deploy' | 'SP-Config job' | 'scheduled action' | 'mapping';

const distinctive: ReadonlySet<string> = new Set(distinctiveNames);

/**
 * Whether an object looks like a backup record, for a text that only its content can identify: at least two names are
 * known, apart from case and separators, at least half of all are, one of them is distinctive, and it is not another
 * object of the product.
 */
export function looksLikeRecord(value: Node | undefined): boolean {
  if (value?.type !== 'object') return false;
  const names = namesOf(value);
  const known = names.map((name) => record.names?.folded(name)).filter((name) => name !== undefined);
  const isLikely = known.length >= 2 && known.length * 2 >= names.length && known.some((name) => distinctive.has(name));
  return isLikely && foreignKind(value) === undefined;
}

/** Whether a name is one of a record, apart from case and separators. */
export function isKnown(name: string): boolean {
  return record.names?.folded(name) !== undefined;
}

/** Whether a value is a record, or a list of them, as far as its first item tells. */
export function holdsRecords(value: Node | undefined): boolean {
  return looksLikeRecord(value?.type === 'array' ? value.children?.[0] : value);
}

/** Whether a property holds records. What a record has of its own, such as "options", holds no other record. */
export function isAroundRecords({ children }: Node): boolean {
  return !isKnown(String(children?.[0]?.value)) && holdsRecords(children?.[1]);
}

/**
 * The property of an envelope that holds the records: of an HTTP response, of a page of results, or of such a page in a
 * response.
 * @returns undefined if the object is a record itself, or has none
 */
export function recordsProperty(object: Node): Node | undefined {
  if (looksLikeRecord(object) || isKeyedById(object)) return undefined;
  const properties = object.children ?? [];
  const own = properties.find(isAroundRecords);
  if (own) return own;
  const others = properties.filter(({ children }) => !isKnown(String(children?.[0]?.value)));
  const inner = others.map(({ children }) => children?.[1]).filter((value) => value?.type === 'object');
  return inner.map((value) => value && recordsProperty(value)).find((property) => property !== undefined);
}

/** Whether an object has records by their ids, or by another key: whether it holds several, and nothing else. */
export function isKeyedById({ children = [] }: Node): boolean {
  return children.length > 1 && children.every((property) => looksLikeRecord(property.children?.[1]));
}

/** Names that only a backup has: an object with one of them is no other job, whatever its type says. */
const namesOfBackups: ReadonlySet<string> = new Set([
  'backupType',
  'hydrationStatus',
  'userCanDelete',
  'isPartial',
  'totalObjectCount',
]);

/**
 * Whether an object is certainly a record: whether all its names are spelled as in the schema, and one of them is only a
 * backup's. Nearly all are, and no rule need ask what they are.
 */
export function isPlainlyRecord({ type, children = [] }: Node): boolean {
  if (type !== 'object' || children.length < 2) return false;
  let isBackup = false;
  for (const property of children) {
    const name: string = property.children?.[0]?.value;
    if (!record.names?.has(name)) return false;
    isBackup ||= namesOfBackups.has(name);
  }
  return isBackup;
}

/** The kinds of jobs, by a name that only such a job has, or by its type. */
const jobsByName: ReadonlyMap<string, ForeignKind> = new Map([
  ['sourceBackupId', 'draft'],
  ['approvalStatus', 'draft'],
  ['draftId', 'deploy'],
]);
const jobsByType: ReadonlyMap<unknown, ForeignKind> = new Map([
  ['CREATE_DRAFT', 'draft'],
  ['CONFIG_DEPLOY_DRAFT', 'deploy'],
  ['EXPORT', 'SP-Config job'],
  ['IMPORT', 'SP-Config job'],
]);

/** Whether a string is the type of another job. */
export function isJobType(text: string): boolean {
  return jobsByType.has(text);
}

/** The names that `foreignKind` looks for. */
export const tellingNames: ReadonlySet<string> = new Set([
  ...['self', 'object', 'objects', 'jobType', 'jobId', 'objectMappingId', 'jsonPath', 'targetValue', 'type'],
  ...namesOfBackups,
  ...jobsByName.keys(),
]);

/** Which other JSON object of the product an object is, or a page of them; undefined if it is none that we know. */
export function foreignKind(object: Node): ForeignKind | undefined {
  const names = namesOf(object);
  const has = (name: string): boolean => names.includes(name);
  if ((has('self') && has('object')) || propertyValue(object, 'objects')?.type === 'array') return 'export';
  if (has('jobType') && !has('jobId')) return 'scheduled action';
  if (has('objectMappingId') || (has('jsonPath') && has('targetValue'))) return 'mapping';
  if (names.some((name) => namesOfBackups.has(name))) return undefined;
  const byType = jobsByType.get(propertyValue(object, 'type')?.value);
  const byName = names.map((name) => jobsByName.get(name)).find((kind) => kind !== undefined);
  return byType ?? byName ?? (names.some(isKnown) ? undefined : foreignKindInside(object));
}

/** The kind of what is first in a list that an object has: a page of results has no other list. */
function foreignKindInside(object: Node): ForeignKind | undefined {
  const list = object.children?.map(({ children }) => children?.[1]).find((value) => value?.type === 'array');
  const [first] = list?.children ?? [];
  return first?.type === 'object' ? foreignKind(first) : undefined;
}
