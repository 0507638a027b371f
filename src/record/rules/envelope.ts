import type { Node } from 'jsonc-parser';
import { keepRecordsOnly } from '../envelope.ts';
import { wrappedList } from '../powershell.ts';
import { recordsProperty } from '../recognize.ts';
import { coveredByFirstLook, type FixTarget, type Rule } from '../rule.ts';
import { quote } from '../words.ts';

interface Data {
  /** The name of the property that holds the records. */
  readonly name: string;
  /** Whether the object has no other property. */
  readonly isOnly: boolean;
}

/** `document/layout.ts` finds the envelope of a whole file, which may hold tens of thousands of records. */
export const envelope: Rule<'envelope', Data> = {
  id: 'envelope',
  severity: 'error',
  passes: coveredByFirstLook,

  checkItem(item, { context }) {
    // Windows PowerShell's wrapper has a rule of its own, except in a list, where nobody unwraps it.
    const isWrapper = context.place === 'line' && wrappedList(item) !== undefined;
    const property = item.type === 'object' && !isWrapper ? recordsProperty(item) : undefined;
    const name = property?.children?.[0];
    return name && { node: name, data: { name: name.value, isOnly: isOnlyIn(item, name) } };
  },

  message: ({ name }) =>
    `Keep only the records, which are inside ${quote(name)}: a BackupResponse file holds one, a list of them, or one per line.`,

  losslessFix: ({ isOnly }, target) => (isOnly ? keepRecords(target) : undefined),
  otherFixes: ({ isOnly }, target) => (isOnly ? [] : [keepRecords(target)]),
};

/** Whether an object has nothing but the records, and whatever is around them in it. */
function isOnlyIn(object: Node, name: Node): boolean {
  const [property, ...others] = object.children ?? [];
  const [first, value] = property?.children ?? [];
  return others.length === 0 && (first === name || (value !== undefined && isOnlyIn(value, name)));
}

function keepRecords({ node, record }: FixTarget) {
  return keepRecordsOnly(record, outermost(node), node.parent?.children?.[1] ?? node);
}

/** The object that is an item, a line or the file: the outermost one around a name. */
function outermost(name: Node): Node {
  let object = name.parent?.parent ?? name;
  while (object.parent?.type === 'property') object = object.parent.parent ?? object;
  return object;
}
