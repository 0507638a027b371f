import type { Node } from 'jsonc-parser';
import { distinctiveNames } from './distinctive-names.ts';
import { namesOf, propertyValue } from './powershell.ts';
import type { ForeignKind } from './rules/foreign-file.ts';
import { record } from './schema.ts';

const distinctive: ReadonlySet<string> = new Set(distinctiveNames);

/**
 * Whether an object with these names looks like a backup record, for a file that only its content can identify: at least
 * two names are known, apart from case and separators, at least half of all are, and one of them is distinctive.
 */
export function looksLikeRecord(names: readonly string[]): boolean {
  const known = names.map((name) => record.names?.folded(name)).filter((name) => name !== undefined);
  return known.length >= 2 && known.length * 2 >= names.length && known.some((name) => distinctive.has(name));
}

/** Which other JSON file of the product an object is; undefined if it is not one that we know. */
export function foreignKind(object: Node): ForeignKind | undefined {
  const names = new Set(namesOf(object));
  if (names.has('version') && names.has('objects')) return 'export';
  if (propertyValue(object, 'type')?.value === 'CREATE_DRAFT') return 'draft';
  if (names.has('jobType') && !names.has('jobId')) return 'scheduled action';
  if (names.has('detailCode') && names.has('messages')) return 'API error';
  return undefined;
}
