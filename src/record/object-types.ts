import { objectType } from './schema.ts';
import { sourceOfUnlisted } from './unlisted-names.ts';

/** Whether a value is the name of an object type, listed in the schema or not. */
export function isObjectType(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return objectType.values?.has(value) || sourceOfUnlisted(objectType.path, value) !== undefined;
}
