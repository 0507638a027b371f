import { allowedValues } from '../../../model/allowed.ts';
import { type Definition, definition, objectType } from '../../../model/schema.ts';
import { listOf, quote, titleOf } from '../../../model/words.ts';
import { replaceWith } from '../../change.ts';
import { type Correction, suggestValue } from '../../did-you-mean.ts';
import type { RecordValues } from '../../record-values.ts';
import type { Rule } from '../../rule.ts';

interface Data extends Correction {
  readonly path: string;
  readonly text: string;
  /** The values that the user allows beside those of the schema. */
  readonly allowed: readonly string[];
}

/** With more allowed values than this, the sentence does not list them: completion and the light bulb have them all. */
const maxListed = 6;

export const enumRule: Rule<'enum', Data> = {
  id: 'enum',
  severity: 'error',

  onValue(value, definition, record) {
    return record.brokenKeyword(value, definition) === 'enum' ? check(value.value, definition, record) : undefined;
  },

  onName({ text, known, object }, record) {
    return known || object.path !== 'options.objectOptions' ? undefined : check(text, objectType, record);
  },

  message: (data) => `${quote(data.text)} is not ${titleOf(data.path)}. ${advice(data)}`,

  losslessFix: ({ suggestion, isCertain }, { node }) =>
    suggestion && isCertain ? replaceWith(node, suggestion) : undefined,

  *otherFixes(data, { node, record }) {
    const { suggestion, isCertain } = data;
    // A value that the list has already would only be there twice.
    const present = node.parent?.type === 'array' ? record.valuesIn(node.parent) : undefined;
    if (suggestion && !isCertain) yield replaceWith(node, suggestion);
    for (const value of valuesFor(data)) {
      if (value !== suggestion && !present?.has(value)) yield replaceWith(node, value);
    }
  },
};

function check(text: string, definition: Definition, { context }: RecordValues): Data | undefined {
  const allowed = allowedValues(context.allowed, definition.path);
  if (allowed.includes(text)) return undefined;
  return { path: definition.path, text, allowed, ...suggestValue(text, definition, allowed) };
}

function advice(data: Data): string {
  if (data.suggestion) return `Did you mean ${quote(data.suggestion)}?`;
  const values = valuesFor(data);
  if (values.length > maxListed) return `Use one of the ${values.length} allowed values, such as "${values[0]}".`;
  return values.length === 1 ? `The only allowed value is "${values[0]}".` : `Use ${listOf(values)}.`;
}

function valuesFor({ path, allowed }: Data): readonly string[] {
  return [...(definition(path).values?.all ?? []), ...allowed];
}
