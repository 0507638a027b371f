import type { JSONPath } from 'jsonc-parser';
import { type Definition, record } from '../model/schema.ts';

/** The definition at a path in a record; undefined if the schema does not know it. */
export function definitionAt(path: JSONPath): Definition | undefined {
  return path.reduce<Definition | undefined>(
    (at, step) => (typeof step === 'number' ? at?.items : at?.names && at.property(step)),
    record,
  );
}
