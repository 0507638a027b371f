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
    return name && { node: name, data: { name: name.value, isOnly: item.children?.length === 1 } };
  },

  message: ({ name }) =>
    `The records are inside ${quote(name)}. A BackupResponse file holds only the records: one, a list of them, or one per line.`,

  losslessFix: ({ isOnly }, target) => (isOnly ? keepRecords(target) : undefined),
  otherFixes: ({ isOnly }, target) => (isOnly ? [] : [keepRecords(target)]),
};

function keepRecords({ node, record }: FixTarget) {
  return keepRecordsOnly(record, node.parent?.parent ?? node, node.parent?.children?.[1] ?? node);
}
