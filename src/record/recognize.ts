import type { Node } from 'jsonc-parser';
import { distinctiveNames } from './distinctive-names.ts';
import type { ForeignKind } from './finding.ts';
import { namesOf, propertyValue } from './powershell.ts';
import { record } from './schema.ts';

const telling: ReadonlySet<string> = new Set(distinctiveNames);

/**
 * Whether an object with these names counts as a backup record where nothing but the content can say so: at least
 * two known names (case and separators aside), at least half of all, and one of them telling.
 */
export function countsAsRecord(names: readonly string[]): boolean {
  const known = names.map((name) => record.names?.folded(name)).filter((name) => name !== undefined);
  return known.length >= 2 && known.length * 2 >= names.length && known.some((name) => telling.has(name));
}

/** Which other JSON file of the product an object is; undefined where it is none that we know. */
export function foreignKind(object: Node): ForeignKind | undefined {
  const names = new Set(namesOf(object));
  if (names.has('version') && names.has('objects')) return 'export';
  if (propertyValue(object, 'type')?.value === 'CREATE_DRAFT') return 'draft';
  if (names.has('jobType') && !names.has('jobId')) return 'scheduled action';
  if (names.has('detailCode') && names.has('messages')) return 'API error';
  return undefined;
}
