import { remove, replaceWith } from '../change.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { definition } from '../schema.ts';
import { question, quote } from '../words.ts';

interface Data {
  readonly text: string;
  /** The path of the object that has the property. */
  readonly object: string;
  readonly suggestion?: string;
}

export const unknownProperty: Rule<'unknown-property', Data> = {
  id: 'unknown-property',
  severity: 'warning',
  passes: coveredByFirstLook,

  checkName({ text, known, object }, { context }) {
    if (known && !(known === '$schema' && context.isInList)) return undefined;
    const suggestion = object.names?.nearest(text);
    return { text, object: object.path, ...(suggestion && suggestion !== '$schema' && { suggestion }) };
  },

  message({ text, object, suggestion }) {
    if (text === '$schema' && object === '$') return '"$schema" is allowed only at the root of a single record.';
    if (object !== '$') return `${quote(text)} is not a property of ${objectNames[object]}.${question(suggestion)}`;
    return `${quote(text)} is not a property of BackupResponse, and the PowerShell SDK rejects it.${question(suggestion)}`;
  },

  otherFixes({ object, suggestion }, { node, hasErrorAs }) {
    const renamed = suggestion && definition(object).property(suggestion);
    const canRename = renamed && !hasErrorAs(node.parent?.children?.[1], renamed);
    return [...(canRename ? [replaceWith(node, suggestion)] : []), remove(node)];
  },
};

const objectNames: Readonly<Record<string, string>> = {
  options: '"options"',
  'options.objectOptions.*': 'an entry of "objectOptions"',
};
