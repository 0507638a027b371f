import assert from 'node:assert/strict';
import { checkText } from '../../src/document/check.ts';
import { Fixer } from '../../src/document/fix.ts';
import { checkedLayoutOf, layoutOf } from '../../src/document/layout.ts';
import { syntaxOfLine } from '../../src/document/syntax.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { type CheckedFile, checkFile } from '../../src/files/check-file.ts';
import { encode } from '../../src/files/encoding.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { checkItem } from '../../src/record/check.ts';
import type { Finding } from '../../src/record/finding.ts';
import { parse } from '../../src/record/parse/parse.ts';

/** The findings of a text, as `rule flagged-text`, in the order of the text. */
export function found(text: string, format?: Format): string[] {
  return findingsOf(text, format).map(({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`);
}

export function findingsOf(text: string, format?: Format): Finding[] {
  return checkText(text, checkedLayoutOf(text, format ?? 'json', nothingAllowed)).findings;
}

/** The fixes of a text, of which the user allows nothing beside the schema. */
export function fixerOf(text: string, format?: Format): Fixer {
  return new Fixer(text, layoutOf(text, format), nothingAllowed);
}

/** A text with all its lossless fixes. */
export function fixed(text: string): string {
  return applyEdits(
    text,
    fixerOf(text).fixAll(findingsOf(text), () => true),
  );
}

/** A file with a text or with bytes, checked. The user allows nothing beside the schema. */
export function checkedFile(content: string | Uint8Array, name: string): CheckedFile {
  return checkFile(typeof content === 'string' ? encode(content, 'utf-8') : content, name, nothingAllowed);
}

/** The findings of one record by itself and of its syntax, by the longest way, which defines them. */
export function wrongIn(record: string): Finding[] {
  const root = parse(record);
  assert.ok(root);
  const context = { container: 'list', allowed: nothingAllowed } as const;
  return [...syntaxOfLine(record), ...checkItem(record, context, { root }).findings];
}
