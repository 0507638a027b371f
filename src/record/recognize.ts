import type { Node } from 'jsonc-parser';
import { keysOf, valueAt } from '../json/node.ts';
import { distinctiveNames } from '../model/distinctive-names.ts';
import { definition, record } from '../model/schema.ts';
import { suggestName } from './did-you-mean.ts';
import { propertyNames } from './property-name.ts';
import type { RecordValues } from './record-values.ts';

/** The kinds of the product's other JSON objects. */
export type ForeignKind = 'export' | 'draft' | 'deploy' | 'SP-Config job' | 'scheduled action' | 'mapping';

const distinctive: ReadonlySet<string> = new Set(distinctiveNames);

/**
 * Whether an object in a file that is ours looks like a backup record: at least two names are known, apart from case and
 * separators, at least half of all are, one of them is distinctive, and it is not another object of the product.
 */
export function looksLikeRecord(value: Node | undefined): boolean {
  if (value?.type !== 'object') return false;
  const names = keysOf(value);
  const known = names.map((name) => record.names?.folded(name)).filter((name) => name !== undefined);
  const isLikely = known.length >= 2 && known.length * 2 >= names.length && known.some((name) => distinctive.has(name));
  return isLikely && foreignKind(value) === undefined;
}

/** Names that only a backup record has: one of them is evidence of it. */
const evidentNames: ReadonlySet<string | undefined> = new Set([
  'requesterName',
  'userCanDelete',
  'hydrationStatus',
  'cloudStorageStatus',
  'totalObjectCount',
]);

/**
 * Whether an object is certainly a backup record, wherever it stands. Many programs write jobs with an id, a status, a
 * type and times, so this asks for evidence that only a backup has. It decides which files are ours by their content.
 */
export function isCertainlyRecord(value: Node | undefined): boolean {
  return value !== undefined && looksLikeRecord(value) && hasEvidence(value);
}

function hasEvidence(object: Node): boolean {
  const names = keysOf(object);
  if (names.some((name) => evidentNames.has(record.names?.folded(name)))) return true;
  if (valueAt(object, 'type')?.value === 'BACKUP') return true;
  if (definition('backupType').values?.has(valueAt(object, 'backupType')?.value)) return true;
  const options = valueAt(object, 'options');
  if (options?.type === 'object' && keysOf(options).some((name) => name === 'includeTypes' || name === 'objectOptions'))
    return true;
  const has = (name: string): boolean => names.includes(name);
  return has('jobId') && (has('fileExists') || has('isPartial')) && names.every(isKnown);
}

/** Whether a name is one of a record, apart from case and separators. */
export function isKnown(name: string): boolean {
  return record.names?.folded(name) !== undefined;
}

/**
 * The properties that make an object in a file that is ours a record: those with a known name, or one that the user
 * allows; without any, those whose names are misspelled.
 */
export function propertiesOfRecord(object: Node, values: RecordValues): readonly Node[] {
  const { properties } = values.context.allowed;
  const known = (object.children ?? []).filter(({ children }) => {
    const name = String(children?.[0]?.value);
    return isKnown(name) || properties.includes(name);
  });
  if (known.length > 0) return known;
  const misspelled = propertyNames(object, record).filter((name) => suggestName(name, values));
  return misspelled.flatMap(({ node }) => node.parent ?? []);
}

/** Names that only a backup has: an object with one of them is not another job, even if its type says so. */
const namesOfBackups: ReadonlySet<string> = new Set([
  'backupType',
  'hydrationStatus',
  'userCanDelete',
  'isPartial',
  'totalObjectCount',
]);

/**
 * Whether an object is certainly a record: whether all its names are spelled as in the schema, and one of them is only a
 * backup's. Nearly all are, so no rule is asked whether they are records.
 */
export function isUnmistakableRecord({ type, children = [] }: Node): boolean {
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
  const names = keysOf(object);
  const has = (name: string): boolean => names.includes(name);
  if ((has('self') && has('object')) || valueAt(object, 'objects')?.type === 'array') return 'export';
  if (has('jobType') && !has('jobId')) return 'scheduled action';
  if (has('objectMappingId') || (has('jsonPath') && has('targetValue'))) return 'mapping';
  if (names.some((name) => namesOfBackups.has(name))) return undefined;
  const byType = jobsByType.get(valueAt(object, 'type')?.value);
  const byName = names.map((name) => jobsByName.get(name)).find((kind) => kind !== undefined);
  return byType ?? byName ?? (names.some(isKnown) ? undefined : foreignKindInside(object));
}

/** The kind of the first item in an object's list: a page of results has no other list. */
function foreignKindInside(object: Node): ForeignKind | undefined {
  const list = object.children?.map(({ children }) => children?.[1]).find((value) => value?.type === 'array');
  const [first] = list?.children ?? [];
  return first?.type === 'object' ? foreignKind(first) : undefined;
}
