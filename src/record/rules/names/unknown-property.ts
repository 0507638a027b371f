import { allowedNames } from '../../../model/allowed.ts';
import { definition } from '../../../model/schema.ts';
import { question, quote } from '../../../model/words.ts';
import { remove, replaceWith } from '../../change.ts';
import { suggestName } from '../../did-you-mean.ts';
import { hasRecords } from '../../envelope.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  readonly text: string;
  /** The path of the object that has the property. */
  readonly object: string;
  readonly suggestion?: string;
}

export const unknownProperty: Rule<'unknown-property', Data> = {
  id: 'unknown-property',
  severity: 'warning',

  onName(name, record) {
    const { text, known, object } = name;
    const { container, allowed } = record.context;
    if (known && !(known === '$schema' && container === 'list')) return undefined;
    // An object type that is not one is reported by `enum`.
    if (object.path === 'options.objectOptions' || allowedNames(allowed, object).includes(text)) return undefined;
    const suggestion = suggestName(name, record);
    return { text, object: object.path, ...(suggestion && { suggestion }) };
  },

  message({ text, object, suggestion }) {
    if (text === '$schema' && object === '$') return '"$schema" is allowed only at the root of a single record.';
    if (object !== '$') return `${quote(text)} is not a property of ${objectNames[object]}.${question(suggestion)}`;
    return `${quote(text)} is not a property of BackupResponse, and the PowerShell SDK rejects it.${question(suggestion)}`;
  },

  otherFixes({ object, suggestion }, { node, hasErrorAs }) {
    const value = node.parent?.children?.[1];
    const renamed = suggestion && definition(object).property(suggestion);
    const canRename = renamed && !hasErrorAs(value, renamed);
    // To remove records would lose more than a mistake.
    const canRemove = !hasRecords(value);
    return [...(canRename ? [replaceWith(node, suggestion)] : []), ...(canRemove ? [remove(node)] : [])];
  },
};

const objectNames: Readonly<Record<string, string>> = {
  options: '"options"',
  'options.objectOptions.*': 'an entry of "objectOptions"',
};
