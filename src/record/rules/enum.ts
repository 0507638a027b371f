import { replaceWith } from '../change.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { definition, objectType } from '../schema.ts';
import { type Suggestion, suggestValue } from '../suggestion.ts';
import { listOf, quote, titleOf } from '../words.ts';

interface Data extends Suggestion {
  readonly path: string;
  readonly text: string;
}

/** With more allowed values than this, the sentence does not list them: completion and the light bulb have them all. */
const maxListed = 6;

export const enumRule: Rule<'enum', Data> = {
  id: 'enum',
  severity: 'error',
  passes: coveredByFirstLook,

  checkValue(value, definition, record) {
    if (record.brokenKeyword(value, definition) !== 'enum') return undefined;
    return { path: definition.path, text: value.value, ...suggestValue(value.value, definition) };
  },

  checkName({ text, known, object }) {
    if (known || object.path !== 'options.objectOptions') return undefined;
    return { path: objectType.path, text, ...suggestValue(text, objectType) };
  },

  message: ({ path, text, suggestion }) => `${quote(text)} is not ${titleOf(path)}. ${advice(path, suggestion)}`,

  losslessFix: ({ suggestion, differsInCaseOnly }, { node }) =>
    suggestion && differsInCaseOnly ? replaceWith(node, suggestion) : undefined,

  otherFixes({ path, suggestion, differsInCaseOnly }, { node }) {
    const others = valuesAt(path).filter((value) => value !== suggestion);
    const likely = suggestion && !differsInCaseOnly ? [suggestion] : [];
    return [...likely, ...others].map((value) => replaceWith(node, value));
  },
};

function advice(path: string, suggestion: string | undefined): string {
  if (suggestion) return `Did you mean "${suggestion}"?`;
  const values = valuesAt(path);
  if (values.length > maxListed) return `Use one of the ${values.length} allowed values, such as "${values[0]}".`;
  return values.length === 1 ? `The only allowed value is "${values[0]}".` : `Use ${listOf(values)}.`;
}

function valuesAt(path: string): readonly string[] {
  return definition(path).values?.all ?? [];
}
