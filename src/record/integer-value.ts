import type { Node } from 'jsonc-parser';
import { type IntegerLiteral, parseInteger } from './integer.ts';
import type { RecordValues } from './record-values.ts';
import type { Definition } from './schema.ts';

/** The integer that a value is, where the schema wants one; undefined for everything else. */
export function integerIn(value: Node, { type }: Definition, record: RecordValues): IntegerLiteral | undefined {
  return type === 'integer' && value.type === 'number' ? parseInteger(record.literalOf(value)) : undefined;
}
