import type { Node } from 'jsonc-parser';
import { quote } from '../../../model/words.ts';
import { type Envelope, envelopeOf, joinListsTitle, keepRecordsOnly, keepRecordsTitle } from '../../envelope.ts';
import { wrappedList } from '../../powershell.ts';
import { bracketOf, type FixTarget, type Rule } from '../../rule.ts';

interface Data {
  /** The name of the property that holds the records; undefined for a list within a list, and for a line. */
  readonly name?: string;
  /** Whether there is nothing around the records but lists, and objects that have one property. */
  readonly isOnly: boolean;
  /** Whether it is a line of JSON Lines that holds a list. */
  readonly isLine?: boolean;
}

/** `document/layout.ts` finds the envelope of a whole file, which may hold tens of thousands of records. */
export const envelope: Rule<'envelope', Data> = {
  id: 'envelope',
  severity: 'error',

  onItem(item, { context }) {
    const isLine = context.container === 'line';
    // Windows PowerShell's wrapper has a rule of its own, except in a list, where nothing unwraps it.
    const isWrapper = isLine && wrappedList(item) !== undefined;
    const found = isWrapper || (item.type !== 'object' && item.type !== 'array') ? undefined : envelopeOf(item);
    if (!found) return undefined;
    const { holder, isOnly } = found;
    if (holder.type === 'string') return { node: holder, data: { name: holder.value, isOnly } };
    const data = { isOnly, ...(isLine && holder === item && { isLine }) };
    return { node: holder, data, span: { ...bracketOf(holder), length: 1 } };
  },

  message({ name, isLine }) {
    if (isLine) return 'Write one record per line: this line holds a list of them.';
    return name === undefined
      ? 'Put the records into one list: this list of records is inside another list.'
      : `Keep only the records, which are inside ${quote(name)}: a BackupResponse file holds one, a list of them, or one per line.`;
  },

  losslessFix: (data, target) => (data.isOnly && !data.isLine ? keepRecords(data, target) : undefined),
  otherFixes(data, target) {
    const change = data.isOnly && !data.isLine ? undefined : keepRecords(data, target);
    return change ? [change] : [];
  },
};

function keepRecords({ name, isLine }: Data, { node, record }: FixTarget) {
  const [whole, found] = envelopeAround(node) ?? [];
  const title = isLine ? 'One record per line' : name === undefined ? joinListsTitle : keepRecordsTitle;
  return whole && found && keepRecordsOnly(record, whole, found, title);
}

/** The item, line or file that is an envelope, with its records: the outermost value whose records this holds. */
function envelopeAround(holder: Node): readonly [Node, Envelope] | undefined {
  let around: readonly [Node, Envelope] | undefined;
  for (let value: Node | undefined = holder; value; value = value.parent) {
    const found = value.type === 'object' || value.type === 'array' ? envelopeOf(value) : undefined;
    if (found?.holder === holder) around = [value, found];
  }
  return around;
}
